import type { Claim } from '../src/claim/index.js'
import { claims as classic } from './registered/classic.js'
import { claims as data } from './registered/data.js'
import { claims as difference } from './registered/difference.js'
import { claims as drawing } from './registered/drawing.js'
import { claims as expression } from './registered/expression.js'
import { claims as layer } from './registered/layer.js'
import { claims as loss } from './registered/loss.js'
import { claims as model } from './registered/model.js'
import { claims as optimizer } from './registered/optimizer.js'
import { claims as random } from './registered/random.js'
import { claims as solver } from './registered/solver.js'
import { claims as study } from './registered/study.js'
import { claims as tensor } from './registered/tensor.js'
import { claims as together } from './registered/together.js'
import { claims as train } from './registered/train.js'
import { claims as trial } from './trial/index.js'

export {
  broadcastingLaws, circulantLaws, type BroadcastingSubject, type CirculantSubject, type EntrywiseOperation
} from './arrays/index.js'
export {
  crossValidationLaws, doubleMoonLaws, linearClassifierLaws, nearestNeighbourLaws, preprocessingLaws,
  type CrossValidationSubject, type DoubleMoonSubject, type LinearClassifierSubject, type NeighbourSubject,
  type PreprocessingSubject
} from './classics/index.js'
export {
  differenceLaws, errorModelLaws, narrowFeatureLaws, numericGradientLaws, relativeErrorLaws,
  type Difference, type DifferenceSubject, type ErrorModelSubject, type NarrowFeatureSubject,
  type NumericGradientSubject, type RelativeErrorSubject
} from './differences/index.js'
export { edgeLaws, expressionLaws, type EdgeSubject, type ExpressionSubject } from './expressions/index.js'
export {
  averagePoolingLaws, compositionLaws, convolutionLaws, layerLaws, maxPoolingLaws,
  type AnyLayerSubject, type CompositionSubject, type ConvolutionSubject, type LayerSubject, type NamedGrids,
  type OptionedParametricSubject,
  type OptionedSubject, type ParametricSubject, type PoolingSubject, type Printed, type SubjectOptions
} from './layers/index.js'
export { labels, lossLaws, type LossSubject } from './losses/index.js'
export {
  convergenceRateLaws, nesterovLaws, optimizerLaws, partsLaws, proximalStepLaws, sgdLaws,
  type LastStep, type NesterovSubject, type OptimizerSubject, type PartsSubject, type ProximalSubject, type SgdSubject
} from './optimizers/index.js'
export { permutationLaws, type PermutationSubject } from './random/index.js'
export {
  trainingLaws, validationLaws, type TrainingOptions, type TrainingSubject, type ValidationSubject
} from './training/index.js'

/** The laws of everything that the library exports, about the functions as exported. */
export const claims: ReadonlyArray<Claim> = [
  ...layer, ...loss, ...optimizer, ...model, ...train, ...solver, ...random, ...tensor, ...difference, ...classic,
  ...data, ...drawing, ...study, ...expression, ...together, ...trial
]
