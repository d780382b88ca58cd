import { type Analytic, type Grid, grid, sum } from '../number/index.js'

/** y_ij = exp(x_ij) / sum_k exp(x_ik): each row as probabilities. */
export const softmax = <A>(N: Analytic<A>) => (x: Grid<A>): Grid<A> => {
  const [rows = 0, classes = 0] = x.shape
  const totals = grid([rows], (i = 0) => sum(N)([classes], (k = 0) => N.exp(x.at(i, k))))
  return grid(x.shape, (i = 0, j = 0) => N.div(N.exp(x.at(i, j)), totals.at(i)))
}
