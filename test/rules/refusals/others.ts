import * as L from '../../../src/layer/index.js'
import * as losses from '../../../src/loss/index.js'
import * as O from '../../../src/optimizer/index.js'
import { orThrow } from '../../../src/prelude/index.js'
import * as R from '../../../src/random/index.js'
import { save } from '../../../src/model/index.js'
import * as S from '../../../src/solver/index.js'
import * as T from '../../../src/tensor/index.js'
import * as X from '../../../src/train/index.js'
import { ofReaders } from './readers.js'
import {
  type Argument, any, type Call, callable, layer, list, number, ones, optional, options, required, shape, tensor, whole
} from './wrong.js'

type Calls = Readonly<Record<string, ReadonlyArray<Call>>>

const labels = (good: ReadonlyArray<number>, ...others: ReadonlyArray<unknown>): Argument =>
  list(good, [], good.map(String), ...others)
const points = T.fromNested([[1, 2], [3, 4]])
const distribution = T.full([2, 2], 0.5)
const params: L.Params = [{ w: T.ones([2, 3]), b: T.ones([3]) }, {}]
const paramsWrong = [undefined, null, 5, 'x', {}, [5], [null], [{ w: [1, 2] }, {}]]
const likeParams = [[{ w: T.ones([5, 2, 3]), b: T.ones([3]) }, {}], [{ w: T.ones([2, 3]) }, {}], [
  { w: T.ones([2, 3]), b: T.ones([3]) }
],
  [{ w: T.ones([2, 3]), b: T.ones([3]), c: T.ones([1]) }, {}], [{ w: T.ones([2, 3]), v: T.ones([3]) }, {}]]

const classOptions = [
  { weights: [1, -1] }, { weights: [1, NaN] }, { weights: ['1', 2] }, { weights: T.ones([2]) }, { weights: 1 },
  { ignored: 0.5 }, { ignored: '0' }, { weight: [1, 2] }
]

export const ofLosses: Calls = {
  crossEntropy: [[[tensor(distribution, [2], [0, 2], [2, 3])], [tensor(distribution, [2, 3], [4])]]],
  logisticLoss: [[[labels([1, -1], [0, 1])], [tensor(T.ones([2]), [3], [2, 2])]]],
  multiclassSvm: [[[labels([0, 1], [2, 0], [0.5, 0]), options({ margin: 1 }, { margin: '1' }, { margin: NaN }, ...classOptions)], [
    tensor(points, [3, 2], [2])
  ]], [
    [labels([0, 1]), options({ weights: [1, 2], ignored: -1 }, { weights: [1] }, { weights: [0, 0] })],
    [tensor(points)]
  ], [[labels([0, 0]), options({ ignored: 1 }, { ignored: 0 })], [tensor(points)]]],
  softmaxCrossEntropy: [
    [[labels([0, 1], [2, 0], [0.5, 0]), options({}, ...classOptions)], [tensor(points, [3, 2], [2])]],
    [
      [labels([0, 1]), options({ weights: [1, 2], ignored: -1 }, { weights: [1] }, { weights: [0, 0] })],
      [tensor(points)]
    ],
    [[labels([0, 0]), options({ ignored: 1 }, { ignored: 0 })], [tensor(points)]]
  ],
  l2Penalty: [[[number(0.5, NaN), { good: 'half', wrong: [undefined, null, 'quarter', 5] }], [
    { good: params, wrong: paramsWrong }
  ]]]
}

const rate = (name: string, good: object = { learningRate: 1 }): Call =>
  [[(name === 'adam' ? options : (o: object, ...c: ReadonlyArray<object>) => required(options(o, ...c)))(
    good, { learningRate: -1 }, { learningRate: NaN }, { learningRate: '1' }, { learningrate: 1 })]]
const decay = [{ factor: -1 }, { factor: '1' }, { every: 0 }, { every: 1.5 }, { every: undefined }]
const optimizer: Argument = { good: O.sgd({ learningRate: 1 }), wrong: [undefined, null, 5, {}, O.sgd, 'sgd'] }
const vector = T.ones([2])

