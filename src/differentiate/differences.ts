import {
  backwardDifference, bestStep, centralDifference, type Estimate, extrapolatedDifference, forwardDifference
} from '../difference/index.js'
import { type Ball, ball, toInterval } from '../number/index.js'
import { attempt, isLeft } from '../prelude/index.js'
import type { Difference, Shown, Quotient } from './Answer.js'
import type { Section } from './sections.js'
import { doubles, judged } from './System.js'

export type Differences = Readonly<Record<Quotient, Difference | string>>

const number = (a: Ball | undefined): number => (a === undefined ? NaN : toInterval(a).lo)

/** The best step by the error model for this error of f; undefined where the model has none, as for a straight line. */
const modelled = (method: 'one-sided' | 'central', error: number, derivative: number): number | undefined => {
  const best = attempt(() => bestStep(method, { value: error, derivative, noise: 1 }))
  return isLeft(best) ? undefined : best.right.h
}

/** Three digits, rounded up. */
const upToThree = (x: number): number => {
  const unit = 10 ** (Math.floor(Math.log10(x)) - 2)
  const above = [0, 1].map(more => Number(((Math.ceil(x / unit) + more) * unit).toPrecision(3)))
  return above.find(y => y >= x) ?? x
}

const short = (x: number): Shown =>
  ({ text: x >= 1e5 || (x < 1e-3 && x > 0) ? x.toExponential(2) : String(Number(x.toPrecision(3))), near: x })

/** The estimate, unless the true value shows that it is too small: then nothing is known of the error. */
const honest = ({ value, error }: Estimate, { slope, exists, shift }: Section): Shown | undefined => {
  const shown = upToThree(error + shift)
  const N = ball(256)
  const off = toInterval(N.abs(N.sub(doubles.toBall(value), slope))).hi
  return exists && off <= shown && shown < Infinity ? short(shown) : undefined
}

const taken = (section: Section, h: number, take: () => Estimate): Difference | string => {
  const found = attempt(take)
  if (isLeft(found)) return `none in doubles: it needs ${found.left.expected}, got ${found.left.got}`
  const error = honest(found.right, section)
  const value = judged(doubles, found.right.value, section.slope)
  return { h: short(found.right.h ?? h), value, ...(error === undefined ? {} : { error }) }
}

/** The differences over doubles, with the step given or the best one by the error model. */
export const differencesOverDoubles = (section: Section, h: number | undefined): Differences => {
  const { f, noise, near: x, value, second, third } = section
  const size = number(value)
  const error = Math.max(2 ** -53 * Math.abs(size), noise(x, size))
  // the model is one of what f does near x
  const scale = Math.max(1, Math.abs(x))
  const near = (step: number | undefined): number | undefined =>
    (step === undefined ? undefined : Math.min(step, 2 ** -5 * scale))
  // where f'' is 0, the next term of Taylor's series is the truncation of both
  // a power of two, so that both sides are equally far from x
  const both = h ?? 2 ** Math.round(Math.log2(near(modelled('central', error, number(third))) ?? 2 ** -17 * scale))
  const one = h ?? Math.min(both, near(modelled('one-sided', error, number(second))) ?? 2 ** -26 * scale)
  return {
    oneSided: taken(section, one, () => forwardDifference(f, { h: one, noise })(x)),
    backward: taken(section, one, () => backwardDifference(f, { h: one, noise })(x)),
    central: taken(section, both, () => centralDifference(f, { h: both, noise })(x)),
    extrapolated: taken(section, scale, () => extrapolatedDifference(f, { noise })(x))
  }
}
