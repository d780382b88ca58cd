import { circulant, shiftMatrix } from '../../../src/definition/index.js'
import {
  type Claim, claim, equalGrids, erratum, exactly, type Judge, matrix, vector
} from '../../../src/claim/index.js'
import { type Arithmetic, type Grid, grid, matmul, sum, transpose } from '../../../src/number/index.js'
import { modulo, upTo } from './sizes.js'

// The shift S and the circulant C_a with (C_a)_ij = a_{i-j}, indices modulo n, commute. Both products are linear in a, so a basis
// proves the identity for every a, one size n at a time.

const source = 'Deep learning homework 1, question 6a'

type MatrixOfSize = <A>(N: Arithmetic<A>, n: number) => Grid<A>

const shiftModulo: MatrixOfSize = (N, n) => shiftMatrix(N)(n)
/** S as the page writes it: 1 only where i - j - 1 = 0 itself. */
const shiftAsPrinted: MatrixOfSize = (N, n) => grid([n, n], (i, j) => N.of(i - j - 1 === 0 ? 1 : 0))

const commute = (shiftOfSize: MatrixOfSize) => (n: number): Judge => exactly({ a: vector(n) }, (N, { a }) => {
  const [S, C] = [shiftOfSize(N, n), circulant(a)]
  return equalGrids(matmul(N)(S, C), matmul(N)(C, S), 'S C_a')
})

/** What the page says that the entry (i, j) of a product is. */
type Entry = <A>(N: Arithmetic<A>, a: Grid<A>, i: number, j: number) => A

const entries = <A>(N: Arithmetic<A>, a: Grid<A>, entry: Entry): Grid<A> =>
  grid([a.entries.length, a.entries.length], (i, j) => entry(N, a, i, j))

const shiftFirst = (entry: Entry) => (n: number): Judge => exactly({ a: vector(n) }, (N, { a }) =>
  equalGrids(matmul(N)(shiftMatrix(N)(n), circulant(a)), entries(N, a, entry), 'S C_a'))

const circulantFirst = (entry: Entry) => (n: number): Judge => exactly({ a: vector(n) }, (N, { a }) =>
  equalGrids(matmul(N)(circulant(a), shiftMatrix(N)(n)), entries(N, a, entry), 'C_a S'))

/** a_k with its index modulo n. */
const cyclic = <A>(a: Grid<A>, k: number): A => a.at(modulo(k, a.entries.length))

/** delta_k = 1 where k = 0 modulo n. */
const delta = <A>(N: Arithmetic<A>, a: Grid<A>, k: number): A => N.of(modulo(k, a.entries.length) === 0 ? 1 : 0)

