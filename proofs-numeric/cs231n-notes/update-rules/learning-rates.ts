import { descent, gradientOf, gradientStep } from '../../../src/definition/index.js'
import {
  allOf, atMost, type Claim, claim, equal, exactly, type Judge, positive, scalar, sumOfSquares
} from '../../../src/claim/index.js'
import { type Divisible, type Dual, dualDivisible, type Grid, power, sum, vectorOf } from '../../../src/number/index.js'
import { at } from '../../../src/prelude/index.js'

// What a learning rate does to the loss, on f = w^2 / 2: with another curvature c the learning rate is eta c. Any quadratic is such a
// function along each axis of its Hessian.

const source = 'Notes on CS231n, babysitting the learning process'

const loss = <A>(N: Divisible<A>) => (w: Grid<A>): A => N.div(N.mul(w.at(0), w.at(0)), N.of(2))

const gradient = <A>(N: Divisible<A>) => gradientOf(N)((w: Grid<Dual<A>>) => loss(dualDivisible(N))(w))

const squared = <A>(N: Divisible<A>, x: A): A => N.mul(x, x)

/** The loss before and after each of T steps of gradient descent. */
const losses = <A>(N: Divisible<A>, eta: A, w: A, T: number): ReadonlyArray<A> =>
  descent(N)(eta, gradient(N), vectorOf([w]), T).map(loss(N))

const steps = 4

type Law = <A>(N: Divisible<A>, first: A, second: A, eta: A, t: number) => A

/** That the loss after t steps is what the law makes of the first two. */
const decaysBy = (law: Law): Judge =>
  exactly({ eta: scalar, w: scalar }, (N, { eta, w }) => {
    const [first = w, second = w, ...rest] = losses(N, eta, w, steps)
    return [first, second, ...rest].map(
      (found, t) => equal(found, law(N, first, second, eta, t), `loss after ${t} steps`)
    )
  })

/** The loss before one step, and after it. */
const oneStep = <A>(N: Divisible<A>, eta: A, w: A): readonly [A, A] => {
  const [before = w, after = w] = losses(N, eta, w, 1)
  return [before, after]
}

/** eta s^2 / (2 - eta). */
const floor = <A>(N: Divisible<A>, eta: A, s: A): A => N.div(N.mul(eta, squared(N, s)), N.sub(N.of(2), eta))

/** (1 - eta)^2 v + eta^2 s^2. */
const spread = <A>(N: Divisible<A>, eta: A, s: A, v: A): A =>
  N.add(N.mul(squared(N, N.sub(N.of(1), eta)), v), squared(N, N.mul(eta, s)))

const signs = [[1, 1], [1, -1], [-1, 1], [-1, -1]] as const

const noise = { eta: scalar, s: scalar, r: scalar }

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'cs231n-notes/update-rules/geometric-decay',
      title: 'On a parabola each of 4 steps multiplies the loss by (1 - eta)^2, linear but for eta^2',
      statement: String.raw`f(w_t) = q^t f(w_0), \quad f(w_t) = f(w_0) - t (f(w_0) - f(w_1)) + \eta^2 (2 - \eta)^2 \sum_{k<t-1} (t - 1 - k) q^k f(w_0), \quad q = (1 - \eta)^2,\ f = \tfrac12 w^2`,
      source,
      rows: ['N231-OPT-01']
    },
    allOf('every eta and w, t = 0..4', [
      {
        label: 'by a factor',
        judge: decaysBy((N, first, _second, eta, t) => N.mul(power(N)(N.sub(N.of(1), eta), 2 * t), first))
      },
      {
        label: 'how far from linear',
        judge: decaysBy((N, first, second, eta, t) => N.add(
          N.sub(first, N.mul(N.of(t), N.sub(first, second))),
          N.mul(squared(N, N.mul(eta, N.sub(N.of(2), eta))), sum(N)([Math.max(0, t - 1)], k =>
            N.mul(N.of(t - 1 - k), N.mul(power(N)(N.sub(N.of(1), eta), 2 * k), first))))))
      }
    ])
  ),
  claim(
    {
      id: 'cs231n-notes/update-rules/divergence',
      title: 'Every learning rate between 0 and 2 lowers a loss of curvature 1, and every one above 2 raises it',
      statement: String.raw`f(w - \eta w) \le f(w) \iff 0 \le \eta \le 2`,
      source,
      rows: ['N231-OPT-01']
    },
    allOf('every w', [
      {
        label: 'eta = 2p / (p + q), between 0 and 2',
        judge: sumOfSquares({ p: positive, q: positive, w: scalar },
          (N, { p, q, w }) => {
            const [before, after] = oneStep(N, N.div(N.mul(N.of(2), p), N.add(p, q)), w)
            return atMost(after, before)
          },
          (N, { p, q, w }) => [[N.mul(N.of(2), N.mul(p, q)), N.div(w, N.add(p, q))]])
      },
      {
        label: 'eta = 2 + d',
        judge: sumOfSquares({ d: positive, w: scalar },
          (N, { d, w }) => atMost(...oneStep(N, N.add(N.of(2), d), w)),
          (N, { d, w }) => [[N.add(d, N.div(squared(N, d), N.of(2))), w]])
      }
    ])
  ),
  claim(
    {
      id: 'cs231n-notes/update-rules/noise-floor',
      title: 'With noise in the gradient the squared distance settles at eta s^2 / (2 - eta)',
      statement: String.raw`v_{t+1} - v^* = (1 - \eta)^2 (v_t - v^*), \quad v^* = \frac{\eta s^2}{2 - \eta}`,
      source,
      rows: ['N231-OPT-02']
    },
    allOf('every learning rate other than 2 and every s; the order below 2', [
      {
        label: 'one step from w = +-r with noise +-s, on average',
        judge: exactly(noise, (N, { eta, s, r }) => {
          const moved = signs.map(([left, right]) => {
            const w = vectorOf([N.mul(N.of(left), r)])
            return gradientStep(N)(eta)(w, vectorOf([N.add(gradient(N)(w).at(0), N.mul(N.of(right), s))])).at(0)
          })
          const average = N.div(sum(N)([4], k => squared(N, at(moved, k))), N.of(4))
          return equal(average, spread(N, eta, s, squared(N, r)))
        })
      },
      {
        label: 'where it settles',
        judge: exactly(noise, (N, { eta, s }) => equal(spread(N, eta, s, floor(N, eta, s)), floor(N, eta, s)))
      },
      {
        label: 'how it gets there',
        judge: exactly(noise, (N, { eta, s, r }) => equal(
          N.sub(spread(N, eta, s, r), floor(N, eta, s)),
          N.mul(squared(N, N.sub(N.of(1), eta)), N.sub(r, floor(N, eta, s)))))
      },
      {
        label: '2 - e is noisier than 2 - e - d',
        judge: sumOfSquares({ e: positive, d: positive, s: scalar },
          (N, { e, d, s }) => atMost(floor(N, N.sub(N.of(2), N.add(e, d)), s), floor(N, N.sub(N.of(2), e), s)),
          (N, { e, d, s }) => [[N.div(N.mul(N.of(2), d), N.mul(e, N.add(e, d))), s]])
      }
    ])
  )
]
