import { given, refuse } from '../../prelude/index.js'
import { showShape } from '../../number/Shape.js'
import * as T from '../../tensor/index.js'
import type { Tensor } from '../../tensor/index.js'
import { ofBuffer } from '../../tensor/Tensor.js'

// What the readers share: the bytes at their door, and texts within them. `place` is the function that a refusal names.

/** The bytes of a file. */
export const givenBytes = (place: string, bytes: Uint8Array): Uint8Array =>
  bytes instanceof Uint8Array ? bytes : refuse('input', place, 'the bytes of a file, a Uint8Array', given.kindOf(bytes))

/** Refuses a file that ends before a part of it. */
export const holds = (place: string, what: string, bytes: Uint8Array, from: number, count: number): void => {
  const left = Math.max(0, bytes.length - from)
  if (count > left) refuse('input', place, `${what}: ${count} bytes from byte ${from}`, `${left} bytes`)
}

/** A part of the bytes as UTF-8, or a refusal. */
export const utf8 = (place: string, what: string, bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.slice())
  } catch {
    return refuse('input', place, `${what} in UTF-8`, 'other bytes')
  }
}

/** The most axes of an array that is read, as NumPy has it: more would only be a file that means harm. */
const mostAxes = 64

/** Sizes that a file gives for a shape. */
export const givenSizes = (place: string, what: string, sizes: ReadonlyArray<number>): ReadonlyArray<number> => {
  if (sizes.length > mostAxes) refuse('shape', place, `${what} of at most ${mostAxes} axes`, `${sizes.length} axes`)
  return sizes.every(size => Number.isSafeInteger(size) && size >= 0) ? sizes
    : refuse('shape', place, `${what} of whole sizes from 0`, showShape(sizes))
}

/** The tensor whose entries were stored with the first index changing fastest. */
export const columnMajor = (shape: ReadonlyArray<number>, data: Float64Array): Tensor =>
  T.transpose(ofBuffer([...shape].reverse(), data))
