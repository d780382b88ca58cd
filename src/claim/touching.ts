import { encloseRational, fromDouble, type Rational, showRational } from '../number/rational.js'
import { float64 } from '../number/float64.js'
import { nextDown, nextUp } from '../number/ulp.js'
import { attempt, isLeft, largest } from '../prelude/index.js'
import { type Point, type Side, sidesOf } from './chosen.js'
import type { Judge, Judgement } from './Claim.js'
import { corners } from './corners.js'
import { descend, descents } from './downhill.js'
import { type Formula, forAll } from './forAll.js'
import { liftBy } from './positions.js'
import { outside, relationsOf } from './Relation.js'
import { seedFor } from './seed.js'
import { show, written } from './show.js'
import { simplest } from './simplest.js'
import { balls } from './System.js'
import type { Variables } from './Variable.js'

/** Doubles rarely err where numbers are 0 and 1. */
const mostCorners = 3

/**
 * Looks for a place at which the sides of a strict inequality are equal where all numbers are 0, 1 or -1. It can refute, and else
 * leaves open.
 */
export const touchingAtCorners = <V extends Variables>(variables: V, formula: Formula<V>): Judge => (effort, id) =>
  corners(variables, formula).slice(0, mostCorners).reduce<Judgement>((before, point) =>
    (before.verdict === 'refuted' ? before : exactlyAt(variables, formula, point.map(fromDouble))(effort, id)), open(''))

/** Of more numbers no lowest place is found in doubles. */
const mostNumbers = 6
const { N, lower, sub, enclose } = balls(160)

/**
 * Looks for a place at which the sides of a strict inequality are equal: from where they come closest, at the simplest fractions nearby,
 * each of which is judged exactly. Where none is one, but doubles lie too far apart to tell that the sides differ there, it says so.
 *
 * @example
 * const positive = (N, y) => [atMost(N.of(0), y), equal(N.where(N.of(0), y, N.of(0), N.of(1)), N.of(1))]
 * const square = (N, { x }) => positive(N, N.mul(N.square(N.sub(x, N.decimal('0.3'))), N.exp(x)))
 * touching({ x: scalar }, square)(effort(), 'square/positive').counterexample.input // 'x = 3/10'
 */
export const touching = <V extends Variables>(variables: V, formula: Formula<V>): Judge => (effort, id) => {
  const sides = sidesOf(variables)
  if (sides === undefined || sides.length === 0 || sides.length > mostNumbers) return open('')
  const slackAt = slackOf(variables, formula)
  const closest = descents(variables, formula, sides, seedFor(effort.seed, id), sides.length * looks.each)
    .map(point => polished(slackAt, sides, point))
  const near = closest.flatMap(point => simplestNear(sides, point))
  const points = near.filter((point, k) => near.findIndex(other => keyOf(other) === keyOf(point)) === k)
  const found = points.reduce<Judgement | undefined>((before, point) =>
    (before?.verdict === 'refuted' ? before : exactlyAt(variables, formula, point)(effort, id)), undefined)
  if (found?.verdict === 'refuted') return found
  const meeting = closest.find(point => isMeeting(slackAt, sides, point))
  return meeting === undefined ? open('') : open(
    `the sides come together near ${namedAt(variables, k => String(meeting[k]))}, and it is not seen whether they are equal there`,
    ratioAt(variables, formula, meeting)
  )
}

const looks = { each: 80, polishing: 200 }

const open = (reason: string, ratio?: number): Judgement => ({
  verdict: 'undecided', reason,
  evidence: {
    strength: 'sampled', scope: 'nothing was judged', cases: 0, undecidedCases: 0, slack: null, resolution: null,
    ...ratio === undefined ? {} : { ratio }
  }
})

/** The most that the smaller side of an inequality is of the larger one at a point, in doubles; none where they are not positive. */
const ratioAt = <V extends Variables>(variables: V, formula: Formula<V>, point: Point): number | undefined => {
  const relations = formula(float64, liftBy(variables, k => point[k] as number))
  const ratios = relations === outside ? [] : relationsOf(relations).flatMap(({ kind, left, right }) =>
    (kind === '<=' && left > 0 && right > 0 ? [Math.min(left, right) / Math.max(left, right)] : []))
  return ratios.length === 0 ? undefined : largest(ratios)
}

