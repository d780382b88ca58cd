import { fromEntries, type Grid } from '../number/Grid.js'
import { refuse } from '../prelude/index.js'
import { indicesOf, showShape } from '../number/Shape.js'

/** Two sides and what is said of them. A place, such as `dp.w[2,1]`, names the entry that a failure is about. */
export interface Relation<A> {
  readonly kind: '=' | '<='
  readonly left: A
  readonly right: A
  readonly place: string
  /** What the sides are called in words: "layer" and "definition". */
  readonly sides?: readonly [string, string]
}

/** The relation with names for its sides. */
export const between = <A>(left: string, right: string, relation: Relation<A>): Relation<A> => ({ ...relation, sides: [left, right] })

/** One case of a claim: a relation, several that must all hold, or `outside` where the premise is not met. */
export type Case<A> = Relation<A> | ReadonlyArray<Relation<A>> | typeof outside

/** The premise is not met: the case is counted and is no evidence. */
export const outside = 'outside'

/** One relation or several, as a list. */
export const relationsOf = <A>(found: Relation<A> | ReadonlyArray<Relation<A>>): ReadonlyArray<Relation<A>> =>
  'kind' in found ? [found] : found

export const equal = <A>(left: A, right: A, place = ''): Relation<A> => ({ kind: '=', left, right, place })

export const atMost = <A>(left: A, right: A, place = ''): Relation<A> => ({ kind: '<=', left, right, place })

/** Equality entry by entry; a failure names the entry: "y[0,2]". */
export const equalGrids = <A>(left: Grid<A>, right: Grid<A>, name = ''): ReadonlyArray<Relation<A>> => {
  if (showShape(left.shape) !== showShape(right.shape)) {
    return refuse('shape', name === '' ? 'equalGrids' : name, `shape ${showShape(right.shape)}`, showShape(left.shape))
  }
  const index = indicesOf(left.shape)
  return left.entries.map((a, i) => equal(a, right.entries[i] as A, `${name}[${index(i).join(',')}]`))
}

/** The same for flat data, such as that of a tensor. */
export const equalEntries = (
  left: { readonly shape: ReadonlyArray<number>; readonly data: Iterable<number> },
  right: { readonly shape: ReadonlyArray<number>; readonly data: Iterable<number> },
  name = ''
): ReadonlyArray<Relation<number>> =>
  equalGrids(fromEntries(left.shape, [...left.data]), fromEntries(right.shape, [...right.data]), name)
