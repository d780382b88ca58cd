import * as classic from '../../../src/classic/index.js'
import * as T from '../../../src/tensor/index.js'
import { type Call, callable, list, number, ones, options, required, tensor, whole } from './wrong.js'

type Calls = Readonly<Record<string, ReadonlyArray<Call>>>

const points = T.fromNested([[1, 2], [3, 4]])
const data = { points, labels: [0, 1] }
const linear = { x: points, labels: [0, 1], lambda: 0.5 }
const labelled = [{ points: [1] }, { labels:
  T.ones([2]) }, { labels: [0] }, { labels: ['0', 1] }, { labels: [0, -1] }, { label: [0, 1] }]
const ways = [{ metric: 'l3' }, { metric: 2 }, { form: 'loops' }]
const linearWrong = [
  { x: [1] }, { x: T.ones([3, 2]) }, { labels: T.ones([2]) }, { labels: undefined }, { lambda: '1' }, { lamdba: 1 }
]
const weights = tensor(points, [3, 2], [2])
const components = classic.principalComponents(points)
const ofComponents = {
  good: components, wrong: [undefined, null, 5, {}, { ...components, axes: [1] }, { ...components, centre: 5 }, points]
}

export const ofClassics: Calls = {
  pairwiseDistances: [[[tensor(points, [2], [2, 3]), tensor(points, [2], [2, 3]), options({}, ...ways)]]],
  nearestLabels: [[[tensor(points, [2], [2, 3], [2, 0]), list([0, 1], [0], ['0', 1], [0, -1]), whole(1, 1)]]],
  nearestNeighbours: [[[required(options(data, ...labelled)), options({ k: 1 }, ...ways, { k: 0 }, { k: '1' })], [
    tensor(points, [2], [2, 3])
  ]]],
  decisionRegions: [
    [[callable((x: T.Tensor) => T.slice(x, [{}, 0])), tensor(T.ones([2]), [2, 1]), tensor(T.ones([2]), [2, 1])]]
  ],
  kFold: [[[whole(4, 2), whole(2, 2)]]],
  crossValidate: [
    [[callable(() => (x: T.Tensor) => T.slice(x, [{}, 0])), required(options(data, ...labelled)), whole(2, 2)]]
  ],
  linearSvm: [[[required(options(linear, ...linearWrong)), options({ margin: 1 }, { margin: '1' })], [weights]]],
  linearSoftmax: [[[required(options(linear, ...linearWrong))], [weights]]],
  linearSvmLoops: [[[required(options(linear, ...linearWrong)), options({ margin: 1 }, { margin: '1' })], [weights]]],
  linearSoftmaxLoops: [[[required(options(linear, ...linearWrong))], [weights]]],
  learnLinear: [[[required(options(
    { objective: classic.linearSvm, batchSize: 2, w: points }, { objective: 5 }, { learningRate: -1 },
    { iterations: 0.5 }, { batchSize: 0 }, { w: [1] }, { reg: 1 }
  ))], [required(options(linear, ...linearWrong, { labels: [0, -1] }))]]],
  predictLinear: [[[tensor(points, [2], [2, 0])], [tensor(points, [2, 3], [2])]]],
  withBias: [[[{ good: { w: points, b: T.ones([2]) }, wrong: [
    undefined, null, 5, {}, { w: points }, { w: points, b: [1, 2] }, { w: points, b: ones }
  ] }]]],
  covariance: [[[tensor(points, [2], [0, 2])]]], principalComponents: [[[tensor(points, [2], [0, 2])]]],
  projected: [[[ofComponents, { good: 1, wrong: [0, 3, 1.5, '1', {}] }], [tensor(points, [2], [2, 3])]]],
  whitened: [[[ofComponents, options({ eps: 1 }, { eps: 0 }, { eps: '1' })], [tensor(points, [2], [2, 3])]]],
  updateRatio: [[[tensor(points), tensor(points, [2], [2, 1])]]]
}

const square = (x: number): number => x * x
const steps = [{ h: 0 }, { h: -1 }, { h: '1' }, { h: Infinity }, { noise: -1 }, { noise: '0' }, { step: 1 }]
const differences: ReadonlyArray<Call> = [
  [[callable(square), options({ h: 0.5 }, ...steps)], [number(1, NaN, Infinity)]]
]
const sum = (x: T.Tensor): number => T.item(T.sum(x))

export const ofDifferences: Calls = {
  forwardDifference: differences, backwardDifference: differences, centralDifference: differences,
  extrapolatedDifference: differences,
  bestStep: [[[{ good: 'central', wrong: [undefined, null, 'both', 5] },
    required(options(
      { value: 1, derivative: 1 }, { value: 0 }, { value: '1' }, { derivative: undefined }, { noise: '1' }, { h: 1 }
    ))]]],
  relativeError: [[[{ good: 1, wrong: [undefined, null, 'x', [1], {}, NaN, ones] }, {
    good: 2, wrong: [undefined, null, 'x', [1], {}, ones]
  }]],
    [[{ good: ones, wrong: [T.ones([2]), [1, 2]] }, { good: ones, wrong: [T.ones([2]), [1, 2]] }]]],
  forwardGradient: [[[callable(sum), options({ h: 0.5 }, { h: 0 }, { h: '1' }, { step: 1 })], [tensor()]], [
    [{ good: sum, wrong: [() => '1', () => NaN] }], [tensor()]
  ]],
  numericGradient: [[[callable(sum), options({ h: 0.5 }, { h: 0 }, { h: '1' }, { step: 1 })], [tensor()]], [
    [{ good: sum, wrong: [() => '1', () => NaN] }], [tensor()]
  ]],
  numericPullback: [[[callable((
    x: T.Tensor
  ) => x), options({ h: 0.5 }, { h: 0 }, { h: '1' }, { step: 1 })], [tensor()], [tensor(ones, [3], [3, 2])]]]
}
