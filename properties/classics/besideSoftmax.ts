import fc, { type Arbitrary } from 'fast-check'
import { equal, type Plain, type Relation } from '../../src/claim/index.js'
import type { LinearData } from '../../src/classic/index.js'
import * as definition from '../../src/definition/index.js'
import { type Analytic, ball, point, toInterval } from '../../src/number/index.js'
import type { Assessed } from '../../src/loss/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { quarters } from '../cases/quarters.js'

export interface Drawn {
  readonly x: Tensor
  readonly w: Tensor
  readonly labels: ReadonlyArray<number>
  readonly lambda: number
}

// Two examples, so that their mean is exact.
export const drawn: { readonly [K in keyof Drawn]: Arbitrary<Drawn[K]> } = {
  x: quarters([2, 2], 12), w: quarters([2, 3], 12),
  labels: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 2, maxLength: 2 }),
  lambda: fc.constantFrom(0, 0.5, 2)
}

/** A linear softmax classifier beside its definition, in enclosures. */
export const besideSoftmax = (
  linearSoftmax: (data: LinearData) => (w: Tensor) => Assessed, { x, w, labels, lambda }: Drawn
): ReadonlyArray<Relation<Plain>> => {
  const N = ball(40)
  const objective = <A>(M: Analytic<A>) =>
    definition.penalised(M, definition.softmaxCrossEntropy(M)(labels))(T.liftGrid(M.of)(x), M.of(lambda))
  const { value, gradient } = linearSoftmax({ x, labels, lambda })(w)
  const slopes = definition.partials(N)(objective)(T.liftGrid(N.of)(w))
  return [
    equal<Plain>(point(value), toInterval(objective(N)(T.liftGrid(N.of)(w))), 'value'),
    ...[...gradient.data].map(
      (g, i) => equal<Plain>(point(g), toInterval(slopes.entries[i] ?? N.of(NaN)), `gradient[${i}]`)
    )
  ]
}
