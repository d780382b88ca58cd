import { given } from '../prelude/index.js'
import { Affine, type AffineOptions, givenAffine } from './affine.js'
import { SpatialBatchNorm } from './batchNormLayer.js'
import { Conv2d, type Conv2dOptions, type FilterSize, givenConvolution } from './conv2d.js'
import { givenLayer } from './givenLayer.js'
import type { Layer } from './Layer.js'
import { MaxPool2d } from './maxPool2d.js'
import { givenPool, type PoolOptions } from './pooling.js'
import { Relu } from './relu.js'
import { identity, sequence } from './sequence.js'

// Compositions so common that they have names. Each is a layer like its parts, and its pullback is theirs in reverse order.

/**
 * An affine layer with this many outputs, then a rectifier: y = max(0, x w + b).
 *
 * Layers: affine, relu. Shapes: x (N, d_1, ..., d_k), y (N, outputs).
 *
 * @example
 * AffineRelu(5).names // ['affine', 'relu']
 *
 * @source Notes on CS231n, sandwich layers
 */
export const AffineRelu = (outputs: number, options: AffineOptions = {}): Layer => {
  givenAffine('AffineRelu', outputs, options)
  return sequence({ affine: Affine(outputs, options), relu: Relu })
}

export interface AffineNormReluDropoutOptions extends AffineOptions {
  /** Such as BatchNorm() or LayerNorm(); none unless said. */
  readonly norm?: Layer
  /** Such as Dropout({ keepProbability: 0.5 }); none unless said. */
  readonly dropout?: Layer
}

/**
 * The hidden layer of a fully connected net: affine - [norm] - relu - [dropout].
 *
 * Layers: affine, norm, relu, dropout. Shapes: x (N, d_1, ..., d_k), y (N, outputs).
 *
 * @example
 * const half = Dropout({ keepProbability: 0.5 })
 * AffineNormReluDropout(5, { norm: LayerNorm(), dropout: half }).names // ['affine', 'norm', 'relu', 'dropout']
 * AffineNormReluDropout(5).names // ['affine', 'relu']
 *
 * @source Notes on CS231n, sandwich layers
 */
export const AffineNormReluDropout = (outputs: number, options: AffineNormReluDropoutOptions = {}): Layer => {
  const place = 'AffineNormReluDropout'
  const { norm = identity, dropout = identity, ...affine } = given.options(
    place, options, ['norm', 'dropout', 'weightScale']
  )
  givenAffine(place, outputs, affine)
  givenLayer(place, norm, 'norm')
  givenLayer(place, dropout, 'dropout')
  return sequence({ affine: Affine(outputs, affine), norm, relu: Relu, dropout })
}

/**
 * A convolution, then a rectifier.
 *
 * Layers: conv, relu. Shapes: those of Conv2d.
 *
 * @example
 * ConvRelu(4, 3, { pad: 1 }).build([3, 8, 8]).right.output // [4, 8, 8]
 *
 * @source Notes on CS231n, sandwich layers
 */
export const ConvRelu = (filters: number, size: FilterSize, options: Conv2dOptions = {}): Layer => {
  givenConvolution('ConvRelu', filters, size, options)
  return sequence({ conv: Conv2d(filters, size, options), relu: Relu })
}

export interface ConvNormReluOptions extends Conv2dOptions {
  /** SpatialBatchNorm() unless said. */
  readonly norm?: Layer
}

/**
 * A convolution, then a normalisation of its channels, then a rectifier.
 *
 * Layers: conv, norm, relu. Shapes: those of Conv2d.
 *
 * @example
 * ConvNormRelu(4, 3).names // ['conv', 'norm', 'relu']
 * ConvNormRelu(4, 3, { norm: GroupNorm({ groups: 2 }) }).names // ['conv', 'norm', 'relu']
 *
 * @source Notes on CS231n, sandwich layers
 */
export const ConvNormRelu = (filters: number, size: FilterSize, options: ConvNormReluOptions = {}): Layer => {
  const { norm = SpatialBatchNorm(), ...conv } = given.options(
    'ConvNormRelu', options, ['norm', 'stride', 'pad', 'weightScale']
  )
  givenConvolution('ConvNormRelu', filters, size, conv)
  givenLayer('ConvNormRelu', norm, 'norm')
  return sequence({ conv: Conv2d(filters, size, conv), norm, relu: Relu })
}

export interface ConvReluPoolOptions extends Conv2dOptions {
  /** The window of the pooling; 2x2 with stride 2 unless said. */
  readonly pool?: PoolOptions
}

const halves: PoolOptions = { height: 2, width: 2, stride: 2 }

/**
 * A convolution, then a rectifier, then max pooling.
 *
 * Layers: conv, relu, pool. Shapes: those of Conv2d, then those of MaxPool2d.
 *
 * @example
 * ConvReluPool(4, 3, { pad: 1 }).build([3, 8, 8]).right.output // [4, 4, 4]
 *
 * @source Notes on CS231n, sandwich layers
 */
export const ConvReluPool = (filters: number, size: FilterSize, options: ConvReluPoolOptions = {}): Layer => {
  const { pool = halves, ...conv } = given.options('ConvReluPool', options, ['pool', 'stride', 'pad', 'weightScale'])
  givenConvolution('ConvReluPool', filters, size, conv)
  givenPool('ConvReluPool', pool)
  return sequence({ conv: Conv2d(filters, size, conv), relu: Relu, pool: MaxPool2d(pool) })
}
