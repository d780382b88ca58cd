import { refuse } from '../prelude/index.js'
import { sameShape, showShape } from '../number/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor, givenTensors } from '../tensor/Tensor.js'
import type { Traced } from './Layer.js'
import { softmax } from './softmax.js'
import { traced } from './traced.js'

/** The keys k (N, S, E) that queries are compared with, and the values v (N, S, M) of which they read. */
export interface AttentionParams {
  readonly k: Tensor
  readonly v: Tensor
}

export type AttentionPulled = { readonly dx: Tensor; readonly dp: { readonly k: Tensor; readonly v: Tensor } }

/** The attention of one example, whose queries, keys and values are rows of matrices. */
const ofExample = (q: Tensor, k: Tensor, v: Tensor) => {
  const root = Math.sqrt(k.shape[1] ?? 0)
  const weights = softmax(T.div(T.matmulNT(q, k), root))
  return {
    y: T.matmul(weights.y, v),
    pullback: (dy: Tensor) => {
      const ds = T.div(weights.pullback(T.matmulNT(dy, v)).dx, root)
      return { q: T.matmul(ds, k), k: T.matmulTN(ds, q), v: T.matmulTN(weights.y, dy) }
    }
  }
}

/** Arrays of one shape along a new first axis; there may be none. */
const stacked = ([, ...shape]: ReadonlyArray<number>, parts: ReadonlyArray<Tensor>): Tensor =>
  T.concatenate([T.zeros([0, ...shape]), ...parts.map(part => T.expandDims(part, 0))])

const givenKeys = (params: AttentionParams): AttentionParams => {
  const { k, v } = givenTensors(place, 'params', params, ['k', 'v'])
  const [examples, keys = 0, features = 0] = k.shape
  return k.shape.length === 3 && v.shape.length === 3 && sameShape([examples ?? 0, keys], v.shape.slice(0, 2))
    && keys > 0 && features > 0 ? params : refuse(
      'shape', place, 'k of shape (N, S, E) and v (N, S, M) with S and E from 1',
      `k ${showShape(k.shape)} and v ${showShape(v.shape)}`
    )
}

const place = 'scaledDotProductAttention'

/**
 * Attention of queries x to keys k: each query reads a mean of the values v, weighted by how well the keys fit. For each example
 * y = p v with p = softmax(x k^T / sqrt(E)), row by row; softmax takes the largest of a row off first, so that nothing overflows.
 *
 * Pullback: with dp = dy v^T, ds_ij = p_ij (dp_ij - sum_l dp_il p_il) / sqrt(E), which softmax pulls back: dx = ds k, dk = ds^T x and
 * dv = p^T dy.
 * Domain: all finite numbers; x, k, v and dy up to 1e100 in size give finite results.
 * Shapes: x (N, T, E), k (N, S, E) and v (N, S, M) with S and E from 1, y (N, T, M). Others are refused, and dy of another than y.
 *
 * @example
 * const [k, v] = [T.fromNested([[[1000, 0, 0, 0], [0, 1000, 0, 0]]]), T.fromNested([[[3], [5]]])]
 * const { y, pullback } = scaledDotProductAttention({ k, v })(T.fromNested([[[2, 0, 0, 0], [1, 1, 0, 0]]]))
 * T.toNested(y) // [[[3], [4]]]
 * T.toNested(pullback(T.ones([1, 2, 1])).dp.v) // [[[1.5], [0.5]]]
 *
 * @source The usual definition
 */
export const scaledDotProductAttention = (params: AttentionParams): ((x: Tensor) => Traced<AttentionPulled>) => {
  const { k, v } = givenKeys(params)
  const [examples = 0, , features = 0] = k.shape
  return x => {
    const [own, times = 0] = givenTensor(place, x).shape
    if (own !== examples || !sameShape(x.shape, [examples, times, features])) {
      refuse('shape', place, `x of shape (${examples}, T, ${features}), as k has it`, showShape(x.shape))
    }
    const found = Array.from({ length: examples }, (_, n) => ofExample(T.row(x, n), T.row(k, n), T.row(v, n)))
    return traced(place, stacked([examples, times, v.shape[2] ?? 0], found.map(({ y }) => y)), dy => {
      const pulled = found.map(({ pullback }, n) => pullback(T.row(dy, n)))
      return {
        dx: stacked(x.shape, pulled.map(each => each.q)),
        dp: { k: stacked(k.shape, pulled.map(each => each.k)), v: stacked(v.shape, pulled.map(each => each.v)) }
      }
    })
  }
}
