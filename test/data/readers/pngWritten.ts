import { crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'

// PNG files as the specification has them, with their numbers known: bits are written as text, one number after the other.

export interface Written {
  readonly height: number
  readonly width: number
  readonly colour: number
  readonly depth: number
  readonly interlace: boolean
  /** The numbers of each pixel, row by row. */
  readonly pixels: ReadonlyArray<ReadonlyArray<number>>
  /** The filters of the rows, in turn. */
  readonly filters: ReadonlyArray<number>
  readonly between?: ReadonlyArray<Buffer>
}

const word = (n: number): Buffer => Buffer.from(Uint32Array.of(n).buffer).reverse()

export const chunk = (type: string, data: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(type), data])
  return Buffer.concat([word(data.length), named, word(crc32(named))])
}

export const signature: Buffer = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

export const header = (width: number, height: number, ...rest: ReadonlyArray<number>): Buffer =>
  chunk('IHDR', Buffer.concat([word(width), word(height), Buffer.from(rest)]))

// The passes as the specification draws them: which of the seven has a pixel of each 8 x 8.
const drawing = ['16462646', '77777777', '56565656', '77777777', '36463646', '77777777', '56565656', '77777777']
const passOf = (row: number, column: number): number => Number(drawing[row % 8]![column % 8])

const predictions: ReadonlyArray<(a: number, b: number, c: number) => number> = [
  () => 0, a => a, (_, b) => b, (a, b) => Math.floor((a + b) / 2),
  (a, b, c) => {
    const near = (x: number): number => Math.abs(a + b - c - x)
    return [a, b, c].reduce((best, x) => (near(x) < near(best) ? x : best))
  }
]

/** The rows of a pass, each with its filter. */
const filtered = (
  rows: ReadonlyArray<ReadonlyArray<number>>, step: number, filters: ReadonlyArray<number>
): ReadonlyArray<number> =>
  rows.flatMap((row, r) => {
    const filter = filters[r % filters.length]!
    const above = rows[r - 1] ?? []
    return [filter, ...row.map((byte, k) =>
      (byte - predictions[filter]!(row[k - step] ?? 0, above[k] ?? 0, above[k - step] ?? 0)) & 255)]
  })

export const written = (image: Written): Uint8Array => {
  const { height, width, colour, depth, interlace, pixels, filters, between = [] } = image
  const places = pixels.map((numbers, i) => ({ numbers, row: Math.floor(i / width), column: i % width }))
  const data = (interlace ? [1, 2, 3, 4, 5, 6, 7] : [0]).flatMap(pass => {
    const own = places.filter(({ row, column }) => !interlace || passOf(row, column) === pass)
    const rows = [...new Set(own.map(({ row }) => row))].map(row => {
      const bits = own.filter(place => place.row === row)
        .flatMap(({ numbers }) => numbers.map(n => n.toString(2).padStart(depth, '0'))).join('')
      return (bits.match(/.{1,8}/g) ?? []).map(byte => parseInt(byte.padEnd(8, '0'), 2))
    })
    return filtered(rows, Math.ceil(depth * (pixels[0]?.length ?? 0) / 8), filters)
  })
  const packed = deflateSync(Uint8Array.from(data))
  return Uint8Array.from(Buffer.concat([
    signature, header(width, height, depth, colour, 0, 0, interlace ? 1 : 0), ...between,
    chunk('IDAT', packed.subarray(0, 5)), chunk('IDAT', packed.subarray(5)), chunk('IEND', Buffer.of())
  ]))
}

const kinds = [
  ...[1, 2, 4, 8, 16].map(depth => [0, 1, depth] as const),
  ...[[2, 3], [4, 2], [6, 4]].flatMap(([colour, stored]) => [8, 16].map(depth => [colour!, stored!, depth] as const))
]

export const images: fc.Arbitrary<Written> = fc.record({
  height: fc.integer({ min: 1, max: 11 }), width: fc.integer({ min: 1, max: 11 }), kind: fc.constantFrom(...kinds),
  interlace: fc.boolean(), filters: fc.array(fc.nat(4), { minLength: 1, maxLength: 7 })
}).chain(({ height, width, kind: [colour, stored, depth], interlace, filters }) => {
  const numbers = fc.array(fc.nat(2 ** depth - 1), { minLength: stored, maxLength: stored })
  return fc.array(numbers, { minLength: height * width, maxLength: height * width })
    .map(pixels => ({ height, width, colour, depth, interlace, filters, pixels }))
})
