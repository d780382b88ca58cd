import { type Arithmetic, type Grid, minus, scale } from '../number/index.js'

/** w^{t+1} = w^t - eta v_t. */
export const gradientStep = <A>(N: Arithmetic<A>) => (eta: A) => (w: Grid<A>, v: Grid<A>): Grid<A> => minus(N)(w, scale(N)(eta, v))

/** All iterates w^1, ..., w^{T+1} of steps along v_1, ..., v_T. */
export const iterates = <A>(N: Arithmetic<A>) => (eta: A, w1: Grid<A>, vs: ReadonlyArray<Grid<A>>): ReadonlyArray<Grid<A>> =>
  vs.reduce<ReadonlyArray<Grid<A>>>((ws, v) => [...ws, gradientStep(N)(eta)(ws[ws.length - 1] ?? w1, v)], [w1])
