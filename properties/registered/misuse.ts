import { type Claim, claim, equal, everyCase, type Plain } from '../../src/claim/index.js'
import * as L from '../../src/layer/index.js'
import { crossEntropy, multiclassSvm, softmaxCrossEntropy } from '../../src/loss/index.js'
import { fullyConnectedNet, twoLayerNet } from '../../src/model/index.js'
import * as O from '../../src/optimizer/index.js'
import { orThrow } from '../../src/prelude/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { begin, labelled, train } from '../../src/train/index.js'
import { cotangents, gradients, memories } from './foreign.js'
import { answerOf } from '../judges/refuses.js'
import { allRefused, type Wrong } from './refusals.js'

const matrix = T.ones([3, 2])
const image = T.ones([3, 2, 4, 4])
const pool = { height: 2, width: 2, stride: 2 }

const stranger = (value: unknown): Tensor => value as Tensor
const plain = stranger({ shape: [2], data: [1, 2] })
const experiment = () => ({
  model: L.sequence({ scores: L.Affine(2) }), loss: softmaxCrossEntropy,
  optimizer: O.onEach(O.sgd({ learningRate: 0.1 })),
  examples: labelled(matrix, [0, 1, 0]), batchSize: 2
})

const strangers: ReadonlyArray<Wrong> = [
  ...[undefined, [[1, 2]], JSON.parse(JSON.stringify(matrix)) as unknown, plain, 'x'].flatMap(value => [
    { place: 'sum', wrong: 'no tensor', call: () => T.sum(stranger(value)) },
    { place: 'equal', wrong: 'no tensor', call: () => T.equal(matrix, stranger(value)) },
    { place: 'add', wrong: 'no tensor', call: () => T.add(matrix, stranger(value)) },
    { place: 'relu', wrong: 'no tensor', call: () => L.relu(stranger(value)) },
    { place: 'relu', wrong: 'no cotangent', call: () => L.relu(matrix).pullback(stranger(value)) },
    { place: 'conv2d', wrong: 'no bias', call: () =>
      L.conv2d()({ w: T.ones([1, 2, 2, 2]), b: stranger(value) })(image) },
    { place: 'sgd', wrong: 'no gradient', call: () => O.sgd({ learningRate: 1 }).update(stranger(value))(matrix)({}) }
  ]),
  { place: 'sequence', wrong: 'relu for Relu', call: () => L.sequence({ relu: L.relu as unknown as L.Layer }) },
  { place: 'softmaxCrossEntropy', wrong: 'labels in a tensor', call: () => softmaxCrossEntropy(T.zeros([3]) as never) },
  { place: 'train', wrong: 'an Either for a training', call: () =>
    train(experiment(), 1)(begin(experiment(), 1) as never) },
  { place: 'begin', wrong: 'a seed of 0.5', call: () => orThrow(begin(experiment(), 0.5)) },
  {
    place: 'momentum', wrong: 'an optimizer without onEach',
    call: () => orThrow(begin({ ...experiment(), optimizer: O.momentum({ learningRate: 1 }) as never }, 1))
  }
]

const options: ReadonlyArray<Wrong> = [
  { place: 'sum', wrong: 'an axis for options', call: () => T.sum(matrix, 0 as never) },
  { place: 'max', wrong: 'an axis that is a text', call: () => T.max(matrix, { axis: '0' } as never) },
  { place: 'conv2d', wrong: 'padding', call: () => L.conv2d({ padding: 1 } as never) },
  { place: 'maxPool2d', wrong: 'pad', call: () => L.MaxPool2d({ ...pool, pad: 1 } as never) },
  { place: 'affine', wrong: 'weigthScale', call: () => L.Affine(3, { weigthScale: 1 } as never) },
  { place: 'leakyRelu', wrong: 'a slope for options', call: () => L.leakyRelu(0.1 as never) },
  { place: 'multiclassSvm', wrong: 'delta', call: () => multiclassSvm([0], { delta: 1 } as never) },
  { place: 'adam', wrong: 'beta', call: () => O.adam({ beta: 0.9 } as never) },
  { place: 'fullyConnectedNet', wrong: 'dropout', call: () =>
    fullyConnectedNet({ hidden: [3], dropout: 0.5 } as never) },
  { place: 'begin', wrong: 'penatly', call: () => orThrow(begin({ ...experiment(), penatly: 1 } as never, 1)) },
  { place: 'sgd', wrong: 'a learning rate of -1, when it is made', call: () => O.sgd({ learningRate: -1 }) }
]

