import {
  Affine, andThen, Conv2d, ConvReluPool, Flatten, type Layer, MaxPool2d, Relu, sequence, SpatialBatchNorm, Tanh
} from '../layer/index.js'
import { given } from '../prelude/index.js'
import { givenPair, givenSizes } from './givenSizes.js'
import { linearClassifier } from './linearClassifier.js'

const halved = (): Layer => MaxPool2d({ height: 2, width: 2, stride: 2 })

export interface ConvNetOptions {
  readonly filters?: number
  /** Odd, for the image is padded to keep its size. */
  readonly filterSize?: number
  readonly classes?: number
  readonly weightScale?: number
}

/**
 * A convolutional net of two layers: conv - relu - 2x2 max pooling - affine.
 *
 * Layers: conv, relu, pool, scores. Defaults: 32 filters 5x5 with stride 1 and pad 2, 10 classes, weightScale 1e-3.
 *
 * @example
 * parameterCount(twoLayerConvNet(), [3, 32, 32]) // 84362
 *
 * @source Deep learning homework 1, two-layer ConvNet
 */
export const twoLayerConvNet = (options: ConvNetOptions = {}): Layer => {
  const place = 'twoLayerConvNet'
  const { filters = 32, filterSize = 5, classes = 10, weightScale = 1e-3 } =
    givenSizes(place, given.options(place, options, ['filters', 'filterSize', 'classes', 'weightScale']))
  given.whole(place, 'filters', filters, 1)
  return andThen(
    ConvReluPool(filters, filterSize, { pad: (filterSize - 1) / 2, weightScale }),
    linearClassifier({ classes, weightScale }))
}

export interface ThreeLayerOptions extends ConvNetOptions {
  readonly hidden?: number
}

/**
 * A convolutional net of three layers: conv - relu - 2x2 max pooling - affine - relu - affine.
 *
 * Layers: conv, relu1, pool, hidden, relu2, scores. Defaults: 32 filters 7x7 with stride 1 and pad 3, 100 hidden units, 10 classes,
 * weightScale 1e-3.
 *
 * @example
 * parameterCount(threeLayerConvNet(), [3, 32, 32]) // 825046
 *
 * @source Convolutional networks notebook, three-layer ConvNet
 */
export const threeLayerConvNet = (options: ThreeLayerOptions = {}): Layer => {
  const place = 'threeLayerConvNet'
  const { filters = 32, filterSize = 7, hidden = 100, classes = 10, weightScale = 1e-3 } =
    givenSizes(place, given.options(place, options, ['filters', 'filterSize', 'hidden', 'classes', 'weightScale']))
  return sequence({
    conv: Conv2d(given.whole(place, 'filters', filters, 1), filterSize, { pad: (filterSize - 1) / 2, weightScale }),
    relu1: Relu,
    pool: halved(),
    hidden: Affine(hidden, { weightScale }),
    relu2: Relu,
    scores: Affine(classes, { weightScale })
  })
}

export interface TwoConvOptions {
  readonly filters?: readonly [number, number]
  readonly hidden?: number
  readonly classes?: number
  readonly weightScale?: number
}

export interface ReluConvOptions extends TwoConvOptions {
  /** Whether each pooling is followed by batch normalisation. */
  readonly batchNorm?: boolean
}

/**
 * A convolutional net with relu: twice conv - relu - 2x2 max pooling - [batch norm], then affine - relu - affine.
 *
 * Layers: conv1, relu1, pool1, [norm1], conv2, relu2, pool2, [norm2], flat, hidden, relu3, scores. Defaults: 6 filters 3x3 and 16 filters
 * 5x5 without padding, 256 hidden units, 4 classes, no batch norm, weightScale 1e-2. Odd sizes lose a row or column in pooling.
 *
 * @example
 * parameterCount(reluConvNet(), [1, 36, 120]) // 667312
 * parameterCount(reluConvNet({ batchNorm: true }), [1, 36, 120]) // 667356
 *
 * @source Gaze assignment, question 2
 */
export const reluConvNet = (options: ReluConvOptions = {}): Layer => {
  const place = 'reluConvNet'
  const { filters = [6, 16], hidden = 256, classes = 4, batchNorm = false, weightScale = 1e-2 } =
    givenSizes(place, given.options(place, options, ['filters', 'hidden', 'classes', 'batchNorm', 'weightScale']))
  const [first, second] = givenPair(place, filters)
  given.flag(place, 'batchNorm', batchNorm)
  return sequence({
    conv1: Conv2d(first, 3, { weightScale }),
    relu1: Relu,
    pool1: halved(),
    ...(batchNorm ? { norm1: SpatialBatchNorm() } : {}),
    conv2: Conv2d(second, 5, { weightScale }),
    relu2: Relu,
    pool2: halved(),
    ...(batchNorm ? { norm2: SpatialBatchNorm() } : {}),
    flat: Flatten,
    hidden: Affine(hidden, { weightScale }),
    relu3: Relu,
    scores: Affine(classes, { weightScale })
  })
}

/**
 * A convolutional net with tanh: twice conv - 2x2 max pooling - tanh, then affine - tanh - affine. As tanh rises, tanh before the pooling
 * would give the same values.
 *
 * Layers: conv1, pool1, tanh1, conv2, pool2, tanh2, flat, hidden, tanh3, scores. Defaults: 16 and 128 filters 5x5 without padding,
 * 64 hidden units, 10 classes, weightScale 1e-2.
 *
 * @example
 * parameterCount(tanhConvNet(), [3, 32, 32]) // 258058
 *
 * @source Object recognition assignment 2, question 3
 */
export const tanhConvNet = (options: TwoConvOptions = {}): Layer => {
  const place = 'tanhConvNet'
  const { filters = [16, 128], hidden = 64, classes = 10, weightScale = 1e-2 } =
    givenSizes(place, given.options(place, options, ['filters', 'hidden', 'classes', 'weightScale']))
  const [first, second] = givenPair(place, filters)
  return sequence({
    conv1: Conv2d(first, 5, { weightScale }),
    pool1: halved(),
    tanh1: Tanh,
    conv2: Conv2d(second, 5, { weightScale }),
    pool2: halved(),
    tanh2: Tanh,
    flat: Flatten,
    hidden: Affine(hidden, { weightScale }),
    tanh3: Tanh,
    scores: Affine(classes, { weightScale })
  })
}
