import {
  backwardDifference, centralDifference, derivative, forwardDifference, type RealFunction
} from '../../../src/definition/index.js'
import { allOf, type Claim, claim, type Part, printsAs, type RealNumber } from '../../../src/claim/index.js'
import type { Analytic, Divisible } from '../../../src/number/index.js'
import { f1, f2 } from '../functions.js'

// What the homework's differences with the step 0.01 are wrong by, relative to the derivative by duals, and what other steps give.

const source = 'Deep learning homework 1, question 5b'

const f1AlongW1: RealFunction = N => w1 => f1(N)(w1, N.of(2))
const f1AlongW2: RealFunction = N => w2 => f1(N)(N.of(1), w2)
const f2AlongW1: RealFunction = N => w1 => f2(N)(w1, N.of(2))

type Difference = <A>(N: Divisible<A>) => (f: (x: A) => A) => (x: A, h: A) => A

/** 10^-digits, which is no double. */
const step = <A>(N: Analytic<A>, digits: number): A => N.div(N.of(1), N.of(10 ** digits))

const error = (difference: Difference, f: RealFunction, x: number, digits: number): RealNumber => N =>
  N.sub(difference(N)(f(N))(N.of(x), step(N, digits)), derivative(f)(N)(N.of(x)))

/** By how much of the derivative a difference is wrong. */
const signedRelativeError = (difference: Difference, f: RealFunction, x: number, digits: number): RealNumber => N =>
  N.div(error(difference, f, x, digits)(N), derivative(f)(N)(N.of(x)))

/** (h/2) f'' / f': the leading term of the relative error of a forward difference. */
const leading = (f: RealFunction, x: number): RealNumber => N =>
  N.div(N.mul(N.div(step(N, 2), N.of(2)), derivative(derivative(f))(N)(N.of(x))), derivative(f)(N)(N.of(x)))

const byStep = (label: string, difference: Difference, printed: ReadonlyArray<string>): ReadonlyArray<Part> =>
  printed.map((text, i) => {
    const digits = i + 2
    return { label: `${label}, h = 1e-${digits}`, judge: printsAs(
      text, signedRelativeError(difference, f1AlongW2, 2, digits)
    ) }
  })

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'homework-1/finite-differences/f1-w1-errors',
      title: 'The homework\'s forward difference of f1 by w1 is 1.887 % too large, a central one 0.02758 %',
      statement: String.raw`\frac{D_h f_1 - \partial_1 f_1}{\partial_1 f_1}(1, 2) \approx +1.887\,\%, \quad +0.02758\,\%, \quad \tfrac h2 \tfrac{f''}{f'} \approx 1.859\,\%`,
      source,
      rows: ['HW1-AD-06', 'HW1-AD-08']
    },
    allOf('h = 0.01', [
      { label: 'forward', judge: printsAs('.01887', signedRelativeError(forwardDifference, f1AlongW1, 1, 2)) },
      { label: 'central', judge: printsAs('.0002758', signedRelativeError(centralDifference, f1AlongW1, 1, 2)) },
      { label: 'the leading term', judge: printsAs('.01859', leading(f1AlongW1, 1)) }
    ])
  ),
  claim(
    {
      id: 'homework-1/finite-differences/f1-w2-errors',
      title: 'By w2 the homework\'s forward difference of f1 is 84.35 % too large, a central one 22.43 %',
      statement: String.raw`\frac{D_h f_1 - \partial_2 f_1}{\partial_2 f_1}(1, 2) \approx +84.35\,\%, \quad +22.43\,\%, \quad -39.5\,\%`,
      source,
      rows: ['HW1-AD-08']
    },
    allOf('h = 0.01', [
      { label: 'forward', judge: printsAs('.8435', signedRelativeError(forwardDifference, f1AlongW2, 2, 2)) },
      { label: 'central', judge: printsAs('.2243', signedRelativeError(centralDifference, f1AlongW2, 2, 2)) },
      { label: 'backward', judge: printsAs('-.395', signedRelativeError(backwardDifference, f1AlongW2, 2, 2)) }
    ])
  ),
  claim(
    {
      id: 'homework-1/finite-differences/f1-w2-errors-by-step',
      title: 'A tenth of the step brings forward differences of f1 ten times closer, central ones a hundred',
      statement: String.raw`h = 10^{-2}, \dots, 10^{-5}:\quad .8435,\ 5.78\cdot10^{-2},\ 5.58\cdot10^{-3},\ 5.56\cdot10^{-4};\quad .2243,\ 2.10\cdot10^{-3},\ 2.097\cdot10^{-5},\ 2.097\cdot10^{-7}`,
      source,
      rows: ['HW1-AD-09']
    },
    allOf('h = 1e-2, 1e-3, 1e-4, 1e-5', [
      ...byStep('forward', forwardDifference, ['.8435', '5.78e-2', '5.58e-3', '5.56e-4']),
      ...byStep('central', centralDifference, ['.2243', '2.10e-3', '2.097e-5', '2.097e-7'])
    ])
  ),
  claim(
    {
      id: 'homework-1/finite-differences/f2-w1-error',
      title: 'The homework\'s forward difference of f2 by w1 is 2.196157, which is 4.55e-4 too small',
      statement: String.raw`\frac{f_2(1.01, 2) - f_2(1, 2)}{0.01} \approx 2.196157, \quad D_h f_2 - \partial_1 f_2 \approx -4.55 \cdot 10^{-4}`,
      source,
      rows: ['HW1-AD-11']
    },
    allOf('h = 0.01', [
      { label: 'the difference', judge: printsAs(
        '2.196157', N => forwardDifference(N)(f2AlongW1(N))(N.of(1), step(N, 2))
      ) },
      { label: 'its error', judge: printsAs('-4.55e-4', error(forwardDifference, f2AlongW1, 1, 2)) }
    ])
  )
]
