import fc from 'fast-check'
import { stated } from '../../src/check/index.js'
import {
  allOf, atMost, type Claim, claim, drawn, equal, erratum, exactly, forAll, type Judge, positive, scalar, sumOfSquares,
  vector
} from '../../src/claim/index.js'
import { gradientStep } from '../../src/definition/index.js'
import { type Divisible, dot, type Grid, minus, scale, sum, vectorOf } from '../../src/number/index.js'
import { at } from '../../src/prelude/index.js'

// A net with one hidden layer of rectifiers gives any n distinct points any n labels. Along a direction in which no two points fall
// together, the points have positions z_1 < ... < z_n; unit j starts to rise at the position before z_j, and its weight is the change of
// slope there: the net draws the line from label to label. Unit j is off at all positions before its own.

const source = 'Deep learning homework 1, question 7'

/** The position at which each unit starts to rise, and its weight in the output. */
export interface Interpolation<A> {
  readonly kinks: ReadonlyArray<A>
  readonly weights: ReadonlyArray<A>
}

/** The units of the net that is ys at zs, which rise, and 0 one before the first. */
export const interpolation = <A>(N: Divisible<A>) => (zs: ReadonlyArray<A>, ys: ReadonlyArray<A>): Interpolation<A> => {
  const before = (values: ReadonlyArray<A>, j: number, first: A): A => values[j - 1] ?? first
  const kinks = zs.map((z, j) => before(zs, j, N.sub(z, N.of(1))))
  const slopes = zs.map((z, j) => N.div(N.sub(at(ys, j), before(ys, j, N.of(0))), N.sub(z, at(kinks, j))))
  return { kinks, weights: slopes.map((slope, j) => N.sub(slope, before(slopes, j, N.of(0)))) }
}

/** The output at the i-th position, where the units up to the i-th are on. */
const outputAt = <A>(N: Divisible<A>, { kinks, weights }: Interpolation<A>, zs: ReadonlyArray<A>, i: number): A =>
  sum(N)([i + 1], j => N.mul(at(weights, j), N.sub(at(zs, i), at(kinks, j))))

/** z_1, and further positions by the gaps between them. */
const positions = <A>(N: Divisible<A>, first: A, gaps: ReadonlyArray<A>): ReadonlyArray<A> =>
  gaps.reduce<ReadonlyArray<A>>((zs, gap) => [...zs, N.add(at(zs, zs.length - 1), gap)], [first])

const apart = { first: scalar, gap1: positive, gap2: positive, gap3: positive }

/** That unit j is on at position i where j <= i, by the gaps from its kink to there, and off otherwise, by those from there to its kink. */
const isOn = (i: number, j: number): Judge => {
  const between = <A>(N: Divisible<A>, gaps: ReadonlyArray<A>): ReadonlyArray<readonly [A, A]> => (j <= i
    ? [...(j === 0 ? [N.of(1)] : []), ...gaps.slice(Math.max(0, j - 1), i)]
    : gaps.slice(i, j - 1)).map(gap => [gap, N.of(1)] as const)
  return sumOfSquares(apart, (N, { first, gap1, gap2, gap3 }) => {
    const zs = positions(N, first, [gap1, gap2, gap3])
    const [z, kink] = [at(zs, i), at(interpolation(N)(zs, zs).kinks, j)]
    return j <= i ? atMost(kink, z) : atMost(z, kink)
  }, (N, { gap1, gap2, gap3 }) => between(N, [gap1, gap2, gap3]))
}

/** The minimiser of ||w x - y||^2 / 2 + penalty w^2 / 2, and a step of descent on it. */
const leastSquares = <A>(
  N: Divisible<A>, { x, y, penalty }: { readonly x: Grid<A>; readonly y: Grid<A>; readonly penalty: A }
) => {
  const curvature = N.add(dot(N)(x, x), penalty)
  const gradient = (w: A): A => N.add(dot(N)(x, minus(N)(scale(N)(w, x), y)), N.mul(penalty, w))
  return {
    curvature,
    minimiser: N.div(dot(N)(x, y), curvature),
    step: (eta: A, w: A): A => gradientStep(N)(eta)(vectorOf([w]), vectorOf([gradient(w)])).at(0)
  }
}

const numbers = drawn(fc.integer({ min: 1, max: 12 }).map(k => k / 4))

