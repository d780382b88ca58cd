import type { Claim } from '../src/claim/index.js'
import { claims as arrays } from './arrays/index.js'
import { claims as classics } from './classics/index.js'
import { claims as differences } from './differences/index.js'
import { claims as expressions } from './expressions/index.js'
import { claims as layers } from './layers/index.js'
import { claims as losses } from './losses/index.js'
import { claims as models } from './models/index.js'
import { claims as optimizers } from './optimizers/index.js'
import { claims as misuses } from './misuse.js'
import { claims as random } from './random/index.js'
import { claims as refusals } from './refusals.js'
import { claims as train } from './registered/train.js'
import { claims as trials } from './trial/index.js'

export {
  broadcastingLaws, circulantLaws, type BroadcastingSubject, type CirculantSubject, type EntrywiseOperation
} from './arrays/index.js'
export {
  crossValidationLaws, doubleMoonLaws, linearClassifierLaws, nearestNeighbourLaws, preprocessingLaws,
  type CrossValidationSubject, type DoubleMoonSubject, type LinearClassifierSubject, type NeighbourSubject, type PreprocessingSubject
} from './classics/index.js'
export {
  differenceLaws, errorModelLaws, narrowFeatureLaws, numericGradientLaws, relativeErrorLaws,
  type Difference, type DifferenceSubject, type ErrorModelSubject, type NarrowFeatureSubject,
  type NumericGradientSubject, type RelativeErrorSubject
} from './differences/index.js'
export { edgeLaws, expressionLaws, type EdgeSubject, type ExpressionSubject } from './expressions/index.js'
export {
  averagePoolingLaws, compositionLaws, convolutionLaws, layerLaws, maxPoolingLaws,
  type AnyLayerSubject, type CompositionSubject, type ConvolutionSubject, type LayerSubject, type NamedGrids, type OptionedParametricSubject,
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
  ...layers, ...losses, ...optimizers, ...models, ...train, ...random, ...arrays, ...differences, ...classics,
  ...expressions, ...refusals, ...misuses, ...trials
]
