import { type Claim, claim, everyCase, spelled } from '../../src/claim/index.js'
import { nearestLabels, updateRatio } from '../../src/classic/index.js'
import { numericGradient, relativeError } from '../../src/difference/index.js'
import {
  affine, averagePool2d, batchNorm, BatchNorm, conv2d, dropout, Dropout, groupNorm, type Layer, maxPool2d,
  SpatialBatchNorm
} from '../../src/layer/index.js'
import { crossEntropy, logisticLoss, multiclassSvm, softmaxCrossEntropy } from '../../src/loss/index.js'
import type { Shape } from '../../src/number/index.js'
import { adam, momentum, sgd } from '../../src/optimizer/index.js'
import { orThrow } from '../../src/prelude/index.js'
import { run, seedOf } from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import { refuses } from '../judges/refuses.js'

/** A call, what it is wrong with, and the function that should say so. */
export interface Wrong {
  readonly place: string
  readonly wrong: string
  readonly call: () => unknown
}

const image = T.ones([1, 4, 3, 5])
const filters = { w: T.ones([2, 4, 2, 2]), b: T.zeros([2]) }
const mask = T.ones([2])
const ofFour = { gamma: T.ones([4]), beta: T.zeros([4]) }

/** Inference of a layer whose running statistics have seen no batch. */
const fresh = (layer: Layer, example: Shape): unknown => {
  const { init, state } = orThrow(layer.build(example))
  return layer.infer(run(init, seedOf(1)), run(state, seedOf(1)))(T.ones([2, ...example]))
}

const windows: ReadonlyArray<Wrong> = [
  ...[0, -1, 1.5, NaN].flatMap(stride => [
    { place: 'conv2d', wrong: `stride ${stride}`, call: () => conv2d({ stride })(filters)(image) },
    { place: 'maxPool2d', wrong: `stride ${stride}`, call: () => maxPool2d({ height: 2, width: 2, stride })(image) },
    { place: 'averagePool2d', wrong: `stride ${stride}`, call: () =>
      averagePool2d({ height: 2, width: 2, stride })(image) }
  ]),
  ...[-1, 0.5, NaN].map(pad => ({ place: 'conv2d', wrong: `pad ${pad}`, call: () => conv2d({ pad })(filters)(image) })),
  { place: 'conv2d', wrong: 'filters taller than the image', call: () =>
    conv2d()({ ...filters, w: T.ones([2, 4, 4, 2]) })(image) },
  { place: 'conv2d', wrong: 'filters of three channels', call: () =>
    conv2d()({ ...filters, w: T.ones([2, 3, 2, 2]) })(image) },
  { place: 'maxPool2d', wrong: 'a window taller than the image', call: () =>
    maxPool2d({ height: 4, width: 1, stride: 1 })(image) },
  { place: 'averagePool2d', wrong: 'a window of no rows', call: () =>
    averagePool2d({ height: 0, width: 1, stride: 1 })(image) }
]

const norms: ReadonlyArray<Wrong> = [
  ...[3, 0, 8].map(
    groups => ({ place: 'groupNorm', wrong: `${groups} groups of 4`, call: () => groupNorm(ofFour, { groups })(image) })
  ),
  { place: 'batchNorm', wrong: 'eps 0', call: () =>
    batchNorm({ gamma: T.ones([1]), beta: T.zeros([1]) }, { eps: 0 })(T.ones([3, 1])) },
  { place: 'batchNorm', wrong: 'no batch seen', call: () => fresh(BatchNorm(), [4]) },
  { place: 'spatialBatchNorm', wrong: 'no batch seen', call: () => fresh(SpatialBatchNorm(), [4, 3, 5]) },
  ...[0, -0.5, 1.5, NaN].flatMap(keepProbability => [
    { place: 'dropout', wrong: `keepProbability ${keepProbability}`, call: () =>
      dropout({ keepProbability, mask })(mask) },
    { place: 'dropout', wrong: `keepProbability ${keepProbability}`, call: () =>
      orThrow(Dropout({ keepProbability }).build([2])) }
  ])
]

const scores = T.zeros([2, 3])

const others: ReadonlyArray<Wrong> = [
  { place: 'affine', wrong: 'three entries for two rows of w', call: () =>
    affine({ w: T.ones([2, 1]), b: T.zeros([1]) })(T.ones([1, 3])) },
  { place: 'softmaxCrossEntropy', wrong: 'label 3 of three', call: () => softmaxCrossEntropy([0, 3])(scores) },
  { place: 'multiclassSvm', wrong: 'label 1.5', call: () => multiclassSvm([0, 1.5])(scores) },
  { place: 'softmaxCrossEntropy', wrong: 'no examples', call: () => softmaxCrossEntropy([])(T.zeros([0, 3])) },
  { place: 'logisticLoss', wrong: 'label 0', call: () => logisticLoss([0])(T.zeros([1])) },
  { place: 'crossEntropy', wrong: 'q of 0 where p is 1', call: () =>
    crossEntropy(T.fromNested([[0, 1]]))(T.fromNested([[1, 0]])) },
  { place: 'crossEntropy', wrong: 'p below 0', call: () =>
    crossEntropy(T.fromNested([[-1, 2]]))(T.fromNested([[0.5, 0.5]])) },
  { place: 'nearestLabels', wrong: 'a distance of NaN', call: () =>
    nearestLabels(T.fromNested([[NaN, 1]]), [0, 1], 1) },
  { place: 'updateRatio', wrong: 'weights of 0', call: () => updateRatio(T.zeros([2]), T.ones([2])) },
  { place: 'relativeError', wrong: 'an infinite entry', call: () => relativeError(Infinity, 1) },
  { place: 'numericGradient', wrong: 'a step lost at 1e12', call: () =>
    numericGradient(T.item, { h: 1e-5 })(T.fromNested([1e12])) },
  { place: 'sgd', wrong: 'a learning rate of NaN', call: () => sgd({ learningRate: NaN }) },
  { place: 'momentum', wrong: 'momentum 1', call: () => momentum({ learningRate: 1, momentum: 1 }) },
  { place: 'adam', wrong: 'beta2 of 1', call: () => adam({ beta2: 1 }) }
]

/** That each call of a list is refused in the name of its function. */
export const allRefused = (
  { of, ...about }: { readonly id: string; readonly title: string; readonly of: ReadonlyArray<Wrong> }
): Claim => claim(
  { ...about, statement: String.raw`f(x) = \text{refusal}`, source: 'The domains of the functions, as documented' },
  everyCase(`${of.length} calls`, of, ({ place, wrong, call }) => {
    const relation = refuses(call, place)
    return [{ ...relation, place: `${spelled(relation.place)} ${wrong}` }]
  }))

/** What has no answer is refused, by a message that names the function and what it expected. */
export const claims: ReadonlyArray<Claim> = [
  { id: 'safe/refused-windows', title: 'Strides, pads and windows that have no place on the image are refused', of:
    windows },
  {
    id: 'safe/refused-norms', of: norms,
    title: 'Groups that do not divide, eps 0, statistics of no batch, and keepProbability 0 are refused'
  },
  { id: 'safe/refused-numbers', title:
    'Labels, distributions, distances, steps and rates outside what is defined are refused', of: others }
].map(allRefused)
