import { type Shape, sizeOf } from '../number/Shape.js'
import { given, refuse } from '../prelude/index.js'
import { checkedShape } from '../tensor/axes.js'
import { ofBuffer, type Tensor } from '../tensor/Tensor.js'
import {
  drawBernoulli, drawInteger, drawIntegers, drawNormals, drawShuffle, drawUniform, drawUniforms
} from './kernel/draw.js'
import { drawing, type Random } from './Random.js'

/** A shape, or the length of a vector. */
export type Size = number | Shape

const shapeOf = (place: string, size: Size): Shape => checkedShape(place, typeof size === 'number' ? [size] : size)

/**
 * A number drawn uniformly from the multiples of 2^-53 in [0, 1).
 * @example
 * R.run(R.uniform, R.seedOf(1)) < 1 // true
 */
export const uniform: Random<number> = drawing(drawUniform)

/**
 * An array of independent uniform numbers in [0, 1).
 * @example
 * R.run(R.uniforms([2, 3]), R.seedOf(1)).shape // [2, 3]
 */
export const uniforms = (size: Size): Random<Tensor> => {
  const shape = shapeOf('uniforms', size)
  return drawing(generator => ofBuffer(shape, drawUniforms(generator, sizeOf(shape))))
}

/**
 * An array of independent standard normal numbers (mean 0, variance 1), by Box and Muller's transform; none is beyond 8.6.
 * @example
 * R.run(R.normals([4]), R.seedOf(1)).shape // [4]
 */
export const normals = (size: Size): Random<Tensor> => {
  const shape = shapeOf('normals', size)
  return drawing(generator => ofBuffer(shape, drawNormals(generator, sizeOf(shape))))
}

/**
 * An integer drawn uniformly from 0 .. below - 1, without the bias of a remainder. Refuses a bound below 1.
 * @example
 * R.run(R.integer(1), R.seedOf(1)) // 0
 */
export const integer = (below: number): Random<number> => {
  const bound = given.whole('integer', 'below', below, 1)
  return drawing(generator => drawInteger(generator, bound))
}

/**
 * 0 .. n - 1 in random order, each order equally likely.
 * @example
 * [...R.run(R.permutation(4), R.seedOf(1))].sort() // [0, 1, 2, 3]
 */
export const permutation = (n: number): Random<ReadonlyArray<number>> => {
  const size = given.whole('permutation', 'n', n, 0)
  return drawing(generator => drawShuffle(generator, size, size))
}

/** Whether a number may be drawn again. */
export interface Drawing {
  readonly replacement: boolean
}

/**
 * k numbers of 0 .. n - 1: independent ones with replacement, different ones (in random order) without. Refuses k > n without
 * replacement, and to choose from nothing.
 * @example
 * R.run(R.choice(5, 3, { replacement: false }), R.seedOf(1)).length // 3
 */
export const choice = (n: number, k: number, options: Drawing): Random<ReadonlyArray<number>> => {
  const { replacement } = given.options('choice', options, ['replacement'])
  given.flag('choice', 'replacement', replacement)
  const count = given.whole('choice', 'k', k, 0)
  const size = given.whole('choice', 'n', n, count > 0 ? 1 : 0)
  if (!replacement && count > size) refuse(
    'domain', 'choice', `at most ${size} numbers without replacement`, `${count}`
  )
  return drawing(
    generator => (replacement ? drawIntegers(generator, count, size) : drawShuffle(generator, size, count))
  )
}

/**
 * An array of independent 1s (with probability p) and 0s. Refuses a p outside [0, 1].
 * @example
 * T.toNested(R.run(R.bernoulli([3], 1), R.seedOf(1))) // [1, 1, 1]
 */
export const bernoulli = (size: Size, p: number): Random<Tensor> => {
  const shape = shapeOf('bernoulli', size)
  given.number('bernoulli', 'a probability from 0 to 1', p, p >= 0 && p <= 1)
  return drawing(generator => ofBuffer(shape, drawBernoulli(generator, sizeOf(shape), p)))
}
