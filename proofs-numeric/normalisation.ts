import {
  allOf, array, atMost, type Claim, claim, equal, equalGrids, exactly, formally, positive, printsAs, scalar, sumOfSquares, vector
} from '../src/claim/index.js'
import * as definition from '../src/definition/index.js'
import { type Backward, type Moments } from '../src/definition/index.js'
import {
  type Analytic, type Divisible, dot, dual, dualAnalytic, fromEntries, type Grid, grid, mapGrid, power, type Radical, sum, transpose
} from '../src/number/index.js'

const notes = 'Notes on CS231n, batch normalisation'
const notebook = 'Convolutional networks notebook, normalisation of images'

const sizes = [2, 3, 4]

const momentsOf = <A>(N: Divisible<A>, x: Grid<A>): Moments<A> => definition.moments(N)(x.shape, i => x.at(i ?? 0))

const standardised = <A>(N: Radical<A>, x: Grid<A>, eps: A): Grid<A> => mapGrid(definition.standardiser(N)(momentsOf(N, x), eps))(x)

/** One group of numbers, the cotangents of its standardised values, and eps. */
const group = (n: number) => ({ x: vector(n), g: vector(n), eps: scalar })

/** Of each x_j the derivative of <g, standardised x>, by dual numbers. */
const derivative = <A>(N: Analytic<A>, x: Grid<A>, g: Grid<A>, eps: A): Grid<A> => grid(x.shape, (j = 0) => {
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
      statement: String.raw`d\sigma = -\frac{\sum_i g_i (x_i - \mu)}{\sigma^2},\ dv = \frac{d\sigma}{2\sigma},\ dx = \frac g\sigma + \frac{2 (x - \mu)\,dv}n + \frac{d\mu}n`,
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
      id: 'normalisation/sum-of-gradients', title: 'What is pulled back to a group sums to 0, so that a bias before batch normalisation has no gradient',
      statement: String.raw`\sum_i dx_i = 0`, source: notes, rows: ['N231-BN-10']
    },
    perSize('groups of 2, 3 and 4 numbers, every real x, g and eps', n => formally(group(n), (N, { x, g, eps }) => {
      const dx = derivative(N, x, g, eps)
      return equal(sum(N)(dx.shape, (i = 0) => dx.at(i)), N.of(0))
    })))
]

const valueClaims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'normalisation/moments', title: 'Standardised values have mean 0, and variance v / (v + eps), a little below 1',
      statement: String.raw`\bar y = 0,\quad \overline{y^2} = \frac{v}{v + \varepsilon}`, source: notes, rows: ['N231-BN-01']
    },
    perSize('groups of 2, 3 and 4 numbers, every real x and sigma, eps = sigma^2 - variance', n => exactly({ x: vector(n), sigma: scalar }, (N, { x, sigma }) => {
      const y = standardised(withRoot(N, sigma), x, epsFor(N, x, sigma))
      const { mean, variance } = momentsOf(N, y)
      return [equal(mean, N.of(0), 'mean'), equal(variance, N.div(momentsOf(N, x).variance, N.mul(sigma, sigma)), 'variance')]
    }))),
  claim(
    {
      id: 'normalisation/affine-invariance', title: 'Values a x + b, a > 0, are standardised as x is, if eps is multiplied by a^2',
      statement: String.raw`\mathrm{LN}_{a^2 \varepsilon}(a x + b) = \mathrm{LN}_\varepsilon(x)`, source: 'Notes on CS231n, layer normalisation', rows: ['N231-LN-03']
    },
    perSize('groups of 2, 3 and 4 numbers, every real x, a, b and sigma', n => exactly({ x: vector(n), a: scalar, b: scalar, sigma: scalar }, (N, { x, a, b, sigma }) => {
      const moved = mapGrid((t: typeof a) => N.add(N.mul(a, t), b))(x)
      const eps = epsFor(N, x, sigma)
      const variance = momentsOf(N, moved).variance
      return [
        // a sigma is the root of what is under the root for a x + b, provided that it is not negative
        equal(N.mul(N.mul(a, sigma), N.mul(a, sigma)), N.add(variance, N.mul(N.mul(a, a), eps)), 'root'),
        ...equalGrids(standardised(withRoot(N, N.mul(a, sigma)), moved, eps), standardised(withRoot(N, sigma), x, eps), 'y')
      ]
    }))),
  claim(
    {
      id: 'normalisation/larger-values', title: 'With eps as it was, larger values are left with a larger variance: the invariance is not exact',
      statement: String.raw`\frac{v}{v + \varepsilon} \le \frac{(1 + t) v}{(1 + t) v + \varepsilon}`, source: 'Notes on CS231n, layer normalisation', rows: ['N231-LN-03']
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
      id: 'normalisation/first-entry', title: 'Mean and variance may be found after the first value is taken off from all: the layers do, and lose no digits to a large mean',
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
      statement: String.raw`r_T = m^T r_0 + (1 - m) \sum_{k=1}^T m^{T-k} s_k`, source: notes, rows: ['N231-BN-02', 'N231-BN-08', 'C231-SBN-02']
    },
    allOf('T = 1 to 6, every real m, r_0 and s', [1, 2, 3, 4, 5, 6].map(T => ({
      label: `T = ${T}`,
      judge: exactly({ m: scalar, r: scalar, s: vector(T) }, (N, { m, r, s }) => {
        const rest = N.sub(N.of(1), m)
        const last = s.entries.reduce((running, batch) => N.add(N.mul(m, running), N.mul(rest, batch)), r)
        const weighted = sum(N)([T], (k = 0) => N.mul(power(N)(m, T - 1 - k), s.at(k)))
        const weights = sum(N)([T], (k = 0) => N.mul(rest, power(N)(m, k)))
        return [
          equal(last, N.add(N.mul(power(N)(m, T), r), N.mul(rest, weighted)), 'r_T'),
          equal(weights, N.sub(N.of(1), power(N)(m, T)), 'weights')
        ]
      })
    }))))
]

