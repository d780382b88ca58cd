import type { Claim } from '../src/claim/index.js'
import { doubleMoon } from '../src/data/index.js'
import * as difference from '../src/difference/index.js'
import * as expression from '../src/expression/index.js'
import { andThen } from '../src/layer/index.js'
import { proximalStep, sgd } from '../src/optimizer/index.js'
import * as T from '../src/tensor/index.js'
import { claims as activation } from './activation.js'
import { claims as affineLayer } from './affine.js'
import { circulantLaws } from './circulant.js'
import { claims as classics } from './classics.js'
import { compositionLaws } from './composition.js'
import { differenceLaws } from './difference.js'
import { errorModelLaws } from './errorModel.js'
import { expressionLaws } from './expression.js'
import { convergenceRateLaws } from './convergenceRate.js'
import { claims as dropout } from './dropout.js'
import { claims as imageLayers } from './imageLayers.js'
import { claims as gradientsAndUpdates } from './gradientsAndUpdates.js'
import { claims as linearCollapse } from './linearCollapse.js'
import { claims as logisticNet } from './logisticNet.js'
import { claims as memorisation } from './memorisation.js'
import { claims as notebookShapes } from './notebookShapes.js'
import { claims as pixels } from './pixels.js'
import { doubleMoonLaws } from './doubleMoon.js'
import { claims as gaze } from './gaze.js'
import { claims as gazeTests } from './gazeTests.js'
import { claims as losses } from './losses.js'
import { claims as models } from './models.js'
import { claims as netsAndSolver } from './netsAndSolver.js'
import { claims as modelWiring } from './modelWiring.js'
import { claims as numericallySafe } from './numericallySafe.js'
import { claims as parameterCounts } from './parameterCounts.js'
import { claims as trainings } from './trainings.js'
import { claims as normalisation } from './normalisation.js'
import { proximalStepLaws } from './proximalStep.js'
import { numericGradientLaws } from './numericGradient.js'
import { relativeErrorLaws } from './relativeError.js'
import { sgdLaws } from './sgd.js'
import { claims as updateRules } from './updateRules.js'

export { circulantLaws, type CirculantSubject } from './circulant.js'
export { convolutionLaws, type ConvolutionSubject } from './convolution.js'
export { averagePoolingLaws, maxPoolingLaws, type PoolingSubject } from './pooling.js'
export { polynomialLaws, type LayerCase, type PolynomialSubject } from './polynomialLayer.js'
export { compositionLaws, type CompositionSubject } from './composition.js'
export {
  layerLaws, type LayerSubject, type NamedGrids, type ParametricSubject, type Printed, type SubjectOptions
} from './layer.js'
export { crossValidationLaws, type CrossValidationSubject } from './crossValidation.js'
export { linearClassifierLaws, type LinearClassifierSubject } from './linearClassifiers.js'
export { nearestNeighbourLaws, type NeighbourSubject } from './nearestNeighbours.js'
export { preprocessingLaws, type PreprocessingSubject } from './preprocessing.js'
export { labels, lossLaws, type LossSubject } from './loss.js'
export { convergenceRateLaws } from './convergenceRate.js'
export { proximalStepLaws, type ProximalSubject } from './proximalStep.js'
export { differenceLaws, type Difference, type DifferenceSubject } from './difference.js'
export { errorModelLaws, type ErrorModelSubject } from './errorModel.js'
export { expressionLaws, type ExpressionSubject } from './expression.js'
export { numericGradientLaws, type NumericGradientSubject } from './numericGradient.js'
export { relativeErrorLaws, type RelativeErrorSubject } from './relativeError.js'
export { nesterovLaws, type NesterovSubject } from './updateRules.js'
export { doubleMoonLaws, type DoubleMoonSubject } from './doubleMoon.js'
export { partsLaws, type PartsSubject } from './optimizerParts.js'
export { validationLaws, type ValidationSubject } from './validation.js'
export { trainingLaws, type TrainingOptions, type TrainingSubject } from './training.js'
export { optimizerLaws, type OptimizerSubject } from './optimizer.js'
export { sgdLaws, type SgdSubject } from './sgd.js'

/** The laws of everything that the library exports, about the functions as exported. */
export const claims: ReadonlyArray<Claim> = [
  ...affineLayer,
  ...activation,
  ...normalisation,
  ...dropout,
  ...compositionLaws({ name: 'composition', andThen }),
  ...losses,
  ...proximalStepLaws({ name: 'proximalStep', proximalStep, sgd }),
  ...sgdLaws({ name: 'sgd', sgd }),
  ...updateRules,
  ...models,
  ...modelWiring,
  ...parameterCounts,
  ...gazeTests,
  ...doubleMoonLaws({ name: 'doubleMoon', doubleMoon }),
  ...trainings,
  ...netsAndSolver,
  ...convergenceRateLaws({ name: 'sgd', sgd }),
  ...circulantLaws({ name: 'circularConvolution', shift: T.shift, circulant: T.circulant, circularConvolution: T.circularConvolution }),
  ...differenceLaws({ name: 'difference', ...difference }),
  ...errorModelLaws({ name: 'difference', ...difference }),
  ...relativeErrorLaws({ name: 'difference', ...difference }),
  ...numericGradientLaws({ name: 'difference', ...difference }),
  ...classics,
  ...imageLayers,
  ...expressionLaws({ name: 'expression', ...expression }),
  ...gradientsAndUpdates,
  ...memorisation,
  ...logisticNet,
  ...linearCollapse,
  ...pixels,
  ...notebookShapes,
  ...gaze,
  ...numericallySafe
]
