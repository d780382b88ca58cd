import fc from 'fast-check'
import { type Claim, claim, type Law, type Plain, type Relation, sampled } from '../../src/claim/index.js'
import type {
  batchNorm, batchNormInference, groupNorm, layerNorm, NormParams, spatialBatchNorm
} from '../../src/layer/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { refuses } from '../judges/refuses.js'
import { sameBits, sameEntries } from '../judges/sameBits.js'
import { sparsely } from '../cases/sparsely.js'
import { numerators, odd, tensors } from '../cases/numbers.js'

const notes = 'Notes on CS231n, normalisation layers'
const notebook = 'Convolutional networks notebook, normalisation of images'

const x = tensors([3, 2], numerators)
const images = tensors([2, 4, 1, 3], numerators)
const gamma = tensors([2], odd)
const beta = tensors([2], numerators)
const ofFour = { gamma: T.fromNested([1, -2, 0.5, 4]), beta: T.fromNested([0, 1, 2, -3]) }
const plain = (features: number): NormParams => ({ gamma: T.ones([features]), beta: T.zeros([features]) })

const example = { x: tensors([1, 2], numerators), gamma, beta, dy: tensors([1, 2], numerators) }

const rowsOf = (t: Tensor): Tensor => T.reshape(T.moveaxis(t, 1, -1), [-1, t.shape[1] ?? 1])

type Normed = Readonly<{ y: Tensor; pullback: (dy: Tensor) => { readonly dx: Tensor } }>

/** Values and pulled cotangents of two layers, after a change of their arrangement, bit for bit. */
const alike = (
  one: Normed, other: Normed, dy: Tensor, arranged: (t: Tensor) => Tensor
): ReadonlyArray<Relation<Plain>> => [
  ...sameBits(arranged(one.y), other.y, 'y'),
  ...sameBits(arranged(one.pullback(dy).dx), other.pullback(arranged(dy)).dx, 'dx')
]

/** The normalisations, as a person might write them. */
export interface NormalisationSubject {
  readonly batchNorm: typeof batchNorm
  readonly batchNormInference: typeof batchNormInference
  readonly spatialBatchNorm: typeof spatialBatchNorm
  readonly layerNorm: typeof layerNorm
  readonly groupNorm: typeof groupNorm
}

