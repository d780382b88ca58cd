import type { Claim } from '../../src/claim/index.js'
import * as classic from '../../src/classic/index.js'
import { biasTrick } from '../../src/data/index.js'
import { affine } from '../../src/layer/index.js'
import { logisticLoss, multiclassSvm, softmaxCrossEntropy } from '../../src/loss/index.js'
import {
  crossValidationLaws, learnLinearLaws, linearClassifierLaws, linearLoopsLaws, nearestNeighbourLaws
} from '../classics/index.js'

/** The laws of the classifiers, of the functions as exported. */
export const claims: ReadonlyArray<Claim> = [
  ...nearestNeighbourLaws({ name: 'nearestNeighbours', ...classic }),
  ...crossValidationLaws({ name: 'crossValidation', ...classic }),
  ...linearClassifierLaws({
    name: 'linearClassifiers', ...classic, multiclassSvm, softmaxCrossEntropy, logisticLoss, biasTrick, affine
  }),
  ...linearLoopsLaws({ name: 'linearClassifiers', ...classic }),
  ...learnLinearLaws({ name: 'learnLinear', ...classic })
]
