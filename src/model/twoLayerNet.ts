import { given } from '../prelude/index.js'
import { Affine, type Layer, Relu, sequence } from '../layer/index.js'
import { givenSizes } from './givenSizes.js'

export interface TwoLayerOptions {
  readonly hidden?: number
  readonly classes?: number
  readonly weightScale?: number
}

/**
 * A net with one hidden layer: affine - relu - affine.
 *
 * Layers: hidden, relu, scores. Defaults: 100 hidden units, 10 classes, weightScale 1e-3.
 *
 * @example
 * parameterCount(twoLayerNet(), [3, 32, 32]) // 308310
 * parameterCount(twoLayerNet({ hidden: 128, classes: 4 }), [36, 120]) // 553604
 *
 * @source Notes on CS231n, two-layer net; gaze assignment, question 1
 */
export const twoLayerNet = (options: TwoLayerOptions = {}): Layer => {
  const { hidden = 100, classes = 10, weightScale = 1e-3 } =
    givenSizes('twoLayerNet', given.options('twoLayerNet', options, ['hidden', 'classes', 'weightScale']))
  return sequence({
    hidden: Affine(hidden, { weightScale }),
    relu: Relu,
    scores: Affine(classes, { weightScale })
  })
}
