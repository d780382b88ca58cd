import { type Arithmetic, type Grid, grid, sizes, sum } from '../number/index.js'

/** The weights w (inputs x outputs) and the bias b (outputs) of an affine map. */
export interface AffineGrids<A> {
  readonly w: Grid<A>
  readonly b: Grid<A>
}

/** y_ij = b_j + sum_k x_ik w_kj, for each example i. */
export const affine = <A>(N: Arithmetic<A>) => ({ w, b }: AffineGrids<A>) => (x: Grid<A>): Grid<A> => {
  const [examples, inputs] = sizes(x, 2)
  const [, outputs] = sizes(w, 2)
  return grid([examples, outputs], (i, j) =>
    N.add(b.at(j), sum(N)([inputs], k => N.mul(x.at(i, k), w.at(k, j)))))
}
