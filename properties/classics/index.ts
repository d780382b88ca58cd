import type { Claim } from '../../src/claim/index.js'
import * as classic from '../../src/classic/index.js'
import * as data from '../../src/data/index.js'
import { affine } from '../../src/layer/index.js'
import { logisticLoss, multiclassSvm, softmaxCrossEntropy } from '../../src/loss/index.js'
import { symmetricEigen } from '../../src/tensor/index.js'
import { crossValidationLaws } from './crossValidation.js'
import { linearClassifierLaws } from './linearClassifiers.js'
import { nearestNeighbourLaws } from './nearestNeighbours.js'
import { preprocessingLaws } from './preprocessing.js'
import { claims as safeData } from './safeData.js'
import { doubleMoonLaws } from './doubleMoon.js'

export { crossValidationLaws, type CrossValidationSubject } from './crossValidation.js'
export { doubleMoonLaws, type DoubleMoonSubject } from './doubleMoon.js'
export { linearClassifierLaws, type LinearClassifierSubject } from './linearClassifiers.js'
export { nearestNeighbourLaws, type NeighbourSubject } from './nearestNeighbours.js'
export { preprocessingLaws, type PreprocessingSubject } from './preprocessing.js'

export const claims: ReadonlyArray<Claim> = [
  ...nearestNeighbourLaws({ name: 'nearestNeighbours', ...classic }),
  ...crossValidationLaws({ name: 'crossValidation', ...classic }),
  ...preprocessingLaws({ name: 'preprocessing', ...data, ...classic, symmetricEigen }),
  ...linearClassifierLaws({
    name: 'linearClassifiers', ...classic, multiclassSvm, softmaxCrossEntropy, logisticLoss, biasTrick: data.biasTrick, affine
  }),
  ...doubleMoonLaws({ name: 'doubleMoon', doubleMoon: data.doubleMoon }),
  ...safeData
]
