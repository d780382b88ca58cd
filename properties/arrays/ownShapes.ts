import { type Claim, claim, equal, everyCase, type Law, type Plain } from '../../src/claim/index.js'
import type { Shape } from '../../src/number/index.js'
import type { arange, broadcastTo, fromFlat, ones, reshape, tabulate, Tensor, zeros } from '../../src/tensor/index.js'

/** What makes tensors of a shape that is given. */
export interface OwnShapeSubject {
  readonly name: string
  readonly arange: typeof arange
  readonly broadcastTo: typeof broadcastTo
  readonly fromFlat: typeof fromFlat
  readonly ones: typeof ones
  readonly reshape: typeof reshape
  readonly tabulate: typeof tabulate
  readonly zeros: typeof zeros
}

/** That the shape of a tensor is its own. */
export const ownShapeLaws: Law<OwnShapeSubject> = ({ name, ...T }): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${name}/own-shapes`, title: 'A tensor keeps its shape when the list that it was made with is changed',
      statement: String.raw`s' = s`,
      source: 'The domains of the functions, as documented'
    },
    everyCase('5 ways to make one', [
      (shape: Shape): Tensor => T.zeros(shape),
      (shape: Shape): Tensor => T.fromFlat(shape, [1, 2, 3, 4, 5, 6]),
      (shape: Shape): Tensor => T.reshape(T.arange(6), shape),
      (shape: Shape): Tensor => T.broadcastTo(T.ones([3]), shape),
      (shape: Shape): Tensor => T.tabulate(shape, () => 1)
    ], make => {
      const shape = [2, 3]
      const made = make(shape)
      shape[0] = 5
      return [equal<Plain>(made.shape[0] ?? NaN, 2, 'size of the first axis')]
    }))
]
