import { inside, type Point, type Side } from './chosen.js'
import { pick } from './places.js'

/** For each comparison that a formula makes at a point, its left side less its right. */
export type ComparisonsAt = (point: Point) => ReadonlyArray<number>

/**
 * From a point to one at which the sides of the comparisons that are meant are equal or nearly so, so that beside it another case of the
 * formula begins: for one after another a number is moved along the secant of its difference, if those that were met before stay met.
 */
export const atKinks = (
  at: ComparisonsAt, sides: ReadonlyArray<Side>, point: Point, seed: number, isMeant: (comparison: number) => boolean
): Point =>
  at(point).reduce<Walk>((walk, _, comparison) => (isMeant(comparison) ? meeting(at, sides, walk, comparison) : walk),
    { point, seed, met: [] }).point

interface Walk {
  readonly point: Point
  readonly seed: number
  /** The comparisons whose sides meet. */
  readonly met: ReadonlyArray<number>
}

/** The first number, from one on, that moves a comparison alone is moved to where its sides nearly meet, as far as its range goes. */
const meeting = (
  at: ComparisonsAt, sides: ReadonlyArray<Side>, walk: Walk, comparison: number
): Walk => {
  const { point, met } = walk
  const [first, afterFirst] = pick(walk.seed, point.length)
  const [power, seed] = pick(afterFirst, 18)
  const beside = power === 0 ? 0 : (met.length % 2 === 0 ? 1 : -1) * 2 ** -(3 + power)
  const before = at(point)
  const d = before[comparison] ?? NaN
  if (met.some(one => before[one] === d)) return walk
  for (let j = 0; j < point.length; j++) {
    const k = (first + j) % point.length
    const moved = (by: number): Point => inside(sides, point.map((x, i) => (i === k ? x + by : x)))
    const other = moved((point[k] ?? 0) > 0 ? -1 : 1)
    const rise = (at(other)[comparison] ?? NaN) - d
    if (rise !== 0) {
      const found = moved((beside - d) * ((other[k] ?? NaN) - (point[k] ?? NaN)) / rise)
      const after = at(found)
      const isNear = Math.abs((after[comparison] ?? NaN) - beside) <= Math.abs(d) / 2
      const isAlone = met.every(one => after[one] === before[one])
      if (isNear && isAlone) return { point: found, seed, met: [...met, comparison] }
    }
  }
  return { ...walk, seed }
}
