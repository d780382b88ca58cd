import { type Analytic, type Grid, grid, sizes, sum } from '../number/index.js'

/** y_ij = exp(x_ij) / sum_k exp(x_ik): each row as probabilities. */
export const softmax = <A>(N: Analytic<A>) => (x: Grid<A>): Grid<A> => {
  const [rows, classes] = sizes(x, 2)
  const totals = grid([rows], i => sum(N)([classes], k => N.exp(x.at(i, k))))
  return grid(x.shape, (i, j) => N.div(N.exp(x.at(i, j)), totals.at(i)))
}

/** y_ij = x_ij - log sum_k exp(x_ik): the logarithm of each probability. */
export const logSoftmax = <A>(N: Analytic<A>) => (x: Grid<A>): Grid<A> => {
  const [rows, classes] = sizes(x, 2)
  const totals = grid([rows], i => N.log(sum(N)([classes], k => N.exp(x.at(i, k)))))
  return grid(x.shape, (i, j) => N.sub(x.at(i, j), totals.at(i)))
}
