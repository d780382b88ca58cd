import {
  allOf, atMost, type Claim, claim, equal, equalGrids, exactly, formally, positive, scalar, sumOfSquares, vector
} from '../src/claim/index.js'
import * as definition from '../src/definition/index.js'
import { type Backward, type Moments } from '../src/definition/index.js'
import {
  type Analytic, type Divisible, dot, dual, dualAnalytic, fromEntries, type Grid, grid, mapGrid, power, type Radical, sum
} from '../src/number/index.js'

const notes = 'Notes on CS231n, batch normalisation'

const sizes = [2, 3, 4]

const momentsOf = <A>(N: Divisible<A>, x: Grid<A>): Moments<A> => definition.moments(N)(x.shape, i => x.at(i ?? 0))

const standardised = <A>(N: Radical<A>, x: Grid<A>, eps: A): Grid<A> => mapGrid(definition.standardiser(N)(momentsOf(N, x), eps))(x)

/** One group of numbers, the cotangents of its standardised values, and eps. */
const group = (n: number) => ({ x: vector(n), g: vector(n), eps: scalar })

/** Of each x_j the derivative of <g, standardised x>, by dual numbers. */
const derivative = <A>(N: Analytic<A>, x: Grid<A>, g: Grid<A>, eps: A): Grid<A> => grid(x.shape, j => {
  const varied = fromEntries(x.shape, x.entries.map((a, i) => dual(a, N.of(i === j ? 1 : 0))))
  const y = standardised(dualAnalytic(N), varied, dual(eps, N.of(0)))
  return dot(N)(g, mapGrid(({ tangent }: { readonly tangent: A }) => tangent)(y))
})

const perSize = (scope: string, judge: (n: number) => ReturnType<typeof formally>) =>
  allOf(scope, sizes.map(n => ({ label: `n = ${n}`, judge: judge(n) })))

const isDerivative = (backward: Backward) => perSize('groups of 2, 3 and 4 numbers, every real x, g and eps', n =>
  formally(group(n), (N, { x, g, eps }) => equalGrids(backward(N)(x, eps)(g), derivative(N, x, g, eps), 'dx')))

/** A number system whose square root is a number given, to be used where it is the root of what is asked for. */
const withRoot = <A>(N: Divisible<A>, root: A): Radical<A> => ({ ...N, sqrt: () => root })

// Any sigma whatever is the root of variance + eps for eps = sigma^2 - variance, so that no root need be taken.
const epsFor = <A>(N: Divisible<A>, x: Grid<A>, sigma: A): A => N.sub(N.mul(sigma, sigma), momentsOf(N, x).variance)

const derivativeClaims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'normalisation/staged', title: 'The backward pass of batch normalisation in stages is the derivative of its definition',
      statement: String.raw`d\sigma = -\frac{\sum_i g_i (x_i - \mu)}{\sigma^2},\ dv = \frac{d\sigma}{2\sigma},\ dx = \frac g\sigma + \frac{2 (x - \mu) dv + d\mu}n`,
      source: notes, rows: ['N231-BN-05']
    },
    isDerivative(definition.stagedBackward)),
  claim(
    {
      id: 'normalisation/closed', title: 'The closed form of the backward pass is the derivative of the definition too',
      statement: String.raw`dx = \frac{n g - \sum_i g_i - y \sum_i g_i y_i}{n \sigma}`, source: notes, rows: ['N231-BN-06']
    },
    isDerivative(definition.closedBackward)),
  claim(
    {
      id: 'normalisation/two-forms', title: 'The two printed backward passes are the same function',
      statement: String.raw`dx_{\mathrm{staged}} = dx_{\mathrm{closed}}`, source: notes, rows: ['N231-BN-06']
    },
    perSize('groups of 2, 3 and 4 numbers, every real x, g and eps', n => formally(group(n), (N, { x, g, eps }) =>
      equalGrids(definition.stagedBackward(N)(x, eps)(g), definition.closedBackward(N)(x, eps)(g), 'dx')))),
  claim(
    {
      id: 'normalisation/sum-of-gradients',
      title: 'What is pulled back to a group sums to 0, so that a bias before batch normalisation has no gradient',
      statement: String.raw`\sum_i dx_i = 0`, source: notes, rows: ['N231-BN-10']
    },
    perSize('groups of 2, 3 and 4 numbers, every real x, g and eps', n => formally(group(n), (N, { x, g, eps }) => {
      const dx = derivative(N, x, g, eps)
      return equal(sum(N)(dx.shape, i => dx.at(i)), N.of(0))
    })))
]

const moved = { a: scalar, b: scalar, sigma: scalar }

