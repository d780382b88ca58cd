import type { Arithmetic } from './Arithmetic.js'
import { fromEntries, type Grid, grid, sizes } from './Grid.js'
import { sum } from './sum.js'

// Matrices over any number system: grids of rank 2.

/** (x y)_ij = sum over k of x_ik y_kj; a vector on the right is a column. */
export const matmul = <A>(N: Arithmetic<A>) => (x: Grid<A>, y: Grid<A>): Grid<A> => {
  const [rows, inner] = sizes(x, 2)
  const [, columns = 1] = y.shape
  const entries: Array<A> = []
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      entries.push(sum(N)([inner], k => N.mul(x.entries[i * inner + k] as A, y.entries[k * columns + j] as A)))
    }
  }
  return fromEntries([rows, ...y.shape.slice(1)], entries)
}

export const transpose = <A>(x: Grid<A>): Grid<A> => {
  const [rows, columns] = sizes(x, 2)
  return grid([columns, rows], (i, j) => x.at(j, i))
}

export const identity = <A>(N: Arithmetic<A>) => (n: number): Grid<A> => grid([n, n], (i, j) => N.of(i === j ? 1 : 0))

/** The Kronecker product: x_ij y_kl in row (i, k) and column (j, l). */
export const kronecker = <A>(N: Arithmetic<A>) => (x: Grid<A>, y: Grid<A>): Grid<A> => {
  const [[m, n], [p, q]] = [sizes(x, 2), sizes(y, 2)]
  return grid([m * p, n * q], (row, column) =>
    N.mul(x.at(Math.floor(row / p), Math.floor(column / q)), y.at(row % p, column % q)))
}