const keyOf = (point: ReadonlyArray<Rational>): string => point.map(showRational).join()

const namedAt = (variables: Variables, at: (position: number) => string): string =>
  show(Object.fromEntries(Object.entries(liftBy(variables, k => ({ [written]: at(k) })))
    .map(([name, value]) => [name, 'entries' in value ? value.entries : value])))

type Slack = ReturnType<typeof N.of>

/** The least slack of the inequalities at a point, with more bits than doubles have; none where they are undefined. */
const slackOf = <V extends Variables>(variables: V, formula: Formula<V>) => (point: Point): Slack | undefined => {
  const found = attempt(() => {
    const relations = formula(N, liftBy(variables, k => N.of(point[k] as number)))
    const slacks = relations === outside ? []
      : relationsOf(relations).flatMap(({ kind, left, right }) => (kind === '<=' ? [sub(right, left)] : []))
    const [first, ...others] = slacks
    return others.reduce<Slack | undefined>(
      (least, slack) => (least === undefined || isAtLeast(least, slack) ? slack : least), first
    )
  })
  return isLeft(found) || found.right === undefined || found.right.exp === Infinity ? undefined : found.right
}

const isAtLeast = (a: Slack, b: Slack): boolean => lower(sub(a, b)) >= 0

/** The lowest place near one that was found in doubles, where rounding hides it. */
const polished = (slackAt: (point: Point) => Slack | undefined, sides: ReadonlyArray<Side>, point: Point): Point => {
  const at = (here: Point) => {
    const slack = slackAt(here)
    return { point: here, slack: slack === undefined ? Infinity : enclose(slack).hi }
  }
  return descend(at, sides, at(point), 2 ** -16, sides.length * looks.polishing).point
}

/**
 * Whether a number that is changed by two doubles, up or down, makes the slack at least twice as large, and none makes it
 * half as large.
 */
const isMeeting = (slackAt: (point: Point) => Slack | undefined, sides: ReadonlyArray<Side>, point: Point): boolean => {
  const here = slackAt(point)
  if (here === undefined) return false
  const beside = point.map((x, k) => [nextUp(nextUp(x)), nextDown(nextDown(x))].map(
    moved => (moved >= (sides[k]?.[0] ?? moved) && moved <= (sides[k]?.[1] ?? moved)
      ? slackAt(point.map((y, j) => (j === k ? moved : y))) : undefined)
  ))
  const twice = (slack: Slack): Slack => N.add(slack, slack)
  return beside.some(pair => pair.every(slack => slack !== undefined && isAtLeast(slack, twice(here))))
    && beside.flat().every(slack => slack === undefined || isAtLeast(twice(slack), here))
}

/** For each of some widths the simplest fractions that lie no farther from the numbers. */
const simplestNear = (sides: ReadonlyArray<Side>, point: Point): ReadonlyArray<ReadonlyArray<Rational>> =>
  Array.from({ length: 18 }, (_, k) => 2 ** (-2 * k - 1)).map(width => point.map(x => simplest(x - width, x + width)))
    .filter(near => near.every((number, k) => {
      const { lo, hi } = encloseRational(number)
      return lo >= (sides[k]?.[0] ?? lo) && hi <= (sides[k]?.[1] ?? hi)
    }))

/** Judges a formula at one point. */
const exactlyAt = <V extends Variables>(variables: V, formula: Formula<V>, point: ReadonlyArray<Rational>): Judge => {
  const judge = forAll(
    {}, N => formula(N, liftBy(variables, k => N.ofRational(point[k] as Rational))), { byLaws: true }
  )
  return (effort, id) => {
    const found = judge({ ...effort, runs: 1 }, id)
    if (found.verdict !== 'refuted') return found
    const { path: _, ...counterexample } = found.counterexample
    const input = namedAt(variables, k => showRational(point[k] as Rational))
    return { ...found, counterexample: { ...counterexample, input } }
  }
}
