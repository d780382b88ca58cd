import { transposed } from './arrays.js'
import { complainAt } from './complainAt.js'
import { settings } from './Scope.js'
import type { BinaryTerm } from './Term.js'
import { type Repeated, sameShape, type Value } from './Value.js'
import type { Ground } from './World.js'

/** Both sides of a sum, where a vector beside a matrix stands for as many rows or columns: as written, rows(b), or as declared. */
export const aligned = <A>(
  ground: Ground<A>, a: Value<A>, b: Value<A>, { left, right, span }: BinaryTerm
): readonly [Value<A>, Value<A>] => {
  if (sameShape(a, b) || a.fitsAll === true || b.fitsAll === true) return [a, b]
  const declared = ground.scope.get(settings.broadcast)
  const isDeclared = (way: Repeated): boolean =>
    declared?.kind === 'setting' && declared.value.kind === 'name' && declared.value.name === way
  for (const way of ways) {
    const [first, second] = [asOne(ground, way, b, a), asOne(ground, way, a, b)]
    if (first !== undefined && (b.repeats === way || isDeclared(way))) {
      if (b.repeats === undefined) ground.repeated?.(right, way)
      return [a, first]
    }
    if (second !== undefined && (a.repeats === way || isDeclared(way))) {
      if (a.repeats === undefined) ground.repeated?.(left, way)
      return [second, b]
    }
  }
  const possible = ways.filter(way => (asOne(ground, way, a, b) ?? asOne(ground, way, b, a)) !== undefined).map(
    way => `"broadcast ${way}"`
  )
  return possible.length === 0 ? [a, b]
    : complainAt(
      span, `two sides of one shape, ${ground.showShape(a)}; or ${possible.join(' or ')} declared`, ground.showShape(b)
    )
}

const ways: ReadonlyArray<Repeated> = ['rows', 'columns']

/** A vector as the matrix of which each row or column it is; none where it is no such vector. */
const asOne = <A>(ground: Ground<A>, way: Repeated, vector: Value<A>, matrix: Value<A>): Value<A> | undefined => {
  const { rows, columns } = matrix
  // at other sizes a matrix may have one row; that it is one is seen while shapes are checked
  if (ground.isTyping && vector.repeats === undefined && (rows === 1 || columns === 1)) return undefined
  const one = way === 'rows' && vector.rows !== 1 ? transposed(ground, vector) : vector
  const fits = way === 'rows' ? one.rows === 1 && one.columns === columns : one.columns === 1 && one.rows === rows
  return fits
    ? { ...ground.build(rows, columns, (i, j) => (way === 'rows' ? one.at(0, j) : one.at(i, 0))), isMatrix: true }
    : undefined
}

/** rows(b): b as each row of the matrix beside it; columns(b) likewise. */
export const repeated = <A>(
  ground: Ground<A>, way: Repeated, vector: Value<A>, { span }: Pick<BinaryTerm, 'span'>
): Value<A> => {
  const isVector = vector.columns === 1 || (way === 'rows' && vector.rows === 1)
  if (!isVector || vector.isMatrix === true) return complainAt(span, 'a vector', ground.showShape(vector))
  return { ...way === 'rows' && vector.rows !== 1 ? transposed(ground, vector) : vector, repeats: way }
}
