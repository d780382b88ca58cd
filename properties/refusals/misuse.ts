import type { Claim, Law } from '../../src/claim/index.js'
import type * as layers from '../../src/layer/index.js'
import type * as losses from '../../src/loss/index.js'
import type * as models from '../../src/model/index.js'
import type * as optimizers from '../../src/optimizer/index.js'
import { orThrow } from '../../src/prelude/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import type * as training from '../../src/train/index.js'
import type { Experiment } from '../../src/train/index.js'
import { allRefused, type Wrong } from './wrong.js'

// What a compiler would not let through, or does not see.

/** The rooms that a person imports from, each as a record of its functions. */
export interface MisuseSubject {
  readonly name: string
  readonly tensor: typeof T
  readonly layer: typeof layers
  readonly loss: typeof losses
  readonly optimizer: typeof optimizers
  readonly model: typeof models
  readonly train: typeof training
}

const matrix = T.ones([3, 2])
const image = T.ones([3, 2, 4, 4])
const pool = { height: 2, width: 2, stride: 2 }

const experimentOf = (
  { layer, loss, optimizer, train }: MisuseSubject
) => (): Experiment<ReadonlyArray<number>> => ({
  model: layer.sequence({ scores: layer.Affine(2) }), loss: loss.softmaxCrossEntropy,
  optimizer: optimizer.onEach(optimizer.sgd({ learningRate: 0.1 })),
  examples: train.labelled(matrix, [0, 1, 0]), batchSize: 2
})

const stranger = (value: unknown): Tensor => value as Tensor
const plain = { shape: [2], data: [1, 2] }

const strangers = (subject: MisuseSubject): ReadonlyArray<Wrong> => {
  const { tensor, layer: L, loss, optimizer: O, train: { begin, train } } = subject
  const experiment = experimentOf(subject)
  return [
    ...[undefined, [[1, 2]], JSON.parse(JSON.stringify(matrix)) as unknown, plain, 'x'].map(stranger).flatMap(value => [
      { place: 'sum', wrong: 'no tensor', call: () => tensor.sum(value) },
      { place: 'equal', wrong: 'no tensor', call: () => tensor.equal(matrix, value) },
      { place: 'add', wrong: 'no tensor', call: () => tensor.add(matrix, value) },
      { place: 'relu', wrong: 'no tensor', call: () => L.relu(value) },
      { place: 'relu', wrong: 'no cotangent', call: () => L.relu(matrix).pullback(value) },
      { place: 'conv2d', wrong: 'no bias', call: () => L.conv2d()({ w: T.ones([1, 2, 2, 2]), b: value })(image) },
      { place: 'sgd', wrong: 'no gradient', call: () => O.sgd({ learningRate: 1 }).update(value)(matrix)({}) }
    ]),
    { place: 'sequence', wrong: 'relu for Relu', call: () => L.sequence({ relu: L.relu as unknown as layers.Layer }) },
    {
      place: 'softmaxCrossEntropy', wrong: 'labels in a tensor',
      call: () => loss.softmaxCrossEntropy(T.zeros([3]) as never)
    },
    {
      place: 'train', wrong: 'an Either for a training',
      call: () => train(experiment(), 1)(begin(experiment(), 1) as never)
    },
    { place: 'begin', wrong: 'a seed of 0.5', call: () => orThrow(begin(experiment(), 0.5)) },
    {
      place: 'momentum', wrong: 'an optimizer without onEach',
      call: () => orThrow(begin({ ...experiment(), optimizer: O.momentum({ learningRate: 1 }) as never }, 1))
    }
  ]
}

const options = (subject: MisuseSubject): ReadonlyArray<Wrong> => {
  const { tensor, layer: L, loss, optimizer: O, model, train: { begin } } = subject
  const experiment = experimentOf(subject)
  return [
    { place: 'sum', wrong: 'an axis for options', call: () => tensor.sum(matrix, 0 as never) },
    { place: 'max', wrong: 'an axis that is a text', call: () => tensor.max(matrix, { axis: '0' } as never) },
    { place: 'conv2d', wrong: 'padding', call: () => L.conv2d({ padding: 1 } as never) },
    { place: 'maxPool2d', wrong: 'padding', call: () => L.MaxPool2d({ ...pool, padding: 1 } as never) },
    { place: 'affine', wrong: 'weigthScale', call: () => L.Affine(3, { weigthScale: 1 } as never) },
    { place: 'leakyRelu', wrong: 'a slope for options', call: () => L.leakyRelu(0.1 as never) },
    { place: 'multiclassSvm', wrong: 'delta', call: () => loss.multiclassSvm([0], { delta: 1 } as never) },
    { place: 'adam', wrong: 'beta', call: () => O.adam({ beta: 0.9 } as never) },
    {
      place: 'fullyConnectedNet', wrong: 'dropout',
      call: () => model.fullyConnectedNet({ hidden: [3], dropout: 0.5 } as never)
    },
    { place: 'begin', wrong: 'penatly', call: () => orThrow(begin({ ...experiment(), penatly: 1 } as never, 1)) },
    { place: 'sgd', wrong: 'a learning rate of -1, when it is made', call: () => O.sgd({ learningRate: -1 }) }
  ]
}

const counts = (subject: MisuseSubject): ReadonlyArray<Wrong> => {
  const { layer: L, model, train: { begin, train } } = subject
  const experiment = experimentOf(subject)
  return [0, -1, 2.5, NaN].flatMap(count => [
    { place: 'affine', wrong: `${count} outputs`, call: () => L.Affine(count) },
    { place: 'conv2d', wrong: `${count} filters`, call: () => L.Conv2d(count, 3) },
    { place: 'conv2d', wrong: `filters of size ${count}`, call: () => L.Conv2d(3, count) },
    { place: 'twoLayerNet', wrong: `${count} hidden units`, call: () => model.twoLayerNet({ hidden: count }) },
    {
      place: 'begin', wrong: `batches of ${count}`,
      call: () => orThrow(begin({ ...experiment(), batchSize: count }, 1))
    },
    // no step is a whole number of steps
    ...count === 0 ? [] : [{
      place: 'train', wrong: `${count} steps`,
      call: () => train(experiment(), count)(orThrow(begin(experiment(), 1)))
    }]
  ])
}

/** That what is no tensor, option or count is refused: by a message that names the function and what it expected. */
export const misuseLaws: Law<MisuseSubject> = (subject): ReadonlyArray<Claim> => [
  allRefused(
    `${subject.name}/refused-strangers`,
    'What is no tensor, layer, training or list of labels is refused where it is given',
    strangers(subject)
  ),
  allRefused(
    `${subject.name}/refused-options`,
    'Options that do not exist are refused, for they would be ignored',
    options(subject)
  ),
  allRefused(
    `${subject.name}/refused-counts`,
    'Counts that are not whole, or below the least, are refused when they are given',
    counts(subject)
  )
]
