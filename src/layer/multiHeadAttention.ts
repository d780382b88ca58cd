import { given, refuse } from '../prelude/index.js'
import { sameShape, showShape } from '../number/index.js'
import { normals } from '../random/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor, givenTensors } from '../tensor/Tensor.js'
import { scaledDotProductAttention } from './scaledDotProductAttention.js'
import { givenOptions } from './givenOptions.js'
import type { Layer, Traced } from './Layer.js'
import { primitive } from './primitive.js'
import { traced } from './traced.js'

export interface MultiHeadOptions {
  /** How many heads; it divides the number of features. */
  readonly heads: number
}

/** The matrices, all (E, E), that make queries, keys and values of x, and an output of what the heads read. */
export interface MultiHeadParams {
  readonly wq: Tensor
  readonly wk: Tensor
  readonly wv: Tensor
  readonly wo: Tensor
}

export type MultiHeadPulled = {
  readonly dx: Tensor
  readonly dp: { readonly wq: Tensor; readonly wk: Tensor; readonly wv: Tensor; readonly wo: Tensor }
}

const place = 'multiHeadAttention'
const names = ['wq', 'wk', 'wv', 'wo'] as const

const givenMatrices = (heads: number, params: MultiHeadParams): MultiHeadParams => {
  const [features = 0] = givenTensors(place, 'params', params, names).wq.shape
  const odd = names.find(name => !sameShape(params[name].shape, [features, features]))
  if (odd !== undefined || features === 0) refuse(
    'shape', place, 'wq, wk, wv and wo of one shape (E, E) with E from 1',
    `${odd ?? 'wq'} ${showShape(params[odd ?? 'wq'].shape)}`
  )
  checkedHeads(heads, features)
  return params
}

const checkedHeads = (heads: number, features: number): number =>
  given.number(place, `a number of heads that divides ${features} features`, heads, features % heads === 0)

/**
 * Self-attention of x by several heads. The columns of x wq, x wk and x wv lie in as many blocks as there are heads; each head is
 * scaledDotProductAttention of its block of each, and what the heads read, side by side, is z: y = z wo.
 *
 * Pullback: dwo = z^T dy and dz = dy wo^T; the blocks of dz are pulled back through the heads to dq, dk and dv, side by side again. Then
 * dx = dq wq^T + dk wk^T + dv wv^T, and dwq = x^T dq, dwk and dwv alike, summed over examples and times.
 * Domain: all finite numbers; x, the matrices and dy up to 1e40 in size give finite results.
 * Shapes: x, y (N, T, E) with T from 1, wq, wk, wv, wo (E, E). Refuses a number of heads that does not divide E, other shapes, and dy of
 * another than y.
 *
 * @example
 * const one = T.eye(2)
 * const params = { wq: T.mul(one, 1000), wk: one, wv: one, wo: T.mul(one, 3) }
 * const { y, pullback } = multiHeadAttention({ heads: 2 })(params)(T.fromNested([[[2, 0], [1, 0]]]))
 * T.toNested(y) // [[[6, 0], [6, 0]]]
 * T.toNested(pullback(T.ones([1, 2, 2])).dp.wo) // [[4, 4], [0, 0]]
 *
 * @source The usual definition
 */
export const multiHeadAttention = (
  options: MultiHeadOptions
): ((params: MultiHeadParams) => (x: Tensor) => Traced<MultiHeadPulled>) => {
  const { heads } = givenOptions(place, options, ['heads'], names)
  given.whole(place, 'heads', heads, 1)
  return params => {
    const { wq, wk, wv, wo } = givenMatrices(heads, params)
    const [features = 0] = wo.shape
    return x => {
      const [examples = 0, times = 0] = givenTensor(place, x).shape
      if (times === 0 || !sameShape(x.shape, [examples, times, features])) {
        refuse('shape', place, `x of shape (N, T, ${features}) with T from 1`, showShape(x.shape))
      }
      const size = features / heads
      /** Rows of all features as sequences of each head, and back. */
      const apart = (rows: Tensor): Tensor => T.reshape(
        T.transpose(T.reshape(rows, [examples, times, heads, size]), [0, 2, 1, 3]), [examples * heads, times, size])
      const beside = (blocks: Tensor): Tensor => T.reshape(
        T.transpose(T.reshape(blocks, [examples, heads, times, size]), [0, 2, 1, 3]), [examples * times, features])
      const rows = T.reshape(x, [examples * times, features])
      const [q, k, v] = [apart(T.matmul(rows, wq)), apart(T.matmul(rows, wk)), apart(T.matmul(rows, wv))]
      const read = scaledDotProductAttention({ k, v })(q)
      const z = beside(read.y)
      return traced(place, T.reshape(T.matmul(z, wo), x.shape), dy => {
        const dz = T.reshape(dy, [examples * times, features])
        const pulled = read.pullback(apart(T.matmulNT(dz, wo)))
        const [dq, dk, dv] = [beside(pulled.dx), beside(pulled.dp.k), beside(pulled.dp.v)]
        const dx = T.add(T.add(T.matmulNT(dq, wq), T.matmulNT(dk, wk)), T.matmulNT(dv, wv))
        return {
          dx: T.reshape(dx, x.shape),
          dp: { wq: T.matmulTN(rows, dq), wk: T.matmulTN(rows, dk), wv: T.matmulTN(rows, dv), wo: T.matmulTN(z, dz) }
        }
      })
    }
  }
}

export interface MultiHeadAttentionOptions extends MultiHeadOptions {
  /** The standard deviation of the weights at the start, 1 / sqrt(E) unless said: queries, keys and values are then as large as x. */
  readonly weightScale?: number
}

/**
 * Multi-head self-attention as a layer, each example of shape (T, E), its matrices drawn from a normal distribution. Refuses heads that are
 * no whole number from 1 or do not divide E, and options that it does not know.
 *
 * @example
 * MultiHeadAttention({ heads: 2 }).build([5, 8]).right.output // [5, 8]
 */
export const MultiHeadAttention = (options: MultiHeadAttentionOptions): Layer => {
  const { heads, weightScale } = given.options(place, options, ['heads', 'weightScale'])
  if (weightScale !== undefined) given.finite(place, 'weightScale', weightScale)
  return primitive<{ wq: Tensor; wk: Tensor; wv: Tensor; wo: Tensor }>({
    name: place,
    output: input => {
      const [times = 0, features = 0] = input
      checkedHeads(heads, features)
      return input.length === 2 && times * features > 0 ? input
        : refuse('shape', place, 'examples of shape (T, E) with T and E from 1', showShape(input))
    },
    init: ([, features = 0]) => seed => {
      const [draws, next] = normals([4, features, features])(seed)
      const scaled = T.mul(draws, weightScale ?? 1 / Math.sqrt(features))
      return [{ wq: T.row(scaled, 0), wk: T.row(scaled, 1), wv: T.row(scaled, 2), wo: T.row(scaled, 3) }, next]
    },
    apply: multiHeadAttention({ heads })
  })
}
