import { type Analytic, type Grid, grid, mapGrid, sizes, zipGrid } from '../number/index.js'
import { preactivation, type RecurrentGrids } from './rnn.js'
import { inTime, timesOf } from './sequences.js'

/** What goes from one step to the next: the state h that the step shows, and the cell c that it keeps, both (N, H). */
export interface LstmState<A> {
  readonly h: Grid<A>
  readonly c: Grid<A>
}

/**
 * c' = f c + i g and h' = o tanh(c'), entry by entry. With a = x wx + h wh + b, the gates are i, f, o = sigmoid of the first three blocks
 * of H columns of a, and g = tanh of the fourth.
 */
export const lstmStep = <A>(N: Analytic<A>) =>
  (weights: RecurrentGrids<A>) => ({ x, h, c }: LstmState<A> & { readonly x: Grid<A> }): LstmState<A> => {
    const [examples, units] = sizes(h, 2)
    const a = preactivation(N)(weights)({ x, h })
    const gate = (block: number, f: (a: A) => A): Grid<A> =>
      grid([examples, units], (n, k) => f(a.at(n, block * units + k)))
    const [i, f, o] = [gate(0, N.sigmoid), gate(1, N.sigmoid), gate(2, N.sigmoid)]
    const times = zipGrid(N.mul)
    const cell = zipGrid(N.add)(times(f, c), times(i, gate(3, N.tanh)))
    return { h: times(o, mapGrid(N.tanh)(cell)), c: cell }
  }

/** The states h_1, ..., h_T, of shape (N, T, H), by steps along x from h0 (N, H) and c = 0. */
export const lstm = <A>(N: Analytic<A>) =>
  (weights: RecurrentGrids<A>) => ({ x, h0 }: { readonly x: Grid<A>; readonly h0: Grid<A> }): Grid<A> => {
    const step = lstmStep(N)(weights)
    const start: LstmState<A> = { h: h0, c: mapGrid(() => N.of(0))(h0) }
    const states = timesOf(x).reduce<ReadonlyArray<LstmState<A>>>(
      (before, now) => [...before, step({ x: now, ...before.at(-1) ?? start })], [])
    return inTime(sizes(h0, 2), states.map(({ h }) => h))
  }
