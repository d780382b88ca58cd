import { circulant, circularConvolution, shift, shiftMatrix } from '../../../src/definition/index.js'
import {
  type Claim, claim, equalGrids, erratum, exactly, type Judge, matrix, scalar, vector
} from '../../../src/claim/index.js'
import {
  type Arithmetic, type Grid, grid, identity, matmul, minus, plus, scale, sum, vectorOf
} from '../../../src/number/index.js'
import { modulo, upTo } from './sizes.js'
import { at } from '../../../src/prelude/index.js'

// Question 6b: a matrix is a circular convolution if and only if it is equivariant to shifts. Here the one direction, and the steps by
// which the other follows column by column.

const source = 'Deep learning homework 1, question 6b'

const column = <A>(x: Grid<A>, j: number): Grid<A> => grid([x.shape[0] ?? 0], i => x.at(i, modulo(j, x.shape[1] ?? 1)))

/** The sum of vectors, each times a number. */
const combination = <A>(
  N: Arithmetic<A>, n: number, vectors: (i: number) => Grid<A>, factors: (i: number) => A
): Grid<A> =>
  grid([n], k => sum(N)([n], i => N.mul(vectors(i).at(k), factors(i))))

/** That A x is the sum of the columns of A, each times a number. */
const isSumOfColumns = (n: number, factor: <A>(N: Arithmetic<A>, x: Grid<A>, i: number) => A): Judge =>
  exactly({ A: matrix(n, n), x: vector(n) }, (N, { A, x }) =>
    equalGrids(matmul(N)(A, x), combination(N, n, i => column(A, i), i => factor(N, x, i)), 'Ax'))

const powers = <A>(N: Arithmetic<A>, n: number): ReadonlyArray<Grid<A>> =>
  Array.from({ length: n - 1 }).reduce<ReadonlyArray<Grid<A>>>((done, _) =>
    [...done, matmul(N)(shiftMatrix(N)(n), at(done, done.length - 1))], [identity(N)(n)])

