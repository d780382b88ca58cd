import type { Claim } from '../src/claim/index.js'
import { numericGradient } from '../src/difference/index.js'
import { Affine, sequence, Sigmoid } from '../src/layer/index.js'
import { multiclassSvm, softmaxCrossEntropy } from '../src/loss/index.js'
import { linearClassifier, twoLayerNet } from '../src/model/index.js'
import { adam, momentum, nesterov, rmsprop, sgd } from '../src/optimizer/index.js'
import { adaptiveLaws } from './adaptiveRules.js'
import { initialisationLaws } from './initialisation.js'
import { minibatchLaws } from './minibatches.js'
import { claims as pictures } from './pictures.js'
import { sigmoidNetLaws } from './sigmoidNet.js'
import { wholeNumberLaws } from './wholeNumbers.js'

const learningRate = 0.01

/** Gradients on batches and at whole numbers, what initial weights allow, and the update rules at their extremes. */
export const claims: ReadonlyArray<Claim> = [
  ...wholeNumberLaws({ name: 'difference', numericGradient }),
  ...minibatchLaws({ name: 'minibatches', classifier: linearClassifier({ classes: 2 }), loss: labels => multiclassSvm(labels) }),
  ...initialisationLaws({
    name: 'initialisation', net: hidden => twoLayerNet({ hidden, classes: 3 }), loss: softmaxCrossEntropy
  }),
  ...adaptiveLaws({
    name: 'update-rules', rmsprop, adam,
    rules: {
      sgd: sgd({ learningRate }), momentum: momentum({ learningRate }), nesterov: nesterov({ learningRate }),
      rmsprop: rmsprop({ learningRate }), adam: adam()
    }
  }),
  ...sigmoidNetLaws({
    name: 'models', net: sequence({ hidden1: Affine(4), sigmoid1: Sigmoid, hidden2: Affine(4), sigmoid2: Sigmoid, output: Affine(1) })
  }),
  ...pictures
]
