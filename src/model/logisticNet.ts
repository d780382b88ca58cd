import { given } from '../prelude/index.js'
import { Affine, type Layer, Relu, sequence } from '../layer/index.js'
import { givenSizes } from './givenSizes.js'

export interface LogisticOptions {
  readonly hidden?: number
}

/**
 * A net with one hidden layer and one output, for the logistic loss: affine - relu - affine. The sign of the output is the class.
 *
 * Layers: hidden, relu, output. 7 hidden units unless said. The hidden weights begin standard normal, all else at 0: so the first loss is
 * log 2, and the first step moves the output's parameters alone.
 *
 * @example
 * parameterCount(logisticNet(), [2]) // 29
 *
 * @source Object recognition assignment 2, question 1
 */
export const logisticNet = (options: LogisticOptions = {}): Layer => {
  const { hidden = 7 } = givenSizes('logisticNet', given.options('logisticNet', options, ['hidden']))
  return sequence({
    hidden: Affine(hidden, { weightScale: 1 }),
    relu: Relu,
    output: Affine(1, { weightScale: 0 })
  })
}
