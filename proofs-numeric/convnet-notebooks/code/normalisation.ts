import { type Claim, claim, everyCase, type Plain, type Relation, roundsTo } from '../../../src/claim/index.js'
import {
  BatchNorm, batchNormInference, groupNorm, spatialBatchNorm, type Statistics
} from '../../../src/layer/index.js'
import { orThrow } from '../../../src/prelude/index.js'
import { run, seedOf } from '../../../src/random/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'
import { legacyNormals } from '../../../properties/cases/legacyNormals.js'
import { roundsEach } from '../../../properties/judges/roundsEach.js'

const source = 'Convolutional networks notebook, normalisation of images'

const overPixels = { axis: [0, 2, 3] }
const deviation = (x: Tensor): Tensor => T.sqrt(T.variance(x, overPixels))
const groupsOf = (x: Tensor): Tensor => T.reshape(x, [4, -1])

const once = (scope: string, check: () => ReadonlyArray<Relation<Plain>>) => everyCase(scope, [0], check)

/** 51 batches drawn one after the other. */
const batches = (): ReadonlyArray<Tensor> => {
  const [size, shape] = [10 * 4 * 11 * 12, [10, 4, 11, 12]]
  const draws = legacyNormals(231, 51 * size)
  return Array.from({ length: 51 }, (_, t) =>
    T.add(T.mul(T.fromFlat(shape, draws.slice(t * size, (t + 1) * size)), 2.3), 13))
}

const overExamples = { axis: 0 }

/** Deviations of what the layer gives for the last of 51 batches, trained on the others; a random net makes each of normal numbers. */
const deviationsAfterTraining = (corrections: ReadonlyArray<boolean>): ReadonlyArray<Tensor> => {
  const [first, second, batch] = [50 * 60, 60 * 3, 200 * 50]
  const draws = legacyNormals(231, first + second + 51 * batch)
  const [w1, w2] = [T.fromFlat([50, 60], draws.slice(0, first)), T.fromFlat(
    [60, 3], draws.slice(first, first + second)
  )]
  const features = (t: number): Tensor => {
    const start = first + second + t * batch
    return T.matmul(T.maximum(0, T.matmul(T.fromFlat([200, 50], draws.slice(start, start + batch)), w1)), w2)
  }
  const layer = BatchNorm()
  const built = orThrow(layer.build([3]))
  const params = run(built.init, seedOf(1))
  const state = Array.from({ length: 50 }, (_, t) => t)
    .reduce((kept, t) => layer.train(params, kept)(features(t)).state, run(built.state, seedOf(1)))
  const last = features(50)
  return corrections.map(
    correction => T.sqrt(T.variance(BatchNorm({ correction }).infer(params, state)(last), overExamples))
  )
}