export const ofOptimizers: Calls = {
  sgd: [rate('sgd')],
  momentum: [rate('momentum'), [
    [options({ learningRate: 1 }, { momentum: 1 }, { momentum: -0.1 }, { momentum: '0' }, { beta: 1 })]
  ]],
  nesterov: [rate('nesterov'), [
    [options({ learningRate: 1 }, { momentum: 1 }, { momentum: -0.1 }, { momentum: '0' })]
  ]],
  rmsprop: [rate('rmsprop'), [
    [options({ learningRate: 1 }, { decay: 1 }, { decay: '0' }, { eps: -1 }, { eps: '1' }, { momentum: 0.5 })]
  ]],
  adam: [rate('adam'), [[options({}, { beta1: 1 }, { beta2: -1 }, { beta2: '0' }, { eps: NaN }, { beta: 0.5 })]]],
  weightDecay: [[[number(0.1, NaN)]]], clipByNorm: [[[number(1, 0, -1, NaN)]]],
  onEach: [[[optimizer]]], chained: [[[optimizer, optimizer]]],
  decayed: [[[optimizer, required(options({ factor: 0.5, every: 1 }, ...decay))]]],
  stepDecay: [[[required(options({ learningRate: 1, factor: 0.5, every: 1 }, ...decay, { learningRate: -1 }))], [
    whole(0, 0)
  ]]],
  scheduled: [[[{ ...callable(() => 1), wrong: [...callable(0).wrong, () => -1, () => NaN] },
    { ...callable((learningRate: number) => O.sgd({ learningRate })), wrong: [...callable(0).wrong, () => 5] }], ]],
  lookAhead: [[[number(0.5, 1, -1)], [{ good:
    { velocity: vector }, wrong: [undefined, null, 5, {}, { speed: vector }, { velocity: ones }, [vector],
    { velocity: [1, 2] }, { velocity: vector, steps: T.scalar(0) }] }], [tensor(vector)]]],
  proximalStep: [[[required(options({ lambda: 1 }, { lambda: 0 }, { lambda: '1' }))], [tensor(vector, [3], [1, 2])], [
    tensor(vector)
  ]]],
  addParams: [[[{ good: params, wrong: paramsWrong }, { good: params, wrong: [...paramsWrong, ...likeParams] }]]]
}

const affine = L.sequence({ scores: L.Affine(2) })
const learned = { params: [{ w: T.eye(2), b: T.ones([2]) }], state: [{}] }
const bytes = (good: Uint8Array): Argument =>
  ({ good, wrong: [undefined, null, 5, {}, 'x', [...good], good.buffer, new Float64Array(3)] })

const widths = [{ hidden: 0 }, { hidden: 2.5 }, { hidden: '3' }]
const classes = [{ classes: 0 }, { classes: 1.5 }, { weightScale: '1' }, { weigthScale: 1 }]
const filters = [{ filters: 0 }, { filterSize: 4 }, { filterSize: 1.5 }, { filterSize: '3' }]
const twoFilters = [{ filters: 3 }, { filters: [3] }, { filters: [3, 0] }, { filters: [3, 4, 5] }]

export const ofModels: Calls = {
  linearClassifier: [[[options({}, ...classes)]]],
  twoLayerNet: [[[options({}, ...classes, ...widths)]]],
  logisticNet: [[[options({}, ...widths)]]],
  fullyConnectedNet: [[[required(options(
    { hidden: [3] }, ...classes, { hidden: 3 }, { hidden: [0] }, { hidden: undefined }, { normalization: 'bogus' },
      { keepProbability: 0 }, { keepProbability: '1' }, { seed: 0.5 }, { dropout: 0.5 }
  ))]]],
  twoLayerConvNet: [[[options({}, ...classes, ...filters)]]],
  threeLayerConvNet: [[[options({}, ...classes, ...filters, ...widths)]]],
  reluConvNet: [[[options({}, ...classes, ...widths, ...twoFilters, { batchNorm: 'yes' })]]],
  tanhConvNet: [[[options({}, ...classes, ...widths, ...twoFilters)]]],
  parameterCount: [[[layer(), shape([3], 3)]]], parameterShapes: [[[layer(), shape([3], 3)]]],
  summary: [[[layer(), shape([3], 3)]]],
  save: [[[layer(affine), { good: learned, wrong: [
    undefined, null, 5, {}, { ...learned, params: 3 }, { ...learned, params: [] }, { ...learned, params: [5] },
    { ...learned, state: undefined }, { ...learned, params: [{ w: 5 }] }, { ...learned, state: [{ seed: [1, 2] }] }
  ] }]]],
  load: [[[layer(affine), shape([2], 3), bytes(save(affine, learned))]]]
}

const scaled: ReadonlyArray<Call> = [[[tensor(points, [2], [0, 2])], [tensor(points, [2, 3], [2])]]]

export const ofData: Calls = {
  doubleMoon: [[[whole(2, 0)]]], batches: [[[list([1, 2, 3]), whole(2, 1)]]],
  split: [[[whole(5, 0), list([2, 2], [3, 3], [-1, 2], [0.5], ['1'])], [any(R.seedOf(1))]]],
  labelled: [[[tensor(points, [], [3, 2]), list([0, 1], [0])]]],
  centred: scaled, standardised: scaled, scaledToRange: scaled, biasTrick: [[[tensor(points, [2], [0, 2])]]],
  ...ofReaders
}

const model = L.sequence({ scores: L.Affine(2) })
const experiment = {
  model, loss: losses.softmaxCrossEntropy, optimizer: O.onEach(O.momentum({ learningRate: 0.1 })),
  examples: X.labelled(points, [0, 1]), batchSize: 2
}
const start = orThrow(X.begin(experiment, 1))
const experiments: Argument =
  required({ ...options(experiment, { batchSize: 0 }, { batchSize: 1.5 }, { batchSize: '2' }, { model: L.relu },
    { loss: 5 }, { optimizer: O.sgd }, { optimizer: undefined }, { examples: points }, {
      examples: X.labelled(T.zeros([0, 2]), [])
    },
    { order: 5 }, { penalty: 0.1 }, { penatly: losses.l2Penalty(1, 'full') }), atOnce: false })
