import { type Arithmetic, type Grid, grid, matmul, normSquared, sizes } from '../number/index.js'

/** loss(x w) + lambda sum_dc w_dc^2, for a loss of the scores. */
export const penalised = <A>(N: Arithmetic<A>, loss: (scores: Grid<A>) => A) =>
  (x: Grid<A>, lambda: A) => (w: Grid<A>): A =>
    N.add(loss(matmul(N)(x, w)), N.mul(lambda, normSquared(N)(w)))

/** The bias trick: x with a last column of ones. */
export const withOnes = <A>(N: Arithmetic<A>) => (x: Grid<A>): Grid<A> => {
  const [examples, features] = sizes(x, 2)
  return grid([examples, features + 1], (i, d) => (d < features ? x.at(i, d) : N.of(1)))
}

/** The bias trick: w with b as its last row. */
export const withBias = <A>(w: Grid<A>, b: Grid<A>): Grid<A> => {
  const [features, classes] = sizes(w, 2)
  return grid([features + 1, classes], (d, c) => (d < features ? w.at(d, c) : b.at(c)))
}
