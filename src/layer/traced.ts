import { refuse } from '../prelude/index.js'
import { sameShape, showShape } from '../number/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'
import type { Traced } from './Layer.js'

/**
 * An output with its pullback, which refuses a cotangent of another shape in the name of the layer:
 * "relu: expected dy of shape 1x3, the shape of y, got 5x3".
 */
export const traced = <Pulled>(place: string, y: Tensor, pullback: (dy: Tensor) => Pulled): Traced<Pulled> => ({
  y,
  pullback: dy => (sameShape(givenTensor(place, dy, 'dy').shape, y.shape)
    ? pullback(dy)
    : refuse('shape', place, `dy of shape ${showShape(y.shape)}, the shape of y`, showShape(dy.shape)))
})
