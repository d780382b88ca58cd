import { float64 } from '../number/float64.js'
import { attempt, isLeft } from '../prelude/index.js'
import { drawnPoints, inside, type Point, type Side } from './chosen.js'
import type { Formula } from './forAll.js'
import { liftBy } from './positions.js'
import { outside, relationsOf } from './Relation.js'
import type { Variables } from './Variable.js'

interface Place {
  readonly point: Point
  readonly slack: number
}

/** So many points are drawn to begin with, and so many looked at on the way: of few numbers as many as lead to a lowest place. */
const begun = 8
const looks = { few: 100, many: 32 }
const fewNumbers = 3

/**
 * A point at which relations seem to be wrong, or to hold as equalities: from a drawn one, in doubles, one number after another is changed,
 * by less and less, so that the slack becomes smaller (Hooke and Jeeves 1961).
 */
export const downhill = <V extends Variables>(
  variables: V, formula: Formula<V>, sides: ReadonlyArray<Side>, seed: number
): Point | undefined => {
  const at = (point: Point): Place => {
    const found = attempt(() => formula(float64, liftBy(variables, k => point[k] as number)))
    const relations = isLeft(found) || found.right === outside ? [] : relationsOf(found.right)
    const slack = relations.reduce((least, { kind, left, right }) =>
      Math.min(least, kind === '<=' ? right - left : left === right ? Infinity : -Math.abs(right - left)), Infinity)
    return { point, slack: Number.isNaN(slack) ? Infinity : slack }
  }
  const better = (a: Place, b: Place): Place => (b.slack < a.slack ? b : a)
  const descend = (place: Place, share: number, left: number): Place => {
    if (left <= 0 || place.slack < 0) return place
    const next = sides.reduce((best, [lo, hi], k) => {
      const step = (x: number): number => share * Math.min(Math.abs(x) + 1, hi - lo)
      const moved = (way: number): Place =>
        at(inside(sides, best.point.map((x, j) => (j === k ? x + way * step(x) : x))))
      const up = moved(1)
      return up.slack < best.slack ? up : better(best, moved(-1))
    }, place)
    return descend(next, next.slack < place.slack ? share : share / 2, left - 2 * sides.length)
  }
  const first = drawnPoints(variables, sides, seed, begun).map(at).reduce(better, { point: [], slack: Infinity })
  const found = first.slack === Infinity ? first
    : descend(first, 0.5, sides.length <= fewNumbers ? looks.few : looks.many)
  return found.slack <= 0 ? found.point : undefined
}
