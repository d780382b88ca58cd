import { between, equal, type Plain, type Relation } from '../../src/claim/index.js'
import {
  contains, gradeOf, type Grid, indicesOf, interval, type Interval, isNowhere, magnitude, point, zipGrid
} from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { exactDoubles, isExact } from '../judges/exactDoubles.js'
import { sameEntries } from '../judges/sameBits.js'
import { cotangentName } from './answer.js'
import type { Bound } from './bound.js'
import { along, varyingAlong } from './derivative.js'
import { knownPullback } from './knownPullback.js'
import type { Named } from './subject.js'

/**
 * Two cotangents with one entry each, the first of dy that is not 0: at its own place and at another, by its number. Of one size, so that
 * a division is rounded alike for each and for their sum.
 */
const twoOf = ({ shape, data }: Tensor, other: number): readonly [Tensor, Tensor] => {
  const first = Math.max(0, Array.from(data).findIndex(d => d !== 0))
  const only = (place: number): Tensor =>
    T.fromFlat(shape, Array.from(data, (_, i) => (i === place ? data[first] ?? 0 : 0)))
  return [only(first), only(other % data.length)]
}

/** Whether the pullback gives no numbers where the definition has no derivative. */
export const isUndefinedAt = ({ define }: Bound, inputs: Named, dy: Tensor, pulled: Named): boolean =>
  define !== undefined && Object.values(pulled).some(({ data }) => !Array.from(data).every(Number.isFinite))
    && gradeOf(along(interval, define, inputs, dy, () => 1)) !== 'defined'

/**
 * The pullback of -2^k dy, for k from -20 to 20, is exactly -2^k times that of dy, and that of 0 is 0; the pullback of a sum of two is the
 * sum of both. With inputs whose products may leave the range of doubles, that of -dy is exactly minus that of dy: rounding is symmetric
 * everywhere.
 */
export const linearRelations = (
  bound: Bound, inputs: Named, dy: Tensor, pullback: (dy: Tensor) => Named, other: number
): ReadonlyArray<Relation<Plain>> => {
  const isSafe = isModest(inputs, bound)
  const by = isSafe ? -(2 ** (other % 41 - 20)) : -1
  const taken = isSafe && [dy, T.mul(dy, by)].some(given => Object.values(pullback(given)).some(isTiny))
    ? T.mul(dy, 2 ** 60)
    : dy
  const [once, more] = [pullback(taken), pullback(T.mul(taken, by))]
  const none = isSafe ? pullback(T.mul(dy, 0)) : {}
  return [
    ...Object.entries(once).flatMap(
      ([name, d]) => sameEntries(more[name] as Tensor, T.mul(d, by), cotangentName(name))),
    ...Object.entries(none).flatMap(
      ([name, d]) => sameEntries(d, T.zeros(d.shape), `${cotangentName(name)} of no cotangent`)
    ),
    ...additiveRelations(bound, inputs, twoOf(dy, other), pullback)
  ]
}

// Whatever six such numbers are multiplied to, it is a double with all its digits.
const isModest = (inputs: Named, { precision }: Bound): boolean => {
  const [least, most] = [precision.least ** (1 / 7), precision.largest ** (1 / 7)]
  return Object.values(inputs).every(
    ({ data }) => Array.from(data).every(a => a === 0 || (Math.abs(a) > least && Math.abs(a) < most))
  )
}

// Below 2^-1022 doubles have fewer digits, and twice a rounded number is not the rounded double: cotangents that lead near there are taken
// 2^60 times as large.
const isTiny = ({ data }: Tensor): boolean => Array.from(data).some(a => a !== 0 && Math.abs(a) < 2 ** -960)

const additiveRelations = (
  bound: Bound, inputs: Named, [u, v]: readonly [Tensor, Tensor], pullback: (dy: Tensor) => Named
): ReadonlyArray<Relation<Plain>> => {
  const both = T.add(u, v)
  const [ofU, ofV, ofBoth] = [pullback(u), pullback(v), pullback(both)]
  if (isExactAt(bound, inputs, both)) {
    return bound.varying.flatMap(name =>
      sameEntries(T.add(ofU[name] as Tensor, ofV[name] as Tensor), ofBoth[name] as Tensor, placeOf(name)))
  }
  const known = knownPullback(bound, inputs)
  const enclosures = [known(u), known(v), known(both)]
  return bound.varying.flatMap(name => within(
    [ofU, ofV, ofBoth].map(pulled => pulled[name] as Tensor), enclosures.map(grids => grids[name] as Grid<Interval>),
    name,
    Array.from(both.data).reduce((most, a) => Math.max(most, Math.abs(a)), 0)))
}

const placeOf = (name: string): string => `${cotangentName(name)} of two entries of dy`

// Rounding makes of the sum less the pullback of the sum what the enclosures allow. Where the pullback of one entry is wrong already, the
// law about its value says so.
const within = (
  [u, v, both]: ReadonlyArray<Tensor>, known: ReadonlyArray<Grid<Interval>>, name: string, size: number
): ReadonlyArray<Relation<Plain>> => {
  const [knownU, knownV, knownBoth] = known as [Grid<Interval>, Grid<Interval>, Grid<Interval>]
  const index = indicesOf(knownU.shape)
  const at = (t: Tensor | undefined, i: number): number => t?.data[i] ?? NaN
  const most = knownBoth.entries.reduce(
    (so, enclosure) => (isNowhere(enclosure) ? so : Math.max(so, magnitude(enclosure))), size
  )
  const nothing = zipGrid(interval.sub)(zipGrid(interval.add)(knownU, knownV), knownBoth)
  return nothing.entries.flatMap((apart, i) => {
    if (!contains(knownU.entries[i] as Interval, at(u, i))
      || !contains(knownV.entries[i] as Interval, at(v, i))) return []
    if (!(Math.max(apart.hi, -apart.lo) < Infinity)) return []
    const relation = equal<Plain>(
      interval.add(point(at(u, i)), point(at(v, i))), interval.add(point(at(both, i)), apart),
      () => `${placeOf(name)}[${index(i).join(',')}]`)
    return [{ ...between('the pullbacks of each add up to', 'that of their sum is', relation), size: most }]
  })
}

/** Whether numbers of its precision hold whatever a pullback of cotangents up to this size comes to. */
const isExactAt = ({ define, printed, varying, precision }: Bound, inputs: Named, dy: Tensor): boolean =>
  define !== undefined && printed === undefined
  && isExact(along(exactDoubles, define, inputs, T.abs(dy), varyingAlong(varying, () => 1)), precision)
