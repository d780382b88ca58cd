export { linearClassifier, type LinearClassifierOptions } from './linearClassifier.js'
export { twoLayerNet, type TwoLayerOptions } from './twoLayerNet.js'
export { fullyConnectedNet, type FullyConnectedOptions, type Normalization } from './fullyConnectedNet.js'
export { logisticNet, type LogisticOptions } from './logisticNet.js'
export {
  reluConvNet, tanhConvNet, threeLayerConvNet, twoLayerConvNet,
  type ConvNetOptions, type ReluConvOptions, type ThreeLayerOptions, type TwoConvOptions
} from './convNets.js'
export { parameterCount, parameterShapes } from './parameterCount.js'
export { load, save, type Learned } from './save.js'
export { summary, type LayerSummary, type Summary } from './summary.js'
