import { type Arithmetic, type Divisible, type Grid, mapGrid, minus, plus, scale } from '../number/index.js'
import { at } from '../prelude/index.js'

/** w^{t+1} = w^t - eta v_t. */
export const gradientStep = <A>(N: Arithmetic<A>) =>
  (eta: A) => (w: Grid<A>, v: Grid<A>): Grid<A> => minus(N)(w, scale(N)(eta, v))

/** All iterates w^1, ..., w^{T+1} of steps along v_1, ..., v_T. */
export const iterates = <A>(N: Arithmetic<A>) =>
  (eta: A, w1: Grid<A>, vs: ReadonlyArray<Grid<A>>): ReadonlyArray<Grid<A>> =>
    vs.reduce<ReadonlyArray<Grid<A>>>((ws, v) => [...ws, gradientStep(N)(eta)(at(ws, ws.length - 1), v)], [w1])

/** All iterates w^1, ..., w^{T+1} of T steps, each along the subgradient at its w^t. */
export const descent = <A>(N: Arithmetic<A>) =>
  (eta: A, subgradient: (w: Grid<A>) => Grid<A>, w1: Grid<A>, T: number): ReadonlyArray<Grid<A>> =>
    Array.from({ length: T }).reduce<ReadonlyArray<Grid<A>>>(ws => {
      const w = at(ws, ws.length - 1)
      return [...ws, gradientStep(N)(eta)(w, subgradient(w))]
    }, [w1])

/** The mean of one or more points. */
export const average = <A>(N: Divisible<A>) => (ws: ReadonlyArray<Grid<A>>): Grid<A> =>
  mapGrid((x: A) => N.div(x, N.of(ws.length)))(ws.reduce(plus(N)))
