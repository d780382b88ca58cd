export { averagePoolingLaws } from './averagePooling.js'
export { blockLaws, type BlockSubject } from './blocks.js'
export { compositionLaws, type CompositionSubject } from './composition.js'
export { convolutionLaws, type ConvolutionSubject } from './convolution.js'
export { defaultsLaws } from './defaults.js'
export { dropoutLaws } from './dropout.js'
export { flattenLaws } from './flatten.js'
export {
  layerLaws, type AnyLayerSubject, type LayerSubject, type NamedGrids, type OptionedParametricSubject,
  type OptionedSubject,
  type ParametricSubject, type Printed, type SubjectOptions
} from './layer.js'
export { leakyReluLaws } from './leakyRelu.js'
export { logSoftmaxLaws } from './logSoftmax.js'
export { maxPoolingLaws } from './maxPooling.js'
export { normalisationLaws } from './normalisation.js'
export type { PoolingSubject } from './poolingCases.js'
export { reluLaws } from './relu.js'
export { runningStatisticsLaws } from './runningStatistics.js'
export { layerSafetyLaws } from './safety.js'
export { sigmoidLaws } from './sigmoid.js'
export { softmaxLaws } from './softmax.js'
export { windowedLaws, type WindowedSubject } from './steppedWindows.js'
export { tanhLaws } from './tanh.js'
