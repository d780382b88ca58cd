import {
  allOf, array, type Claim, claim, equalGrids, formally, printsAs, scalar, vector
} from '../../src/claim/index.js'
import * as definition from '../../src/definition/index.js'
import { type Analytic, fromEntries, type Grid, grid } from '../../src/number/index.js'
import { withoutScale } from '../cs231n-notes/normalisation/moments.js'

const notebook = 'Convolutional networks notebook, normalisation of images'

const relationClaims: ReadonlyArray<Claim> = [
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

/** The deviation of standardised values whose own was s, multiplied by gamma. */
const deviationAfter = (s: number, gamma: number) => <A>(N: Analytic<A>): A => {
  const decimal = N.div(N.of(Math.round(s * 1e8)), N.of(1e8))
  return N.div(N.mul(N.of(gamma), decimal), N.sqrt(N.add(N.mul(decimal, decimal), N.div(N.of(1), N.of(1e5)))))
}

const printedDeviations = (rows: ReadonlyArray<readonly [number, number, string]>) =>
  allOf(
    `${rows.length} printed deviations`,
    rows.map(([s, gamma, text]) => ({ label: text, judge: printsAs(text, deviationAfter(s, gamma)) }))
  )

const figureClaims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'convnet-notebooks/normalisation/printed-spatial',
      title: 'The deviations printed after spatial batch normalisation follow from those before it',
      statement: String.raw`\gamma s / \sqrt{s^2 + 10^{-5}}`, source: notebook, rows: ['C231-SBN-01']
    },
    printedDeviations([
      [3.61447857, 1, '.99999962'], [3.19347686, 1, '.99999951'], [3.5168142, 1, '.99999960'],
      [3.61447857, 3, '2.99999885'], [3.19347686, 4, '3.99999804'], [3.5168142, 5, '4.99999798']
    ])),
  claim(
    {
      id: 'convnet-notebooks/normalisation/printed-group',
      title: 'The deviations printed after group normalisation follow from those before it',
      statement: String.raw`s / \sqrt{s^2 + 10^{-5}}`, source: notebook, rows: ['C231-GN-01']
    },
    printedDeviations([
      [3.67070958, 1, '.99999963'], [3.09892597, 1, '.99999948'], [4.27043622, 1, '.99999973'],
      [3.97521327, 1, '.99999968']
    ]))
]

export const claims: ReadonlyArray<Claim> = [...relationClaims, ...figureClaims]
