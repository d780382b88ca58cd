import type { Claim } from '../src/claim/index.js'
import { claims as dataPreprocessing } from './classics/data-preprocessing.js'
import { claims as linearScores } from './classics/linear-scores.js'
import { claims as logisticLoss } from './classics/logistic-loss.js'
import { claims as matrixDerivatives } from './classics/matrix-derivatives.js'
import { claims as multiclassSvm } from './classics/multiclass-svm.js'
import { claims as multiclassSvmGradient } from './classics/multiclass-svm-gradient.js'
import { claims as nearestNeighbours } from './classics/nearest-neighbours.js'
import { claims as softmaxClassifier } from './classics/softmax-classifier.js'

/** Matrix derivatives, and the mathematics of the methods before networks. */
export const claims: ReadonlyArray<Claim> = [
  ...matrixDerivatives,
  ...nearestNeighbours,
  ...linearScores,
  ...multiclassSvm,
  ...multiclassSvmGradient,
  ...softmaxClassifier,
  ...logisticLoss,
  ...dataPreprocessing
]
