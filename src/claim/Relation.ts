import type { Grid } from '../number/Grid.js'
import { refuse, tabulate } from '../prelude/index.js'
import { indexAt, sameShape, type Shape, showShape, sizeOf } from '../number/Shape.js'

/** The name of the entry that a failure is about, such as `dp.w[2,1]`, or how to spell it where it is wanted: mostly it is not. */
export type Place = string | (() => string)

export const spelled = (place: Place): string => (typeof place === 'string' ? place : place())

/** The beginning of a message about it: "dp.w[2,1]: ", or nothing. */
export const heading = (place: Place): string => {
  const name = spelled(place)
  return name === '' ? '' : `${name}: `
}

/** Two sides and what is said of them. */
export interface Relation<A> {
  readonly kind: '=' | '<='
  readonly left: A
  readonly right: A
  readonly place: Place
  /** What the sides are called in words: "layer" and "definition". */
  readonly sides?: readonly [string, string]
  /** The tensor that the sides are entries of: how far an agreement resolves is measured against the largest of them. */
  readonly among?: ReadonlyArray<A>
  /** A further size that an entry may have, such as that of the cotangent for an entry that is 0 for each input of its shape. */
  readonly size?: number
}

/**
 * The relation with a size beside which the width of its enclosures is measured: for entries that are 0 whatever the input.
 *
 * @example
 * besideSize(4, equal(0, 0)).size // 4
 */
export const besideSize = <A>(size: number, relation: Relation<A>): Relation<A> => ({ ...relation, size })

/**
 * The relation with names for its sides.
 *
 * @example
 * between('layer', 'definition', equal(1, 1)).sides // ['layer', 'definition']
 */
export const between = <A>(left: string, right: string, relation: Relation<A>): Relation<A> =>
  ({ ...relation, sides: [left, right] })

/** One case of a claim: a relation, several that must all hold, or `outside` where the premise is not met. */
export type Case<A> = Relation<A> | ReadonlyArray<Relation<A>> | typeof outside

/**
 * The premise is not met: the case is counted and is no evidence.
 *
 * @example
 * const bounded = ({ x }) => (x < 3 ? outside : atMost(3, x))
 * sampled({ x: fc.integer({ min: 0, max: 99 }) }, bounded)(effort(), 'numbers/large').verdict // 'supported'
 */
export const outside = 'outside'

/** One relation or several, as a list. */
export const relationsOf = <A>(found: Relation<A> | ReadonlyArray<Relation<A>>): ReadonlyArray<Relation<A>> => {
  if (isList(found)) return found
  const isRelation = typeof found === 'object' && found !== null && 'kind' in found
  return isRelation ? [found] : refuse('input', 'a case', 'a relation, a list of them, or outside', nameOf(found))
}

const isList = <A>(found: Relation<A> | ReadonlyArray<Relation<A>>): found is ReadonlyArray<Relation<A>> =>
  Array.isArray(found)

const nameOf = (found: unknown): string =>
  found === undefined ? 'undefined: is a return missing?'
    : found instanceof Promise ? 'a promise: judges do not wait' : typeof found

/** A tolerance, as other test runners take as a third argument, is no place: nothing is compared with one. */
const placed = (of: string, place: Place): Place =>
  (typeof place === 'string' || typeof place === 'function' ? place
    : refuse('input', of, 'two sides and a place in words', String(place)))

/**
 * That two sides are equal; `place` names the entry in a message.
 *
 * @example
 * equal(2, 3, 'y[0]') // { kind: '=', left: 2, right: 3, place: 'y[0]' }
 */
export const equal = <A>(left: A, right: A, place: Place = ''): Relation<A> =>
  ({ kind: '=', left, right, place: placed('equal', place) })

/**
 * That the left side is at most the right.
 *
 * @example
 * atMost(2, 3) // { kind: '<=', left: 2, right: 3, place: '' }
 */
export const atMost = <A>(left: A, right: A, place: Place = ''): Relation<A> =>
  ({ kind: '<=', left, right, place: placed('atMost', place) })

/**
 * Equality entry by entry; a failure names the entry: "y[0,2]".
 *
 * @example
 * equalGrids(vectorOf([1, 2]), vectorOf([1, 3]), 'y').map(({ left, right }) => [left, right]) // [[1, 1], [2, 3]]
 */
export const equalGrids = <A>(left: Grid<A>, right: Grid<A>, name = ''): ReadonlyArray<Relation<A>> =>
  equalLists(left.shape, left.entries, right.shape, right.entries, name)

interface Flat {
  readonly shape: Shape
  readonly data: ArrayLike<number>
}

/**
 * The same for flat data, such as that of a tensor. Where the shapes differ, it is the shapes that are not equal.
 *
 * @example
 * equalEntries(T.fromFlat([2], [1, 2]), T.fromFlat([2], [1, 3])).length // 2
 */
export const equalEntries = (left: Flat, right: Flat, name = ''): ReadonlyArray<Relation<number>> =>
  (sameShape(left.shape, right.shape)
    ? equalLists(left.shape, left.data, right.shape, right.data, name)
    : equalShapes(left.shape, right.shape, name))

/** That two shapes have the same number of axes, and each its size. */
export const equalShapes = (left: Shape, right: Shape, name = ''): ReadonlyArray<Relation<number>> => {
  const place = `${name === '' ? '' : `${name}, `}${showShape(left)} beside ${showShape(right)}`
  return left.length !== right.length ? [equal(left.length, right.length, `number of axes of ${place}`)]
    : left.map((size, axis) => equal(size, right[axis] ?? 0, `axis ${axis} of ${place}`))
}

const equalLists = <A>(
  shape: Shape, left: ArrayLike<A>, rightShape: Shape, right: ArrayLike<A>, name: string
): ReadonlyArray<Relation<A>> => {
  const place = name === '' ? 'equalGrids' : name
  if (!sameShape(shape, rightShape)) refuse('shape', place, `shape ${showShape(rightShape)}`, showShape(shape))
  const count = sizeOf(shape)
  if (left.length !== count || right.length !== count) refuse(
    'shape', place, `${count} entries`, `${left.length} and ${right.length}`
  )
  const among = Array.from(right)
  return tabulate(count, i =>
    ({ kind: '=', left: left[i] as A, right:
      right[i] as A, place: () => `${name}[${indexAt(shape, i).join(',')}]`, among }))
}