const valueClaims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'normalisation/moments', title: 'Standardised values have mean 0, and variance v / (v + eps), a little below 1',
      statement: String.raw`\bar y = 0,\quad \overline{y^2} = \frac{v}{v + \varepsilon}`, source: notes, rows: ['N231-BN-01']
    },
    perSize('groups of 2, 3 and 4 numbers, every real x and sigma', n =>
      exactly({ x: vector(n), sigma: scalar }, (N, { x, sigma }) => {
      const y = standardised(withRoot(N, sigma), x, epsFor(N, x, sigma))
      const { mean, variance } = momentsOf(N, y)
      return [equal(mean, N.of(0), 'mean'), equal(variance, N.div(momentsOf(N, x).variance, N.mul(sigma, sigma)), 'variance')]
    }))),
  claim(
    {
      id: 'normalisation/affine-invariance', title: 'Values a x + b, a > 0, are standardised as x is, if eps is multiplied by a^2',
      statement: String.raw`\mathrm{LN}_{a^2 \varepsilon}(a x + b) = \mathrm{LN}_\varepsilon(x)`,
      source: 'Notes on CS231n, layer normalisation',
      rows: ['N231-LN-03']
    },
    perSize('groups of 2, 3 and 4 numbers, every real x, a, b and sigma', n =>
      exactly({ ...moved, x: vector(n) }, (N, { x, a, b, sigma }) => {
      const changed = mapGrid((t: typeof a) => N.add(N.mul(a, t), b))(x)
      const eps = epsFor(N, x, sigma)
      const variance = momentsOf(N, changed).variance
      return [
        // a sigma is the root of what is under the root for a x + b, provided that it is not negative
        equal(N.mul(N.mul(a, sigma), N.mul(a, sigma)), N.add(variance, N.mul(N.mul(a, a), eps)), 'root'),
        ...equalGrids(standardised(withRoot(N, N.mul(a, sigma)), changed, eps), standardised(withRoot(N, sigma), x, eps), 'y')
      ]
    }))),
  claim(
    {
      id: 'normalisation/larger-values',
      title: 'With eps as it was, larger values are left with a larger variance: the invariance is not exact',
      statement: String.raw`\frac{v}{v + \varepsilon} \le \frac{(1 + t) v}{(1 + t) v + \varepsilon}`,
      source: 'Notes on CS231n, layer normalisation',
      rows: ['N231-LN-03']
    },
    sumOfSquares({ v: positive, eps: positive, t: positive },
      (N, { v, eps, t }) => {
        const larger = N.mul(N.add(N.of(1), t), v)
        return atMost(N.div(v, N.add(v, eps)), N.div(larger, N.add(larger, eps)))
      },
      (N, { v, eps, t }) => {
        const larger = N.mul(N.add(N.of(1), t), v)
        return [[N.div(N.mul(N.mul(t, v), eps), N.mul(N.add(v, eps), N.add(larger, eps))), N.of(1)]]
      })),
  claim(
    {
      id: 'normalisation/first-entry',
      title: 'Mean and variance may be found after the first value is taken off from all, which loses no digits to a large mean',
      statement: String.raw`\mu = x_1 + \overline{x - x_1},\quad v(x) = v(x - x_1)`, source: 'the literature on updating variances'
    },
    perSize('groups of 2, 3 and 4 numbers, every real x', n => exactly({ x: vector(n) }, (N, { x }) => {
      const apart = momentsOf(N, mapGrid((a: ReturnType<typeof N.of>) => N.sub(a, x.at(0)))(x))
      const direct = momentsOf(N, x)
      return [equal(N.add(x.at(0), apart.mean), direct.mean, 'mean'), equal(apart.variance, direct.variance, 'variance')]
    }))),
  claim(
    {
      id: 'normalisation/running', title: 'Running statistics are averages of the batches\' with geometric weights that sum to 1 - m^T',
      statement: String.raw`r_T = m^T r_0 + (1 - m) \sum_{k=1}^T m^{T-k} s_k`,
      source: notes,
      rows: ['N231-BN-02', 'N231-BN-08', 'C231-SBN-02']
    },
    allOf('T = 1 to 6, every real m, r_0 and s', [1, 2, 3, 4, 5, 6].map(T => ({
      label: `T = ${T}`,
      judge: exactly({ m: scalar, r: scalar, s: vector(T) }, (N, { m, r, s }) => {
        const rest = N.sub(N.of(1), m)
        const last = s.entries.reduce((running, batch) => N.add(N.mul(m, running), N.mul(rest, batch)), r)
        const weighted = sum(N)([T], k => N.mul(power(N)(m, T - 1 - k), s.at(k)))
        const weights = sum(N)([T], k => N.mul(rest, power(N)(m, k)))
        return [
          equal(last, N.add(N.mul(power(N)(m, T), r), N.mul(rest, weighted)), 'r_T'),
          equal(weights, N.sub(N.of(1), power(N)(m, T)), 'weights')
        ]
      })
    }))))
]

export const claims: ReadonlyArray<Claim> = [...derivativeClaims, ...valueClaims]
