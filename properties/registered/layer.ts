import type { Claim } from '../../src/claim/index.js'
import * as layer from '../../src/layer/index.js'
import { softmaxCrossEntropy } from '../../src/loss/index.js'
import { twoLayerNet } from '../../src/model/index.js'
import {
  averagePoolingLaws, blockLaws, compositionLaws, convolutionLaws, defaultsLaws, dropoutLaws, flattenLaws, layerLaws,
  layerSafetyLaws, leakyReluLaws, logSoftmaxLaws, maxPoolingLaws, normalisationLaws, reluLaws, runningStatisticsLaws,
  sigmoidLaws, softmaxLaws, tanhLaws, windowedLaws
} from '../layers/index.js'
import { layerRefusalLaws } from '../refusals/index.js'
import { activations, leakyReluSubject } from '../subjects/activations.js'
import { affineSubject } from '../subjects/affine.js'
import { blocks } from '../subjects/blocks.js'
import { dropoutSubject } from '../subjects/dropout.js'
import { groupNormSubject, normalisations } from '../subjects/normalisations.js'
import { multiHeadSubject, sequenceSubjects } from '../subjects/sequences.js'
import { windowed } from '../subjects/windowed.js'

/** The laws of the layers as exported. */
export const claims: ReadonlyArray<Claim> = [
  ...layerLaws(affineSubject),
  ...activations.flatMap(subject => layerLaws(subject)),
  ...layerLaws(leakyReluSubject),
  ...reluLaws({ name: 'relu', ...layer }),
  ...leakyReluLaws({ name: 'leakyRelu', ...layer }),
  ...sigmoidLaws({ name: 'sigmoid', ...layer }),
  ...tanhLaws({ name: 'tanh', ...layer }),
  ...softmaxLaws({ name: 'softmax', ...layer }),
  ...logSoftmaxLaws({ name: 'logSoftmax', ...layer, softmaxCrossEntropy }),
  ...normalisations.flatMap(subject => layerLaws(subject)),
  ...layerLaws(groupNormSubject),
  ...normalisationLaws(layer),
  ...runningStatisticsLaws({ name: 'batchNorm', ...layer }),
  ...layerLaws(dropoutSubject),
  ...dropoutLaws({ name: 'dropout', ...layer }),
  ...sequenceSubjects.flatMap(subject => layerLaws(subject)),
  ...layerLaws(multiHeadSubject),
  ...compositionLaws({ name: 'composition', ...layer }),
  ...convolutionLaws({ name: 'conv2d', ...layer }),
  ...maxPoolingLaws({ name: 'maxPool2d', pool: layer.maxPool2d }),
  ...averagePoolingLaws({ name: 'averagePool2d', pool: layer.averagePool2d }),
  ...flattenLaws({ name: 'flatten', ...layer }),
  ...blocks.flatMap(subject => blockLaws(subject)),
  ...windowed.flatMap(windowedLaws),
  ...defaultsLaws({ name: 'layer-defaults', ...layer }),
  ...layerSafetyLaws({ name: 'safe', ...layer, softmaxCrossEntropy }),
  ...layerRefusalLaws({ name: 'safe', layer, net: twoLayerNet({ hidden: 3, classes: 2 }) })
]
