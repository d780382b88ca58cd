import type { Analytic } from '../number/index.js'
import { mapped, number, numberOf, transposed, zipped } from './arrays.js'
import { called } from './called.js'
import { complainAt } from './complainAt.js'
import { derivative, slope } from './derivative.js'
import { expectation } from './expectation.js'
import { many } from './many.js'
import { item, named } from './names.js'
import { operated } from './operated.js'
import { plain } from './plain.js'
import { firstIndex } from './Scope.js'
import type { CasesTerm, EntryTerm, MatrixTerm, RelationTerm, Term } from './Term.js'
import { isNumber, type Value } from './Value.js'
import { positionOf, wholeIn, wholeOf } from './whole.js'
import type { Evaluate, World } from './World.js'

/**
 * The value of a term over any number system. Shapes are found before entries: where entries are deferred, a term is checked without
 * any number being computed.
 *
 * @example
 * const world = worldOf(float64, new Map(), { sizes: new Map([['n', 3]]), labels: new Map(), input: () => filled(1, 1, () => 0) })
 * evaluate(world, parsePlain('sum(i, 1, n, i^2)', new Map()).right.first).at(0, 0) // 14
 */
export const evaluate: Evaluate = (world, term) => {
  const { ground } = world
  const { N } = ground
  switch (term.kind) {
    case 'number': return isZero(term.text)
      ? { ...numberOf(ground, () => N.of(0)), fitsAll: true }
      : numberOf(ground, () => N.decimal(term.text))
    case 'name': return named(world, term)
    case 'item': return item(world, term)
    case 'entry': return entry(world, term)
    case 'call': return called(world, term)
    case 'unary': {
      const of = evaluate(world, term.of)
      return term.operator === 'transpose' ? transposed(ground, of) : mapped(ground, N.neg, of)
    }
    case 'binary': return operated(world, term)
    case 'many': return many(world, term)
    case 'expectation': return expectation(world, term)
    case 'derivative': return derivative(world, term)
    case 'slope': return slope(world, term)
    case 'relation': return relation(world, term)
    case 'matrix': return matrix(world, term)
    case 'cases': return cases(world, term)
  }
}

/** "0.00", but not 1e-400, of which no double is left. */
const isZero = (text: string): boolean => !/^[^e]*[1-9]/i.test(text)

const entry = <A>(world: World<A>, { of, at, span }: EntryTerm): Value<A> => {
  const { ground } = world
  if (of.kind === 'name' && at.length === 1 && !ground.scope.has(of.name)) {
    const n = (): number => wholeOf(world, at[0] as Term)
    if (of.name === 'I') return ground.build(n(), n(), (i, j) => ground.N.of(i === j ? 1 : 0))
    if (ones.includes(of.name)) return ground.build(n(), 1, () => ground.N.of(1))
  }
  const array = evaluate(world, of)
  const indices = at.map(index => positionOf(world, index))
  const [first = 0, second] = indices
  const isMatrix = array.isMatrix === true || (array.rows > 1 && array.columns > 1)
  const sizes = second === undefined ? [isMatrix || array.columns === 1 ? array.rows : array.columns]
    : [array.rows, array.columns]
  if (isNumber(array) && ground.isTyping) return complainAt(
    span, 'an array before a subscript; declare the name with it as one', plain(of)
  )
  if (second !== undefined && array.columns === 1
    && ground.isTyping) return complainAt(span, 'one index of a vector', '2')
  if (indices.length > 2) return complainAt(span, 'one or two indices', String(indices.length))
  indices.forEach((index, k) => {
    const size = sizes[k] as number
    const from = firstIndex(ground.scope)
    if (!ground.isTyping && (index < 0 || index >= size)) {
      const forSizes = [...ground.sizes].map(([name, value]) => `${name} = ${value}`).join(', ')
      const range = `an index of ${plain(of)} from ${from} to ${size - 1 + from}`
      complainAt(span, forSizes === '' ? range : `${range} (for ${forSizes})`, told(at[k] as Term, index + from))
    }
  })
  if (second !== undefined) return numberOf(ground, () => array.at(first, second))
  return isMatrix ? ground.build(1, array.columns, (_, j) => array.at(first, j))
    : numberOf(ground, () => (array.columns === 1 ? array.at(first, 0) : array.at(0, first)))
}

