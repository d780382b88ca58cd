import { given, refuse } from '../prelude/index.js'
import { type Shape, showShape } from '../number/index.js'
import { normals } from '../random/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { convolve, filtersBack, imagesBack } from '../tensor/kernel/chosen/convolution.js'
import { bufferOf, givenTensors, ofBuffer } from '../tensor/Tensor.js'
import { givenOptions } from './givenOptions.js'
import { lazilyPulled } from './lazilyPulled.js'
import type { Layer, Traced } from './Layer.js'
import { primitive } from './primitive.js'
import { traced } from './traced.js'
import { batchOf, givenPerAxis, type Pair, type PerAxis, sliding } from './window.js'

/** How far the filters move at a time, and how many rows and columns of zeros lie around the image: one number, or [down, across]. */
export interface ConvolutionOptions {
  readonly stride?: PerAxis
  readonly pad?: PerAxis
}

/** The filters w (F, C, HH, WW) and the bias b (F) of a convolution. */
export interface ConvolutionParams {
  readonly w: Tensor
  readonly b: Tensor
}

export type ConvolutionPulled = { readonly dx: Tensor; readonly dp: { readonly w: Tensor; readonly b: Tensor } }

/**
 * The convolution of a batch of images with filters: y_nfij = b_f + sum_ckl x_{n, c, is+k-p, jt+l-q} w_fckl, with x = 0 outside the
 * image. (It does not flip the filters: elsewhere it is called cross-correlation.) The strides s down and t across are 1, the pads p above
 * and below and q on either side 0 unless given.
 *
 * Pullback: dx_ncuv = sum of dy_nfij w_fckl over all f, i, j, k, l with is+k-p = u and jt+l-q = v;
 * dw_fckl = sum_nij dy_nfij x_{n, c, is+k-p, jt+l-q}; db_f = sum_nij dy_nfij.
 * Domain: all finite numbers; x, w, b and dy up to 1e130 in size give finite results.
 * Shapes: x (N, C, H, W), w (F, C, HH, WW), b (F), y (N, F, H', W') with H' = floor((H + 2p - HH) / s) + 1, and W' alike. Rows and columns
 * that the last window does not reach have no effect.
 * Refuses filters for another number of channels or larger than the padded image, strides and pads that are not whole numbers, and dy of
 * another shape than y.
 *
 * @example
 * const image = T.reshape(T.arange(9), [1, 1, 3, 3])
 * const w = T.reshape(T.fromNested([1, 0, 0, -1]), [1, 1, 2, 2])
 * const { y, pullback } = conv2d()({ w, b: T.fromNested([10]) })(image)
 * T.toNested(y) // [[[[6, 6], [6, 6]]]]
 * T.toNested(pullback(T.ones([1, 1, 2, 2])).dx) // [[[[1, 1, 0], [1, 0, -1], [0, -1, -1]]]]
 * conv2d({ stride: [2, 1], pad: [0, 1] })({ w, b: T.fromNested([10]) })(image).y.shape // [1, 1, 1, 4]
 *
 * @source Notes on CS231n, convolutional layer
 */
export const conv2d = (
  options: ConvolutionOptions = {}
): ((params: ConvolutionParams) => (x: Tensor) => Traced<ConvolutionPulled>) => {
  const steps = givenSteps('conv2d', givenOptions('conv2d', options, ['stride', 'pad'], ['w', 'b']))
  return params => convolution(steps, givenTensors('conv2d', 'params', params, ['w', 'b']))
}

interface Steps {
  readonly stride: Pair
  readonly pad: Pair
}

const givenSteps = (place: string, { stride = 1, pad = 0 }: ConvolutionOptions): Steps =>
  ({ stride: givenPerAxis(place, 'stride', stride, 1), pad: givenPerAxis(place, 'pad', pad, 0) })

const convolution = ({ stride, pad }: Steps, { w, b }: ConvolutionParams) =>
  (x: Tensor): Traced<ConvolutionPulled> => {
    const { examples, image } = batchOf('conv2d', x)
    const [filters = 0, channels, height = 0, width = 0] = w.shape
    if (w.shape.length !== 4 || b.shape.length !== 1 || b.shape[0] !== filters) {
      refuse('shape', 'conv2d', 'w of shape (F, C, HH, WW) and b of shape (F)', `w ${showShape(w.shape)} and b ${showShape(b.shape)}`)
    }
    if (image[0] !== channels) refuse(
      'shape', 'conv2d', `x with ${channels} channels, as the filters have`, `${image[0]}`
    )
    const s = sliding('conv2d', { size: [height, width], stride, pad }, image)
    const output = [examples, filters, s.down, s.across]
    return traced(
      'conv2d', ofBuffer(output, convolve(s, examples, filters, bufferOf(x), bufferOf(w), bufferOf(b))), dy => lazilyPulled(
        () => ofBuffer(x.shape, imagesBack(s, examples, filters, bufferOf(w), bufferOf(dy))), {
          w: ofBuffer(w.shape, filtersBack(s, examples, filters, bufferOf(x), bufferOf(dy))),
          b: T.sum(T.sum(T.reshape(dy, [examples, filters, s.down * s.across]), { axis: 2 }), { axis: 0 })
        }
      )
    )
  }

export interface Conv2dOptions extends ConvolutionOptions {
  /** The standard deviation of the weights at the start; biases start at 0. */
  readonly weightScale?: number
}

/** How tall and how wide filters are: one number for both, or [height, width]. */
export type FilterSize = PerAxis

/** What a convolution is made of, at the door of a function that makes one. */
export const givenConvolution = (
  place: string, filters: number, size: FilterSize, options: Conv2dOptions
): Steps & { readonly size: Pair; readonly weightScale: number } => {
  const { weightScale = 0.01, ...steps } = given.options(place, options, ['stride', 'pad', 'weightScale'])
  given.whole(place, 'filters', filters, 1)
  return {
    ...givenSteps(place, steps),
    size: givenPerAxis(place, 'the size of filters', size, 1),
    weightScale: given.finite(place, 'weightScale', weightScale)
  }
}

/**
 * A convolution with this many filters, `size` x `size` or as given by [height, width], drawn from a normal distribution.
 *
 * Stride 1, pad 0 and weightScale 0.01 unless said. Shapes of one example: (C, H, W) becomes (filters, H', W'), as conv2d says. Its
 * parameters are w and b. Refuses filters, sizes and strides that are no whole numbers from 1, and options that it does not know.
 *
 * @example
 * const layer = Conv2d(4, [3, 5], { pad: 1 })
 * layer.build([3, 8, 8]).right.output // [4, 8, 6]
 * R.run(layer.build([3, 8, 8]).right.init, R.seedOf(1))[0].w.shape // [4, 3, 3, 5]
 */
export const Conv2d = (filters: number, size: FilterSize, options: Conv2dOptions = {}): Layer => {
  const { weightScale, ...window } = givenConvolution('conv2d', filters, size, options)
  const output = (image: Shape): Shape => {
    const { down, across } = sliding('conv2d', window, image)
    return [filters, down, across]
  }
  return primitive<{ w: Tensor; b: Tensor }>({
    name: 'conv2d',
    output,
    init: ([channels = 0]) => seed => {
      const [draws, next] = normals([filters, channels, ...window.size])(seed)
      return [{ w: T.mul(draws, weightScale), b: T.zeros([filters]) }, next]
    },
    apply: conv2d({ stride: window.stride, pad: window.pad })
  })
}
