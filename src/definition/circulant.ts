import { type Arithmetic, type Grid, grid, sizes, sum } from '../number/index.js'

// Indices of vectors are taken modulo their length n.

const modulo = (i: number, n: number): number => ((i % n) + n) % n

/** The cyclic shift: (S x)_i = x_{i-1}. */
export const shift = <A>(x: Grid<A>): Grid<A> => {
  const [n] = sizes(x, 1)
  return grid([n], i => x.at(modulo(i - 1, n)))
}

/** The matrix of the cyclic shift: S_ij = 1 where i - j - 1 = 0 modulo n, else 0. */
export const shiftMatrix = <A>(N: Arithmetic<A>) => (n: number): Grid<A> =>
  grid([n, n], (i, j) => N.of(modulo(i - j - 1, n) === 0 ? 1 : 0))

/** The circulant matrix with first column a: (C_a)_ij = a_{i-j}. */
export const circulant = <A>(a: Grid<A>): Grid<A> => {
  const [n] = sizes(a, 1)
  return grid([n, n], (i, j) => a.at(modulo(i - j, n)))
}

/** (a * x)_i = sum_j a_{i-j} x_j. */
export const circularConvolution = <A>(N: Arithmetic<A>) => (a: Grid<A>, x: Grid<A>): Grid<A> => {
  const [n] = sizes(a, 1)
  return grid([n], i => sum(N)([n], j => N.mul(a.at(modulo(i - j, n)), x.at(j))))
}
