import { float64 } from '../number/float64.js'
import { attempt, isLeft, largest } from '../prelude/index.js'
import { type Point, type Side, sidesOf } from './chosen.js'
import type { Formula } from './forAll.js'
import { liftBy } from './positions.js'
import { outside, relationsOf } from './Relation.js'
import type { Variables } from './Variable.js'

/** So many are looked at from each of the two at which numbers are most alike. */
const mostEach = 400

/**
 * The places with numbers 0, 1 and -1 alone at which the sides of a strict inequality are equal in doubles, from all 0 and all 1 on; those
 * at which the sides are 0 come last, and then the ends of the ranges, where what is linear comes closest.
 */
export const corners = <V extends Variables>(variables: V, formula: Formula<V>): ReadonlyArray<Point> => {
  const sides = sidesOf(variables)
  if (sides === undefined || sides.length === 0) return []
  const whereEqual = (points: ReadonlyArray<Point>): ReadonlyArray<Point> => {
    const found = points.flatMap(point => {
      const size = sizeWhereEqual(variables, formula, point)
      return size === undefined ? [] : [{ point, size }]
    })
    const [large, zero] = [found.filter(({ size }) => size > 0), found.filter(({ size }) => size === 0)]
    return [...large, ...zero].map(({ point }) => point)
  }
  const turned = sides.map(([lo, hi]) => [hi, lo] as const)
  return [
    ...whereEqual([[0, 1, -1], [1, 0, -1]].flatMap(order => placesOf(sides.map(valuesIn(order))))),
    ...whereEqual([sides, turned].flatMap(placesOf))
  ]
}

/** Those of these numbers that lie between two; else one in the middle; none, where no double lies between them. */
const valuesIn = (order: ReadonlyArray<number>) => ([lo, hi]: Side): ReadonlyArray<number> => {
  const values = order.filter(x => x >= lo && x <= hi)
  return values.length > 0 || lo > hi ? values : [lo + (hi - lo) / 2]
}

const placesOf = (choices: ReadonlyArray<ReadonlyArray<number>>): ReadonlyArray<Point> => {
  const count = choices.reduce((product, values) => Math.min(mostEach, product * values.length), 1)
  return Array.from({ length: count }, (_, k) => choices.reduce<{ readonly rest: number; readonly point: Point }>(
    ({ rest, point }, values) => (
      { rest: Math.floor(rest / values.length), point: [...point, values[rest % values.length] as number] }
    ), { rest: k, point: [] }).point)
}

/** How large the sides are, if they are equal. */
const sizeWhereEqual = <V extends Variables>(variables: V, formula: Formula<V>, point: Point): number | undefined => {
  const found = attempt(() => formula(float64, liftBy(variables, k => point[k] as number)))
  const relations = isLeft(found) || found.right === outside ? [] : relationsOf(found.right)
  const sizes = relations.flatMap(({ kind, left, right }) => (kind === '<=' && left === right ? [Math.abs(left)] : []))
  return sizes.length === 0 ? undefined : largest(sizes)
}
