import type { Claim } from '../../src/claim/index.js'
import { multiclassSvm, softmaxCrossEntropy } from '../../src/loss/index.js'
import { linearClassifier, twoLayerNet } from '../../src/model/index.js'
import { accuracy, best, epochs } from '../../src/train/index.js'
import { claims as batches } from './batches.js'
import { claims as deadExample } from './deadExample.js'
import { claims as initialWeights } from './initialWeights.js'
import { initialisationLaws } from './initialisation.js'
import { claims as linearTraining } from './linearTraining.js'
import { claims as memorisation } from './memorisation.js'
import { minibatchLaws } from './minibatches.js'
import { claims as trainings } from './trainings.js'
import { validationLaws } from './validation.js'

export { trainingLaws, type TrainingOptions, type TrainingSubject } from './training.js'
export { validationLaws, type ValidationSubject } from './validation.js'

export const claims: ReadonlyArray<Claim> = [
  ...initialWeights,
  ...initialisationLaws({
    name: 'initialisation', net: hidden => twoLayerNet({ hidden, classes: 3 }), loss: softmaxCrossEntropy
  }),
  ...minibatchLaws({ name: 'minibatches', classifier: linearClassifier({ classes: 2 }), loss: labels => multiclassSvm(labels) }),
  ...trainings,
  ...batches,
  ...linearTraining,
  ...deadExample,
  ...memorisation,
  ...validationLaws({ name: 'validation', accuracy, best, epochs })
]
