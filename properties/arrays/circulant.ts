import fc, { type Arbitrary } from 'fast-check'
import * as definition from '../../src/definition/index.js'
import { type Claim, claim, equalEntries, equalGrids, type Law, sampled } from '../../src/claim/index.js'
import { float64 } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { quarterList } from '../cases/quarters.js'

/** Cyclic shift, circulant matrix and circular convolution, as a person might write them. */
export interface CirculantSubject {
  readonly name: string
  readonly shift: (x: Tensor) => Tensor
  readonly circulant: (a: Tensor) => Tensor
  readonly circularConvolution: (a: Tensor, x: Tensor) => Tensor
}

interface Pair {
  readonly vectors: { readonly a: Tensor; readonly x: Tensor }
}

// Quarters below 10 times a power of two: sums of eight products are exact in double precision, in any order.
const vectorOfLength = (n: number): Arbitrary<Tensor> =>
  fc.tuple(quarterList(n, 39), fc.integer({ min: -40, max: 40 }))
    .map(([entries, e]) => T.fromFlat([n], entries.map(x => x * 2 ** e)))

/** Two vectors of one length. */
const pairs = {
  vectors: fc.integer({ min: 1, max: 8 }).chain(n => fc.record({ a: vectorOfLength(n), x: vectorOfLength(n) }))
}

const source = 'Deep learning homework 1, question 6'

export const circulantLaws: Law<CirculantSubject> = (
  { name, shift, circulant, circularConvolution }
): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${name}/shift`,
      title: 'The shift is that of its definition',
      statement: String.raw`(Sx)_i = x_{(i-1) \bmod n}`,
      source,
      rows: ['HW1-CV-10']
    },
    sampled<Pair>(pairs, ({ vectors: { x } }) => equalGrids(T.toGrid(shift(x)), definition.shift(T.toGrid(x)), 'Sx'))
  ),
  claim(
    {
      id: `${name}/circulant`,
      title: 'The circulant matrix is that of its definition',
      statement: String.raw`(C_a)_{ij} = a_{(i-j) \bmod n}`,
      source,
      rows: ['HW1-CV-02']
    },
    sampled<Pair>(pairs, ({ vectors: { a } }) =>
      equalGrids(T.toGrid(circulant(a)), definition.circulant(T.toGrid(a)), 'C_a'))
  ),
  claim(
    {
      id: `${name}/definition`,
      title: 'The circular convolution is that of its definition',
      statement: String.raw`(a * x)_i = \sum_j a_{(i-j) \bmod n} x_j`,
      source
    },
    sampled<Pair>(pairs, ({ vectors: { a, x } }) =>
      equalGrids(
        T.toGrid(circularConvolution(a, x)), definition.circularConvolution(float64)(T.toGrid(a), T.toGrid(x)), 'a * x'
      ))
  ),
  claim(
    {
      id: `${name}/product`,
      title: 'Circular convolution is multiplication by the circulant matrix',
      statement: String.raw`a * x = C_a x`,
      source,
      rows: ['HW1-CV-17']
    },
    sampled<Pair>(pairs, ({ vectors: { a, x } }) =>
      equalEntries(circularConvolution(a, x), T.matmul(circulant(a), x), 'a * x'))
  ),
  claim(
    {
      id: `${name}/equivariance`,
      title: 'Circular convolution is equivariant to shifts',
      statement: String.raw`a * Sx = S(a * x)`,
      source,
      rows: ['HW1-CV-09']
    },
    sampled<Pair>(pairs, ({ vectors: { a, x } }) =>
      equalEntries(circularConvolution(a, shift(x)), shift(circularConvolution(a, x)), 'a * Sx'))
  ),
  claim(
    {
      id: `${name}/commute`,
      title: 'Circulant matrices commute with the matrix of the shift, which is one of them',
      statement: String.raw`S C_a = C_a S,\quad S = C_{S e_0}`,
      source,
      rows: ['HW1-CV-07', 'HW1-SYS-09']
    },
    sampled<Pair>(pairs, ({ vectors: { a } }) => {
      const S = T.fromGrid(definition.shiftMatrix(float64)(a.shape[0] ?? 0))
      return [
        ...equalEntries(T.matmul(S, circulant(a)), T.matmul(circulant(a), S), 'S C_a'),
        ...equalEntries(circulant(shift(T.tabulate(a.shape, i => (i === 0 ? 1 : 0)))), S, 'C_{S e_0}')
      ]
    })
  )
]
