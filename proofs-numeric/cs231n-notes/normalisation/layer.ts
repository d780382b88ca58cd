import {
  array, atMost, type Claim, claim, equal, equalGrids, exactly, formally, positive, scalar, sumOfSquares, vector
} from '../../../src/claim/index.js'
import * as definition from '../../../src/definition/index.js'
import { mapGrid, transpose } from '../../../src/number/index.js'
import { epsFor, momentsOf, perSize, standardised, withoutScale, withRoot } from './moments.js'

const moved = { a: scalar, b: scalar, sigma: scalar }

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'cs231n-notes/normalisation/layer-is-transposed-batch',
      title: 'Layer normalisation is batch normalisation of the transpose',
      statement: String.raw`\mathrm{LN}(x) = \mathrm{BN}(x^T)^T`, source: 'Notes on CS231n, layer normalisation',
      rows: ['N231-LN-01']
    },
    formally({ x: array([2, 3]), eps: scalar }, (N, { x, eps }) => equalGrids(
      definition.layerNorm(N)(withoutScale(N, 3), eps)(x),
      transpose(definition.batchNorm(N)(withoutScale(N, 2), eps)(transpose(x))), 'y'))),
  claim(
    {
      id: 'cs231n-notes/normalisation/affine-invariance',
      title: 'Values a x + b, a > 0, are standardised as x is, if eps is multiplied by a^2',
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
        ...equalGrids(
          standardised(withRoot(N, N.mul(a, sigma)), changed, eps), standardised(withRoot(N, sigma), x, eps), 'y'
        )
      ]
    }))),
  claim(
    {
      id: 'cs231n-notes/normalisation/larger-values',
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
      }))
]
