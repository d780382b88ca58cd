import { type Arithmetic, type Grid, grid, sum } from '../number/index.js'

/** The weights w (inputs x outputs) and the bias b (outputs) of an affine map. */
export interface AffineGrids<A> {
  readonly w: Grid<A>
  readonly b: Grid<A>
}

/** y_ij = b_j + sum_k x_ik w_kj, for each example i. */
export const affine = <A>(N: Arithmetic<A>) => ({ w, b }: AffineGrids<A>) => (x: Grid<A>): Grid<A> => {
  const [examples = 0, inputs = 0] = x.shape
  const [, outputs = 0] = w.shape
  return grid([examples, outputs], (i = 0, j = 0) =>
    N.add(b.at(j), sum(N)([inputs], (k = 0) => N.mul(x.at(i, k), w.at(k, j)))))
}
