import { given } from '../prelude/index.js'
import { Affine, type Layer, sequence } from '../layer/index.js'
import { givenSizes } from './givenSizes.js'

export interface LinearClassifierOptions {
  readonly classes?: number
  readonly weightScale?: number
}

/**
 * A linear classifier: scores = x w + b.
 *
 * Layers: scores. Defaults: 10 classes, weightScale 1e-3. Trained with multiclassSvm it is a linear support vector machine, with
 * softmaxCrossEntropy a softmax classifier.
 *
 * @example
 * parameterCount(linearClassifier(), [3, 32, 32]) // 30730
 *
 * @source Notes on CS231n, linear classifiers
 */
export const linearClassifier = (options: LinearClassifierOptions = {}): Layer => {
  const { classes = 10, weightScale = 1e-3 } =
    givenSizes('linearClassifier', given.options('linearClassifier', options, ['classes', 'weightScale']))
  return sequence({ scores: Affine(classes, { weightScale }) })
}
