import * as plain from '../convolution.js'
import * as simd from '../simd/convolution.js'
import type { Kernels } from '../simd/module.js'
import { places, type Sliding } from '../sliding.js'
import { kernelsFor } from './kernel.js'

/** The three products of a convolution. */
export interface Convolution {
  /** w over each of `examples` images, and b added. */
  readonly convolve: typeof plain.convolve
  /** The cotangent of w, from that of y. */
  readonly filtersBack: typeof plain.filtersBack
  /** The cotangent of x, from that of y. */
  readonly imagesBack: typeof plain.imagesBack
}

const products = (s: Sliding, filters: number): number => filters * places(s) * s.channels * s.rows * s.columns

/** By the kernels in vectors that a window and a number of filters are given to; where there are none, or they lack memory, plain. */
export const convolutionBy = (
  kernelsOf: (s: Sliding, filters: number) => Kernels | undefined
): Convolution => ({
  convolve: (s, examples, filters, x, w, b) => {
    const kernels = s.across < simd.together ? undefined : kernelsOf(s, filters)
    return (kernels && simd.convolve(kernels, s, examples, filters, x, w, b))
      ?? plain.convolve(s, examples, filters, x, w, b)
  },
  filtersBack: (s, examples, filters, x, dy) => {
    const kernels = kernelsOf(s, filters)
    return (kernels && simd.filtersBack(kernels, s, examples, filters, x, dy))
      ?? plain.filtersBack(s, examples, filters, x, dy)
  },
  imagesBack: (s, examples, filters, w, dy) => {
    const kernels = places(s) < simd.together ? undefined : kernelsOf(s, filters)
    return (kernels && simd.imagesBack(kernels, s, examples, filters, w, dy))
      ?? plain.imagesBack(s, examples, filters, w, dy)
  }
})

const chosen = convolutionBy((s, filters) => kernelsFor(products(s, filters)))

// by the kernel of this process
export const convolve: Convolution['convolve'] = chosen.convolve
export const filtersBack: Convolution['filtersBack'] = chosen.filtersBack
export const imagesBack: Convolution['imagesBack'] = chosen.imagesBack