const withoutScale = <A>(N: Divisible<A>, features: number) =>
  ({ gamma: grid([features], () => N.of(1)), beta: grid([features], () => N.of(0)) })

const relationClaims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'normalisation/layer-is-transposed-batch', title: 'Layer normalisation is batch normalisation of the transpose',
      statement: String.raw`\mathrm{LN}(x) = \mathrm{BN}(x^T)^T`, source: 'Notes on CS231n, layer normalisation', rows: ['N231-LN-01']
    },
    formally({ x: array([2, 3]), eps: scalar }, (N, { x, eps }) => equalGrids(
      definition.layerNorm(N)(withoutScale(N, 3), eps)(x),
      transpose(definition.batchNorm(N)(withoutScale(N, 2), eps)(transpose(x))), 'y'))),
  claim(
    {
      id: 'normalisation/spatial-is-batch', title: 'Spatial batch normalisation is batch normalisation with a row for each pixel',
      statement: String.raw`\mathrm{SBN}(x) = \mathrm{BN}(x \in \mathbb R^{NHW \times C})`, source: notebook, rows: ['C231-SBN-04', 'N231-SBN-01']
    },
    formally({ x: array([2, 2, 1, 2]), gamma: vector(2), beta: vector(2), eps: scalar }, (N, { x, gamma, beta, eps }) => {
      const rows = grid([4, 2], (p = 0, c = 0) => x.at(Math.floor(p / 2), c, 0, p % 2))
      const y = definition.batchNorm(N)({ gamma, beta }, eps)(rows)
      const back = grid([2, 2, 1, 2], (n = 0, c = 0, _i, j = 0) => y.at(2 * n + j, c))
      return equalGrids(definition.spatialBatchNorm(N)({ gamma, beta }, eps)(x), back, 'y')
    })),
  claim(
    {
      id: 'normalisation/group-extremes', title: 'One group is layer normalisation of the image; a group for each channel is spatial batch normalisation of each example alone',
      statement: String.raw`G = 1: \mathrm{LN},\quad G = C: \mathrm{IN}`, source: notebook, rows: ['N231-GN-02', 'C231-GN-03']
    },
    formally({ x: array([1, 2, 1, 2]), eps: scalar }, (N, { x, eps }) => {
      const grouped = (groups: number): Grid<typeof eps> => definition.groupNorm(N)(withoutScale(N, 2), groups, eps)(x)
      const layer = definition.layerNorm(N)(withoutScale(N, 4), eps)(fromEntries([1, 4], x.entries))
      return [
        ...equalGrids(grouped(1), fromEntries([1, 2, 1, 2], layer.entries), 'one group'),
        ...equalGrids(grouped(2), definition.spatialBatchNorm(N)(withoutScale(N, 2), eps)(x), 'two groups')
      ]
    }))
]

/** The deviation of standardised values whose own was s, multiplied by gamma. */
const deviationAfter = (s: number, gamma: number) => <A>(N: Analytic<A>): A => {
  const decimal = N.div(N.of(Math.round(s * 1e8)), N.of(1e8))
  return N.div(N.mul(N.of(gamma), decimal), N.sqrt(N.add(N.mul(decimal, decimal), N.div(N.of(1), N.of(1e5)))))
}

const printedDeviations = (rows: ReadonlyArray<readonly [number, number, string]>) =>
  allOf(`${rows.length} printed deviations`, rows.map(([s, gamma, text]) => ({ label: text, judge: printsAs(text, deviationAfter(s, gamma)) })))

const figureClaims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'normalisation/printed-spatial', title: 'The deviations printed after spatial batch normalisation follow from those before it',
      statement: String.raw`\gamma s / \sqrt{s^2 + 10^{-5}}`, source: notebook, rows: ['C231-SBN-01']
    },
    printedDeviations([
      [3.61447857, 1, '.99999962'], [3.19347686, 1, '.99999951'], [3.5168142, 1, '.99999960'],
      [3.61447857, 3, '2.99999885'], [3.19347686, 4, '3.99999804'], [3.5168142, 5, '4.99999798']
    ])),
  claim(
    {
      id: 'normalisation/printed-group', title: 'The deviations printed after group normalisation follow from those before it',
      statement: String.raw`s / \sqrt{s^2 + 10^{-5}}`, source: notebook, rows: ['C231-GN-01']
    },
    printedDeviations([
      [3.67070958, 1, '.99999963'], [3.09892597, 1, '.99999948'], [4.27043622, 1, '.99999973'], [3.97521327, 1, '.99999968']
    ]))
]

export const claims: ReadonlyArray<Claim> = [...derivativeClaims, ...valueClaims, ...relationClaims, ...figureClaims]
