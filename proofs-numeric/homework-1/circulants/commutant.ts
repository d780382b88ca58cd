import { circulant, shiftMatrix } from '../../../src/definition/index.js'
import { allOf, type Claim, claim, equal, equalGrids, exactly, type Judge, matrix, vector } from '../../../src/claim/index.js'
import {
  type Arithmetic, type Grid, grid, identity, integer, kronecker, matmul, rankModuloPrime, type SparseRow, sizes
} from '../../../src/number/index.js'
import { modulo, upTo } from './sizes.js'

// All matrices that commute with shifts, by linear algebra: they are the kernel of A -> SA - AS, whose dimension is the number of
// unknowns minus the rank. Circulants are in it and independent, so the rank is at most n^2 - n; modulo a prime it is no larger than it
// is, and is found to be n^2 - n.

const source = (part: string): string => `Deep learning homework 1, question 6${part}`

/** The rows of A -> PA - AP, one for each entry (i, j): entry (k, l) of A has number k n + l. */
const commutator = (P: Grid<number>): ReadonlyArray<SparseRow> => {
  const [n] = sizes(P, 2)
  const all = Array.from({ length: n }, (_, k) => k)
  return all.flatMap(i => all.map(j => {
    const terms = all.flatMap(k => [[k * n + j, P.at(i, k)] as const, [i * n + k, -P.at(k, j)] as const])
    return terms.reduce(
      (row, [at, x]) => (x === 0 ? row : row.set(at, (row.get(at) ?? 0) + x)), new Map<number, number>()
    )
  }))
}

/** That the rank of A -> (PA - AP for each P) is n^2 - d: then the matrices that commute with each P have dimension d. */
const commutantHasDimension = (d: number, Ps: ReadonlyArray<Grid<number>>): Judge => {
  const [n = 0] = Ps[0]?.shape ?? []
  const rank = rankModuloPrime(Ps.flatMap(commutator))
  return exactly({}, N => equal(N.of(rank), N.of(n * n - d), 'the rank'))
}

/** Circulants commute with the shift, and no other circulant has the same first column. */
const circulantsCommute = (n: number): Judge => exactly({ a: vector(n) }, (N, { a }) => {
  const [S, C] = [shiftMatrix(N)(n), circulant(a)]
  return [...equalGrids(matmul(N)(S, C), matmul(N)(C, S), 'S C_a'), ...equalGrids(
    grid([n], i => C.at(i, 0)), a, 'C_a e_0'
  )]
})

const onlyCirculants = (n: number): Judge => (effort, id) => allOf(`n = ${n}`, [
  { label: 'rank at most n^2 - n', judge: circulantsCommute(n) },
  { label: 'rank at least n^2 - n', judge: commutantHasDimension(n, [shiftMatrix(integer)(n)]) }
])(effort, id)

const bothShifts = <A>(N: Arithmetic<A>, n: number, m: number): ReadonlyArray<Grid<A>> =>
  [kronecker(N)(shiftMatrix(N)(n), identity(N)(m)), kronecker(N)(identity(N)(n), shiftMatrix(N)(m))]

/** The matrix of a circular convolution in the plane: a_{i-k, j-l} in row (i, j) and column (k, l). */
const planeConvolution = <A>(a: Grid<A>): Grid<A> => {
  const [n, m] = sizes(a, 2)
  return grid([n * m, n * m], (p, q) => a.at(modulo(Math.floor(p / m) - Math.floor(q / m), n), modulo(p - q, m)))
}

const onlyPlaneConvolutions = (n: number, m: number): Judge => (effort, id) => allOf(`${n}x${m}`, [
  {
    label: 'rank at most',
    judge: exactly({ a: matrix(n, m) }, (N, { a }) => {
      const C = planeConvolution(a)
      return [
        ...bothShifts(N, n, m).flatMap(S => equalGrids(matmul(N)(S, C), matmul(N)(C, S), 'S C_a')),
        ...equalGrids(grid([n, m], (i, j) => C.at(i * m + j, 0)), a, 'C_a e_0')
      ]
    })
  },
  { label: 'rank at least', judge: commutantHasDimension(n * m, bothShifts(integer, n, m)) }
])(effort, id)

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'homework-1/circulants/converse',
      title: 'Whatever matrix commutes with the shift is a circulant: their spaces have the same dimension',
      statement: String.raw`\{A : AS = SA\} = \{C_a\},\quad \operatorname{rank}(S \otimes I - I \otimes S^T) = n^2 - n`,
      source: source('b'),
      rows: ['HW1-CV-16', 'HW1-CV-17']
    },
    upTo(24, onlyCirculants)
  ),
  claim(
    {
      id: 'homework-1/circulants/converse-in-the-plane',
      title: 'Whatever commutes with both cyclic shifts of an n x m image is a circular convolution',
      statement:
        String.raw`\dim \{A : A (S_n \otimes I) = (S_n \otimes I) A,\ A (I \otimes S_m) = (I \otimes S_m) A\} = nm`,
      source: source('c'),
      rows: ['HW1-CV-18']
    },
    allOf('images of 2x3, 3x3, 2x4, 3x4 and 4x4', [[2, 3], [3, 3], [2, 4], [3, 4], [4, 4]].map(([n = 0, m = 0]) =>
      ({ label: `${n}x${m}`, judge: onlyPlaneConvolutions(n, m) })))
  )
]
