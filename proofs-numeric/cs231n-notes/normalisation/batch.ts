import {
  allOf, type Claim, claim, equal, equalGrids, exactly, formally, scalar, vector
} from '../../../src/claim/index.js'
import * as definition from '../../../src/definition/index.js'
import type { Backward } from '../../../src/definition/index.js'
import {
  type Analytic, dot, dual, dualAnalytic, fromEntries, type Grid, grid, mapGrid, power, sum
} from '../../../src/number/index.js'
import { epsFor, momentsOf, perSize, standardised, withRoot } from './moments.js'

const notes = 'Notes on CS231n, batch normalisation'

/** One group of numbers, the cotangents of its standardised values, and eps. */
const group = (n: number) => ({ x: vector(n), g: vector(n), eps: scalar })

/** Of each x_j the derivative of <g, standardised x>, by dual numbers. */
const derivative = <A>(N: Analytic<A>, x: Grid<A>, g: Grid<A>, eps: A): Grid<A> => grid(x.shape, j => {
  const varied = fromEntries(x.shape, x.entries.map((a, i) => dual(a, N.of(i === j ? 1 : 0))))
  const y = standardised(dualAnalytic(N), varied, dual(eps, N.of(0)))
  return dot(N)(g, mapGrid(({ tangent }: { readonly tangent: A }) => tangent)(y))
})

const isDerivative = (backward: Backward) => perSize('groups of 2, 3 and 4 numbers, every real x, g and eps', n =>
  formally(group(n), (N, { x, g, eps }) => equalGrids(backward(N)(x, eps)(g), derivative(N, x, g, eps), 'dx')))

const derivativeClaims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'cs231n-notes/normalisation/staged',
      title: 'The backward pass of batch normalisation in stages is the derivative of its definition',
      statement: String.raw`d\sigma = -\frac{\sum_i g_i (x_i - \mu)}{\sigma^2},\ dv = \frac{d\sigma}{2\sigma},\ dx = \frac g\sigma + \frac{2 (x - \mu) dv + d\mu}n`,
      source: notes, rows: ['N231-BN-05']
    },
    isDerivative(definition.stagedBackward)),
  claim(
    {
      id: 'cs231n-notes/normalisation/closed',
      title: 'The closed form of the backward pass is the derivative of the definition too',
      statement: String.raw`dx = \frac{n g - \sum_i g_i - y \sum_i g_i y_i}{n \sigma}`, source: notes,
      rows: ['N231-BN-06']
    },
    isDerivative(definition.closedBackward)),
  claim(
    {
      id: 'cs231n-notes/normalisation/two-forms', title: 'The two printed backward passes are the same function',
      statement: String.raw`dx_{\mathrm{staged}} = dx_{\mathrm{closed}}`, source: notes, rows: ['N231-BN-06']
    },
    perSize('groups of 2, 3 and 4 numbers, every real x, g and eps', n => formally(group(n), (N, { x, g, eps }) =>
      equalGrids(definition.stagedBackward(N)(x, eps)(g), definition.closedBackward(N)(x, eps)(g), 'dx')))),
  claim(
    {
      id: 'cs231n-notes/normalisation/sum-of-gradients',
      title: 'What is pulled back to a group sums to 0, so that a bias before batch normalisation has no gradient',
      statement: String.raw`\sum_i dx_i = 0`, source: notes, rows: ['N231-BN-10']
    },
    perSize('groups of 2, 3 and 4 numbers, every real x, g and eps', n => formally(group(n), (N, { x, g, eps }) => {
      const dx = derivative(N, x, g, eps)
      return equal(sum(N)(dx.shape, i => dx.at(i)), N.of(0))
    })))
]

const valueClaims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'cs231n-notes/normalisation/moments',
      title: 'Standardised values have mean 0, and variance v / (v + eps), a little below 1',
      statement: String.raw`\bar y = 0,\quad \overline{y^2} = \frac{v}{v + \varepsilon}`, source: notes,
      rows: ['N231-BN-01']
    },
    perSize('groups of 2, 3 and 4 numbers, every real x and sigma', n =>
      exactly({ x: vector(n), sigma: scalar }, (N, { x, sigma }) => {
      const y = standardised(withRoot(N, sigma), x, epsFor(N, x, sigma))
      const { mean, variance } = momentsOf(N, y)
      return [equal(mean, N.of(0), 'mean'), equal(
        variance, N.div(momentsOf(N, x).variance, N.mul(sigma, sigma)), 'variance'
      )]
    }))),
  claim(
    {
      id: 'cs231n-notes/normalisation/running',
      title: 'Running statistics are averages of the batches\' with geometric weights that sum to 1 - m^T',
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