/** What batch, layer and group normalisation are known for. */
export const normalisationLaws: Law<NormalisationSubject> = (
  { batchNorm, batchNormInference, spatialBatchNorm, layerNorm, groupNorm }
): ReadonlyArray<Claim> => [
  claim(
    {
      id: 'batchNorm/shift',
      title: 'The same number added to a whole column, however large, changes no bit of the output',
      statement: String.raw`\mathrm{BN}(x + c) = \mathrm{BN}(x)`, source: notes, rows: ['N231-BN-09']
    },
    sampled<{ x: Tensor; c: number }>(
      { x, c: fc.integer({ min: -40, max: 40 }).map(k => Math.sign(k) * 2 ** Math.abs(k)) }, given =>
        sameBits(batchNorm()(plain(2))(T.add(given.x, given.c)).y, batchNorm()(plain(2))(given.x).y, 'y')
    )),
  claim(
    {
      id: 'batchNorm/scale', title: 'Values times 2^k, with eps times 4^k, give the same bits',
      statement: String.raw`\mathrm{BN}_{a^2\varepsilon}(a x) = \mathrm{BN}_\varepsilon(x)`, source: notes,
      rows: ['N231-BN-10']
    },
    sampled<{ x: Tensor; k: number }>({ x, k: fc.integer({ min: -40, max: 40 }) }, given =>
      sameBits(batchNorm({ eps: 1e-5 * 4 ** given.k })(plain(2))(T.mul(given.x, 2
        ** given.k)).y, batchNorm()(plain(2))(given.x).y, 'y'))),
  claim(
    {
      id: 'batchNorm/equal-values',
      title: 'A column of equal values, of any size, gives exactly beta, and the gradient of gamma there is 0',
      statement: String.raw`x_i = c \Rightarrow y_i = \beta`, source: notes
    },
    sampled<{ c: number; n: number; beta: Tensor; dy: Tensor }>(
      {
        c: fc.double({ min: -1e300, max: 1e300, noNaN: true }), n: fc.integer({ min: 1, max: 5 }),
        beta: tensors([1], numerators),
        dy: tensors([5, 1], numerators)
      },
      ({ c, n, beta: shift, dy }) => {
        const { y, pullback } = batchNorm()({ gamma: T.ones([1]), beta: shift })(T.full([n, 1], c))
        return [
          ...sameBits(y, T.add(T.zeros([n, 1]), shift), 'y'),
          ...sameBits(pullback(T.slice(dy, [{ stop: n }])).dp.gamma, T.zeros([1]), 'dgamma')
        ]
      })),
  claim(
    {
      id: 'batchNorm/single-example',
      title: 'A batch of one example gives exactly beta, and nothing is pulled back to it',
      statement: String.raw`N = 1 \Rightarrow y = \beta,\ dx = 0`, source: notes
    },
    sampled<{ x: Tensor; gamma: Tensor; beta: Tensor; dy: Tensor }>(example, given => {
      const { y, pullback } = batchNorm()(given)(given.x)
      return [...sameBits(T.flatten(y), given.beta, 'y'), ...sameEntries(pullback(given.dy).dx, T.zeros([1, 2]), 'dx')]
    })),
  claim(
    {
      id: 'batchNorm/inference-alone',
      title: 'By given statistics each example is normalised as if it were alone, bit for bit',
      statement: String.raw`f(x)_n = f(x_n)`, source: notes
    },
    sampled<{ x: Tensor; mean: Tensor; variance: Tensor; n: number }>(
      { x, mean: beta, variance: gamma.map(T.abs), n: fc.integer({ min: 0, max: 2 }) },
      ({ x: batch, mean, variance, n }) => {
        const f = batchNormInference()({ ...plain(2), mean, variance })
        return sameBits(T.row(f(batch).y, n), T.row(f(T.slice(batch, [{ start: n, stop: n + 1 }])).y, 0), 'y')
      })),
  claim(
    {
      id: 'spatialBatchNorm/rows',
      title: 'Spatial batch normalisation is batch normalisation with a row for each pixel, bit for bit',
      statement: String.raw`\mathrm{SBN}(x) = \mathrm{BN}(x \in \mathbb R^{NHW \times C})`,
      source: notebook,
      rows: ['N231-SBN-01', 'C231-SBN-04']
    },
    sampled<{ x: Tensor; dy: Tensor }>({ x: images, dy: tensors([2, 4, 1, 3], numerators) }, given =>
      alike(spatialBatchNorm()(ofFour)(given.x), batchNorm()(ofFour)(rowsOf(given.x)), given.dy, rowsOf))),
  claim(
    {
      id: 'layerNorm/transposed', title: 'Layer normalisation is batch normalisation of the transpose, bit for bit',
      statement: String.raw`\mathrm{LN}(x) = \mathrm{BN}(x^T)^T`, source: notes, rows: ['N231-LN-01']
    },
    sampled<{ x: Tensor; dy: Tensor }>({ x, dy: tensors([3, 2], numerators) }, given =>
      alike(
        layerNorm()(plain(2))(given.x), batchNorm()(plain(3))(T.transpose(given.x)), given.dy, t => T.transpose(t)
      ))),
  claim(
    {
      id: 'groupNorm/one-group',
      title: 'With one group, group normalisation is layer normalisation of the whole image, bit for bit',
      statement: String.raw`G = 1: \mathrm{GN}(x) = \mathrm{LN}(x \in \mathbb R^{N \times CHW})`,
      source: notebook,
      rows: ['N231-GN-02', 'C231-GN-03']
    },
    sampled<{ x: Tensor; dy: Tensor }>({ x: images, dy: tensors([2, 4, 1, 3], numerators) }, given =>
      alike(groupNorm({ groups: 1 })(plain(4))(given.x), layerNorm()(plain(12))(T.reshape(given.x, [2, 12])), given.dy,
        t => T.reshape(t, [2, 12])))),
  claim(
    {
      id: 'groupNorm/instances',
      title: 'With a group for each channel, each example is normalised as by spatial batch normalisation alone',
      statement: String.raw`G = C: \mathrm{GN}(x)_n = \mathrm{SBN}(x_n)`, source: notebook,
      rows: ['N231-GN-02', 'C231-GN-03']
    },
    sampled<{ x: Tensor; dy: Tensor }>({ x: images, dy: tensors([2, 4, 1, 3], numerators) }, given => {
      const first = (t: Tensor): Tensor => T.slice(t, [{ stop: 1 }])
      return alike(
        groupNorm({ groups: 4 })(ofFour)(given.x), spatialBatchNorm()(ofFour)(first(given.x)), given.dy, first
      )
    })),
  claim(
    {
      id: 'groupNorm/divides', title: 'A number of groups that does not divide the channels is refused',
      statement: String.raw`G \mid C`, source: notebook, rows: ['N231-GN-03']
    },
    sampled<{ groups: number }>({ groups: fc.constantFrom(3, 5, 8, 0, -2, 1.5, NaN) }, ({ groups }) =>
      refuses(() => groupNorm({ groups })(ofFour)(T.ones([2, 4, 1, 3])), 'groupNorm'))),
  claim(
    {
      id: 'batchNorm/eps',
      title: 'An eps that is not above 0 is refused, for it would divide a column of equal values by 0',
      statement: String.raw`\varepsilon > 0`, source: notes
    },
    sampled<{ eps: number }>({ eps: fc.constantFrom(0, -1e-5, NaN, Infinity) }, ({ eps }) =>
      refuses(() => batchNorm({ eps })(plain(2))(T.ones([3, 2])), 'batchNorm')))
].map(sparsely)
