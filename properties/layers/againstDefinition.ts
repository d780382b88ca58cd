import { besideSize, between, equal, type Plain, type Relation } from '../../src/claim/index.js'
import {
  ball, contains, float64, type Grid, indexAt, type Interval, isNowhere, isWholeLine, magnitude, sameShape, showShape,
  toInterval
} from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { leastEntry } from '../cases/hashed.js'
import { type Estimated, farthest } from '../judges/byDifferences.js'
import { exactDoubles, isExact } from '../judges/exactDoubles.js'
import { inAnyOrder, unsaid } from '../judges/inAnyOrder.js'
import { double } from '../judges/precision.js'
import { cotangentName, mustReturn } from './answer.js'
import type { Bound } from './bound.js'
import { along, type Direction, liftAll, tangentsAlong, varyingAlong } from './derivative.js'
import { acceptedAtKinks, betweenSlopes, kinkNote } from './kinks.js'
import { differences, knownPullback, printedValue } from './knownPullback.js'
import type { Define, Named, NamedGrids, PrintedForm } from './subject.js'

/** Each double beside the enclosure in which it should lie; at a kink it may be any of the slopes between. */
const within = (
  floats: Tensor, known: Grid<Estimated>, judge: string, name: string, size = 0,
  note: (position: number) => string = () => ''
): ReadonlyArray<Relation<Plain>> => {
  const most = known.entries.reduce(
    (so, enclosure) => (isNowhere(enclosure) ? so : Math.max(so, magnitude(enclosure))), size
  )
  const sides = ['the layer gives', judge] as const
  return known.entries.flatMap((enclosure, i): ReadonlyArray<Relation<Plain>> => {
    if (enclosure === unsaid) return []
    const float = floats.data[i] ?? NaN
    const place = (): string => `${name}[${indexAt(known.shape, i).join(',')}]${note(i)}`
    if (enclosure.isKink === true) return betweenSlopes(float, enclosure, place)
    return [{ kind: '=', left: float, right: enclosure, place, sides, size: most }]
  })
}

/** The output beside the definition, or beside the printed form. */
export const valueRelations = (
  bound: Bound, define: Define, inputs: Named, y: Tensor
): ReadonlyArray<Relation<Plain>> => {
  const { printed, precision } = bound
  const known = printed === undefined ? inAnyOrder(N => define(N)(liftAll(N.of, inputs)), precision)
    : precision === double ? printedValue(printed, inputs)
      : inAnyOrder(N => printed(N)(liftAll(N.of, inputs)).y, precision)
  if (!sameShape(y.shape, known.shape)) {
    return [mustReturn(bound.name, `y of shape ${showShape(known.shape)}, as its definition`, showShape(y.shape))]
  }
  return within(y, known, printed === undefined ? 'its definition' : 'its printed form', 'y')
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
  if (bound.define !== undefined
    && !sameShape(dy.shape, bound.define(float64)(liftAll(float64.of, inputs)).shape)) return []
  // before the definition's own convention is asked: that of its parts may be none of the slopes on either side
  const accepted = acceptedAtKinks(bound, inputs, dy, pulled)
  if (accepted !== undefined) return accepted
  const exact = inDirection(bound, inputs, dy, pulled, v)
  if (exact !== undefined) return [exact]
  const known = bound.define === undefined ? estimatedAt(bound, inputs, dy, pulled) : knownPullback(bound, inputs)(dy)
  return bound.varying.flatMap(
    name => within(pulled[name] as Tensor, known[name] as Grid<Interval>, judgeOf(bound), cotangentName(name),
      largest(dy), i => (isFar(bound, inputs) ? farNote : kinkNote(bound, inputs, dy, name, i)))
  )
}

const isFar = ({ define }: Bound, inputs: Named): boolean =>
  define === undefined && Object.values(inputs).some(t => !(largest(t) < farthest))

const farNote =
  ', of which differences know nothing at inputs that large: draw inputs below 2^30 in size, or give a definition'

/**
 * What differences estimate. A formula may cancel on its way, as x (1 + tanh x) does below 0: where its answer lies outside, it is taken to
 * have lost what numbers as large as 1 and as its inputs lose.
 */
