import { type Analytic, type Arithmetic, type Grid, grid, matmul, sizes, sum, transpose } from '../number/index.js'
import { at } from '../prelude/index.js'
import { softmax } from './softmax.js'

/** Queries q (N, T, E), the keys k (N, S, E) that they are compared with, and the values v (N, S, M) of which they read. */
export interface AttentionGrids<A> {
  readonly q: Grid<A>
  readonly k: Grid<A>
  readonly v: Grid<A>
}

/** The matrix of one example. */
const exampleOf = <A>(x: Grid<A>, n: number): Grid<A> => {
  const [, rows, columns] = sizes(x, 3)
  return grid([rows, columns], (i, j) => x.at(n, i, j))
}

/** y = softmax(q k^T / sqrt(E)) v for each example, of shape (N, T, M): means of the values, weighted by how well their keys fit. */
export const scaledDotProductAttention = <A>(N: Analytic<A>) => ({ q, k, v }: AttentionGrids<A>): Grid<A> => {
  const [[examples, times, features], [, , outputs]] = [sizes(q, 3), sizes(v, 3)]
  const root = N.sqrt(N.of(features))
  const ofExample = (n: number): Grid<A> => {
    const products = matmul(N)(exampleOf(q, n), transpose(exampleOf(k, n)))
    const weights = softmax(N)(grid(sizes(products, 2), (t, s) => N.div(products.at(t, s), root)))
    return matmul(N)(weights, exampleOf(v, n))
  }
  const found = Array.from({ length: examples }, (_, n) => ofExample(n))
  return grid([examples, times, outputs], (n, t, m) => at(found, n).at(t, m))
}

/** The matrices, all (E, E), that make queries, keys and values of x, and an output of what the heads read. */
export interface MultiHeadGrids<A> {
  readonly wq: Grid<A>
  readonly wk: Grid<A>
  readonly wv: Grid<A>
  readonly wo: Grid<A>
}

/** (x w)_nte = sum_d x_ntd w_de. */
const projected = <A>(N: Arithmetic<A>) => (x: Grid<A>, w: Grid<A>): Grid<A> => {
  const [[examples, times, inputs], [, outputs]] = [sizes(x, 3), sizes(w, 2)]
  return grid([examples, times, outputs], (n, t, e) => sum(N)([inputs], d => N.mul(x.at(n, t, d), w.at(d, e))))
}

/**
 * Self-attention of x (N, T, E) by several heads. The columns of x wq, x wk and x wv lie in as many blocks as there are heads; each head
 * attends by its block of each, and what the heads read, side by side, is multiplied by wo.
 */
export const multiHeadAttention = <A>(N: Analytic<A>) =>
  ({ wq, wk, wv, wo }: MultiHeadGrids<A>, heads: number) => (x: Grid<A>): Grid<A> => {
    const [examples, times, features] = sizes(x, 3)
    const size = features / heads
    const [q, k, v] = [wq, wk, wv].map(w => projected(N)(x, w)) as [Grid<A>, Grid<A>, Grid<A>]
    const block = (y: Grid<A>, head: number): Grid<A> =>
      grid([examples, times, size], (n, t, e) => y.at(n, t, head * size + e))
    const read = Array.from({ length: heads }, (_, head) =>
      scaledDotProductAttention(N)({ q: block(q, head), k: block(k, head), v: block(v, head) }))
    const beside = grid([examples, times, features], (n, t, e) => at(read, Math.floor(e / size)).at(n, t, e % size))
    return projected(N)(beside, wo)
  }
