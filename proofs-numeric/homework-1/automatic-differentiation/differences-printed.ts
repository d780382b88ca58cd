import { derivative, forwardDifference, type RealFunction } from '../../../src/definition/index.js'
import {
  allOf, atMost, type Claim, enclosed, equal, erratum, example, type RealNumber, type Judge
} from '../../../src/claim/index.js'
import type { Analytic } from '../../../src/number/index.js'
import { f1 } from '../functions.js'

// One-sided differences of f1 and f2 at w = (1, 2) with the step 0.01, as question 5b prints them.

const step = <A>(N: Analytic<A>): A => N.div(N.of(1), N.of(100))

const f1AlongW1: RealFunction = N => w1 => f1(N)(w1, N.of(2))
const f1AlongW2: RealFunction = N => w2 => f1(N)(N.of(1), w2)

const moved = (f: RealFunction, x: number): RealNumber => N => f(N)(N.add(N.of(x), step(N)))
const differenceOf = (f: RealFunction, x: number): RealNumber => N => forwardDifference(N)(f(N))(N.of(x), step(N))

const printedEquality = (f: RealFunction, x: number): Judge =>
  example(N => equal(differenceOf(f, x)(N), derivative(f)(N)(N.of(x))))

/**
 * By Taylor the difference exceeds f'(x) by (h/2) f''(xi) for some xi between x and x + h. Where f''' is not negative, f'' lies between
 * its values at the ends. The box reaches a little beyond x + h, which is no double.
 */
const taylorBound = (f: RealFunction, x: number): Judge => {
  const second = derivative(derivative(f))
  const excess: RealNumber = N => N.sub(differenceOf(f, x)(N), derivative(f)(N)(N.of(x)))
  const halfStepTimes = <A>(N: Analytic<A>, a: A): A => N.div(N.mul(step(N), a), N.of(2))
  const third = derivative(second)
  return allOf('h = 0.01', [
    { label: 'the third derivative', judge: enclosed(
      { x: [x, x + 1 / 64] }, (N, given) => atMost(N.of(0), third(N)(given.x))
    ) },
    { label: 'the excess from below', judge: example(N => atMost(halfStepTimes(N, second(N)(N.of(x))), excess(N))) },
    { label: 'the excess from above', judge: example(N => atMost(excess(N), halfStepTimes(N, moved(second, x)(N)))) }
  ])
}

const both = (judge: (f: RealFunction, x: number) => Judge): Judge =>
  allOf('h = 0.01, by w1 and by w2', [
    { label: 'by w1', judge: judge(f1AlongW1, 1) }, { label: 'by w2', judge: judge(f1AlongW2, 2) }
  ])

export const claims: ReadonlyArray<Claim> = [
  erratum(
    {
      id: 'homework-1/automatic-differentiation/difference-is-not-derivative',
      title: 'A difference is not the derivative: it exceeds it by (h/2) f\'\' at a point in between',
      statement: String.raw`\frac{f(w + h) - f(w)}{h} - f'(w) \in \tfrac h2 \left[f''(w), f''(w + h)\right], \quad f'' \text{ increasing}`,
      source: 'Deep learning homework 1, question 5b, parts i and ii',
      rows: ['HW1-AD-09']
    },
    {
      printed: {
        text: 'df/dw = (f(w + h) - f(w)) / h',
        tex: String.raw`\frac{df}{dw} = \frac{f(w + h) - f(w)}{h}`,
        judge: both(printedEquality)
      },
      corrected: {
        text: 'df/dw = (f(w + h) - f(w)) / h - (h/2) f\'\'(xi), w <= xi <= w + h',
        tex: String.raw`\frac{df}{dw} = \frac{f(w + h) - f(w)}{h} - \frac h2 f''(\xi), \quad w \le \xi \le w + h`,
        judge: both(taylorBound)
      }
    }
  )
]
