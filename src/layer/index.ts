export type { Built, Layer, Named, Params, Pulled, Traced } from './Layer.js'
export { primitive, parameterless, type Primitive } from './primitive.js'
export { andThen, identity, sequence } from './sequence.js'
export {
  AffineNormReluDropout, type AffineNormReluDropoutOptions, AffineRelu, ConvNormRelu, type ConvNormReluOptions,
  ConvRelu,
  ConvReluPool, type ConvReluPoolOptions
} from './sandwich.js'
export { affine, Affine, type AffineOptions, type AffineParams, type AffinePulled } from './affine.js'
export { relu, Relu } from './relu.js'
export {
  conv2d, Conv2d, type Conv2dOptions, type ConvolutionOptions, type ConvolutionParams, type ConvolutionPulled,
  type FilterSize
} from './conv2d.js'
export { maxPool2d, MaxPool2d } from './maxPool2d.js'
export type { PoolOptions } from './pooling.js'
export type { PerAxis } from './window.js'
export { averagePool2d, AveragePool2d } from './averagePool2d.js'
export { flatten, Flatten } from './flatten.js'
export { leakyRelu, LeakyRelu, type LeakyReluOptions } from './leakyRelu.js'
export { sigmoid, Sigmoid } from './sigmoid.js'
export { tanh, Tanh } from './tanh.js'
export { softmax, Softmax } from './softmax.js'
export { logSoftmax, LogSoftmax } from './logSoftmax.js'
export { dropout, Dropout, type DropoutMask, type DropoutOptions } from './dropout.js'
export { batchNorm, batchNormInference, type BatchNormed, spatialBatchNorm } from './batchNorm.js'
export { BatchNorm, type BatchNormOptions, SpatialBatchNorm } from './batchNormLayer.js'
export { layerNorm, LayerNorm } from './layerNorm.js'
export { groupNorm, GroupNorm, type GroupNormOptions } from './groupNorm.js'
export type { RunningStatistics, Statistics } from './runningStatistics.js'
export type { NormOptions, NormParams, NormPulled } from './standardise.js'
export { stateful, type Stateful } from './stateful.js'
export { rnn } from './rnn.js'
export { lstm } from './lstm.js'
export type { RecurrentParams, RecurrentPulled } from './recurrent.js'
export {
  type AttentionParams, type AttentionPulled, scaledDotProductAttention
} from './scaledDotProductAttention.js'
export {
  multiHeadAttention, MultiHeadAttention, type MultiHeadAttentionOptions, type MultiHeadOptions, type MultiHeadParams,
  type MultiHeadPulled
} from './multiHeadAttention.js'