const training: Argument = {
  good: start, wrong: [undefined, null, 5, {}, X.begin(experiment, 1), { ...start, waiting: 3 }, { ...start, seed: 1 },
    { ...start, params: undefined }, { ...start, step: -1 }, experiment]
}
const batched: Argument = {
  good: experiment, wrong: [undefined, null, 5, {}, { ...experiment, batchSize: 0 }, { ...experiment, batchSize: 2.5 },
    { ...experiment, examples: points }, { ...experiment, examples: undefined }]
}
const scores = { good: { params: start.params, state: start.state }, wrong: [undefined, null, 5] }

export const ofTraining: Calls = {
  begin: [[[experiments, { good: 1, wrong: [undefined, null, 0.5, NaN, '1', {}, 2 ** 53] }]]],
  advance: [[[experiments], [training]]],
  train: [[[experiments, whole(1, 0)], [training]]],
  unfold: [[[experiments, training, optional(whole(1, 0))]]],
  objective: [[[{ good: experiment, wrong: [
    undefined, null, 5, {}, { ...experiment, model: L.relu }, { ...experiment, loss: 5 }, { ...experiment, penalty: 1 }
  ] }]]],
  accuracy: [[[layer(model), { good: experiment.examples, wrong:
    [undefined, null, 5, {}, points, X.labelled(T.zeros([0, 2]), [])] }, optional(whole(2, 1))],
    [scores]]],
  labelled: [[[tensor(points, [], [3, 2]), list([0, 1], [0])]]],
  stepsPerPass: [[[batched]]], stepsPerEpoch: [[[batched]]],
  epochs: [[[{ good: [], wrong: [undefined, null, 5, {}] }, whole(1, 1)]]],
  best: [[[callable((x: number) => x)], [any(0), { good: [1], wrong: [undefined, null, 5, {}] }]]]
}

const solving = S.solver({ model, examples: experiment.examples, validation: experiment.examples, epochs: 1 })
const begun = orThrow(solving.begin(1))
const [event] = [...solving.events(begun)]
const solvers: Argument = { good: solving, wrong: [undefined, null, 5, {}, S.solver, experiment] }
const begunAs: Argument = {
  good: begun, wrong: [undefined, null, 5, {}, solving.begin(1), start, { ...begun, training: 5 },
    { ...begun, losses: 5 }, { ...begun, checks: undefined }, { ...begun, best: undefined }]
}
const none = X.labelled(T.zeros([0, 2]), [])

export const ofSolver: Calls = {
  solver: [[[required(options({ model, examples: experiment.examples, validation: experiment.examples },
    { model: L.relu }, { examples: points }, { examples: none }, { validation: undefined }, { validation: none },
    { loss: 5 }, { penalty: 0.1 }, { rule: O.sgd({ learningRate: 1 }) }, { rule: 'sgd' }, { learningRate: -1 },
    { learningRate: '1' }, { learningRate: NaN }, { decay: -1 }, { decay: '1' }, { batchSize: 0 }, { batchSize: Infinity }, { epochs: -1 },
    { epochs: 1.5 }, { trainingSamples: 0 }, { validationSamples: 2.5 }, { checkEvery: 0 }, { replacement: 'no' },
    { score: 5 }, { learningrate: 1 }))]]],
  solve: [[[solvers, optional({ ...callable(() => false), atOnce: true })], [begunAs]]],
  patience: [[[whole(1, 1)]]],
  histories: [[[begunAs]]],
  jsonLine: [[[{ good: event, wrong: [undefined, null, 5, {}, begun, 'x'] }]]],
  checkpoint: [[[{ ...experiments, atOnce: true }, training]]],
  restore: [[[experiments, bytes(S.checkpoint(experiment, start))]]]
}

const seed: Argument = {
  good: R.seedOf(1), wrong: [undefined, null, 5, {}, [], [0, 0, 0, 0], [1, 2, 3], [1, 2, 3, 0.5], ['1', 2, 3, 4]]
}
const sizes: Argument = { good: [2, 3], wrong: [undefined, null, {}, 'x', -1, 0.5, [-1], ['2']] }

export const ofRandom: Calls = {
  run: [[[callable(R.uniform), seed]]], seedOf: [[[{ good: 1, wrong: [undefined, null, 0.5, NaN, '1', 2 ** 53] }]]],
  toTensor: [[[seed]]], fromTensor: [
    [[{ ...tensor(R.toTensor(R.seedOf(1)), [3], [1, 4]), wrong: [...tensor(ones, [3], [1, 4]).wrong, T.zeros([4])] }]]
  ],
  uniforms: [[[sizes]]], normals: [[[sizes]]], integer: [[[whole(3, 1)]]], permutation: [[[whole(3, 0)]]],
  choice: [[[whole(5, 0), whole(3, 0), required(
    options({ replacement: false }, { replacement: 'no' }, { replacement: undefined })
  )]]],
  bernoulli: [[[sizes, number(0.5, -0.1, 1.1, NaN)]]]
}