/** "n + 1 = 2": what a formula for a whole number is. */
const told = (term: Term, value: number): string =>
  (term.kind === 'number' ? String(value) : `${plain(term)} = ${value}`)

/** With a size below it, a vector of ones. */
const ones: ReadonlyArray<string> = ['\\mathbf{1}', '\\mathbb{1}', '\\boldsymbol{1}']

/** 1 where the relation holds, and else 0; of arrays, which is larger is asked entry by entry. */
const relation = <A>(world: World<A>, term: RelationTerm): Value<A> => {
  const { ground } = world
  const { N } = ground
  const known = wholeIn(world, term)
  if (known !== undefined) return numberOf(ground, () => N.of(known))
  const [a, b] = [term.left, term.right].map(side => evaluate(world, side)) as [Value<A>, Value<A>]
  const f = (x: A, y: A): A => indicator(N, term.sign, x, y)
  if (!['<', '<=', '>', '>='].includes(term.sign)) for (const [
    value, { span }
  ] of [[a, term.left], [b, term.right]] as const) number(ground, value, span)
  return isNumber(b) ? mapped(ground, x => f(x, b.at(0, 0)), a) : isNumber(a) ? mapped(ground, y => f(a.at(0, 0), y), b)
    : zipped(ground, f, a, b, term.span)
}

/**
 * 1 where a relation between two numbers holds, and else 0.
 *
 * @example
 * indicator(float64, '<=', 1, 2) // 1
 */
export const indicator = <A>(N: Analytic<A>, sign: RelationTerm['sign'], a: A, b: A): A => {
  const atLeast = (x: A, y: A): A => N.where(x, y, N.of(1), N.of(0))
  switch (sign) {
    case '>=': return atLeast(a, b)
    case '<=': return atLeast(b, a)
    case '>': return N.sub(N.of(1), atLeast(b, a))
    case '<': return N.sub(N.of(1), atLeast(a, b))
    case '=': case '~': return N.mul(atLeast(a, b), atLeast(b, a))
    case '!=': return N.sub(N.of(1), N.mul(atLeast(a, b), atLeast(b, a)))
  }
}

const matrix = <A>(world: World<A>, { rows, span }: MatrixTerm): Value<A> => {
  const columns = rows[0]?.length ?? 0
  const uneven = rows.find(cells => cells.length !== columns)
  if (uneven !== undefined) return complainAt(span, `rows of ${columns} entries`, `one of ${uneven.length}`)
  const entries = rows.map(cells => cells.map(cell => number(world.ground, evaluate(world, cell), cell.span)))
  return world.ground.build(rows.length, columns, (i, j) => (entries[i]?.[j] as Value<A>).at(0, 0))
}

/** The first value whose condition holds. */
const cases = <A>(world: World<A>, { cases: all, span }: CasesTerm): Value<A> => {
  const { ground } = world
  const { N } = ground
  const [first, ...others] = all
  if (first === undefined) return complainAt(span, 'a case', 'none')
  if (first.where === undefined) return evaluate(world, first.value)
  const last = (): Value<A> => (others.length > 0 ? cases(world, { kind: 'cases', cases: others, span })
    : complainAt(span, 'a last case for all else', 'none'))
  // what an index alone decides is not computed in the other case: there it may be no index
  const known = ground.isTyping ? undefined : wholeIn(world, first.where)
  if (known === 0) return last()
  const value = evaluate(world, first.value)
  if (known === 1) return value
  const rest = last()
  const holds = number(ground, relation(world, first.where), first.where.span)
  return zipped(ground, (x, y) => N.where(holds.at(0, 0), N.of(1), x, y), value, rest, span)
}
