import {
  atMost, type Claim, claim, derivation, equal, erratum, exactly, positive, scalar, sumOfSquares
} from '../../../src/claim/index.js'
import type { Divisible } from '../../../src/number/index.js'

// The step size that the regret bound asks for, and what the bound then is. The number of steps is T = m^2, with m any positive number.
// ||w*|| <= B is said as ||w*||^2 = B^2 - r^2, and ||v_t|| <= rho, of which only the mean square matters, as (1/T) sum_t ||v_t||^2
// = rho^2 - s^2.

const source = 'Deep learning homework 1, question 3'

interface Bounds<A> {
  readonly B: A
  readonly rho: A
  readonly m: A
}

const square = <A>(N: Divisible<A>, x: A): A => N.mul(x, x)

/** eta = B / (rho sqrt T) */
const tuned = <A>(N: Divisible<A>, { B, rho, m }: Bounds<A>): A => N.div(B, N.mul(rho, m))

/** wSquared / (2 T eta) + (eta / 2) vSquared, for the mean vSquared of ||v_t||^2 */
const bound = <A>(N: Divisible<A>, m: A, eta: A, wSquared: A, vSquared: A): A => N.add(
  N.div(wSquared, N.mul(N.of(2), N.mul(square(N, m), eta))),
  N.div(N.mul(eta, vSquared), N.of(2)))

const rate = <A>(N: Divisible<A>, { B, rho, m }: Bounds<A>): A => N.div(N.mul(B, rho), m)

/** The line in print: B^2 p sqrt T / (2 B) + B T rho^2 / (2 p sqrt T), over T. */
const printedLine = <A>(N: Divisible<A>, { B, rho, m }: Bounds<A>, p: A): A => N.div(N.add(
  N.div(N.mul(square(N, B), N.mul(p, m)), N.mul(N.of(2), B)),
  N.div(N.mul(N.mul(B, square(N, m)), square(N, rho)), N.mul(N.of(2), N.mul(p, m)))), square(N, m))

const lines = derivation({
  id: 'homework-1/convergence-rate/tuned',
  source,
  variables: { B: positive, rho: positive, m: positive, r: scalar, s: scalar },
  from: (N, g) => bound(N, g.m, tuned(N, g), N.sub(square(N, g.B), square(N, g.r)), N.sub(
    square(N, g.rho), square(N, g.s)
  )),
  lines: [
    {
      name: 'bounded',
      statement: String.raw`\tfrac1{2T\eta} \|w^*\|^2 + \tfrac\eta{2T} \sum_t \|v_t\|^2 \le \tfrac1{2T\eta} B^2 + \tfrac\eta{2T} \sum_t \rho^2, \quad \eta = \frac B{\rho\sqrt T},\ B, \rho, T > 0`,
      reason: 'w* is no longer than B, and no v_t than rho',
      rows: ['HW1-GD-30'],
      side: (N, g) => bound(N, g.m, tuned(N, g), square(N, g.B), square(N, g.rho)),
      gains: (N, g) => {
        const eta = tuned(N, g)
        return [[N.div(N.of(1), N.mul(N.of(2), N.mul(square(N, g.m), eta))), g.r], [N.div(eta, N.of(2)), g.s]]
      }
    },
    {
      name: 'substituted',
      statement: String.raw`= \tfrac1T \left(\frac{B^2 \rho \sqrt T}{2B} + \frac{B T \rho^2}{2 \rho \sqrt T}\right)`,
      reason: 'eta = B / (rho sqrt T)',
      rows: ['HW1-GD-31'],
      side: (N, g) => printedLine(N, g, g.rho)
    },
    {
      name: 'constant',
      statement: String.raw`= \frac{B \rho}{\sqrt T}`,
      reason: 'both terms are half of it: the constant is 1',
      rows: ['HW1-GD-31', 'HW1-GD-32'],
      side: rate
    },
    {
      name: 'as-printed',
      statement: String.raw`\le \frac{3 B \rho}{\sqrt T}, \quad B, \rho, T > 0`,
      reason: 'true as printed, and three times as much as is needed',
      rows: ['HW1-GD-32'],
      side: (N, g) => N.mul(N.of(3), rate(N, g)),
      gains: (N, g) => [[N.mul(N.of(2), rate(N, g)), N.of(1)]]
    }
  ]
})