/** Figures that the notebook prints, from its own random numbers by the exported functions. */
export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'convnet-notebooks/normalisation/spatial-figures',
      title: 'Means and deviations before and after spatial batch normalisation are those printed',
      statement:
        '\\text{On the draws of the notebook, of shape 2x3x4x5, mean and deviation of each channel are taken ' +
        'before and after the layer, with and without scale and shift: they round to all digits in print.}',
      spoken: 'it is about code, files or time',
      source,
      rows: ['C231-SBN-01']
    },
    once('seed 231, shape 2x3x4x5', () => {
      const x = T.add(T.mul(T.fromFlat([2, 3, 4, 5], legacyNormals(231, 120)), 4), 10)
      const plain = spatialBatchNorm()({ gamma: T.ones([3]), beta: T.zeros([3]) })(x).y
      const scaled = spatialBatchNorm()({ gamma: T.fromNested([3, 4, 5]), beta: T.fromNested([6, 7, 8]) })(x).y
      return [
        ...roundsEach(T.mean(x, overPixels), [9.33463814, 8.90909116, 9.11056338], 8, 'means before'),
        ...roundsEach(deviation(x), [3.61447857, 3.19347686, 3.5168142], 8, 'deviations before'),
        ...roundsEach(T.mean(plain, overPixels), [0, 0, 0], 8, 'means'),
        ...roundsEach(deviation(plain), [0.99999962, 0.99999951, 0.9999996], 8, 'deviations'),
        ...roundsEach(T.mean(scaled, overPixels), [6, 7, 8], 8, 'means with beta'),
        ...roundsEach(deviation(scaled), [2.99999885, 3.99999804, 4.99999798], 8, 'deviations with gamma')
      ]
    })),
  claim(
    {
      id: 'convnet-notebooks/normalisation/spatial-inference',
      title: 'Means and deviations after 50 batches are those printed, by averages from 0 without correction',
      statement:
        '\\text{Averages that start at 0 keep .9 of themselves at each of 50 drawn batches of images; ' +
        'the means and deviations of the next batch, normalised by them, round to all digits in print.}',
      spoken: 'it is about code, files or time',
      source, rows: ['C231-SBN-02']
    },
    once('seed 231, 51 batches of shape 10x4x11x12', () => {
      const params = { gamma: T.ones([4]), beta: T.zeros([4]) }
      const drawn = batches()
      const none: Statistics = { mean: T.zeros([4]), variance: T.zeros([4]) }
      const mixed = (r: Tensor, s: Tensor): Tensor => T.add(T.mul(r, 0.9), T.mul(s, 0.1))
      const running = drawn.slice(0, 50).map(spatialBatchNorm()(params)).reduce<Statistics>(
        ({ mean, variance }, batch) =>
          ({ mean: mixed(mean, batch.mean), variance: mixed(variance, batch.variance) }), none
      )
      const y = batchNormInference()({ ...params, ...running })(drawn[50] ?? T.zeros([1, 4, 1, 1])).y
      return [
        ...roundsEach(T.mean(y, overPixels), [-0.08034406, 0.07562881, 0.05716371, 0.04378383], 8, 'means'),
        ...roundsEach(deviation(y), [0.96718744, 1.0299714, 1.02887624, 1.00585577], 8, 'deviations')
      ]
    })),
  claim(
    {
      id: 'convnet-notebooks/normalisation/batch-inference',
      title: 'Deviations after 50 batches are those printed, by averages from 0; corrected, they are smaller',
      statement:
        '\\text{A net makes 51 batches of drawn numbers. By averages from 0 over 50 of them, the deviations of ' +
        'the last round to 1.01531428, 1.01238373 and .97819988; with corrected averages the first is 1.01269.}',
      spoken: 'it is about code, files or time',
      source: 'CS231n assignment 2, batch normalisation'
    },
    once('seed 231, 51 batches of shape 200x3', () => {
      const [plain, corrected] = deviationsAfterTraining([false, true])
      return [
        ...roundsEach(plain ?? T.zeros([0]), [1.01531428, 1.01238373, 0.97819988], 8, 'deviations'),
        ...roundsTo(corrected?.data[0] ?? NaN, 1.01269, 5, 'corrected[0]')
      ]
    })),
  claim(
    {
      id: 'convnet-notebooks/normalisation/group-figures',
      title: 'Means and deviations before and after group normalisation are those printed',
      statement:
        '\\text{On the draws of the notebook, of shape 2x6x4x5, mean and deviation of each half of the channels ' +
        'of an image are taken before and after the layer with two groups: they round to all digits in print.}',
      spoken: 'it is about code, files or time',
      source,
      rows: ['C231-GN-01']
    },
    once('seed 231, shape 2x6x4x5', () => {
      const x = T.add(T.mul(T.fromFlat([2, 6, 4, 5], legacyNormals(231, 240)), 4), 10)
      const y = groupNorm({ groups: 2 })({ gamma: T.ones([6]), beta: T.zeros([6]) })(x).y
      const along = { axis: 1 }
      return [
        ...roundsEach(T.mean(groupsOf(x), along), [9.72505327, 8.51114185, 8.9147544, 9.43448077], 8, 'means before'),
        ...roundsEach(
          T.sqrt(T.variance(groupsOf(x), along)), [3.67070958, 3.09892597, 4.27043622, 3.97521327],
          8, 'deviations before'
        ),
        ...roundsEach(T.mean(groupsOf(y), along), [0, 0, 0, 0], 8, 'means'),
        ...roundsEach(
          T.sqrt(T.variance(groupsOf(y), along)), [0.99999963, 0.99999948, 0.99999973, 0.99999968], 8, 'deviations'
        )
      ]
    }))
]
