import { sameShape, showShape } from '../number/index.js'
import { given, refuse } from '../prelude/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'

/** A learning rate is a finite number that is not negative. */
export const checkedRate = (place: string, rate: number): number =>
  given.number(place, 'a learning rate of at least 0', rate, rate >= 0 && Number.isFinite(rate))

/** A decay keeps a share of what was: at least 0 and below 1. */
export const checkedDecay = (place: string, name: string, decay: number): number =>
  given.number(place, `${name} at least 0 and below 1`, decay, decay >= 0 && decay < 1)

/** What is added to a root before it divides. */
export const checkedEps = (place: string, eps: number): number =>
  given.number(place, 'an eps of at least 0', eps, eps >= 0 && Number.isFinite(eps))

/** A gradient of the shape of its parameter: "sgd: expected a gradient of shape 2x3, as w has, got 5x2x3". */
export const givenGradient = (place: string, gradient: Tensor, w: Tensor): Tensor => {
  const shape = givenParameter(place, w).shape
  return sameShape(givenTensor(place, gradient, 'a gradient').shape, shape)
    ? gradient
    : refuse('shape', place, `a gradient of shape ${showShape(shape)}, as w has`, showShape(gradient.shape))
}

/** One parameter; the list of records that a model has is refused with what to do. */
export const givenParameter = (place: string, w: Tensor): Tensor =>
  Array.isArray(w) ? refuse('input', place, `one tensor (for a model: onEach(${place}(...)))`, 'an array')
    : givenTensor(place, w, 'w')

/** An optimizer at the door of a part that is made of it. */
export const givenOptimizer = <O extends Readonly<Record<'init' | 'update', unknown>>>(
  place: string, optimizer: O
): O => {
  const { init, update } = (optimizer ?? {}) as Partial<O>
  return typeof init === 'function' && typeof update === 'function'
    ? optimizer
    : refuse('input', place, 'an optimizer, such as sgd({ learningRate: 0.1 })', given.kindOf(optimizer))
}
