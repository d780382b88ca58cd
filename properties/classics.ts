import type { Claim } from '../src/claim/index.js'
import * as classic from '../src/classic/index.js'
import * as data from '../src/data/index.js'
import { affine } from '../src/layer/index.js'
import { logisticLoss, multiclassSvm, softmaxCrossEntropy } from '../src/loss/index.js'
import { symmetricEigen } from '../src/tensor/index.js'
import { claims as arrays } from './arrays.js'
import { crossValidationLaws } from './crossValidation.js'
import { linearClassifierLaws } from './linearClassifiers.js'
import { nearestNeighbourLaws } from './nearestNeighbours.js'
import { preprocessingLaws } from './preprocessing.js'

/** The printed examples of arrays, and the laws of the classic methods, as exported. */
export const claims: ReadonlyArray<Claim> = [
  ...arrays,
  ...nearestNeighbourLaws({ name: 'nearestNeighbours', ...classic }),
  ...crossValidationLaws({ name: 'crossValidation', ...classic }),
  ...preprocessingLaws({ name: 'preprocessing', ...data, ...classic, symmetricEigen }),
  ...linearClassifierLaws({
    name: 'linearClassifiers', ...classic, multiclassSvm, softmaxCrossEntropy, logisticLoss, biasTrick: data.biasTrick, affine
  })
]