const shifted = <A>(x: Grid<A>, times: number): Grid<A> => (times === 0 ? x : shifted(shift(x), times - 1))

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'homework-1/circulants/shift',
      title: 'The shift matrix moves each entry of a vector to the next place, and the last to the first',
      statement: String.raw`Sx = (x_{n-1}, x_0, x_1, \ldots, x_{n-2})`,
      source,
      rows: ['HW1-CV-10']
    },
    upTo(32, n => exactly({ x: vector(n) }, (N, { x }) =>
      equalGrids(
        matmul(N)(shiftMatrix(N)(n), x), vectorOf([...x.entries.slice(n - 1), ...x.entries.slice(0, n - 1)]), 'Sx'
      )))
  ),
  claim(
    {
      id: 'homework-1/circulants/powers',
      title: 'A circulant is a polynomial of the shift whose coefficients are its first column',
      statement: String.raw`(C_a)_{ij} = a_{i-j} \iff C_a = \sum_k a_k S^k`,
      source: 'Deep learning homework 1, question 6a',
      rows: ['HW1-CV-02']
    },
    upTo(12, n => exactly({ a: vector(n) }, (N, { a }) =>
      equalGrids(circulant(a), powers(N, n).map((power, k) => scale(N)(a.at(k), power)).reduce(plus(N)), 'C_a')))
  ),
  claim(
    {
      id: 'homework-1/circulants/linear-equivariant',
      title: 'Multiplication by a circulant is linear and equivariant to shifts',
      statement: String.raw`f(x) = C_a x:\quad f(cx + y) = c f(x) + f(y),\ f(Sx) = S f(x)`,
      source,
      rows: ['HW1-CV-09']
    },
    upTo(6, n => exactly({ a: vector(n), x: vector(n), y: vector(n), c: scalar }, (N, { a, x, y, c }) => {
      const f = (v: typeof x): typeof x => matmul(N)(circulant(a), v)
      return [
        ...equalGrids(f(plus(N)(scale(N)(c, x), y)), plus(N)(scale(N)(c, f(x)), f(y)), 'f(cx + y)'),
        ...equalGrids(f(shift(x)), shift(f(x)), 'f(Sx)')
      ]
    }))
  ),
  claim(
    {
      id: 'homework-1/circulants/convolution',
      title: 'Circular convolution with a is multiplication by C_a',
      statement: String.raw`(a * x)_i = \sum_j a_{i-j} x_j = (C_a x)_i`,
      source,
      rows: ['HW1-CV-17']
    },
    upTo(12, n => exactly({ a: vector(n), x: vector(n) }, (N, { a, x }) =>
      equalGrids(circularConvolution(N)(a, x), matmul(N)(circulant(a), x), 'a * x')))
  ),
  claim(
    {
      id: 'homework-1/circulants/equivariance-not-invariance',
      title: 'Shift invariance on the page is f(Sx) = S f(x), equivariance; f(Sx) = f(x) needs all a_i the same',
      statement: String.raw`C_a S x = S C_a x, \quad (C_a S - C_a)_{ij} = a_{i-j-1} - a_{i-j}`,
      source,
      rows: ['HW1-CV-17']
    },
    upTo(8, n => exactly({ a: vector(n), x: vector(n) }, (N, { a, x }) => {
      const [C, at] = [circulant(a), (i: number) => a.at(modulo(i, n))]
      const moved = minus(N)(matmul(N)(C, shiftMatrix(N)(n)), C)
      return [
        ...equalGrids(matmul(N)(C, shift(x)), shift(matmul(N)(C, x)), 'f(Sx)'),
        ...equalGrids(moved, grid([n, n], (i, j) => N.sub(at(i - j - 1), at(i - j))), 'C_a S - C_a')
      ]
    }))
  ),
  claim(
    {
      id: 'homework-1/circulants/columns',
      title: 'Products with any matrix as sums of its columns',
      statement: String.raw`ASx = \sum_i a_i x_{i-1},\quad Ax = \sum_i a_i x_i,\quad SAx = \sum_i (S a_i) x_i`,
      source,
      rows: ['HW1-CV-12', 'HW1-CV-14']
    },
    upTo(6, n => exactly({ A: matrix(n, n), x: vector(n) }, (N, { A, x }) => {
      const [S, entry] = [shiftMatrix(N)(n), (i: number) => x.at(modulo(i, n))]
      return [
        ...equalGrids(matmul(N)(A, matmul(N)(S, x)), combination(N, n, i => column(A, i), i => entry(i - 1)), 'ASx'),
        ...equalGrids(matmul(N)(A, x), combination(N, n, i => column(A, i), entry), 'Ax'),
        ...equalGrids(matmul(N)(S, matmul(N)(A, x)), combination(N, n, i => shift(column(A, i)), entry), 'SAx')
      ]
    }))
  ),
  erratum(
    {
      id: 'homework-1/circulants/comma',
      title: 'The last product of the sum in print has a comma in it, by which the last column is added whole',
      statement: String.raw`Ax = a_0 x_0 + \dots + a_{n-1} x_{n-1}`,
      source,
      rows: ['HW1-CV-13']
    },
    {
      printed: {
        text: 'Ax = a_0 x_0 + ... + a_{n-2} x_{n-2} + a_{n-1}, x_{n-1}',
        tex: String.raw`Ax = a_0 x_0 + \dots + a_{n-2} x_{n-2} + a_{n-1}, x_{n-1}`,
        judge: upTo(6, n => isSumOfColumns(n, (N, x, i) => (i === n - 1 ? N.of(1) : x.at(i))))
      },
      corrected: {
        text: 'Ax = a_0 x_0 + ... + a_{n-1} x_{n-1}',
        tex: String.raw`Ax = a_0 x_0 + \dots + a_{n-1} x_{n-1}`,
        judge: upTo(6, n => isSumOfColumns(n, (_, x, i) => x.at(i)))
      }
    }
  ),
  claim(
    {
      id: 'homework-1/circulants/each-column',
      title: 'Where AS = SA each column is the shift of the one before, as x = e_i shows',
      statement: String.raw`(AS - SA) e_i = a_{(i+1) \bmod n} - S a_i`,
      source,
      rows: ['HW1-CV-15']
    },
    upTo(8, n => exactly({ A: matrix(n, n) }, (N, { A }) => {
      const S = shiftMatrix(N)(n)
      const commutator = minus(N)(matmul(N)(A, S), matmul(N)(S, A))
      return A.entries.slice(0, n).flatMap((_, i) =>
        equalGrids(column(commutator, i), minus(N)(column(A, i + 1), shift(column(A, i))), `(AS - SA) e_${i}`))
    }))
  ),
  claim(
    {
      id: 'homework-1/circulants/converse-by-columns',
      title: 'A matrix differs from the circulant of its first column by shifts of the columns of AS - SA',
      statement: String.raw`a_j - S^j a_0 = \sum_{k<j} S^{j-1-k} (AS - SA) e_k`,
      source,
      rows: ['HW1-CV-16']
    },
    upTo(8, n => exactly({ A: matrix(n, n) }, (N, { A }) => {
      const S = shiftMatrix(N)(n)
      const commutator = minus(N)(matmul(N)(A, S), matmul(N)(S, A))
      const C = circulant(column(A, 0))
      return A.entries.slice(0, n).flatMap((_, j) => {
        const sums = Array.from({ length: j }, (__, k) => shifted(column(commutator, k), j - 1 - k))
        return equalGrids(column(A, j), sums.reduce(plus(N), column(C, j)), `a_${j}`)
      })
    }))
  )
]
