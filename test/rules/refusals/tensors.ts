import type { Call } from './wrong.js'
import { axis, callable, list, number, ones, operand, optional, options, shape, tensor, whole } from './wrong.js'
import * as T from '../../../src/tensor/index.js'

const vector = T.fromNested([1, 0, 2])
const square = T.eye(2)
const entrywise: ReadonlyArray<Call> = [[[operand(), operand(ones, [2, 2])]], [[operand(), operand(2)]]]
const reduced: ReadonlyArray<Call> = [
  [[tensor(), options({ axis: 0 }, { axis: 2 }, { axis: '0' }, { axis: 0.5 }, { keepdims: 1 })]]
]
const ofX: ReadonlyArray<Call> = [[[tensor()]]]
const product: ReadonlyArray<Call> = [[[tensor(ones, [2, 3, 1], []), tensor(T.ones([3, 2]), [2, 2], [3, 2, 1])]]]

/** Every function of T, by examples of its calls. */
export const ofTensors: Readonly<Record<string, ReadonlyArray<Call>>> = {
  at: [[[tensor(), list([0, 0], [0], [2, 0], [0.5, 0], ['0', 0])]]],
  with: [[[tensor(), list([0, 0], [0], [2, 0], [0.5, 0]), number(1)]]],
  row: [[[tensor(ones, []), number(0, 2, 0.5)]]],
  slice: [[[tensor(ones, []), list(
    [0, { start: 1 }], [5], [0.5], [{ begin: 1 }], ['0'], [{ step: 0 }], [{ start: 0.5 }], [0, 0, 0]
  )]]],
  takeAlong: [[[tensor(ones, [3, 2]), tensor(T.zeros([2, 1]), [3, 1], [2]), axis(1, undefined)]]],
  reshape: [[[tensor(), shape([3, -1], 6, [4], [-1, -1])]]], flatten: ofX,
  transpose: [[[tensor()]], [[tensor(), optional(list([1, 0], [0], [0, 0], [0, 2]))]]],
  moveaxis: [[[tensor(), axis(0, undefined), axis(1, undefined)]]],
  flip: [[[tensor(), axis(0, [0, 0], [2])]]],
  expandDims: [[[tensor(), axis(0, undefined)]]], squeeze: [[[tensor(T.ones([1, 3])), axis(0, 1, [0, 0])]]],
  broadcastShapes: [[[shape([2, 1], 2), shape([1, 3], [3, 3], 2)]]],
  broadcastTo: [[[tensor(vector, [2]), shape([2, 3], 3, [2])]]],
  shift: [[[tensor(vector, [2, 3])]]], circulant: [[[tensor(vector, [2, 3])]]],
  circularConvolution: [[[tensor(vector, [2, 3]), tensor(vector, [2])]]],
  ...Object.fromEntries(
    ['greater', 'greaterEqual', 'less', 'lessEqual', 'equalEntries', 'add', 'sub', 'mul', 'div', 'maximum', 'minimum']
      .map(name => [name, entrywise])
  ),
  ...Object.fromEntries(['neg', 'abs', 'sqrt', 'exp', 'log', 'tanh', 'toNested', 'show', 'norm', 'toGrid'].map(
    name => [name, ofX]
  )),
  ...Object.fromEntries(['sum', 'mean', 'variance', 'max', 'min', 'argmax', 'argmin'].map(name => [name, reduced])),
  where: [[[operand(), operand(ones, [2, 2]), operand(ones, [2, 2])]]],
  map: [[[tensor(), callable((a: number) => a)]]],
  zip: [[[operand(), operand(ones, [2, 2]), callable((a: number) => a)]]],
  clip: [[[tensor(), number(0, 2), number(1, -1)]]],
  liftGrid: [[[callable((a: number) => a)], [tensor()]]],
  fromGrid: [[[{ good: T.toGrid(ones), wrong: [undefined, null, 5, {}, [1], ones] }]]],
  fromNested: [[[{ good: [1], wrong: [undefined, null, 'x', {}, ones, [[1], [2, 3]], ['1']] }]]],
  fromFlat: [[
    [shape([2], 2, [3]), { good: [1, 2], wrong: [undefined, null, 5, 'xy', {}, ones, ['1', '2'], [1, null], [1n, 2n]] }]
  ]],
  scalar: [[[number(1)]]], item: [[[tensor(T.scalar(1), [2])]]], full: [[[shape([2], 2), number(1)]]],
  zeros: [[[shape([2], 2)]]], ones: [[[shape([2], 2)]]], eye: [[[whole(2, 0)]]],
  tabulate: [[[shape([2], 2), callable(() => 1)]]],
  equal: [[[tensor(), tensor()]]], identical: [[[tensor(), tensor()]]],
  concatenate: [[[list([ones, ones], [], [[1]], [ones, T.ones([2, 2])]), { good: 0, wrong: [2, 0.5, '0', [0], {}] }]]],
  stack: [[[list([ones, ones], [], [[1]], [ones, T.ones([3, 2])]), axis(0)]]],
  pad: [[[tensor(), { good: 1, wrong: [undefined, null, -1, 0.5, '1', {}, [[1, 1]], [1, 1]] }, optional(number(0))]]],
  tile: [[[tensor(), { good: 2, wrong: [undefined, null, -1, 0.5, '1', {}, [0.5]] }]]],
  matmul: product, matmulTN: [[[tensor(ones, [2]), tensor(ones, [3, 2], [2])]]],
  matmulNT: [[[tensor(ones, [3]), tensor(ones, [3, 2], [3])]]],
  dot: [[[tensor(), tensor(ones, [6], [3, 2])]]], outer: [[[tensor(vector, [1, 3]), tensor(vector, [3, 1])]]],
  arange: [[[number(3, Infinity)]], [[number(0), optional(number(2, NaN)), optional(number(1, 0))]]],
  linspace: [[[number(0), number(1), whole(3, 0), options({ endpoint: true }, { endpoint: 1 })]]],
  linspaceStep: [[[number(0), number(1), whole(3, 0), options({ endpoint: true }, { endpoint: 1 })]]],
  take: [[[tensor(ones, []), { good: [0, 1], wrong: [undefined, null, 5, {}, 'x', [2], [0.5]] }, axis(0)]]],
  pick: [[[tensor(ones, []), list([[0, 1], [1, 2]], [], [[0], [0, 1]], [[5], [0]], [0, 1], [[0], [0], [0]])]]],
  addAt: [[[tensor(ones, []), list([[0, 1], [1, 2]], [], [[0], [0, 1]], [[5], [0]], [0, 1]), operand(1, [3])]]],
  mask: [[[tensor(), tensor(T.ones([2]), [3], [2, 2])]]],
  compress: [[[tensor(), { good: [true, false], wrong: [undefined, null, 5, {}, 'x', [1, 1, 1]] }, axis(0)]]],
  argsort: [[[tensor(vector, []), axis(0)]]],
  bincount: [[[tensor(vector, [2, 3]), options({ minLength: 1 }, { minLength: -1 }, { minLength: '1' })]]],
  symmetricEigen: [[[tensor(square, [2, 3], [2])]]]
}