const letterP: Claim = erratum(
  {
    id: 'homework-1/convergence-rate/p-for-rho',
    title: 'Two of three letters in the line with eta put in are p: it follows with rho, not with another p',
    statement: String.raw`\tfrac1{2T\eta} B^2 + \tfrac\eta{2T} \sum_t \rho^2 = \tfrac1T \left(\frac{B^2 \rho \sqrt T}{2B} + \frac{B T \rho^2}{2 \rho \sqrt T}\right), \quad \eta = \frac B{\rho\sqrt T}`,
    source,
    rows: ['HW1-GD-31']
  },
  {
    printed: {
      text: '(1/T) (B^2 p sqrt T / (2B) + B T rho^2 / (2 p sqrt T))',
      tex: String.raw`\frac1T \left(\frac{B^2 p \sqrt T}{2B} + \frac{B T \rho^2}{2 p \sqrt T}\right)`,
      judge: exactly({ B: positive, rho: positive, m: positive, p: positive }, (N, g) =>
        equal(bound(N, g.m, tuned(N, g), square(N, g.B), square(N, g.rho)), printedLine(N, g, g.p)))
    },
    corrected: {
      text: 'the same with rho in the place of p',
      tex: String.raw`\frac1T \left(\frac{B^2 \rho \sqrt T}{2B} + \frac{B T \rho^2}{2 \rho \sqrt T}\right)`,
      judge: exactly({ B: positive, rho: positive, m: positive }, (N, g) =>
        equal(bound(N, g.m, tuned(N, g), square(N, g.B), square(N, g.rho)), printedLine(N, g, g.rho)))
    }
  }
)

const best: Claim = claim(
  {
    id: 'homework-1/convergence-rate/best-step',
    title: 'No step size makes the bound smaller than B rho / sqrt T, and only B / (rho sqrt T) reaches it',
    statement: String.raw`\frac{B^2}{2T\eta} + \frac{\eta\rho^2}2 - \frac{B\rho}{\sqrt T} = \frac1{2\eta}\left(\frac B{\sqrt T} - \eta\rho\right)^2 \ge 0, \quad \eta, B, \rho, T > 0`,
    source,
    rows: ['HW1-GD-29', 'HW1-SYS-04']
  },
  sumOfSquares(
    { B: positive, rho: positive, m: positive, eta: positive },
    (N, g) => atMost(rate(N, g), bound(N, g.m, g.eta, square(N, g.B), square(N, g.rho))),
    (N, { B, rho, m, eta }) => [[N.div(N.of(1), N.mul(N.of(2), eta)), N.sub(N.div(B, m), N.mul(eta, rho))]]
  )
)

const retuned: Claim = claim(
  {
    id: 'homework-1/convergence-rate/tuned-for-one-horizon',
    title: 'Eta is no constant: tuned for T_0 steps, it keeps the bound above B rho / (2 sqrt T_0)',
    statement: String.raw`\frac{B^2}{2T\eta_0} + \frac{\eta_0\rho^2}2 \ge \frac{B\rho}{2\sqrt{T_0}}, \quad \eta_0 = \frac B{\rho\sqrt{T_0}},\ B, \rho, T, T_0 > 0`,
    source,
    rows: ['HW1-GD-33']
  },
  sumOfSquares(
    { B: positive, rho: positive, m: positive, m0: positive },
    (N, g) => atMost(
      N.div(N.mul(g.B, g.rho), N.mul(N.of(2), g.m0)),
      bound(N, g.m, tuned(N, { ...g, m: g.m0 }), square(N, g.B), square(N, g.rho))),
    (N, { B, rho, m, m0 }) => [[N.div(N.mul(N.mul(B, rho), m0), N.of(2)), N.div(N.of(1), m)]]
  )
)

export const claims: ReadonlyArray<Claim> = [...lines, letterP, best, retuned]
