import * as fc from 'fast-check'
import { type Judge, type Judgement } from './Claim.js'
import { type Formula, forAll } from './forAll.js'
import { liftBy } from './positions.js'
import { type ArrayOf, eachOf, type Scalar, type Variables } from './Variable.js'
import { doublesIn } from './within.js'

/** One value for each number of all variables. */
export type Point = ReadonlyArray<number>

/** From where to where a number is looked at. */
export type Side = readonly [number, number]

// No number that is usually drawn is larger, and none that is drawn at all is smaller.
const [largest, smallest] = [640, 2 ** -300]

/** For each number from where to where it may go, as far as numbers are usually drawn; none where some are drawn by a rule of their own. */
export const sidesOf = (variables: Variables): ReadonlyArray<Side> | undefined => {
  const positions = Object.entries(liftBy(variables, k => k))
  const sides = positions.flatMap(([name, at]) => {
    const side = sideOf(eachOf(variables[name] as Scalar | ArrayOf))
    return typeof at === 'number' ? [side] : at.entries.map(() => side)
  })
  return sides.every(side => side !== undefined) ? sides : undefined
}

const sideOf = ({ range, positive, notNegative, every }: Scalar): Side | undefined =>
  (range !== undefined ? doublesIn(range) : positive ? [smallest, largest] : notNegative === true ? [0, largest]
    : every ? [-largest, largest] : undefined)

/** The point, or the next to it that is inside. */
export const inside = (sides: ReadonlyArray<Side>, point: Point): Point =>
  point.map((x, k) => Math.min(sides[k]?.[1] ?? x, Math.max(sides[k]?.[0] ?? x, x)))

/** Some points as they are usually drawn. */
export const drawnPoints = (
  variables: Variables, sides: ReadonlyArray<Side>, seed: number, count: number
): ReadonlyArray<Point> => {
  const draw = fc.tuple(...Object.values(variables).map(v => (v.kind === 'scalar' ? v.draw.map(x => [x]) : v.draw)))
  return fc.sample(draw, { seed, numRuns: count }).map(values => inside(sides, values.flat()))
}

/** Judges a formula at one point. */
export const judgedAt = <V extends Variables>(variables: V, formula: Formula<V>, point: Point): Judge =>
  (effort, id): Judgement => {
    const positions: Readonly<Record<string, unknown>> = liftBy(variables, k => k)
    const fixed = Object.fromEntries(Object.entries(variables).map(([name, v]): readonly [string, Scalar | ArrayOf] => {
      const at = positions[name] as number & { readonly entries: Point }
      return [name, v.kind === 'scalar' ? { ...v, draw: fc.constant(point[at] as number) }
        : { ...v, draw: fc.constant(at.entries.map(k => point[k] as number)) }]
    })) as V
    const found = forAll(fixed, formula, { byLaws: true })({ ...effort, runs: 1 }, id)
    if (found.verdict !== 'refuted') return found
    // a path leads to drawn cases alone
    const { path: _, ...counterexample } = found.counterexample
    return { ...found, counterexample }
  }
