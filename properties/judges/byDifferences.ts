import { extrapolatedDifference } from '../../src/difference/index.js'
import {
  disjoint, fromEntries, hull, interval, type Interval, nowhere, point, type Shape, sizeOf, wholeLine
} from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { attempt, isLeft } from '../../src/prelude/index.js'
import type { Named, NamedGrids } from '../layers/subject.js'

/** A function of all inputs, and the shapes of those that vary. */
interface Valued {
  readonly varying: Readonly<Record<string, Shape>>
  readonly run: (inputs: Named) => { readonly y: Tensor }
}

/** The outputs as functions of one entry of the inputs. */
const outputsAt = ({ run }: Valued, inputs: Named, name: string, position: number): ((t: number) => Tensor) => {
  const { shape, data } = inputs[name] as Tensor
  const seen = new Map<number, Tensor>()
  return t => {
    const changed = T.fromFlat(shape, Array.from(data, (a, i) => (i === position ? t : a)))
    const y = seen.get(t) ?? run({ ...inputs, [name]: changed }).y
    seen.set(t, y)
    return y
  }
}

type Scalar = (t: number) => number

/** Where a derivative lies; at a kink, all slopes from the one on the left to the one on the right. */
export interface Estimated extends Interval {
  readonly isKink?: true
}

interface Noise {
  /** The error of one value of f, relative to it. */
  readonly relative: number
  /** What may cancel within f: its error is that of a number of this size. */
  readonly cancelled: number
}

const estimate = (f: Scalar, x: number, h: number, { relative, cancelled }: Noise): Interval => {
  const { value, error } = extrapolatedDifference(f, { h, noise: relative })(x)
  const most = error + 2 * relative * cancelled / (h / 128)
  return interval.add(point(value), { lo: -most, hi: most })
}

/** Slopes to the right and to the left over a step. */
const oneSided = (f: Scalar, x: number, h: number): readonly [number, number] =>
  [(f(x + h) - f(x)) / h, (f(x) - f(x - h)) / h]

const jump = ([right, left]: readonly [number, number]): number => Math.abs(right - left)

/** Where the slope on one side tends, which is as far off as it moved from the two that it was made of, and as they were rounded. */
const limit = (far: number, near: number, rounding: number): Interval => {
  const most = Math.abs(far - near) + 3 * rounding
  return interval.add(point(2 * near - far), { lo: -most, hi: most })
}

/**
 * The derivative of f at x as differences estimate it, over steps from h down and again from h / 64 down: from the one to the other.
 * Nothing is known where they do not meet, for f bends within the longer steps or is rounded too much for the shorter. At a kink, any slope
 * between the limits on either side: the slopes of smooth functions come twice as near when the step is halved, at a kink they stay apart.
 */
const slopeOf = (f: Scalar, x: number, h: number, noise: Noise): Estimated => {
  const [coarse, fine] = [estimate(f, x, h, noise), estimate(f, x, h / 64, noise)]
  const [far, near] = [oneSided(f, x, h / 64), oneSided(f, x, h / 128)]
  const isKink = jump(near) > 0.75 * jump(far)
  const rounding = noise.relative * (Math.abs(f(x)) + Math.abs(f(x + h)) + noise.cancelled) / (h / 128)
  const both = disjoint(coarse, fine) ? wholeLine : hull(coarse, fine)
  if (!isKink) return both
  const [right, left] = [0, 1].map(k => limit(far[k] ?? NaN, near[k] ?? NaN, rounding)) as [Interval, Interval]
  const sides = hull(right, left)
  // sides that meet are those of a smooth function, of which rounding alone is seen
  return disjoint(right, left) ? { ...sides, isKink: true } : both === wholeLine ? sides : hull(both, sides)
}

/** The same, where f gives numbers: no slope where it does not at x, and none is known where it does not near x. */
const slopeWhereDefined = (f: Scalar, x: number, h: number, noise: Noise): Estimated => {
  if (!Number.isFinite(f(x))) return nowhere
  const found = attempt(() => slopeOf(f, x, h, noise))
  return isLeft(found) ? wholeLine : found.right
}

const largest = ({ data }: Tensor): number => Array.from(data).reduce((most, a) => Math.max(most, Math.abs(a)), 0)

/** A part of the entry; for 0, of the largest beside it, but not more than of 1, for a function need not be smooth over more. */
const stepAt = (x: number, t: Tensor): number => 2 ** -5 * (x !== 0 ? Math.abs(x) : Math.min(1, largest(t)) || 1)

/** Beyond it a step that is a part of the entry may pass over all that a function does, as a standard deviation near 0. */
export const farthest: number = 2 ** 30

/**
 * The cotangents of the inputs by extrapolated differences of the outputs: estimates, with an estimate of their error. An output is taken
 * to have as many roundings as there are inputs, of numbers that are no larger than itself or than what is said to cancel.
 */
export const byDifferences = (
  subject: Valued, inputs: Named, cancelled = 0
): ((dy: Tensor) => NamedGrids<Estimated>) => {
  const noise = {
    relative: 2 ** -53 * Object.values(inputs).reduce((count, t) => count + sizeOf(t.shape), 0), cancelled
  }
  const size = sizeOf(subject.run(inputs).y.shape)
  const isNear = Object.values(inputs).every(t => largest(t) < farthest)
  const slopes = Object.entries(subject.varying).map(([name, shape]) => {
    const given = inputs[name] as Tensor
    const ofEach = Array.from(given.data, (x, position) => {
      const outputs = outputsAt(subject, inputs, name, position)
      return Array.from({ length: size }, (_, j): Estimated =>
        (!isNear ? wholeLine : slopeWhereDefined(t => outputs(t).data[j] ?? NaN, x, stepAt(x, given), noise)))
    })
    return { name, shape, ofEach }
  })
  return dy => Object.fromEntries(
    slopes.map(({ name, shape, ofEach }) => [name, fromEntries(shape, ofEach.map((slope): Estimated => {
      const total = slope.map((s, j) => interval.mul(point(dy.data[j] ?? NaN), s)).reduce(interval.add)
      return slope.some(({ isKink }) => isKink) ? { ...total, isKink: true } : total
    }))])
  )
}
