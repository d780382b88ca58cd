import { type Grid, grid, sizes } from '../number/index.js'
import { at } from '../prelude/index.js'

// A batch of sequences x (N, T, D) has D features of each example n at each time t.

/** What the examples have at time t: the matrix x_ntd over n and d. */
export const atTime = <A>(x: Grid<A>, t: number): Grid<A> => {
  const [examples, , features] = sizes(x, 3)
  return grid([examples, features], (n, d) => x.at(n, t, d))
}

/** Each time as a matrix of its own, in order. */
export const timesOf = <A>(x: Grid<A>): ReadonlyArray<Grid<A>> =>
  Array.from({ length: sizes(x, 3)[1] }, (_, t) => atTime(x, t))

/** The sequences that have these matrices of a common shape (N, H) at times 1, ..., T. */
export const inTime = <A>(shape: readonly [number, number], matrices: ReadonlyArray<Grid<A>>): Grid<A> =>
  grid([shape[0], matrices.length, shape[1]], (n, t, k) => at(matrices, t).at(n, k))
