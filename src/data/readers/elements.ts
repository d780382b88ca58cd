import { refuse } from '../../prelude/index.js'

/** How the numbers of a file are written. */
export interface Element {
  /** The bytes of each. */
  readonly width: number
  /** What each has to be, where not all bytes are allowed. */
  readonly expected?: string
  /** The number that begins at a byte; nothing if the bytes are none that is allowed. */
  readonly read: (view: DataView, at: number, littleEndian: boolean) => number | undefined
}

/** A 64-bit integer as a double; nothing if no double equals it, as for 2^53 + 1. */
const exactly = (whole: bigint): number | undefined => (BigInt(Number(whole)) === whole ? Number(whole) : undefined)

/** Binary16 of IEEE 754: 1 bit of sign, 5 of the exponent, 10 of the fraction. */
const half = (bits: number): number => {
  const sign = bits >> 15 === 1 ? -1 : 1
  const exponent = (bits >> 10) & 31
  const fraction = bits & 1023
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25)
}

/** The upper half of a binary32. */
const brain = (bits: number): number => {
  const view = new DataView(new ArrayBuffer(4))
  view.setUint16(0, bits)
  return view.getFloat32(0)
}

const asDouble = 'a whole number that a double holds exactly'

export const float64: Element = { width: 8, read: (view, at, little) => view.getFloat64(at, little) }
export const float32: Element = { width: 4, read: (view, at, little) => view.getFloat32(at, little) }
export const float16: Element = { width: 2, read: (view, at, little) => half(view.getUint16(at, little)) }
export const bfloat16: Element = { width: 2, read: (view, at, little) => brain(view.getUint16(at, little)) }
export const int8: Element = { width: 1, read: (view, at) => view.getInt8(at) }
export const int16: Element = { width: 2, read: (view, at, little) => view.getInt16(at, little) }
export const int32: Element = { width: 4, read: (view, at, little) => view.getInt32(at, little) }
export const int64: Element = {
  width: 8, expected: asDouble, read: (view, at, little) => exactly(view.getBigInt64(at, little))
}
export const uint8: Element = { width: 1, read: (view, at) => view.getUint8(at) }
export const uint16: Element = { width: 2, read: (view, at, little) => view.getUint16(at, little) }
export const uint32: Element = { width: 4, read: (view, at, little) => view.getUint32(at, little) }
export const uint64: Element = {
  width: 8, expected: asDouble, read: (view, at, little) => exactly(view.getBigUint64(at, little))
}
export const bool: Element = {
  width: 1, expected: 'a byte 0 or 1',
  read: (view, at) => (view.getUint8(at) <= 1 ? view.getUint8(at) : undefined)
}

/** Where numbers stand in the bytes of a file. */
export interface Run {
  readonly element: Element
  readonly from: number
  readonly count: number
  readonly littleEndian: boolean
}

/**
 * The numbers as doubles, each exactly; refuses one that is not allowed, or that no double equals. They must lie within the bytes, which
 * the caller has checked: then 8 bytes are allocated for each element, so at most 8 for each byte of the file.
 */
export const decoded = (
  place: string, bytes: Uint8Array, { element, from, count, littleEndian }: Run
): Float64Array => {
  const view = viewOf(bytes)
  const out = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const at = from + i * element.width
    out[i] = element.read(view, at, littleEndian)
      ?? refuse('input', place, `${element.expected} at byte ${at}`, hexadecimal(bytes, at, element.width))
  }
  return out
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** A few bytes as a message shows them: "0x4d 0x41". */
export const hexadecimal = (bytes: Uint8Array, from: number, count: number): string =>
  Array.from(bytes.subarray(from, from + count), byte => `0x${byte.toString(16).padStart(2, '0')}`).join(' ')
