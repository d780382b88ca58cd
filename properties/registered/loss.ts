import type { Claim } from '../../src/claim/index.js'
import { softmax } from '../../src/layer/index.js'
import * as loss from '../../src/loss/index.js'
import { classWeightsLaws, lossLaws, lossSafetyLaws } from '../losses/index.js'
import { lossSubjects } from '../subjects/losses.js'

/** The laws of the losses as exported. */
export const claims: ReadonlyArray<Claim> = [
  ...lossLaws(lossSubjects.softmaxCrossEntropy),
  ...lossLaws(lossSubjects.weightedCrossEntropy),
  ...classWeightsLaws({ name: 'softmaxCrossEntropy', loss: loss.softmaxCrossEntropy }),
  ...lossLaws(lossSubjects.multiclassSvm),
  ...lossLaws(lossSubjects.weightedSvm),
  ...classWeightsLaws({ name: 'multiclassSvm', loss: loss.multiclassSvm }),
  ...lossLaws(lossSubjects.logisticLoss),
  ...lossLaws(lossSubjects.crossEntropy),
  ...lossSafetyLaws({ name: 'safe', softmax, ...loss })
]
