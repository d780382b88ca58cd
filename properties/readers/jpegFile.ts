import { big, joined } from './bytes.js'

/** Blocks of 8 x 8 pixels of one value each: whole numbers from 0 to 255 for each component, row by row. */
export interface JpegBlocks {
  readonly height: number
  readonly width: number
  readonly blocks: ReadonlyArray<ReadonlyArray<number>>
}

const segment = (marker: number, data: ReadonlyArray<number>): ReadonlyArray<number> =>
  [0xff, marker, ...big(data.length + 2, 2), ...data]

/** The bits of a difference from the block before: how many there are, in 4 bits, then they themselves; a negative one is less 1. */
const bitsOf = (difference: number): string => {
  const size = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1
  const own = difference < 0 ? difference + 2 ** size - 1 : difference
  return size.toString(2).padStart(4, '0') + (size === 0 ? '' : own.toString(2).padStart(size, '0'))
}

/**
 * A baseline JPEG file of such blocks. All their waves but the constant one are 0, and that is 8 times the value less 128: the step of the
 * constant wave is 8, so that each value is stored as a whole number, and decoded to itself. Codes have 4 bits for the constant wave, and
 * one that says that no others follow.
 */
export const jpegFile = ({ height, width, blocks }: JpegBlocks): Uint8Array => {
  const components = blocks[0]?.length ?? 0
  const own = Array.from({ length: components }, (_, c) => c + 1)
  const bits = blocks.flatMap((block, k) => block.map((value, c) =>
    `${bitsOf(value - (blocks[k - 1]?.[c] ?? 128))}0`)).join('')
  const scan = Array.from({ length: Math.ceil(bits.length / 8) }, (_, k) =>
    parseInt(bits.slice(8 * k, 8 * k + 8).padEnd(8, '1'), 2)).flatMap(byte => (byte === 0xff ? [0xff, 0] : [byte]))
  const count = (at: number, codes: number): ReadonlyArray<number> =>
    Array.from({ length: 16 }, (_, k) => (k === at ? codes : 0))
  return joined(
    [0xff, 0xd8], segment(0xdb, [0, 8, ...Array.from({ length: 63 }, () => 1)]),
    segment(0xc0, [8, ...big(height, 2), ...big(width, 2), components, ...own.flatMap(c => [c, 0x11, 0])]),
    segment(0xc4, [0x00, ...count(3, 9), 0, 1, 2, 3, 4, 5, 6, 7, 8]), segment(0xc4, [0x10, ...count(0, 1), 0]),
    segment(0xda, [components, ...own.flatMap(c => [c, 0x00]), 0, 63, 0]), scan, [0xff, 0xd9])
}
