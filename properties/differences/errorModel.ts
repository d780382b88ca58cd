import fc from 'fast-check'
import { centralError, derivative, oneSidedError } from '../../src/definition/index.js'
import {
  allOf, atMost, type Claim, claim, equal, example, type Judge, type Law, type Plain, sampled
} from '../../src/claim/index.js'
import type { BestStep, ModelledFunction } from '../../src/difference/index.js'
import {
  ball, type Divisible, float64, interval, magnitude, point, rational, toInterval
} from '../../src/number/index.js'
import {
  type CurvePoint, type DifferenceMethod, errorCurve, lowest
} from '../../proofs-numeric/literature/finite-differences/error-curve.js'
import {
  type SmoothFunction, smoothFunctions
} from '../../proofs-numeric/literature/finite-differences/smooth-functions.js'
import { measured } from '../judges/measured.js'
import type { Difference } from './difference.js'

type Way = 'one-sided' | 'central'

/** Differences, and the model of their error, as a person might write them. */
export interface ErrorModelSubject {
  readonly name: string
  readonly forwardDifference: Difference
  readonly centralDifference: Difference
  readonly extrapolatedDifference: Difference
  readonly bestStep: (method: Way, f: ModelledFunction) => BestStep
}

const source = 'Numerical differentiation; models of the step and of the error'

interface Modelled {
  readonly way: Way
  readonly value: number
  readonly derivative: number
  readonly noise: number
  readonly eighths: number
}

const powerOfTwo = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max }).map(e => 2 ** e)
const sizes = fc.tuple(fc.integer({ min: 1, max: 39 }), powerOfTwo(-20, 20), fc.constantFrom(-0.25, 0.25))
  .map(([k, s, quarter]) => quarter * k * s)
const models = {
  way: fc.constantFrom('one-sided' as const, 'central' as const), value: sizes, derivative: sizes,
  noise: powerOfTwo(-60, -20),
  /** Another step, in eighths of the best. */
  eighths: fc.integer({ min: 1, max: 40 })
}

/** The model's error at a step, over any number system. */
const modelError = <A>(N: Divisible<A>, { way, value, derivative: d, noise }: Modelled) => (h: A): A =>
  (way === 'central' ? centralError : oneSidedError)(N)(N.mul(N.of(noise), N.of(Math.abs(value))), N.of(Math.abs(d)))(h)

const indices = fc.integer({ min: 0, max: smoothFunctions.length - 1 })
const scope = `${smoothFunctions.length} functions, each at or near one point`

// The step and its error are rounded a few times; 40 bits against the 53 of a double leave eight thousand roundings of room.
const coarse = ball(40)

/** The lowest point of the measured curve beside that of the model: step over step and error over error lie in [1/2, 2]. */
const nearModel = (subject: ErrorModelSubject, way: Way, method: DifferenceMethod): Judge => (effort, id) =>
  allOf(scope, smoothFunctions.flatMap(fn => {
    const [found, model] = [lowest(errorCurve(fn, method)), modelFor(subject, way, fn)]
    return [...withinTwo(`best step, ${fn.name}`, found.h / model.h), ...withinTwo(
      `smallest error, ${fn.name}`, found.error / model.error
    )]
  }))(effort, id)

const modelFor = ({ bestStep }: ErrorModelSubject, way: Way, { f, x }: SmoothFunction): CurvePoint => {
  const second = derivative(derivative(f))
  return bestStep(
    way, { value: f(float64)(x), derivative: (way === 'central' ? derivative(second) : second)(float64)(x) }
  )
}

const withinTwo = (label: string, quotient: number) => [
  { label, judge: example(N => atMost(N.of(quotient), N.of(2))) },
  { label, judge: example(N => atMost(N.of(0.5), N.of(quotient))) }
]

export const errorModelLaws: Law<ErrorModelSubject> = (subject): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${subject.name}/best-step`,
      title: 'The best step has the error that it says, and in the error model no other step does better',
      statement: String.raw`\text{one-sided: } \tfrac h2 |f''| + \tfrac{2e}h; \quad \text{central: } \tfrac{h^2}6 |f'''| + \tfrac eh; \quad e = \text{noise} \cdot |f|`,
      source
    },
    sampled<Modelled>(models, given => {
      const { h, error } = subject.bestStep(
        given.way, { value: given.value, derivative: given.derivative, noise: given.noise }
      )
      const model = modelError(rational, given)
      return [
        equal<Plain>(point(error), toInterval(modelError(coarse, given)(coarse.of(h))), 'the error'),
        atMost<Plain>(model(rational.of(h)), model(rational.of((h * given.eighths) / 8)), 'another step')
      ]
    })
  ),
  measured(claim(
    {
      id: `${subject.name}/one-sided-error-curve`,
      title: 'Forward differences in doubles have the model\'s best step and error, within a factor 2',
      statement: String.raw`h = 2\sqrt{e / |f''|}, \quad E = 2\sqrt{e |f''|}, \quad e = 2^{-53} |f|`,
      source,
      rows: ['HW1-AD-09']
    },
    nearModel(subject, 'one-sided', (f, h) => x => subject.forwardDifference(f, { h })(x).value)
  )),
  measured(claim(
    {
      id: `${subject.name}/central-error-curve`,
      title: 'Central differences in doubles have the model\'s best step and error, within a factor 2',
      statement:
        String.raw`h = (3e / |f'''|)^{1/3}, \quad E = \tfrac32 3^{-1/3} e^{2/3} |f'''|^{1/3}, \quad e = 2^{-53} |f|`,
      source,
      rows: ['HW1-AD-09']
    },
    nearModel(subject, 'central', (f, h) => x => subject.centralDifference(f, { h })(x).value)
  )),
  measured(claim(
    {
      id: `${subject.name}/extrapolation-gain`,
      title: 'An extrapolated difference claims less error than the error model allows any central difference',
      statement: String.raw`\text{estimate} \le \tfrac32 3^{-1/3} e^{2/3} |f'''|^{1/3}, \quad e = 2^{-53} |f|`,
      source: 'C. J. F. Ridders, Accurate computation of F\'(x) (1982)'
    },
    (effort, id) => allOf(scope, smoothFunctions.map(fn => {
      const estimate = subject.extrapolatedDifference(fn.f(float64))(fn.x).error
      return { label: fn.name, judge: example(
        N => atMost(N.of(estimate), N.of(modelFor(subject, 'central', fn).error))
      ) }
    }))(effort, id)
  )),
  claim(
    {
      id: `${subject.name}/extrapolated-estimate`,
      title: 'On smooth functions the extrapolated difference is within its own error estimate',
      statement:
        String.raw`|T - f'(x)| \le \text{estimate}, \quad \text{each evaluation of } f \text{ within } 2^{-51} |f|`,
      source: 'L. F. Richardson, The deferred approach to the limit (1927); C. J. F. Ridders, Accurate computation of F\'(x) (1982)'
    },
    sampled({ which: indices, away: fc.integer({ min: -999, max: 999 }) }, ({ which, away }) => {
      const { name, f, x } = smoothFunctions[which] as SmoothFunction
      const near = x * (1 + away * 2 ** -13)
      const { value, error } = subject.extrapolatedDifference(f(float64), { noise: 2 ** -51 })(near)
      const off = interval.sub(point(value), derivative(f)(interval)(point(near)))
      return atMost(magnitude(off), error, `${name} at ${near}`)
    })
  )
]
