import type { Claim } from '../../src/claim/index.js'
import { l2Penalty, multiclassSvm, softmaxCrossEntropy } from '../../src/loss/index.js'
import { fullyConnectedNet, linearClassifier, twoLayerNet } from '../../src/model/index.js'
import { decayed, momentum, onEach } from '../../src/optimizer/index.js'
import { run, seedOf, uniforms } from '../../src/random/index.js'
import { accuracy, best, epochs, type Experiment, labelled } from '../../src/train/index.js'
import {
  initialisationLaws, minibatchLaws, trainingLaws, type TrainingOptions, validationLaws
} from '../training/index.js'

const examples = labelled(run(uniforms([5, 2]), seedOf(7)), [0, 1, 1, 0, 2])

/** Everything that a state can hold: running statistics, masks, velocities, a schedule. */
const experiment = ({ learningRate, batchSize }: TrainingOptions): Experiment<ReadonlyArray<number>> => ({
  model: fullyConnectedNet(
    { hidden: [2], classes: 3, normalization: 'batchnorm', keepProbability: 0.5, weightScale: 1 }
  ),
  loss: softmaxCrossEntropy,
  penalty: l2Penalty(0.25, 'half'),
  optimizer: onEach(decayed(momentum({ learningRate }), { factor: 0.5, every: 2 })),
  examples,
  batchSize
})

/** The laws of training, of the trainer as exported. */
export const claims: ReadonlyArray<Claim> = [
  ...initialisationLaws({
    name: 'initialisation', net: hidden => twoLayerNet({ hidden, classes: 3 }), loss: softmaxCrossEntropy
  }),
  ...minibatchLaws({
    name: 'minibatches', classifier: linearClassifier({ classes: 2 }), loss: labels => multiclassSvm(labels)
  }),
  ...trainingLaws({ name: 'training', experiment }),
  ...validationLaws({ name: 'validation', accuracy, best, epochs })
]
