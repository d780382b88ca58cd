import { type Claim, claim, everyCase, judgedBy, type Law, type Plain, type Relation } from '../../src/claim/index.js'
import type * as layers from '../../src/layer/index.js'
import type { Layer, Params } from '../../src/layer/index.js'
import type { Shape } from '../../src/number/index.js'
import { orThrow } from '../../src/prelude/index.js'
import { run, seedOf } from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { hashed } from '../cases/hashed.js'
import { sameBits } from '../judges/sameBits.js'

// What an option is when nothing is said: the same bits as with the value that the documentation names, which laws of drawn options judge.

/** The layers that have options. */
export interface DefaultsSubject extends Layers {
  readonly name: string
}

type Layers = Readonly<Pick<
  typeof layers,
  'Affine' | 'Conv2d' | 'conv2d' | 'maxPool2d' | 'averagePool2d' | 'Dropout' | 'leakyRelu'
  | 'MultiHeadAttention' | 'BatchNorm' | 'batchNorm' | 'batchNormInference' | 'spatialBatchNorm' | 'layerNorm' | 'groupNorm'
>>

const source = 'The documentation of the layers'

const numbers = (...shape: Shape): Tensor =>
  T.tabulate(shape, (...index) => (hashed(3, 'x', index.reduce((k, i) => 7 * k + i, 0)) % 33) / 4 - 4)

const images = numbers(1, 2, 4, 5)
const square = { height: 2, width: 2, stride: 2 }

const params = { gamma: T.fromNested([1, -2]), beta: T.fromNested([0, 3]) }
const statistics = { mean: T.fromNested([1, 2]), variance: T.fromNested([0, 1]) }

const initial = (layer: Layer, shape: Shape): Params => run(orThrow(layer.build(shape)).init, seedOf(5))

/** The weights that a layer begins with. */
const weights = (layer: Layer, shape: Shape, name = 'w'): Tensor => initial(layer, shape)[0]?.[name] ?? T.zeros([0])

/** The running means of a layer after one batch. */
const meanAfterOne = (layer: Layer): Tensor => {
  const { state } = layer.train(initial(layer, [2]), run(orThrow(layer.build([2])).state, seedOf(5)))(numbers(3, 2))
  return state[0]?.['mean'] ?? T.zeros([0])
}

type Pair = readonly [Tensor, Tensor]

const ofNormalisations = (L: Layers): Readonly<Record<string, () => Pair>> => {
  const [x, images] = [numbers(3, 2), numbers(2, 2, 2, 3)]
  const eps = 1e-5
  const infer = { ...params, ...statistics }
  return {
    'batchNorm: eps 1e-5': () => [L.batchNorm()(params)(x).y, L.batchNorm({ eps })(params)(x).y],
    'spatialBatchNorm: eps 1e-5': () =>
      [L.spatialBatchNorm()(params)(images).y, L.spatialBatchNorm({ eps })(params)(images).y],
    'layerNorm: eps 1e-5': () => [L.layerNorm()(params)(x).y, L.layerNorm({ eps })(params)(x).y],
    'groupNorm: eps 1e-5': () => {
      const rows = numbers(2, 2, 1, 3)
      return [L.groupNorm({ groups: 1 })(params)(rows).y, L.groupNorm({ groups: 1, eps })(params)(rows).y]
    },
    'batchNormInference: eps 1e-5': () =>
      [L.batchNormInference()(infer)(x).y, L.batchNormInference({ eps })(infer)(x).y],
    'BatchNorm: momentum 0.9': () => [meanAfterOne(L.BatchNorm()), T.mul(1 - 0.9, L.batchNorm()(params)(x).mean)]
  }
}

const pairsOf = (L: Layers): Readonly<Record<string, () => Pair>> => ({
  'leakyRelu: slope 0.01': () => [L.leakyRelu()(numbers(4)).y, L.leakyRelu({ slope: 0.01 })(numbers(4)).y],
  ...ofNormalisations(L),
  'Affine: weightScale 0.01': () =>
    [weights(L.Affine(3), [2]), T.mul(weights(L.Affine(3, { weightScale: 1 }), [2]), 0.01)],
  'Conv2d: weightScale 0.01': () =>
    [weights(L.Conv2d(3, 2), [2, 4, 5]), T.mul(weights(L.Conv2d(3, 2, { weightScale: 1 }), [2, 4, 5]), 0.01)],
  'MultiHeadAttention: weightScale 1 / sqrt(E)': () => [
    weights(L.MultiHeadAttention({ heads: 1 }), [2, 4], 'wo'),
    T.div(weights(L.MultiHeadAttention({ heads: 1, weightScale: 1 }), [2, 4], 'wo'), 2)
  ],
  // the draws are those of the same number of weights in a row
  'Conv2d: filters of [height, width]': () =>
    [weights(L.Conv2d(3, [1, 2]), [2, 4, 5]), T.reshape(weights(L.Conv2d(1, [1, 12]), [1, 1, 12]), [3, 2, 1, 2])],
  'conv2d: stride 1 and pad 0': () => {
    const [filters, x] = [{ w: numbers(1, 1, 2, 2), b: T.zeros([1]) }, numbers(1, 1, 4, 5)]
    return [L.conv2d()(filters)(x).y, L.conv2d({ stride: 1, pad: 0 })(filters)(x).y]
  },
  'maxPool2d: pad 0': () => [L.maxPool2d(square)(images).y, L.maxPool2d({ ...square, pad: 0 })(images).y],
  'averagePool2d: pad 0': () => [L.averagePool2d(square)(images).y, L.averagePool2d({ ...square, pad: 0 })(images).y]
})

const mask = (layer: Layer, seed: number): Tensor =>
  layer.train([{}], run(orThrow(layer.build([64])).state, seedOf(seed)))(T.ones([1, 64])).y

/** What the layers do when an option is left out, and what zero means. */
export const defaultsLaws: Law<DefaultsSubject> = ({ name, ...layer }): ReadonlyArray<Claim> => {
  const pairs = pairsOf(layer)
  const dropout = (seed: number): Layer => layer.Dropout({ keepProbability: 0.5, seed })
  return [
    claim(
      {
        id: `${name}/documented`, title: 'Options that are left out have the values that the documentation names',
        statement: String.raw`f = f_{\text{default}}`, source
      },
      everyCase(Object.keys(pairs).join(', '), Object.keys(pairs), (pair): ReadonlyArray<Relation<Plain>> => {
        const [left, right] = judgedBy(pair.split(':')[0] ?? pair, () => pairs[pair]?.()) ?? [T.zeros([0]), T.zeros([1])]
        return sameBits(left, right, pair)
      })),
    claim(
      {
        id: `${name}/seed-zero`,
        title: 'A seed of 0 is a seed: dropout draws the same masks, whatever the seed of the training',
        statement: String.raw`s = 0 \Rightarrow m = m(0)`, source
      },
      everyCase('five seeds of a training', [1, 2, 3, 4, 5], seed =>
        sameBits(mask(dropout(0), seed), mask(dropout(0), 99), 'mask')))
  ]
}
