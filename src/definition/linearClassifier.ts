import { type Arithmetic, type Grid, matmul, normSquared } from '../number/index.js'

/** loss(x w) + lambda sum_dc w_dc^2, for a loss of the scores. */
export const penalised = <A>(N: Arithmetic<A>, loss: (scores: Grid<A>) => A) =>
  (x: Grid<A>, lambda: A) => (w: Grid<A>): A =>
    N.add(loss(matmul(N)(x, w)), N.mul(lambda, normSquared(N)(w)))
