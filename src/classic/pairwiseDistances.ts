import { given, refuse } from '../prelude/index.js'
import { showShape } from '../number/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'

/** l1: the sum of |a_p - b_p|. l2: the root of the sum of (a_p - b_p)^2. */
export type Metric = 'l1' | 'l2'

/**
 * How all pairs are reached: one by one, a row of the result at a time, or all at once. The last multiplies the squares out for l2, which
 * is fastest; for l1 it holds all M N D differences at once.
 */
export type DistanceForm = 'two loops' | 'one loop' | 'matrix'

export interface DistanceOptions {
  readonly metric?: Metric
  readonly form?: DistanceForm
}

/**
 * The distance of every row of x from every row of t.
 *
 * d_ij = sum_p |x_ip - t_jp| for l1, sqrt(sum_p (x_ip - t_jp)^2) for l2, which is the default.
 * Shapes: x (M, D), t (N, D), the result (M, N); others are refused. The forms agree but for rounding. Where
 * ||x_i||^2 + ||t_j||^2 - 2 <x_i, t_j> would cancel, overflow or vanish, the matrix form takes the difference of the rows instead, so that
 * no form gives NaN, a negative square or a distance of 0 for rows that differ.
 *
 * @example
 * const x = T.fromNested([[0, 0]])
 * const t = T.fromNested([[3, 0], [2, 2], [3, 4]])
 * T.toNested(pairwiseDistances(x, t)) // [[3, Math.sqrt(8), 5]]
 * T.toNested(pairwiseDistances(x, t, { metric: 'l1', form: 'two loops' })) // [[3, 4, 7]]
 *
 * @source Notes on CS231n, nearest neighbour classifier and assignment 1
 */
export const pairwiseDistances = (x: Tensor, t: Tensor, options: DistanceOptions = {}): Tensor => {
  const { metric, form } = givenWays(
    'pairwiseDistances', given.options('pairwiseDistances', options, ['metric', 'form'])
  )
  givenPoints('pairwiseDistances', 't', t)
  givenPoints('pairwiseDistances', 'x', x, t)
  return forms[form][metric](x, t)
}

/** Rows of numbers at the door of a function, as long as those of other points. */
export const givenPoints = (place: string, what: string, x: Tensor, others?: Tensor): Tensor => {
  const { shape } = givenTensor(place, x, what)
  const [, width] = others === undefined ? shape : others.shape
  return shape.length === 2 && shape[1] === width ? x
    : refuse('shape', place, `${what} of shape (N, ${others ? width : 'D'})`, showShape(shape))
}

/** How distances are meant and reached. */
export const givenWays = (
  place: string, { metric = 'l2', form = 'matrix' }: DistanceOptions
): Required<DistanceOptions> => ({
  metric: given.oneOf(place, 'metric', metric, ['l1', 'l2']),
  form: given.oneOf(place, 'form', form, ['two loops', 'one loop', 'matrix'])
})

type Pairwise = (x: Tensor, t: Tensor) => Tensor

const lengthOf: Readonly<Record<Metric, (difference: Tensor) => number>> = {
  l1: difference => T.item(T.sum(T.abs(difference))),
  l2: T.norm
}

const rowsOf = (x: Tensor): ReadonlyArray<Tensor> => Array.from({ length: x.shape[0] ?? 0 }, (_, i) => T.row(x, i))

const twoLoops = (metric: Metric): Pairwise => (x, t) => {
  const [xs, ts] = [rowsOf(x), rowsOf(t)]
  return T.fromFlat([xs.length, ts.length], xs.flatMap(a => ts.map(b => lengthOf[metric](T.sub(a, b)))))
}

const oneLoop = (metric: Metric): Pairwise => (x, t) =>
  T.fromFlat([x.shape[0] ?? 0, t.shape[0] ?? 0], rowsOf(x).flatMap(a => rowsOf(T.sub(a, t)).map(lengthOf[metric])))

const broadcastL1: Pairwise = (x, t) => T.sum(T.abs(T.sub(T.expandDims(x, 1), T.expandDims(t, 0))), { axis: 2 })

const squares = (x: Tensor): Tensor => T.sum(T.mul(x, x), { axis: 1, keepdims: true })

// Below a quarter of the norms' squares, more than two bits are lost to cancellation; below 1e-270 terms may have vanished. NaN is
// neither above nor below.
const expandedL2: Pairwise = (x, t) => {
  const norms = T.add(squares(x), T.transpose(squares(t)))
  const expanded = T.sub(norms, T.mul(2, T.matmulNT(x, t)))
  const width = t.shape[0] ?? 0
  const entries = Array.from(expanded.data, (square, k) =>
    square >= (norms.data[k] ?? NaN) / 4 && square > 1e-270 && square < Infinity
      ? Math.sqrt(square)
      : T.norm(T.sub(T.row(x, Math.floor(k / width)), T.row(t, k % width))))
  return T.fromFlat(expanded.shape, entries)
}

const forms: Readonly<Record<DistanceForm, Readonly<Record<Metric, Pairwise>>>> = {
  'two loops': { l1: twoLoops('l1'), l2: twoLoops('l2') },
  'one loop': { l1: oneLoop('l1'), l2: oneLoop('l2') },
  matrix: { l1: broadcastL1, l2: expandedL2 }
}
