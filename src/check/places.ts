import { refuse } from '../prelude/index.js'
import {
  firstIndex, mentions, partsOf, plain, reachOf, type RelationTerm, type Scope, type Term, wholeIn, type World
} from '../notation/index.js'

/** Two sides of a line and the relation between them, for all values of its free indices that meet its conditions. */
export interface Sides {
  readonly sign: RelationTerm['sign']
  readonly left: Term
  readonly right: Term
  readonly free: ReadonlyArray<string>
  readonly conditions: ReadonlyArray<RelationTerm>
}

/** The places at which a line is meant: each value of its free indices, as far as its arrays go, for which its conditions hold. */
export const placesOf = <A>(top: World<A>, sides: Sides): ReadonlyArray<World<A>> => {
  const { scope } = top.ground
  const first = firstIndex(scope)
  return sides.free.reduce((worlds, index) => worlds.flatMap(world => {
    const others = sides.free.reduce(
      (around, other) => ({ ...around, indices: new Map([[other, first], ...around.indices]) }), world
    )
    const [from, to] = rangeOf(others, index, sides)
    const at = (k: number): World<A> => ({ ...world, indices: new Map([...world.indices, [index, k]]) })
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => at(from + k))
  }), [top]).filter(world => sides.conditions.every(condition => isMet(scope, world, condition)))
}

/** From where to where an index goes: as the line says, as far as arrays go that it is an index of, or as sequenceRange says. */
const rangeOf = <A>(
  world: World<A>, index: string, { sign, left, right, conditions }: Sides
): readonly [number, number] => {
  const { scope } = world.ground
  const bounds = (side: 'left' | 'right', other: 'left' | 'right'): ReadonlyArray<number> =>
    conditions.flatMap(condition =>
      (condition.sign === '<=' && isIndex(condition[other], index) ? [wholeIn(world, condition[side]) ?? []].flat()
        : []))
  const [[from], [to]] = [bounds('left', 'right'), bounds('right', 'left')]
  if (from !== undefined && to !== undefined) return [from, to]
  const whole: Term = { kind: 'relation', sign, left, right, span: left.span }
  if (isPlace(whole, index)) return [
    firstIndex(scope), firstIndex(scope) + reachOf(world, index, { of: whole, span: left.span }) - 1
  ]
  const [first, last] = sequenceRange(scope, index, [left, right])
  return [wholeIn(world, first) ?? 1, wholeIn(world, last) ?? fewMembers]
}

const fewMembers = 3

/** The index t of a sequence goes as far as its members are declared; else to T, if that is a size; else the first three are tried. */
export const sequenceRange = (scope: Scope, index: string, terms: ReadonlyArray<Term>): readonly [Term, Term] => {
  const declared = terms.flatMap(term => itemsAt(term, index)).flatMap(of => {
    const symbol = scope.get(of)
    return symbol?.kind === 'sequence' && symbol.range !== undefined ? [symbol.range] : []
  })
  if (declared[0] !== undefined) return declared[0]
  const span = { from: 0, to: 0 }
  const name = index.toUpperCase()
  const last: Term = name !== index && scope.get(name)?.kind === 'size' ? { kind: 'name', name, span }
    : { kind: 'number', text: String(fewMembers), span }
  return [{ kind: 'number', text: '1', span }, last]
}

/** The sequences of which a term has the member with this number. */
const itemsAt = (term: Term, index: string): ReadonlyArray<string> =>
  [...term.kind === 'item' && isIndex(term.at, index) ? [term.of] : [], ...partsOf(term).flatMap(
    part => itemsAt(part, index)
  )]

const isIndex = (term: Term, index: string): boolean => term.kind === 'name' && term.name === index

/** Whether an array has the index somewhere. */
export const isPlace = (term: Term, index: string): boolean =>
  (term.kind === 'entry' && term.at.some(at => mentions(at, new Set([index]))))
    || partsOf(term).some(part => isPlace(part, index))

/** A condition on indices, labels and sizes; one on numbers must be what is declared of them anyway. */
const isMet = <A>(scope: Scope, world: World<A>, condition: RelationTerm): boolean => {
  const known = wholeIn(world, condition)
  if (known !== undefined) return known === 1
  const { sign, left, right } = condition
  const symbol = left.kind === 'name' ? scope.get(left.name) : undefined
  const isDeclared = symbol?.kind === 'variable' && symbol.is === 'positive' && ['>', '>=', '!='].includes(sign)
    && right.kind === 'number' && Number(right.text) === 0
  return isDeclared || refuse(
    'input', 'the line', 'a condition on indices, or one that is declared', plain(condition), condition.span
  )
}
