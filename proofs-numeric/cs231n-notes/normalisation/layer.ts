import { array, type Claim, claim, equalGrids, formally, scalar } from '../../../src/claim/index.js'
import * as definition from '../../../src/definition/index.js'
import { transpose } from '../../../src/number/index.js'
import { withoutScale } from './moments.js'

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
      transpose(definition.batchNorm(N)(withoutScale(N, 2), eps)(transpose(x))), 'y')))
]
