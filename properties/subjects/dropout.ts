import fc, { type Arbitrary } from 'fast-check'
import * as definition from '../../src/definition/index.js'
import { dropout, type DropoutOptions } from '../../src/layer/index.js'
import { type Analytic, type Grid, type Shape, sizeOf } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { numerators, tensors } from '../cases/numbers.js'
import { sizesFor } from '../cases/shapes.js'
import type { OptionedParametricSubject } from '../layers/layer.js'
import type { Named } from '../layers/subject.js'

const masks = (shape: Shape): Arbitrary<Tensor> =>
  fc.array(fc.constantFrom(0, 1), { minLength: sizeOf(shape), maxLength: sizeOf(shape) }).map(
    entries => T.fromFlat(shape, entries)
  )

const inputs: Arbitrary<Named> = sizesFor([['N', 'D']]).chain(({ N: n = 1, D: d = 1 }) =>
  fc.record({ x: tensors([n, d], numerators), mask: masks([n, d]) }))

type Kept = Pick<DropoutOptions, 'keepProbability'>

/** Dropout with a mask that is given, and its definition. */
export const dropoutSubject: OptionedParametricSubject<Kept> = {
  name: 'dropout',
  layer: ({ keepProbability }) => ({ mask }: { readonly mask: Tensor }) => (x: Tensor) => {
    const { y, pullback } = dropout({ keepProbability, mask })(x)
    return { y, pullback: (dy: Tensor) => ({ ...pullback(dy), dp: {} }) }
  },
  definition: <A>(N: Analytic<A>) => ({ keepProbability }: Kept) => ({ mask }: { readonly mask: Grid<A> }) =>
    definition.dropout(N)({ keepProbability: N.of(keepProbability), mask }),
  options: { keepProbability: fc.constantFrom(0.3, 0.5, 0.9, 0.25, 1) },
  params: {}, constants: { mask: ['N', 'D'] }, inputs, finiteUpTo: 1e307
}
