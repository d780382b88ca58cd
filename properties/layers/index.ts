export { blockLaws, type BlockSubject } from './blocks.js'
export { compositionLaws, type CompositionSubject } from './composition.js'
export { convolutionLaws, type ConvolutionSubject } from './convolution.js'
export { dropoutLaws, type DropoutSubject } from './dropout.js'
export { flattenLaws, type FlattenSubject } from './flatten.js'
export {
  layerLaws, type AnyLayerSubject, type LayerSubject, type NamedGrids, type OptionedParametricSubject, type OptionedSubject,
  type ParametricSubject, type Printed, type SubjectOptions
} from './layer.js'
export { leakyReluLaws, type LeakyReluSubject } from './leakyRelu.js'
export { normalisationLaws, type NormalisationSubject } from './normalisation.js'
export { averagePoolingLaws, maxPoolingLaws, type PoolingSubject } from './pooling.js'
export { reluLaws, type ReluSubject } from './relu.js'
export { runningStatisticsLaws, type RunningStatisticsSubject } from './runningStatistics.js'
export { sigmoidLaws, type SigmoidSubject } from './sigmoid.js'
export { softmaxLaws, type SoftmaxSubject } from './softmax.js'
export { tanhLaws, type TanhSubject } from './tanh.js'
