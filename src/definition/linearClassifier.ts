import { type Arithmetic, type Grid, grid, matmul, normSquared } from '../number/index.js'

/** loss(x w) + lambda sum_dc w_dc^2, for a loss of the scores. */
export const penalised = <A>(N: Arithmetic<A>, loss: (scores: Grid<A>) => A) => (x: Grid<A>, lambda: A) => (w: Grid<A>): A =>
  N.add(loss(matmul(N)(x, w)), N.mul(lambda, normSquared(N)(w)))

/** The bias trick: x with a last column of ones. */
export const withOnes = <A>(N: Arithmetic<A>) => (x: Grid<A>): Grid<A> => {
  const [examples = 0, features = 0] = x.shape
  return grid([examples, features + 1], (i = 0, d = 0) => (d < features ? x.at(i, d) : N.of(1)))
}

/** The bias trick: w with b as its last row. */
export const withBias = <A>(w: Grid<A>, b: Grid<A>): Grid<A> => {
  const [features = 0, classes = 0] = w.shape
  return grid([features + 1, classes], (d = 0, c = 0) => (d < features ? w.at(d, c) : b.at(c)))
}
