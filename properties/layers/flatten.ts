import fc from 'fast-check'
import { type Claim, claim, equalEntries, equalGrids, type Law, sampled } from '../../src/claim/index.js'
import * as definition from '../../src/definition/index.js'
import type { flatten } from '../../src/layer/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { quarters } from '../cases/quarters.js'

/** A layer that makes a row of each example. */
export interface FlattenSubject {
  readonly name: string
  readonly flatten: typeof flatten
}

const batches = {
  x: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }).chain(shape => quarters(shape, 39, 0))
}

export const flattenLaws: Law<FlattenSubject> = ({ name, flatten }): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${name}/value`,
      title: 'Each example becomes a row, its entries in row-major order',
      statement: String.raw`y_{np} = x_{n, \operatorname{index}(p)}`,
      source: 'Notes on CS231n, affine layer'
    },
    sampled<{ readonly x: Tensor }>(
      batches, ({ x }) => equalGrids(T.toGrid(flatten(x).y), definition.flatten(T.toGrid(x)), 'y')
    )
  ),
  claim(
    {
      id: `${name}/pullback`,
      title: 'The pullback takes the rows back to where they came from: it undoes the map',
      statement: String.raw`J^T J x = x`,
      source: 'Notes on CS231n, affine layer'
    },
    sampled<{ readonly x: Tensor }>(batches, ({ x }) => {
      const { y, pullback } = flatten(x)
      return equalEntries(pullback(y).dx, x, 'dx')
    })
  )
]
