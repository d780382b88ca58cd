import fc, { type Arbitrary } from 'fast-check'

/** A type of numbers: its codes in the formats of files, of which NumPy's is its name, how it is written, and which numbers it holds. */
export interface Element {
  readonly idx?: number
  readonly npy: string
  readonly mat: number
  readonly width: number
  readonly write: (view: DataView, value: number, isLittle: boolean) => void
  readonly values: Arbitrary<number>
}

const whole = (bits: number, signed: boolean): Arbitrary<number> => fc.integer(
  signed ? { min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 } : { min: 0, max: 2 ** bits - 1 })

export const elements: ReadonlyArray<Element> = [
  { idx: 0x08, npy: 'u1', mat: 2, width: 1, write: (view, a) => { view.setUint8(0, a) }, values: whole(8, false) },
  { idx: 0x09, npy: 'i1', mat: 1, width: 1, write: (view, a) => { view.setInt8(0, a) }, values: whole(8, true) },
  { idx: 0x0b, npy: 'i2', mat: 3, width: 2, write: (view, a, small) => { view.setInt16(0, a, small) }, values: whole(16, true) },
  { npy: 'u2', mat: 4, width: 2, write: (view, a, small) => { view.setUint16(0, a, small) }, values: whole(16, false) },
  { idx: 0x0c, npy: 'i4', mat: 5, width: 4, write: (view, a, small) => { view.setInt32(0, a, small) }, values: whole(32, true) },
  { npy: 'u4', mat: 6, width: 4, write: (view, a, small) => { view.setUint32(0, a, small) }, values: whole(32, false) },
  { idx: 0x0d, npy: 'f4', mat: 7, width: 4, write: (view, a, small) => { view.setFloat32(0, a, small) }, values: fc.float() },
  { idx: 0x0e, npy: 'f8', mat: 9, width: 8, write: (view, a, small) => { view.setFloat64(0, a, small) }, values: fc.double() },
  { npy: 'i8', mat: 12, width: 8, write: (view, a, small) => { view.setBigInt64(0, BigInt(a), small) }, values: fc.maxSafeInteger() },
  { npy: 'u8', mat: 13, width: 8, write: (view, a, small) => { view.setBigUint64(0, BigInt(a), small) }, values: fc.maxSafeNat() }
]
