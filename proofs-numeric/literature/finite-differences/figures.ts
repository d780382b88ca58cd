import {
  centralDifference, centralError, derivative, forwardDifference, oneSidedError, type RealFunction
} from '../../../src/definition/index.js'
import type { Figure } from '../../../src/claim/index.js'
import { ball, float64, toInterval } from '../../../src/number/index.js'
import { f1 } from '../../homework-1/functions.js'
import { type CurvePoint, type DifferenceMethod, errorCurve } from './error-curve.js'
import { type SmoothFunction, smoothFunctions } from './smooth-functions.js'

const forward: DifferenceMethod = (f, h) => x => forwardDifference(float64)(f)(x, h)
const central: DifferenceMethod = (f, h) => x => centralDifference(float64)(f)(x, h)

const plotted = (curve: ReadonlyArray<CurvePoint>) => curve.map(({ h, error }) => ({ x: h, y: error }))

/** The error model of a function along the steps of a curve. */
const model = ({ f, x }: SmoothFunction, curve: ReadonlyArray<CurvePoint>) => {
  const second = derivative(derivative(f))
  const e = 2 ** -53 * Math.abs(f(float64)(x))
  const oneSided = oneSidedError(float64)(e, Math.abs(second(float64)(x)))
  const twoSided = centralError(float64)(e, Math.abs(derivative(second)(float64)(x)))
  return {
    oneSided: curve.map(({ h }) => ({ x: h, y: oneSided(h) })),
    central: curve.map(({ h }) => ({ x: h, y: twoSided(h) }))
  }
}

const errorCurveFigure = (fn: SmoothFunction): Figure => {
  const [one, two] = [errorCurve(fn, forward), errorCurve(fn, central)]
  const modelled = model(fn, one)
  return {
    id: `error-curve-${fn.name}`,
    topic: 'literature/finite-differences',
    title: `The V of the error: ${fn.name} at ${fn.x}`,
    caption: 'Largest error over 200 points within 1 % of x, in doubles, against the step. From right to left truncation falls with '
      + 'slope 1 (forward) or 2 (central), until rounding takes over. Lines: the model.',
    plot: {
      title: `Error of differences of ${fn.name} near ${fn.x} against the step`,
      x: { label: 'step h', log: true },
      y: { label: 'largest error', log: true },
      series: [
        { label: 'forward', points: plotted(one), marks: true },
        { label: 'central', points: plotted(two), marks: true },
        { label: 'forward, model', points: modelled.oneSided },
        { label: 'central, model', points: modelled.central }
      ]
    }
  }
}

const f1AlongW2: RealFunction = N => w2 => f1(N)(N.of(1), w2)

/** The size of the relative error of a difference of f1 by w2 at (1, 2), with enough bits that rounding does not show. */
const homeworkError = (difference: typeof forwardDifference, h: number): number => {
  const N = ball(200)
  const truth = derivative(f1AlongW2)(N)(N.of(2))
  return Math.abs(toInterval(N.div(N.sub(difference(N)(f1AlongW2(N))(N.of(2), N.of(h)), truth), truth)).lo)
}

const homeworkFigure = (): Figure => {
  const steps = Array.from({ length: 21 }, (_, i) => 10 ** (-1 - i / 4))
  const curve = (difference: typeof forwardDifference) => steps.map(h => ({ x: h, y: homeworkError(difference, h) }))
  const chosen = [forwardDifference, centralDifference].map(
    difference => ({ x: 0.01, y: homeworkError(difference, 0.01) })
  )
  return {
    id: 'homework-errors',
    topic: 'literature/finite-differences',
    title: 'The homework\'s derivative of f1 by w2 from differences',
    caption: 'Relative error at (1, 2). With the homework\'s step 0.01 the forward difference is 84 % too large, a central one 22 %.',
    plot: {
      title: 'Relative error of differences of f1 by w2 against the step',
      x: { label: 'step h', log: true },
      y: { label: 'relative error', log: true },
      series: [
        { label: 'forward', points: curve(forwardDifference) },
        { label: 'central', points: curve(centralDifference) },
        { label: 'h = 0.01', points: chosen, marks: true }
      ]
    }
  }
}

/** Figures for a report, computed when asked for. */
export const figures = (): ReadonlyArray<Figure> => [
  ...smoothFunctions.filter(({ name }) => name === 'sin' || name === 'sigmoid').map(errorCurveFigure),
  homeworkFigure()
]
