import { derivative, forwardDifference, type RealFunction } from '../../../src/definition/index.js'
import {
  allOf, atMost, type Claim, claim, enclosed, equal, erratum, example, formally, type Judge, positive,
  printsAs, type RealNumber
} from '../../../src/claim/index.js'
import type { Analytic } from '../../../src/number/index.js'
import { f1, f2 } from '../functions.js'
import { weights } from './trace.js'

// One-sided differences of f1 and f2 at w = (1, 2) with the step 0.01, as question 5b prints them.

const source = (part: string): string => `Deep learning homework 1, question 5b, part ${part}`

const step = <A>(N: Analytic<A>): A => N.div(N.of(1), N.of(100))

const f1AlongW1: RealFunction = N => w1 => f1(N)(w1, N.of(2))
const f1AlongW2: RealFunction = N => w2 => f1(N)(N.of(1), w2)
const f2AlongW1: RealFunction = N => w1 => f2(N)(w1, N.of(2))
const f2AlongW2: RealFunction = N => w2 => f2(N)(N.of(1), w2)

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
      id: 'homework-1/automatic-differentiation/f1-moved',
      title: 'A digit of f1(1.01, 2) slipped, and with it the difference that is printed beside it does not follow',
      statement: String.raw`f_1(1.01, 2) \approx 8.018 \cdot 10^{24}`,
      source: source('i'),
      rows: ['HW1-AD-05']
    },
    {
      printed: { text: '8.012e24', judge: printsAs('8.012e24', moved(f1AlongW1, 1)) },
      corrected: { text: '8.018e24', judge: printsAs('8.018e24', moved(f1AlongW1, 1)) }
    }
  ),
  erratum(
    {
      id: 'homework-1/automatic-differentiation/f1-difference-w1',
      title: 'The difference by w1 was formed from rounded values and is off in its last digit',
      statement: String.raw`\frac{f_1(1.01, 2) - f_1(1, 2)}{0.01} \approx 2.161 \cdot 10^{25}`,
      source: source('i'),
      rows: ['HW1-AD-06']
    },
    {
      printed: { text: '2.162e25', judge: printsAs('2.162e25', differenceOf(f1AlongW1, 1)) },
      corrected: { text: '2.161e25', judge: printsAs('2.161e25', differenceOf(f1AlongW1, 1)) }
    }
  ),
  claim(
    {
      id: 'homework-1/automatic-differentiation/f1-difference-w2',
      title: 'The moved value of f1 and its difference by w2, as printed',
      statement: String.raw`f_1(1, 2.01) \approx 2.351 \cdot 10^{25},\quad \frac{f_1(1, 2.01) - f_1(1, 2)}{0.01} \approx 1.571 \cdot 10^{27}`,
      source: source('ii'),
      rows: ['HW1-AD-07', 'HW1-AD-08']
    },
    allOf('h = 0.01', [
      { label: 'f1(1, 2.01)', judge: printsAs('2.351e25', moved(f1AlongW2, 2)) },
      { label: 'the difference', judge: printsAs('1.571e27', differenceOf(f1AlongW2, 2)) }
    ])
  ),
  erratum(
    {
      id: 'homework-1/automatic-differentiation/difference-is-not-derivative',
      title: 'A difference is not the derivative: it exceeds it by (h/2) f\'\' at a point in between',
      statement: String.raw`\frac{f(w + h) - f(w)}{h} - f'(w) \in \tfrac h2 \left[f''(w), f''(w + h)\right], \quad f'' \text{ increasing}`,
      source: source('i and ii'),
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
  ),
  claim(
    {
      id: 'homework-1/automatic-differentiation/f2-difference-w1',
      title: 'The moved value of f2 and its difference by w1, as printed',
      statement: String.raw`f_2(1.01, 2) \approx 2.753,\quad \frac{f_2(1.01, 2) - f_2(1, 2)}{0.01} \approx 2.2`,
      source: source('iii'),
      rows: ['HW1-AD-10', 'HW1-AD-11']
    },
    allOf('h = 0.01', [
      { label: 'f2(1.01, 2)', judge: printsAs('2.753', moved(f2AlongW1, 1)) },
      { label: 'the difference', judge: printsAs('2.2', differenceOf(f2AlongW1, 1)) }
    ])
  ),
  erratum(
    {
      id: 'homework-1/automatic-differentiation/f2-named-f1',
      title: 'What is printed as a value of f1 is the value of f2',
      statement: String.raw`f_2(1, 2.01) \approx 2.741`,
      source: source('iv'),
      rows: ['HW1-AD-12']
    },
    {
      printed: {
        text: 'f1(1, 2.01) = 2.741',
        tex: String.raw`f_1(1, 2.01) = 2.741`,
        judge: printsAs('2.741', moved(f1AlongW2, 2))
      },
      corrected: {
        text: 'f2(1, 2.01) = 2.741',
        tex: String.raw`f_2(1, 2.01) = 2.741`,
        judge: printsAs('2.741', moved(f2AlongW2, 2))
      }
    }
  ),
  claim(
    {
      id: 'homework-1/automatic-differentiation/f2-difference-w2',
      title: 'The difference of f2 by w2 is w1 for every step, because f2 is affine in w2',
      statement: String.raw`\frac{f_2(w_1, w_2 + h) - f_2(w_1, w_2)}{h} = w_1`,
      source: source('iv'),
      rows: ['HW1-AD-13']
    },
    formally({ ...weights, h: positive }, (N, { w1, w2, h }) =>
      equal(forwardDifference(N)((x: typeof w2) => f2(N)(w1, x))(w2, h), w1))
  )
]
