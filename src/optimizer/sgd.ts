import { given } from '../prelude/index.js'
import { mul, type Tensor } from '../tensor/index.js'
import { checkedRate } from './checked.js'
import { ofOne } from './ofOne.js'
import type { Memory, Optimizer } from './Optimizer.js'

export interface SgdOptions {
  readonly learningRate: number
}

/**
 * Gradient descent: the step is -learningRate * gradient.
 *
 * w^{t+1} = w^t - eta v_t. It remembers nothing: its memory is {}.
 * Refuses a learning rate that is negative or not finite, a gradient of another shape than w, and the memory of another optimizer.
 *
 * @example
 * const [step] = sgd({ learningRate: 0.5 }).update(T.fromNested([4, -2]))(T.fromNested([1, 1]))({})
 * T.toNested(step) // [-2, 1]
 *
 * @source Deep learning homework 1, question 1
 */
export const sgd = (options: SgdOptions): Optimizer<Tensor, Memory<never>> => {
  const { learningRate } = given.options('sgd', options, ['learningRate'])
  checkedRate('sgd', learningRate)
  return ofOne('sgd', {}, (gradient, memory) => [mul(gradient, 0 - learningRate), memory])
}
