import { refuse } from '../prelude/index.js'
import { type Shape, showShape, sizeOf } from '../number/Shape.js'

/** Float64 data that nobody may write to: a Float64Array behind a view type without its mutating methods. */
export interface Floats extends Iterable<number> {
  readonly length: number
  readonly [index: number]: number
}

/** An immutable array of doubles in row-major order. Plain data: equality, structuredClone and console.log tell the truth. */
export interface Tensor {
  readonly shape: Shape
  readonly data: Floats
}

/** A tensor over a buffer that its maker gives away. Only kernels and constructors call this. */
export const ofBuffer = (shape: Shape, data: Float64Array): Tensor => {
  const size = sizeOf(shape)
  if (data.length !== size) refuse('shape', 'tensor', `${size} entries for shape ${showShape(shape)}`, `${data.length}`)
  return { shape, data }
}

/** The buffer for a kernel to read. It must not be written to. */
export const bufferOf = (x: Tensor): Float64Array => x.data as unknown as Float64Array
