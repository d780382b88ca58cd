import { atMost, equal, type Plain, type Relation, spelled } from '../../src/claim/index.js'
import * as definition from '../../src/definition/index.js'
import type { Loss } from '../../src/loss/index.js'
import { type Analytic, type Ball, ball, type Grid, type Interval, point, toInterval } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'

type Labels = ReadonlyArray<number>

// Enough digits for a loss of e^-700 beside scores of thousands: below 2^-1074 there are no doubles.
export const wide: Analytic<Ball> = ball(1200)
type Wide = ReturnType<typeof wide.of>

/** That a double is nearly what is known, to eight roundings; where it is one of the least, to as many of the least. */
export const nextTo = (float: number, known: Wide, name: string): Relation<Interval> => {
  const { lo, hi } = toInterval(known)
  // the mean, the logarithm and the sum of powers are rounded once each, and powers of a row 3 times
  const unit = 8 * (2 ** -53 * Math.max(Math.abs(lo), Math.abs(hi)) + Number.MIN_VALUE)
  return equal(Number.isFinite(float) ? point(float) : point(NaN), { lo: lo - unit, hi: hi + unit }, name)
}

/** Scores whose exponentials leave the doubles, and their labels. */
export interface Unsafe {
  readonly scores: ReadonlyArray<ReadonlyArray<number>>
  readonly labels: Labels
}

/** A loss and its gradient beside its definition and the derivative of that. */
export const besideDefinition = (
  loss: Loss<Labels>, define: <A>(N: Analytic<A>) => (labels: Labels) => (scores: Grid<A>) => A
) => ({ scores, labels }: Unsafe): ReadonlyArray<Relation<Interval>> => {
  const { value, gradient } = loss(labels)(T.fromNested(scores))
  const lifted = T.liftGrid(wide.of)(T.fromNested(scores))
  const slopes = definition.partials(wide)(N => define(N)(labels))(lifted)
  return [
    nextTo(value, define(wide)(labels)(lifted), 'value'),
    ...[...gradient.data].map((g, i) => nextTo(g, slopes.entries[i] ?? wide.of(NaN), `gradient[${i}]`))
  ]
}

/** That each double lies where it should, both ends compared exactly. */
export const inside = (given: ReadonlyArray<Relation<Interval>>): ReadonlyArray<Relation<Plain>> =>
  given.flatMap(({ left, right, place }) => [
    atMost<Plain>(right.lo, left.lo, () => `${spelled(place)}, from below`),
    atMost<Plain>(left.hi, right.hi, () => `${spelled(place)}, from above`)
  ])

/** One row of two scores, so far apart that exponentials vanish; each of them right. */
export const far: ReadonlyArray<Unsafe> = [700, 744, 745, 746, 1000, 10000].flatMap(gap =>
  [0, 1].map(label => ({ scores: [[gap, 0]], labels: [label] })))
