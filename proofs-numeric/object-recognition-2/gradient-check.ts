import fc from 'fast-check'
import {
  backwardDifference, centralDifference, centralError, derivative, forwardDifference, logisticLoss, sigmoid
} from '../../src/definition/index.js'
import {
  allOf, atMost, type Claim, claim, drawn, enclosed, equal, erratum, exactly, forAll, formally, type Judge,
  scalar, vector
} from '../../src/claim/index.js'
import { type Analytic, type Arithmetic, type Divisible, type Grid, vectorOf } from '../../src/number/index.js'

// The numerical check of the gradients of a logistic loss: what the formulas that lead to it leave out, and what its step costs.

const source = 'Object recognition assignment 2, task 1.3'

const number = drawn(fc.integer({ min: -40, max: 40 }).map(k => k / 4))
const step = drawn(fc.integer({ min: 1, max: 64 }).map(k => k / 64))

/** Judged on an eighth of the cases: what is wrong here is wrong nearly everywhere. */
const onFewer = (judge: Judge): Judge => (effort, id) => judge({ ...effort, runs: Math.ceil(effort.runs / 8) }, id)

/** log(1 + exp(-m)). */
const lossOf = <A>(N: Analytic<A>) => (m: A): A => logisticLoss(N)([1])(vectorOf([m]))

const absolute = <A>(N: Arithmetic<A>, x: A): A => N.max(x, N.sub(N.of(0), x))

/** What is left of s(m + d) - s(m) beyond the slope -sigma(-m) times d, without its sign. */
const remainder = <A>(N: Analytic<A>, m: A, d: A): A => absolute(N, N.add(
  N.sub(lossOf(N)(N.add(m, d)), lossOf(N)(m)), N.mul(sigmoid(N)(N.sub(N.of(0), m)), d)))

/** The output of a net with one input and one hidden unit. */
const output = <A>(N: Analytic<A>, { x, v, b, c }: Readonly<Record<keyof typeof small, A>>): A =>
  N.add(N.mul(v, N.max(N.of(0), N.add(x, b))), c)

const small = { x: number, v: number, b: number, c: number }

const probability = (ofInput: boolean): Judge => onFewer(forAll(small, (N, given) => {
  const o = output(N, given)
  return equal(lossOf(N)(o), N.sub(N.of(0), N.log(sigmoid(N)(ofInput ? given.x : o))))
}))

const twoNumbers = { at: vector(2), linear: vector(2), square: vector(3), d: scalar }

/** s = c_1 u + c_2 v + a_1 u^2 + a_2 u v + a_3 v^2. */
const quadratic = <A>(N: Divisible<A>, c: Grid<A>, a: Grid<A>) => (u: A, v: A): A => N.add(
  N.add(N.mul(c.at(0), u), N.mul(c.at(1), v)),
  [N.mul(u, u), N.mul(u, v), N.mul(v, v)].map((square, k) => N.mul(a.at(k), square)).reduce(N.add))

/** The three quotients by a change of u, v changing by `other` times as much, beside the derivative by u and its error. */
const quotients = (other: number): Judge => exactly(twoNumbers, (N, { at, linear, square, d }) => {
  const s = quadratic(N, linear, square)
  const along = (t: typeof d) => s(N.add(at.at(0), t), N.add(at.at(1), N.mul(N.of(other), t)))
  const slope = [linear.at(0), N.mul(N.mul(N.of(2), square.at(0)), at.at(0)), N.mul(square.at(1), at.at(1))].reduce(
    N.add
  )
  const error = N.mul(square.at(0), d)
  return [
    equal(forwardDifference(N)(along)(N.of(0), d), N.add(slope, error), 'forward'),
    equal(backwardDifference(N)(along)(N.of(0), d), N.sub(slope, error), 'backward'),
    equal(centralDifference(N)(along)(N.of(0), d), slope, 'central')
  ]
})

/** A tenth is more than |s'''|: see the claim. */
const errorWith = <A>(N: Analytic<A>, m: A, digits: number): A =>
  centralError(N)(N.mul(N.of(2 ** -53), lossOf(N)(m)), N.div(N.of(1), N.of(10)))(N.div(N.of(1), N.of(10 ** digits)))

const margins = { m: [-30, 3] } as const

