import { type Analytic, type Arithmetic, type Grid, grid, mapGrid, sizes, sum } from '../number/index.js'
import { inTime, timesOf } from './sequences.js'

/** The weights wx of the input (inputs x outputs) and wh of the state (units x outputs), and the bias b (outputs), of a step in time. */
export interface RecurrentGrids<A> {
  readonly wx: Grid<A>
  readonly wh: Grid<A>
  readonly b: Grid<A>
}

/** a_nj = b_j + sum_d x_nd wx_dj + sum_k h_nk wh_kj, for each example n: what a step begins with. */
export const preactivation = <A>(N: Arithmetic<A>) =>
  ({ wx, wh, b }: RecurrentGrids<A>) => ({ x, h }: { readonly x: Grid<A>; readonly h: Grid<A> }): Grid<A> => {
    const [[examples, inputs], [units, outputs]] = [sizes(x, 2), sizes(wh, 2)]
    return grid([examples, outputs], (n, j) => N.add(b.at(j), N.add(
      sum(N)([inputs], d => N.mul(x.at(n, d), wx.at(d, j))), sum(N)([units], k => N.mul(h.at(n, k), wh.at(k, j))))))
  }

/** h' = tanh(x wx + h wh + b): the next state of each example. */
export const rnnStep = <A>(N: Analytic<A>) =>
  (weights: RecurrentGrids<A>) => (given: { readonly x: Grid<A>; readonly h: Grid<A> }): Grid<A> =>
    mapGrid(N.tanh)(preactivation(N)(weights)(given))

/** The states h_1, ..., h_T, of shape (N, T, H), where h_t is the step from h_{t-1} by x_t; h0 (N, H) is before the first. */
export const rnn = <A>(N: Analytic<A>) =>
  (weights: RecurrentGrids<A>) => ({ x, h0 }: { readonly x: Grid<A>; readonly h0: Grid<A> }): Grid<A> => {
    const step = rnnStep(N)(weights)
    const states = timesOf(x).reduce<ReadonlyArray<Grid<A>>>(
      (before, now) => [...before, step({ x: now, h: before.at(-1) ?? h0 })], [])
    return inTime(sizes(h0, 2), states)
  }