export const claims: ReadonlyArray<Claim> = [
  erratum(
    {
      id: 'homework-1/circulants/shift-matrix',
      title: 'As printed, without "modulo n", the shift matrix loses the last entry and does not commute',
      statement: String.raw`S_{ij} = 1 \text{ if } i - j - 1 \equiv 0 \pmod n, \text{ else } 0`,
      source,
      rows: ['HW1-CV-01']
    },
    {
      printed: {
        text: 'S_ij = 1 if i - j - 1 = 0',
        tex: String.raw`S_{ij} = 1 \text{ if } i - j - 1 = 0`,
        judge: upTo(8, commute(shiftAsPrinted))
      },
      corrected: {
        text: 'S_ij = 1 if i - j - 1 = 0 modulo n',
        tex: String.raw`S_{ij} = 1 \text{ if } i - j - 1 \equiv 0 \pmod n`,
        judge: upTo(8, commute(shiftModulo))
      }
    }
  ),
  claim(
    {
      id: 'homework-1/circulants/shift-first-sum',
      title: 'The entries of S C_a as a sum, with indices modulo n',
      statement: String.raw`(S C_a)_{ij} = \sum_b \delta_{i-b-1} a_{b-j}`,
      source,
      rows: ['HW1-CV-03']
    },
    upTo(8, shiftFirst(
      (N, a, i, j) => sum(N)([a.entries.length], b => N.mul(delta(N, a, i - b - 1), cyclic(a, b - j)))
    ))
  ),
  erratum(
    {
      id: 'homework-1/circulants/shift-first-entry',
      title: 'The sum leaves the entry of a with index i - 1 - j, not the index',
      statement: String.raw`(S C_a)_{ij} = a_{i-1-j}`,
      source,
      rows: ['HW1-CV-04']
    },
    {
      printed: {
        text: '(S C_a)_ij = i - 1 - j',
        tex: String.raw`(S C_a)_{ij} = i - 1 - j`,
        judge: upTo(8, shiftFirst((N, _, i, j) => N.of(i - 1 - j)))
      },
      corrected: {
        text: '(S C_a)_ij = a_{i-1-j}',
        tex: String.raw`(S C_a)_{ij} = a_{i-1-j}`,
        judge: upTo(8, shiftFirst((_, a, i, j) => cyclic(a, i - 1 - j)))
      }
    }
  ),
  claim(
    {
      id: 'homework-1/circulants/circulant-first-sum',
      title: 'The entries of C_a S as a sum, with indices modulo n',
      statement: String.raw`(C_a S)_{ij} = \sum_b a_{i-b} \delta_{b-j-1}`,
      source,
      rows: ['HW1-CV-05']
    },
    upTo(8, circulantFirst(
      (N, a, i, j) => sum(N)([a.entries.length], b => N.mul(cyclic(a, i - b), delta(N, a, b - j - 1)))
    ))
  ),
  erratum(
    {
      id: 'homework-1/circulants/circulant-first-entry',
      title: 'The second sum is of C_a S, and leaves the entry of a with index i - j - 1, not the index',
      statement: String.raw`(C_a S)_{ij} = a_{i-j-1}`,
      source,
      rows: ['HW1-CV-06']
    },
    {
      printed: {
        text: '(S C_a)_ij = i - j - 1',
        tex: String.raw`(S C_a)_{ij} = i - j - 1`,
        judge: upTo(8, shiftFirst((N, _, i, j) => N.of(i - j - 1)))
      },
      corrected: {
        text: '(C_a S)_ij = a_{i-j-1}',
        tex: String.raw`(C_a S)_{ij} = a_{i-j-1}`,
        judge: upTo(8, circulantFirst((_, a, i, j) => cyclic(a, i - j - 1)))
      }
    }
  ),
  erratum(
    {
      id: 'homework-1/circulants/same-product',
      title: 'That (S C_a)_ij is (S C_a)_ij, as the last step reads, is so for every matrix',
      statement: String.raw`(S C_a)_{ij} = (C_a S)_{ij} \Rightarrow S C_a = C_a S`,
      source,
      rows: ['HW1-CV-07']
    },
    {
      printed: {
        text: 'since (S A)_ij = (S A)_ij, S A = A S',
        tex: String.raw`\text{since } (S A)_{ij} = (S A)_{ij}, \quad S A = A S`,
        judge: exactly({ A: matrix(3, 3) }, (N, { A }) => {
          const S = shiftMatrix(N)(3)
          return [...equalGrids(matmul(N)(S, A), matmul(N)(S, A), 'S A'), ...equalGrids(
            matmul(N)(S, A), matmul(N)(A, S), 'S A'
          )]
        })
      },
      corrected: {
        text: 'since (S C_a)_ij = a_{i-j-1} = (C_a S)_ij, S C_a = C_a S',
        tex: String.raw`\text{since } (S C_a)_{ij} = a_{i-j-1} = (C_a S)_{ij}, \quad S C_a = C_a S`,
        judge: upTo(8, n => exactly({ a: vector(n) }, (N, { a }) => {
          const [S, C, entry] = [shiftMatrix(N)(n), circulant(a), entries(N, a, (_, b, i, j) => cyclic(b, i - j - 1))]
          return [...equalGrids(matmul(N)(S, C), entry, 'S C_a'), ...equalGrids(matmul(N)(C, S), entry, 'C_a S')]
        }))
      }
    }
  ),
  claim(
    {
      id: 'homework-1/circulants/commute',
      title: 'The shift and every circulant commute',
      statement: String.raw`S C_a = C_a S`,
      source,
      rows: ['HW1-CV-07']
    },
    upTo(32, commute(shiftModulo))
  ),
  claim(
    {
      id: 'homework-1/circulants/commute-transposed',
      title: 'The transpose of a circulant is the circulant of the entries in reverse, and commutes too',
      statement: String.raw`S C_a^T = C_a^T S,\quad (C_a^T)_{ij} = a_{j-i}`,
      source,
      rows: ['HW1-CV-08']
    },
    upTo(32, n => exactly({ a: vector(n) }, (N, { a }) => {
      const [S, C] = [shiftMatrix(N)(n), transpose(circulant(a))]
      return [
        ...equalGrids(matmul(N)(S, C), matmul(N)(C, S), 'S C_a^T'),
        ...equalGrids(C, circulant(grid([n], k => cyclic(a, -k))), 'C_a^T')
      ]
    }))
  )
]
