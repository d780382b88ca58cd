import { float64 } from '../number/float64.js'
import { attempt, isLeft } from '../prelude/index.js'
import { atKinks } from './atKinks.js'
import { drawnPoints, inside, type Point, type Side } from './chosen.js'
import { comparisonsAt } from './comparisonsAt.js'
import type { Formula } from './forAll.js'
import { pick } from './places.js'
import { blocksOf, liftBy } from './positions.js'
import { outside, relationsOf } from './Relation.js'
import type { Variables } from './Variable.js'

/** A point, and how far the relations are from being wrong there. */
export interface Place {
  readonly point: Point
  readonly slack: number
}

/**
 * So many points are drawn to begin with, four of five of which are moved to where cases of the formula meet, and so many looked at on the
 * way from each: where sides have kinks, most ways end at one.
 */
const begun = 40
const looks = 150

/** One comparison of so many is left as it is, where points are not near each other. */
const leftOut = 4

/** Farther below 0 than doubles err where numbers are of the size that is usually drawn: there the search ends. */
const clearlyWrong = -(2 ** -20)

/**
 * A point at which relations seem to be wrong, or to hold as equalities: from drawn ones, in doubles, one number after another is changed,
 * by less and less, so that the slack becomes smaller (Hooke and Jeeves 1961).
 */
export const downhill = <V extends Variables>(
  variables: V, formula: Formula<V>, sides: ReadonlyArray<Side>, seed: number, cancelled: () => boolean
): Point | undefined => {
  const at = slackAt(variables, formula)
  const compared = (point: Point): ReadonlyArray<number> =>
    comparisonsAt(N => formula(N, liftBy(variables, k => point[k] as number)))
  const startFrom = (point: Point, k: number): Place => {
    const [turn, own] = [k % 5, seed + k]
    if (turn < 1) return at(point)
    if (turn < 3) return at(atKinks(compared, sides, point, own, comparison => pick(own + comparison, leftOut)[0] > 0))
    return at(atKinks(compared, sides, tied(variables, sides, point, own), own, () => true))
  }
  const found = drawnPoints(variables, sides, seed, begun).reduce<Place>((best, point, k) => {
    if (best.slack < clearlyWrong || cancelled()) return best
    const first = startFrom(point, k)
    return first.slack === Infinity ? best : better(best, descend(at, sides, first, 0.5, looks))
  }, { point: [], slack: Infinity })
  return found.slack <= 0 ? found.point : undefined
}

/**
 * The lowest places to which drawn points lead, of some among smaller numbers alone, where no other factor becomes as small: those beside
 * which the slack is soon twice as large, as it is where it comes to nothing.
 */
export const descents = <V extends Variables>(
  variables: V, formula: Formula<V>, sides: ReadonlyArray<Side>, seed: number, most: number
): ReadonlyArray<Point> => {
  const at = slackAt(variables, formula)
  const upTo = (size: number): ReadonlyArray<Side> =>
    sides.map(([lo, hi]) => [Math.max(lo, Math.min(hi, -size)), Math.min(hi, Math.max(lo, size))])
  return drawnPoints(variables, sides, seed, started).flatMap((point, k) => {
    const within = upTo(sizes[k % sizes.length] ?? Infinity)
    const first = at(inside(within, point))
    const found = first.slack === Infinity ? first : descend(at, within, first, 0.5, most)
    const isSteep = found.slack < Infinity && found.point.some((x, j) => [1, -1].every(way => {
      const moved = inside(sides, found.point.map((y, i) => (i === j ? x + way * beside * (Math.abs(x) + 1) : y)))
      return at(moved).slack >= 2 * found.slack && moved[j] !== x
    }))
    return isSteep ? [found.point] : []
  })
}

const sizes = [Infinity, 10, Infinity, 2]
const started = 12
const beside = 2 ** -8

const slackAt = <V extends Variables>(variables: V, formula: Formula<V>) => (point: Point): Place => {
  const found = attempt(() => formula(float64, liftBy(variables, k => point[k] as number)))
  const relations = isLeft(found) || found.right === outside ? [] : relationsOf(found.right)
  const slack = relations.reduce((least, { kind, left, right }) =>
    Math.min(least, kind === '<=' ? right - left : left === right ? Infinity : -Math.abs(right - left)), Infinity)
  return { point, slack: Number.isNaN(slack) ? Infinity : slack }
}

/** The point with one variable equal to another of the same size, as far as its range goes. */
const tied = (variables: Variables, sides: ReadonlyArray<Side>, point: Point, seed: number): Point => {
  const blocks = blocksOf(variables)
  const firsts = [...new Set(blocks)].map(block => blocks.indexOf(block))
  const sizeFrom = (first: number): number => blocks.lastIndexOf(blocks[first] ?? NaN) - first + 1
  const pairs = firsts.flatMap(from =>
    firsts.filter(to => to !== from && sizeFrom(to) === sizeFrom(from)).map(to => [from, to] as const))
  const [from = 0, to = 0] = pairs[pick(seed, pairs.length)[0]] ?? []
  const copied = (k: number): boolean => k >= to && k < to + sizeFrom(to)
  return inside(sides, point.map((x, k) => (copied(k) ? point[k - to + from] ?? x : x)))
}

const better = (a: Place, b: Place): Place => (b.slack < a.slack ? b : a)

/** Changes one number after another by a share of its size, as long as the slack becomes smaller, and by less and less. */
export const descend = (
  at: (point: Point) => Place, sides: ReadonlyArray<Side>, place: Place, share: number, left: number
): Place => {
  if (left <= 0 || place.slack < clearlyWrong) return place
  const next = sides.reduce((best, [lo, hi], k) => {
    const step = (x: number): number => share * Math.min(Math.abs(x) + 1, hi - lo)
    const moved = (way: number): Place =>
      at(inside(sides, best.point.map((x, j) => (j === k ? x + way * step(x) : x))))
    const up = moved(1)
    return up.slack < best.slack ? up : better(best, moved(-1))
  }, place)
  return descend(at, sides, next, next.slack < place.slack ? share : share / 2, left - 2 * sides.length)
}