export const claims: ReadonlyArray<Claim> = [
  erratum(
    {
      id: 'object-recognition-2/gradient-check/probability',
      title: 'The probability of class 1 is the sigmoid of the output for an input, not of the input',
      statement: String.raw`P(1 \mid x) = e^{-s(1, \bar Y(x))} = \sigma(\bar Y(x))`,
      source: 'Object recognition assignment 2, question 1',
      rows: ['A2-NN-04']
    },
    {
      printed: { text: 'sigma(x)', tex: String.raw`\sigma(x)`, judge: probability(true) },
      corrected: { text: 'sigma(Y(x))', tex: String.raw`\sigma(Y(x))`, judge: probability(false) }
    }
  ),
  erratum(
    {
      id: 'object-recognition-2/gradient-check/remainder',
      title: 'What the slope leaves of a change of the loss is small beside the change d: at most d^2 / 8',
      statement: String.raw`|s(m + d) - s(m) - s'(m) d| \le d^2 / 8`,
      source,
      rows: ['A2-GR-07']
    },
    {
      printed: {
        text: 'o(|m|): so it is 0 at m = 0',
        tex: String.raw`o(|m|) \text{: so it is } 0 \text{ at } m = 0`,
        judge: forAll({ d: step }, (N, { d }) => atMost(remainder(N, N.of(0), d), N.of(0)))
      },
      corrected: {
        text: 'o(|d|): at most d^2 / 8',
        tex: String.raw`o(|d|) \text{: at most } d^2 / 8`,
        judge: onFewer(
          forAll({ m: number, d: step }, (N, { m, d }) => atMost(remainder(N, m, d), N.div(N.mul(d, d), N.of(8))))
        )
      }
    }
  ),
  erratum(
    {
      id: 'object-recognition-2/gradient-check/one-coordinate',
      title: 'A quotient by the change of a parameter tends to its derivative if no other changes',
      statement: String.raw`\frac{s(\theta \pm \delta e_i) - s(\theta)}{\pm\delta} = \partial_i s \pm \tfrac\delta2 \partial_i^2 s,\quad \frac{s(\theta + \delta e_i) - s(\theta - \delta e_i)}{2\delta} = \partial_i s`,
      source,
      rows: ['A2-GR-08', 'A2-GR-09', 'A2-GR-10']
    },
    {
      printed: { text: 'for any change of all parameters, here of two by the same amount', judge: quotients(1) },
      corrected: {
        text: 'for a change of one, exactly so for every quadratic s',
        tex: String.raw`\text{for a change of one, exactly so for every quadratic } s`,
        judge: quotients(0)
      }
    }
  ),
  claim(
    {
      id: 'object-recognition-2/gradient-check/smallest-step',
      title: 'With a step of 1e-8 a central difference is wrong by rounding alone, below 1e-6',
      statement: String.raw`E(h) = \tfrac{h^2}{6} |s'''| + \tfrac{2^{-53} s}{h}:\quad 100\, E(10^{-5}) \le E(10^{-8}) \le 10^{-6},\quad |s'''| \le \tfrac1{10}`,
      source: 'Object recognition assignment 2, numerical gradients in code',
      rows: ['A2-GR-11']
    },
    allOf('every margin from -30 to 3, the derivative by the output', [
      {
        label: 'third derivative', judge: formally({ m: scalar }, (N, { m }) => {
          const q = N.div(N.of(1), N.add(N.of(1), N.exp(N.mul(N.of(-1), m))))
          const p = N.sub(N.of(1), q)
          return equal(derivative(derivative(derivative(lossOf)))(N)(m), N.mul(N.mul(q, p), N.sub(p, q)))
        })
      },
      {
        label: 'at most a tenth', judge: enclosed({ q: [0, 1] }, (N, { q }) => {
          const p = N.sub(N.of(1), q)
          return atMost(absolute(N, N.mul(N.mul(q, p), N.sub(p, q))), N.div(N.of(1), N.of(10)))
        })
      },
      { label: 'below 1e-6', judge: enclosed(
        margins, (N, { m }) => atMost(errorWith(N, m, 8), N.div(N.of(1), N.of(1e6)))
      ) },
      { label: 'a hundred times', judge: enclosed(
        margins, (N, { m }) => atMost(N.mul(N.of(100), errorWith(N, m, 5)), errorWith(N, m, 8))
      ) }
    ])
  )
]
