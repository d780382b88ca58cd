import { array, type Claim, claim, equalGrids, formally, scalar, vector } from '../../src/claim/index.js'
import * as definition from '../../src/definition/index.js'
import { fromEntries, type Grid, grid } from '../../src/number/index.js'
import { withoutScale } from '../cs231n-notes/normalisation/moments.js'

const notebook = 'Convolutional networks notebook, normalisation of images'

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'convnet-notebooks/normalisation/spatial-is-batch',
      title: 'Spatial batch normalisation is batch normalisation with a row for each pixel',
      statement: String.raw`\mathrm{SBN}(x) = \mathrm{BN}(x \in \mathbb R^{NHW \times C})`,
      source: notebook,
      rows: ['C231-SBN-04', 'N231-SBN-01']
    },
    formally(
      { x: array([2, 2, 1, 2]), gamma: vector(2), beta: vector(2), eps: scalar }, (N, { x, gamma, beta, eps }) => {
        const rows = grid([4, 2], (p, c) => x.at(Math.floor(p / 2), c, 0, p % 2))
        const y = definition.batchNorm(N)({ gamma, beta }, eps)(rows)
        const back = grid([2, 2, 1, 2], (n, c, _i, j) => y.at(2 * n + j, c))
        return equalGrids(definition.spatialBatchNorm(N)({ gamma, beta }, eps)(x), back, 'y')
      }
    )),
  claim(
    {
      id: 'convnet-notebooks/normalisation/group-extremes',
      title: 'One group is layer normalisation; a group a channel is spatial batch normalisation of each example',
      statement: String.raw`G = 1: \mathrm{LN},\quad G = C: \mathrm{IN}`, source: notebook,
      rows: ['N231-GN-02', 'C231-GN-03']
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
