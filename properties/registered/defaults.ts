import { type Claim, claim, everyCase, judgedBy, type Plain, type Relation } from '../../src/claim/index.js'
import {
  Affine, BatchNorm, batchNorm, batchNormInference, Conv2d, conv2d, Dropout, groupNorm, type Layer, layerNorm,
  leakyRelu, type Params,
  spatialBatchNorm
} from '../../src/layer/index.js'
import type { Shape } from '../../src/number/index.js'
import { orThrow } from '../../src/prelude/index.js'
import { run, seedOf } from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { hashed } from '../cases/hashed.js'
import { sameBits } from '../judges/sameBits.js'

// What an option is when nothing is said: the same bits as with the value that the documentation names, which laws of drawn options judge.

const source = 'The documentation of the layers'

const numbers = (...shape: Shape): Tensor =>
  T.tabulate(shape, (...index) => (hashed(3, 'x', index.reduce((k, i) => 7 * k + i, 0)) % 33) / 4 - 4)

const params = { gamma: T.fromNested([1, -2]), beta: T.fromNested([0, 3]) }
const statistics = { mean: T.fromNested([1, 2]), variance: T.fromNested([0, 1]) }

const initial = (layer: Layer, shape: Shape): Params => run(orThrow(layer.build(shape)).init, seedOf(5))

const afterOne = (layer: Layer): Params =>
  layer.train(initial(layer, [2]), run(orThrow(layer.build([2])).state, seedOf(5)))(numbers(3, 2)).state

const pairs: Readonly<Record<string, () => readonly [Tensor, Tensor]>> = {
  'leakyRelu: slope 0.01': () => [leakyRelu()(numbers(4)).y, leakyRelu({ slope: 0.01 })(numbers(4)).y],
  'batchNorm: eps 1e-5': () => [batchNorm(params)(numbers(3, 2)).y, batchNorm(params, { eps: 1e-5 })(numbers(3, 2)).y],
  'spatialBatchNorm: eps 1e-5': () =>
    [spatialBatchNorm(params)(numbers(2, 2, 2, 3)).y, spatialBatchNorm(params, { eps: 1e-5 })(numbers(2, 2, 2, 3)).y],
  'layerNorm: eps 1e-5': () => [layerNorm(params)(numbers(3, 2)).y, layerNorm(params, { eps: 1e-5 })(numbers(3, 2)).y],
  'groupNorm: eps 1e-5': () =>
    [groupNorm(params, { groups: 1 })(numbers(2, 2, 1, 3)).y, groupNorm(params, { groups:
      1, eps: 1e-5 })(numbers(2, 2, 1, 3)).y],
  'batchNormInference: eps 1e-5': () => [
    batchNormInference({ ...params, ...statistics })(numbers(3, 2)).y,
    batchNormInference({ ...params, ...statistics }, { eps: 1e-5 })(numbers(3, 2)).y
  ],
  'BatchNorm: momentum 0.9': () => [
    afterOne(BatchNorm())[0]?.['mean'] ?? T.zeros([0]), T.mul(1 - 0.9, batchNorm(params)(numbers(3, 2)).mean)
  ],
  'Affine: weightScale 0.01': () =>
    [initial(Affine(3), [2])[0]?.['w'] ?? T.zeros([0]), T.mul(
      initial(Affine(3, { weightScale: 1 }), [2])[0]?.['w'] ?? T.zeros([0]), 0.01
    )],
  'Conv2d: weightScale 0.01': () => [
    initial(Conv2d(3, 2), [2, 4, 5])[0]?.['w'] ?? T.zeros([0]),
    T.mul(initial(Conv2d(3, 2, { weightScale: 1 }), [2, 4, 5])[0]?.['w'] ?? T.zeros([0]), 0.01)
  ],
  'Conv2d: filters of [height, width]': () =>
    [initial(Conv2d(3, [1, 2]), [2, 4, 5])[0]?.['w'] ?? T.zeros([0]), numbersLike([3, 2, 1, 2])],
  'conv2d: stride 1 and pad 0': () => {
    const filters = { w: numbers(1, 1, 2, 2), b: T.zeros([1]) }
    return [conv2d()(filters)(numbers(1, 1, 4, 5)).y, conv2d({ stride: 1, pad: 0 })(filters)(numbers(1, 1, 4, 5)).y]
  }
}

/** The draws of a layer with these filters, which are those of the same number of weights in a row. */
const numbersLike = (shape: Shape): Tensor =>
  T.reshape(initial(Conv2d(1, [1, 12]), [1, 1, 12])[0]?.['w'] ?? T.zeros([0]), shape)

const mask = (layer: Layer, seed: number): Tensor =>
  layer.train([{}], run(orThrow(layer.build([64])).state, seedOf(seed)))(T.ones([1, 64])).y

/** What the layers do when an option is left out, and what zero means. */
export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'layer-defaults/documented', title: 'Options that are left out have the values that the documentation names',
      statement: String.raw`f = f_{\text{default}}`, source
    },
    everyCase(Object.keys(pairs).join(', '), Object.keys(pairs), (name): ReadonlyArray<Relation<Plain>> => {
      const [left, right] = judgedBy(name.split(':')[0] ?? name, () => pairs[name]?.()) ?? [T.zeros([0]), T.zeros([1])]
      return sameBits(left, right, name)
    })),
  claim(
    {
      id: 'layer-defaults/seed-zero',
      title: 'A seed of 0 is a seed: dropout draws the same masks, whatever the seed of the training',
      statement: String.raw`s = 0 \Rightarrow m = m(0)`, source
    },
    everyCase('five seeds of a training', [1, 2, 3, 4, 5], seed => [
      ...sameBits(mask(Dropout({ keepProbability:
        0.5, seed: 0 }), seed), mask(Dropout({ keepProbability: 0.5, seed: 0 }), 99), 'mask')
    ]))
]
