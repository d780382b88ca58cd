import { type Arithmetic, type Grid, sizes } from '../number/index.js'
import { affine, type AffineGrids } from './affine.js'
import { inTime, timesOf } from './sequences.js'

/** y_ntm = b_m + sum_d x_ntd w_dm: the same affine map at each time. */
export const temporalAffine = <A>(N: Arithmetic<A>) => (params: AffineGrids<A>) => (x: Grid<A>): Grid<A> =>
  inTime([sizes(x, 3)[0], sizes(params.w, 2)[1]], timesOf(x).map(affine(N)(params)))