/** That one step multiplies the distance to the minimiser by 1 - eta times the curvature. */
const contracts = exactly(
  { x: vector(3), y: vector(3), w: scalar, eta: scalar, penalty: scalar }, (N, { x, y, w, eta, penalty }) =>
    [N.of(0), penalty].map((reg, k) => {
      const { curvature, minimiser, step } = leastSquares(N, { x, y, penalty: reg })
      const factor = N.sub(N.of(1), N.mul(eta, curvature))
      return equal(N.sub(step(eta, w), minimiser), N.mul(factor, N.sub(w, minimiser)), k === 0 ? 'no penalty'
        : 'penalty')
    })
)

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'homework-1/memorisation/interpolation',
      title: 'One rectifier for each of n points in order is enough to give them any labels, for n = 1..4',
      statement: String.raw`z_1 < \dots < z_n,\ f(z) = \sum_j (s_j - s_{j-1}) \max(0, z - z_{j-1}),\ s_j = \frac{y_j - y_{j-1}}{z_j - z_{j-1}}:\quad f(z_i) = y_i`,
      source,
      rows: ['HW1-PR-01']
    },
    allOf('any labels, positions in order, n = 1..4', [1, 2, 3, 4].map(n => ({
      label: `n = ${n}`,
      judge: forAll({ ...apart, labels: vector(4) }, (N, { first, gap1, gap2, gap3, labels }) => {
        const zs = positions(N, first, [gap1, gap2, gap3]).slice(0, n)
        const ys = labels.entries.slice(0, n)
        const { kinks, weights } = interpolation(N)(zs, ys)
        const f = (z: typeof first) => sum(N)([n], j =>
          N.mul(at(weights, j), N.max(N.of(0), N.sub(z, at(kinks, j)))))
        return zs.map((z, i) => equal(f(z), at(ys, i), `f(z_${i + 1})`))
      })
    })))
  ),
  claim(
    {
      id: 'homework-1/memorisation/units-on',
      title: 'At the i-th of three positions the first i units are on, and what is on adds up to the label',
      statement: String.raw`z_1 < z_2 < z_3:\quad z_i - z_{j-1} > 0 \text{ for } j \le i, \text{ else } \le 0; \quad \sum_{j \le i} (s_j - s_{j-1}) (z_i - z_{j-1}) = y_i`,
      source,
      rows: ['HW1-PR-01']
    },
    allOf('any labels of three positions in order', [
      ...[0, 1, 2].flatMap(i => [0, 1, 2].map(j => ({ label: `unit ${j + 1} at z_${i + 1}`, judge: isOn(i, j) }))),
      {
        label: 'what is on',
        judge: exactly({ ...apart, labels: vector(3) }, (N, { first, gap1, gap2, labels }) => {
          const zs = positions(N, first, [gap1, gap2])
          const net = interpolation(N)(zs, labels.entries)
          return labels.entries.map((y, i) => equal(outputAt(N, net, zs, i), y, `f(z_${i + 1})`))
        })
      }
    ])
  ),
  stated({
    id: 'homework-1/memorisation/one-more',
    title: 'A unit for one more point gives it its label: the line goes on, and changes its slope',
    source,
    rows: ['HW1-PR-01'],
    expects: 'proved',
    // the point that is one more is z, with the label y
    declarations: String.raw`name z_n, y_n, s_n \in \mathbb{R}
      z, y \in \mathbb{R}
      s := \frac{y - y_n}{z - z_n}`,
    tex: String.raw`y_n + s_n (z - z_n) + (s - s_n) (z - z_n) = y`
  }),
  erratum(
    {
      id: 'homework-1/memorisation/penalty',
      title: 'Descent on least squares converges without a penalty; with one it converges too, to a smaller weight',
      statement: String.raw`w' - w^* = (1 - \eta (\|x\|^2 + \lambda)) (w - w^*),\quad w^* = \frac{\langle x, y\rangle}{\|x\|^2 + \lambda},\quad \lambda \ge 0`,
      source: 'Deep learning homework 1, question 8',
      rows: ['HW1-PR-05']
    },
    {
      printed: {
        text: 'a penalty is added so that the descent can converge: without one a step with half the inverse curvature comes no closer',
        judge: forAll({ a: numbers, b: numbers, y: vector(2), w: numbers }, (N, { a, b, y, w }) => {
          const { curvature, minimiser, step } = leastSquares(N, { x: vectorOf([a, b]), y, penalty: N.of(0) })
          const away = (at: typeof w) => N.mul(N.sub(at, minimiser), N.sub(at, minimiser))
          return atMost(away(w), away(step(N.div(N.of(0.5), curvature), w)))
        })
      },
      corrected: {
        text: 'with and without one, each step multiplies the distance to the minimiser by the same number',
        judge: contracts
      }
    }
  )
]
