import { given, refuse } from '../prelude/index.js'
import { type Shape, showShape, sizeOf } from '../number/Shape.js'

/** Float64 data that nobody may write to: a Float64Array behind a view type without its mutating methods. */
export interface Floats extends Iterable<number> {
  readonly length: number
  readonly [index: number]: number
}

/**
 * An immutable array of doubles in row-major order. Plain data: equality, structuredClone and console.log tell the truth.
 *
 * A shape that is given is copied. It is the type that forbids `t.data[0] = 5` and `t.shape[0] = 5`: JavaScript freezes no typed array, and
 * frozen shapes make small operations four times slower. Who writes so without a compiler changes this tensor and those that share its
 * buffer or its shape, as the results of reshape, flatten, expandDims and squeeze do.
 */
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

/** Whether something is a tensor. One that went through JSON is not: its data is no Float64Array. */
export const isTensor = (x: unknown): x is Tensor => {
  const { shape, data } = (x ?? {}) as Partial<Tensor>
  return data instanceof Float64Array && Array.isArray(shape) && data.length === sizeOf(shape)
}

/** A tensor at the door of a function, or a refusal in its name. `or` says what else would have done: "a number or ". */
export const givenTensor = (place: string, x: Tensor, what: string = 'x', or: string = ''): Tensor =>
  isTensor(x) ? x
    : refuse('input', place, `${what}, ${or}a tensor (T.fromNested and T.fromFlat make them)`, given.kindOf(x))

/** A record with a tensor under each of these names. */
export const givenTensors = <P extends object>(
  place: string, what: string, record: P, names: ReadonlyArray<keyof P & string>
): P => {
  given.record(place, `${what} { ${names.join(', ')} }`, record)
  for (const name of names) givenTensor(place, record[name] as Tensor, `${what}.${name}`)
  return record
}