const estimatedAt = (bound: Bound, inputs: Named, dy: Tensor, pulled: Named): NamedGrids<Interval> => {
  const known = differences(bound, inputs)(dy)
  const isInside = bound.varying.every(name => known[name]?.entries.every((enclosure, i) =>
    !isWholeLine(enclosure) && contains(enclosure, pulled[name]?.data[i] ?? NaN)))
  return isInside ? known
    : differences(bound, inputs, Object.values(inputs).map(largest).reduce((a, b) => Math.max(a, b), 1))(dy)
}

const largest = ({ data }: Tensor): number => Array.from(data).reduce((most, a) => Math.max(most, Math.abs(a)), 0)

// Sums of products of doubles have far fewer bits.
const manyBits = ball(100_000)
type Exact = ReturnType<typeof manyBits.of>

/** The direction with each input's entries as large as that input, so that sums of terms of many sizes keep few digits. */
const ofSizes = (inputs: Named, v: Direction): Direction => {
  const sizes = Object.fromEntries(
    Object.entries(inputs).map(([name, t]) => [name, 2 ** Math.floor(Math.log2(largest(t) || 1))])
  )
  return (name, position) => v(name, position) * (sizes[name] ?? 1)
}

/**
 * <dy, J v> = <dx, v>, if all of it is exact and equal. Entries of v are at least 2^20 in size and odd, so
 * that the terms of dx are the same multiples of the same unit, and 2^20 times smaller.
 */
const inDirection = (
  { define, printed, varying, precision }: Bound, inputs: Named, dy: Tensor, pulled: Named, hashed: Direction
): Relation<Plain> | undefined => {
  if (define === undefined || printed !== undefined) return undefined
  const [N, v] = [exactDoubles, ofSizes(inputs, hashed)]
  const tangents = tangentsAlong(N, define, inputs, varyingAlong(varying, v)).entries
  const total = tangents.map((tangent, i) => N.mul(N.of(dy.data[i] ?? NaN), tangent)).reduce(N.add, N.of(0))
  if (!isExact({ ...total, size: total.size / leastEntry }, precision)) return undefined
  const product = (a: number, b: number): Exact => manyBits.mul(manyBits.of(a), manyBits.of(b))
  const right = tangents.every(tangent => isExact(tangent))
    ? tangents.map(({ value }, i) => product(dy.data[i] ?? NaN, value)).reduce(manyBits.add, manyBits.of(0))
    : along(manyBits, define, inputs, dy, varyingAlong(varying, v))
  const left = varying.flatMap(name => Array.from((pulled[name] as Tensor).data, (d, i) => product(d, v(name, i))))
    .reduce(manyBits.add, manyBits.of(0))
  const difference = toInterval(manyBits.sub(left, right))
  return difference.lo === 0 && difference.hi === 0
    ? equal<Plain>(difference, { lo: 0, hi: 0 }, '<pullback(dy), v> - <dy, J v>')
    : undefined
}

/** The printed form beside the definition: its value, and its pullback along a direction beside the derivative, in wide arithmetic. */
export const printedRelations = (
  { varying }: Bound, printed: PrintedForm, define: Define, inputs: Named, dy: Tensor, v: Direction
): ReadonlyArray<Relation<Plain>> => {
  const N = wide
  const { y, pullback } = printed(N)(liftAll(N.of, inputs))
  const value = define(N)(liftAll(N.of, inputs))
  const pulled = pullback(T.liftGrid(N.of)(dy))
  const left = varying.flatMap(name =>
    (pulled[name]?.entries ?? []).map((d, i) => N.mul(d, N.of(v(name, i))))).reduce(N.add, N.of(0))
  const right = along(N, define, inputs, dy, varyingAlong(varying, v))
  const sides = (relation: Relation<Plain>): Relation<Plain> =>
    between('the printed form gives', 'the definition', relation)
  return [
    ...y.entries.map(
      (a, i) => sides(equal<Plain>(toInterval(a), toInterval(value.entries[i] as typeof a), `y entry ${i}`))
    ),
    besideSize(largest(dy) * leastEntry, sides(
      equal<Plain>(toInterval(left), toInterval(right), 'the derivative along v')
    ))
  ]
}

// Enough bits that two formulas for one number agree to the last digit of a double, whatever cancels.
const wide = ball(160)
