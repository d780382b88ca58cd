import { refuse } from '../prelude/index.js'
import { type Shape, showShape } from '../number/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'

// What softmax and its logarithm share: they take each row of a matrix by itself.

/** Along a row, which stays with size 1. */
export const row = { axis: 1, keepdims: true }

/** A matrix whose rows have at least one entry. */
export const checkedRows = (place: string, x: Tensor): Tensor => {
  const { shape } = givenTensor(place, x)
  return shape.length === 2 && shape[1] !== 0 ? x
    : refuse('shape', place, 'rows of at least one entry', showShape(shape))
}

/** The shape of an example that is a row, which a layer leaves as it is. */
export const rowShape = (place: string) => (input: Shape): Shape =>
  (input.length === 1 ? input : refuse('shape', place, 'examples that are rows', showShape(input)))
