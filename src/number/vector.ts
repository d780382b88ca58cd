import type { Arithmetic, Divisible, Radical } from './Arithmetic.js'
import { type Grid, mapGrid, zipGrid } from './Grid.js'
import { sum } from './sum.js'

// Vectors over any number system, in the letters of the books.

/** x / 2. */
export const half = <A>(N: Divisible<A>) => (x: A): A => N.div(x, N.of(2))

export const plus = <A>(N: Arithmetic<A>) => (x: Grid<A>, y: Grid<A>): Grid<A> => zipGrid(N.add)(x, y)

export const minus = <A>(N: Arithmetic<A>) => (x: Grid<A>, y: Grid<A>): Grid<A> => zipGrid(N.sub)(x, y)

export const scale = <A>(N: Arithmetic<A>) => (c: A, x: Grid<A>): Grid<A> => mapGrid((a: A) => N.mul(c, a))(x)

/** The inner product <x, y>, of arrays of any one shape. */
export const dot = <A>(N: Arithmetic<A>) => (x: Grid<A>, y: Grid<A>): A => {
  const products = zipGrid(N.mul)(x, y).entries
  return sum(N)([products.length], i => products[i] as A)
}

/** The squared Euclidean norm. */
export const normSquared = <A>(N: Arithmetic<A>) =>
  (x: Grid<A>): A => sum(N)([x.entries.length], i => N.square(x.entries[i] as A))

export const norm = <A>(N: Radical<A>) => (x: Grid<A>): A => N.sqrt(normSquared(N)(x))