const counts: ReadonlyArray<Wrong> = [0, -1, 2.5, NaN].flatMap(count => [
  { place: 'affine', wrong: `${count} outputs`, call: () => L.Affine(count) },
  { place: 'conv2d', wrong: `${count} filters`, call: () => L.Conv2d(count, 3) },
  { place: 'conv2d', wrong: `filters of size ${count}`, call: () => L.Conv2d(3, count) },
  { place: 'twoLayerNet', wrong: `${count} hidden units`, call: () => twoLayerNet({ hidden: count }) },
  { place: 'begin', wrong: `batches of ${count}`, call: () =>
    orThrow(begin({ ...experiment(), batchSize: count }, 1)) },
  ...count === 0 ? [] : [
    { place: 'train', wrong: `${count} steps`, call: () => train(experiment(), count)(orThrow(begin(experiment(), 1))) }
  ]
])

/** What a compiler would not let through, or does not see, is refused: by a message that names the function and what it expected. */
export const claims: ReadonlyArray<Claim> = [
  ...[
    {
      id: 'safe/refused-cotangents', of: cotangents,
      title: 'A cotangent of another shape than the output is refused by every layer, in its own name'
    },
    {
      id: 'safe/refused-strangers', of: strangers,
      title: 'What is no tensor, layer, training or list of labels is refused where it is given'
    },
    { id: 'safe/refused-options', title: 'Options that do not exist are refused, for they would be ignored', of:
      options },
    { id: 'safe/refused-counts', title:
      'Counts that are not whole, or below the least, are refused when they are given', of: counts },
    {
      id: 'safe/refused-gradients', of: gradients,
      title: 'A gradient or a step of another shape than the parameter is refused, and not broadcast'
    },
    { id: 'safe/refused-memories', title:
      'The memory of another optimizer, and one with a misspelt slot, are refused', of: memories }
  ].map(allRefused),
  claim(
    {
      id: 'safe/long-arrays',
      title: 'A loss of a million probabilities is computed: its arrays are read, and not put on the stack',
      statement: String.raw`-\tfrac1N \sum_{ij} p_{ij} \log q_{ij} = \tfrac1N \log 2`,
      source: 'The domains of the functions, as documented'
    },
    everyCase('65,536 rows of 16', [[65536, 16]], ([rows = 0, columns = 0]) => {
      const p = T.with(T.zeros([rows, columns]), [7, 3], 1)
      return [equal<Plain>(
        answerOf(() => crossEntropy(p)(T.full([rows, columns], 0.5)).value), Math.LN2 / rows, 'value'
      )]
    })),
  claim(
    {
      id: 'safe/own-shapes', title: 'A tensor keeps its shape when the list that it was made with is changed',
      statement: String.raw`s' = s`,
      source: 'The domains of the functions, as documented'
    },
    everyCase('5 ways to make one', [
      (shape: ReadonlyArray<number>) => T.zeros(shape),
      (shape: ReadonlyArray<number>) => T.fromFlat(shape, [1, 2, 3, 4, 5, 6]),
      (shape: ReadonlyArray<number>) => T.reshape(T.arange(6), shape),
      (shape: ReadonlyArray<number>) => T.broadcastTo(T.ones([3]), shape),
      (shape: ReadonlyArray<number>) => T.tabulate(shape, () => 1)
    ], make => {
      const shape = [2, 3]
      const made = make(shape)
      shape[0] = 5
      return [equal<Plain>(made.shape[0] ?? NaN, 2, 'size of the first axis')]
    }))
]
