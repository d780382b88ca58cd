import fc, { type Arbitrary } from 'fast-check'
import { type Grid, type Shape, sizeOf } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'

/** Tensors of quarters of whole numbers up to a largest one: their sums and products are doubles. */
export const quartersOf = (shape: Shape, largest: number): Arbitrary<Tensor> =>
  fc.array(fc.integer({ min: -largest, max: largest }), { minLength: sizeOf(shape), maxLength: sizeOf(shape) })
    .map(entries => T.fromFlat(shape, entries.map(k => k / 4)))

/** The entries of a tensor in a number system. */
export const lift = <A>(of: (x: number) => A, x: Tensor): Grid<A> => T.liftGrid(of)(x)
