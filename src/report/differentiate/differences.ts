import {
  backwardDifference, type BestStep, bestStep, centralDifference, type Estimate, extrapolatedDifference, forwardDifference
} from '../../difference/index.js'
import * as D from '../../definition/difference.js'
import { type Ball, type Analytic, ball, type Rational, toInterval } from '../../number/index.js'
import { attempt, isLeft } from '../../prelude/index.js'
import type { Difference, Figure, Quotient } from './Answer.js'
import { showBall } from './System.js'

/** The function of one input, the others held, and what is known of it there. */
export interface Sections {
  /** Over doubles. */
  readonly f: (x: number) => number
  /** Over balls of so many bits. */
  readonly ballF: (bits: number) => (x: Ball) => Ball
  readonly x: Rational
  readonly near: number
  readonly value: Ball
  /** f'' and f''', where they were computed. */
  readonly second: Ball | undefined
  readonly third: Ball | undefined
  /** A bound on the relative error of one evaluation over doubles. */
  readonly noise: number
}

type Differences = Readonly<Record<Quotient, Difference | string>>

const number = (a: Ball | undefined): number => (a === undefined ? NaN : toInterval(a).lo)

/** The best step by the error model; undefined where the model has none, as for a straight line. */
const modelled = (method: 'one-sided' | 'central', value: number, derivative: number, noise: number): BestStep | undefined => {
  const best = attempt(() => bestStep(method, { value, derivative, noise }))
  return isLeft(best) ? undefined : best.right
}

const shown = (x: number): Figure => ({ text: String(x), near: x })
const short = (x: number): Figure =>
  ({ text: x >= 1e5 || (x < 1e-3 && x > 0) ? x.toExponential(2) : String(Number(x.toPrecision(3))), near: x })

const taken = (h: number, take: () => Estimate): Difference | string => {
  const estimate = attempt(take)
  return isLeft(estimate) ? `not defined over the step: ${estimate.left.message}`
    : { h: short(h), value: shown(estimate.right.value), error: short(estimate.right.error) }
}

/** The differences over doubles, with the step given or the best one by the error model. */
export const differencesOverDoubles = ({ f, near: x, value, second, third, noise }: Sections, h: number | undefined): Differences => {
  const [scale, size] = [Math.max(1, Math.abs(x)), number(value)]
  const one = h ?? modelled('one-sided', size, number(second), noise)?.h ?? 2 ** -26 * scale
  const both = h ?? modelled('central', size, number(third), noise)?.h ?? 2 ** -17 * scale
  const wide = Math.max(2 ** -5 * scale, h ?? 0)
  return {
    oneSided: taken(one, () => forwardDifference(f, { h: one, noise })(x)),
    backward: taken(one, () => backwardDifference(f, { h: one, noise })(x)),
    central: taken(both, () => centralDifference(f, { h: both, noise })(x)),
    extrapolated: taken(wide, () => extrapolatedDifference(f, { h: wide, noise })(x))
  }
}

const isKnown = (a: Ball | undefined): a is Ball => a !== undefined && a.exp !== Infinity && (a.mid > a.rad || a.mid < -a.rad)

const middle = (a: Ball): Ball => ({ ...a, rad: 0n })

/** Richardson's extrapolation of central differences over h, h/2, h/4, ...: the last value, and by how much it moved. */
const extrapolated = (
  N: Analytic<Ball>, f: (x: Ball) => Ball, x: Ball, h: Ball, levels: number
): { readonly value: Ball; readonly moved: Ball } => {
  let row: ReadonlyArray<Ball> = []
  let moved = N.of(0)
  for (let i = 0; i < levels; i++) {
    const above = row
    row = above.reduce<ReadonlyArray<Ball>>((done, neighbour, j) => {
      const last = done[j] as Ball
      return [...done, N.add(last, N.div(N.sub(last, neighbour), N.sub(N.power(N.of(4), j + 1), N.of(1))))]
    }, [D.centralDifference(N)(f)(x, N.div(h, N.power(N.of(2), i)))])
    if (above.length > 0) moved = N.abs(N.sub(row[i] as Ball, above[i - 1] as Ball))
  }
  return { value: row[levels - 1] as Ball, moved }
}

/** The differences over balls: rounded to the digits asked for, as one with so many digits would find them. */
export const differencesOverBalls = (digits: number) => (
  { ballF, x, value, second, third }: Sections, h: Rational | undefined
): Differences => {
  const bits = Math.ceil(3.33 * digits) + 8
  const N = ball(bits)
  const wide = ball(2 * bits + 128)
  const noise = N.mul(N.power(N.of(10), -digits), N.abs(middle(value)))
  const fallback = (power: number): Ball => N.power(N.of(10), -Math.ceil(digits / power))
  const typed = h === undefined ? undefined : N.ofRational(h)
  const one = typed ?? (isKnown(second) && isKnown(value)
    ? N.mul(N.of(2), N.sqrt(N.div(noise, N.abs(middle(second))))) : fallback(2))
  const both = typed ?? (isKnown(third) && isKnown(value)
    ? N.exp(N.div(N.log(N.div(N.mul(N.of(3), noise), N.abs(middle(third)))), N.of(3))) : fallback(3))
  const [f, at] = [(p: Ball): Ball => ballF(bits)(p), N.ofRational(x)]
  const show = showBall(digits)
  const given = (step: Ball, slope: Ball): Difference | string =>
    slope.exp === Infinity ? 'not defined over the step' : { h: showBall(3)(step), value: show(middle(slope)) }
  const levels = Math.ceil(Math.sqrt(3.33 * digits)) + 6
  const first = typed ?? wide.of(2 ** -5)
  const best = extrapolated(wide, ballF(2 * bits + 128), wide.ofRational(x), middle(first), levels)
  return {
    oneSided: given(one, D.forwardDifference(N)(f)(at, middle(one))),
    backward: given(one, D.backwardDifference(N)(f)(at, middle(one))),
    central: given(both, D.centralDifference(N)(f)(at, middle(both))),
    extrapolated: best.value.exp === Infinity ? 'not defined over the step'
      : { h: showBall(3)(first), value: show(middle(best.value)), error: showBall(3)(middle(best.moved)) }
  }
}
