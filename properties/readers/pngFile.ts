import fc, { type Arbitrary } from 'fast-check'
import { ascii, big, joined, little } from './bytes.js'

/** An image as it lies in a PNG file. */
export interface PngImage {
  readonly height: number
  readonly width: number
  readonly colour: number
  readonly depth: number
  readonly interlaced: boolean
  /** From which neighbours the bytes of each row are predicted, in turn. */
  readonly filters: ReadonlyArray<number>
  /** The numbers of each pixel, row by row. */
  readonly pixels: ReadonlyArray<ReadonlyArray<number>>
}

/** CRC-32, bit by bit. */
const crc = (bytes: ReadonlyArray<number>): number => {
  const shifted = (rest: number): number => ((rest & 1) === 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1)
  const eightTimes = (rest: number): number => Array.from({ length: 8 }).reduce<number>(shifted, rest)
  return (bytes.reduce((rest, byte) => eightTimes(rest ^ byte), 0xffffffff) ^ 0xffffffff) >>> 0
}

const chunk = (type: string, data: ReadonlyArray<number>): ReadonlyArray<number> =>
  [...big(data.length, 4), ...ascii(type), ...data, ...big(crc([...ascii(type), ...data]), 4)]

/** A zlib stream of one stored block, with its checksum Adler-32: 1 and the sum of the bytes, and the sum of all such sums on the way. */
const stored = (data: ReadonlyArray<number>): ReadonlyArray<number> => {
  const [last, all] = data.reduce(([sum, sums], byte) => [(sum + byte) % 65521, (sums + sum + byte) % 65521], [1, 0])
  const sizes = [...little(data.length, 2), ...little(65535 - data.length, 2)]
  return [0x78, 0x01, 1, ...sizes, ...data, ...big(all, 2), ...big(last, 2)]
}

// Which of the seven passes has each pixel of a square of 8 x 8.
const passes = ['16462646', '77777777', '56565656', '77777777', '36463646', '77777777', '56565656', '77777777']

const nearest = (a: number, b: number, c: number): number =>
  [a, b, c].reduce((best, x) => (Math.abs(a + b - c - x) < Math.abs(a + b - c - best) ? x : best))

const predictions: ReadonlyArray<(left: number, up: number, corner: number) => number> =
  [() => 0, left => left, (_, up) => up, (left, up) => Math.floor((left + up) / 2), nearest]

/** The bytes of a row: numbers of so many bits one after the other, the highest bit first, and zeros to the end of a byte. */
const packed = (numbers: ReadonlyArray<number>, depth: number): ReadonlyArray<number> => {
  const bits = numbers.map(n => n.toString(2).padStart(depth, '0')).join('')
  return Array.from({ length: Math.ceil(bits.length / 8) }, (_, k) =>
    parseInt(bits.slice(8 * k, 8 * k + 8).padEnd(8, '0'), 2))
}

export const pngFile = ({ height, width, colour, depth, interlaced, filters, pixels }: PngImage): Uint8Array => {
  const step = Math.ceil(depth * (pixels[0]?.length ?? 0) / 8)
  const isIn = (pass: number, y: number, x: number): boolean => !interlaced || Number(passes[y % 8]?.[x % 8]) === pass
  const rowsOf = (pass: number): ReadonlyArray<ReadonlyArray<number>> => Array.from({ length: height }, (_, y) =>
    pixels.slice(y * width, (y + 1) * width).filter((__, x) => isIn(pass, y, x)).flat())
    .filter(({ length }) => length > 0).map(numbers => packed(numbers, depth))
  const data = (interlaced ? [1, 2, 3, 4, 5, 6, 7] : [0]).flatMap(pass => rowsOf(pass).flatMap((row, r, rows) => {
    const filter = filters[r % filters.length] ?? 0
    const above = rows[r - 1] ?? []
    return [filter, ...row.map((byte, k) => {
      const predicted = predictions[filter]?.(row[k - step] ?? 0, above[k] ?? 0, above[k - step] ?? 0) ?? NaN
      return (byte - predicted + 256) % 256
    })]
  }))
  return joined(
    [0x89, ...ascii('PNG\r\n\x1a\n')],
    chunk('IHDR', [...big(width, 4), ...big(height, 4), depth, colour, 0, 0, interlaced ? 1 : 0]),
    chunk('IDAT', stored(data)), chunk('IEND', []))
}

const kinds = [
  ...[1, 2, 4, 8, 16].map(depth => [0, 1, depth] as const),
  ...([[2, 3], [4, 2], [6, 4]] as const).flatMap(
    ([colour, count]) => [8, 16].map(depth => [colour, count, depth] as const))
]

export const pngImages: Arbitrary<PngImage> = fc.record({
  height: fc.integer({ min: 1, max: 5 }), width: fc.integer({ min: 1, max: 6 }), kind: fc.constantFrom(...kinds),
  // of few numbers many lie as near to one neighbour as to another
  interlaced: fc.boolean(), few: fc.boolean(),
  filters: fc.array(fc.constantFrom(0, 1, 2, 3, 4, 4, 4), { minLength: 1, maxLength: 4 })
}).chain(({ height, width, kind: [colour, count, depth], interlaced, few, filters }) =>
  fc.array(fc.array(fc.nat(Math.min(few ? 3 : Infinity, 2 ** depth - 1)), { minLength: count, maxLength: count }), {
    minLength: height * width, maxLength: height * width
  }).map(pixels => ({ height, width, colour, depth, interlaced, filters, pixels })))
