import { between, equal, type Plain, type Relation } from '../../src/claim/index.js'
import { floatRun } from '../../src/number/assumptions.js'
import { ball, type Grid, indexAt, type Interval, sameShape, showShape, toInterval } from '../../src/number/index.js'
import { refuse } from '../../src/prelude/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { leastEntry } from '../cases/hashed.js'
import { lift } from '../cases/quarters.js'
import { beside } from '../judges/beside.js'
import { exactDoubles, isExact } from '../judges/exactDoubles.js'
import { inAnyOrder } from '../judges/inAnyOrder.js'
import { double } from '../judges/precision.js'
import { cotangentName } from './answer.js'
import type { Bound } from './bound.js'
import { along, type Direction, liftAll, tangentsAlong, varyingAlong } from './derivative.js'
import { acceptedAtKinks, kinkNote } from './kinks.js'
import { knownPullback } from './knownPullback.js'
import type { Define, Named, PrintedForm } from './subject.js'

/** Each double beside the enclosure in which it should lie. */
const within = (
  floats: Tensor, known: Grid<Interval>, judge: string, name: string, note: (position: number) => string = () => ''
): ReadonlyArray<Relation<Plain>> => known.entries.map((interval, i) =>
  between('the layer gives', judge,
    beside(floats.data[i] ?? NaN, interval, () => `${name}[${indexAt(known.shape, i).join(',')}]${note(i)}`)))

/** The output beside the definition, or beside the printed form. */
export const valueRelations = (bound: Bound, define: Define, inputs: Named, y: Tensor): ReadonlyArray<Relation<Plain>> => {
  const { printed, precision } = bound
  const known = printed === undefined ? inAnyOrder(N => define(N)(liftAll(N.of, inputs)), precision)
    : precision === double ? printed(floatRun)(liftAll(floatRun.of, inputs)).y
      : inAnyOrder(N => printed(N)(liftAll(N.of, inputs)).y, precision)
  ofSameShape(bound, y, known)
  return within(y, known, printed === undefined ? 'its definition' : 'its printed form', 'y')
}

const ofSameShape = ({ name }: Bound, y: Tensor, known: Grid<unknown>): void => {
  if (!sameShape(y.shape, known.shape)) refuse('shape', name, `y of shape ${showShape(known.shape)}, as its definition`, showShape(y.shape))
}

const judgeOf = ({ printed, define }: Bound): string =>
  printed !== undefined ? 'the printed pullback' : define !== undefined ? 'its definition' : 'differences of its values'

/**
 * The pullback beside the derivative of the definition. One direction v sees every wrong entry where numbers are exact; entry by entry,
 * where it sees one or they are not.
 */
export const derivativeRelations = (
  bound: Bound, inputs: Named, dy: Tensor, pulled: Named, v: Direction
): ReadonlyArray<Relation<Plain>> => {
  const exact = inDirection(bound, inputs, dy, pulled, v)
  if (exact !== undefined) return [exact]
  const accepted = acceptedAtKinks(bound, inputs, dy, pulled)
  if (accepted !== undefined) return accepted
  const known = knownPullback(bound, inputs)(dy)
  return bound.varying.flatMap(name => within(pulled[name] as Tensor, known[name] as Grid<Interval>, judgeOf(bound), cotangentName(name),
    i => kinkNote(bound, inputs, dy, name, i)))
}

// Sums of products of doubles have far fewer bits.
const exactly = ball(100_000)

/**
 * <dy, J v> = <dx, v>, if all of it is exact and equal. J v is exact where its terms are. Entries of v are at least 2^20 in size and odd, so
 * that the terms of dx are the same multiples of the same unit, and 2^20 times smaller.
 */
const inDirection = (
  { define, printed, varying, precision }: Bound, inputs: Named, dy: Tensor, pulled: Named, v: Direction
): Relation<Plain> | undefined => {
  if (define === undefined || printed !== undefined) return undefined
  const N = exactDoubles
  const tangents = tangentsAlong(N, define, inputs, varyingAlong(varying, v)).entries
  const total = tangents.map((tangent, i) => N.mul(N.of(dy.data[i] ?? NaN), tangent)).reduce(N.add, N.of(0))
  if (!tangents.every(tangent => isExact(tangent)) || !isExact({ ...total, size: total.size / leastEntry }, precision)) return undefined
  const product = (a: number, b: number): ReturnType<typeof exactly.of> => exactly.mul(exactly.of(a), exactly.of(b))
  const right = tangents.map(({ value }, i) => product(dy.data[i] ?? NaN, value)).reduce(exactly.add, exactly.of(0))
  const left = varying.flatMap(name => Array.from((pulled[name] as Tensor).data, (d, i) => product(d, v(name, i))))
    .reduce(exactly.add, exactly.of(0))
  const difference = toInterval(exactly.sub(left, right))
  return difference.lo === 0 && difference.hi === 0 ? equal<Plain>(difference, { lo: 0, hi: 0 }, '<pullback(dy), v> - <dy, J v>') : undefined
}

/** The printed form beside the definition: its value, and its pullback along a direction beside the derivative, in wide arithmetic. */
export const printedRelations = (
  { varying }: Bound, printed: PrintedForm, define: Define, inputs: Named, dy: Tensor, v: Direction
): ReadonlyArray<Relation<Plain>> => {
  const N = wide
  const { y, pullback } = printed(N)(liftAll(N.of, inputs))
  const value = define(N)(liftAll(N.of, inputs))
  const pulled = pullback(lift(N.of, dy))
  const left = varying.flatMap(name =>
    (pulled[name]?.entries ?? []).map((d, i) => N.mul(d, N.of(v(name, i))))).reduce(N.add, N.of(0))
  const right = along(N, define, inputs, dy, varyingAlong(varying, v))
  const sides = (relation: Relation<Plain>): Relation<Plain> => between('the printed form gives', 'the definition', relation)
  return [
    ...y.entries.map((a, i) => sides(equal<Plain>(toInterval(a), toInterval(value.entries[i] as typeof a), `y entry ${i}`))),
    sides(equal<Plain>(toInterval(left), toInterval(right), 'the derivative along v'))
  ]
}

// Enough bits that two formulas for one number agree to the last digit of a double, whatever cancels.
const wide = ball(160)
