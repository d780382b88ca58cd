import { circulant, shiftMatrix } from '../../../src/definition/index.js'
import { type Claim, claim, equalGrids, exactly, vector } from '../../../src/claim/index.js'
import { grid, matmul, transpose } from '../../../src/number/index.js'
import { modulo, upTo } from './sizes.js'

// The shift S and the circulant C_a commute, up to size 32. Both products are linear in a, so a basis proves the identity for every a, one
// size n at a time.

const source = 'Deep learning homework 1, question 6a'

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'homework-1/circulants/commute',
      title: 'The shift and every circulant commute',
      statement: String.raw`S C_a = C_a S`,
      source,
      rows: ['HW1-CV-07']
    },
    upTo(32, n => exactly({ a: vector(n) }, (N, { a }) => {
      const [S, C] = [shiftMatrix(N)(n), circulant(a)]
      return equalGrids(matmul(N)(S, C), matmul(N)(C, S), 'S C_a')
    }))
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
        ...equalGrids(C, circulant(grid([n], k => a.at(modulo(-k, n)))), 'C_a^T')
      ]
    }))
  )
]
