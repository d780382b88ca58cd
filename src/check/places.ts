import { refuse } from '../prelude/index.js'
import { firstIndex, plain, reachOf, type RelationTerm, type Scope, type Term, wholeIn, type World } from '../notation/index.js'

/** Two sides of a line and the relation between them, for all values of its free indices that meet its conditions. */
export interface Sides {
  readonly sign: RelationTerm['sign']
  readonly left: Term
  readonly right: Term
  readonly free: ReadonlyArray<string>
  readonly conditions: ReadonlyArray<RelationTerm>
}

/** The places at which a line is meant: each value of its free indices, as far as its arrays go, for which its conditions hold. */
export const placesOf = <A>(top: World<A>, { sign, left, right, free, conditions }: Sides): ReadonlyArray<World<A>> => {
  const { scope } = top.ground
  const whole = { of: { kind: 'relation', sign, left, right, span: left.span } as const, span: left.span }
  const from = firstIndex(scope)
  return free.reduce((worlds, index) => worlds.flatMap(world => {
    const place = (k: number): World<A> => ({ ...world, indices: new Map([...world.indices, [index, from + k]]) })
    const others = free.reduce((around, other) => ({ ...around, indices: new Map([[other, from], ...around.indices]) }), world)
    return Array.from({ length: reachOf(others, index, whole) }, (_, k) => place(k))
  }), [top]).filter(world => conditions.every(condition => isMet(scope, world, condition)))
}

/** A condition on indices, labels and sizes; one on numbers must be what is declared of them anyway. */
const isMet = <A>(scope: Scope, world: World<A>, condition: RelationTerm): boolean => {
  const known = wholeIn(world, condition)
  if (known !== undefined) return known === 1
  const { sign, left, right } = condition
  const symbol = left.kind === 'name' ? scope.get(left.name) : undefined
  const isDeclared = symbol?.kind === 'variable' && symbol.is === 'positive' && ['>', '>=', '!='].includes(sign)
    && right.kind === 'number' && Number(right.text) === 0
  return isDeclared || refuse('input', 'the line', 'a condition on indices, or one that is declared', plain(condition), condition.span)
}
