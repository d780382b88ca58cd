import { given, refuse } from '../../prelude/index.js'
import type { Tensor } from '../../tensor/index.js'
import { ofBuffer } from '../../tensor/Tensor.js'
import { givenBytes } from './bytes.js'
import { viewOf } from './elements.js'
import { inflated } from './inflate.js'
import { type Chunk, chunksOf, place } from './pngChunks.js'
import { type Pass, passesOf, rowSize, rowsOf } from './pngRows.js'

/** How large an image may be. */
export interface ImageOptions {
  /** The most pixels that a file may declare; 2^22, those of 2048 x 2048, if left out. */
  readonly mostPixels?: number
}

/**
 * The image (H, W, C) of a PNG file, with entries from 0 to 255: C is 1 for grey, 3 for red, green and blue, and one more where the file
 * has an alpha channel.
 *
 * Reads each bit depth, palettes, which become colours, and interlaced files. Entries of 16 bits are divided by 257, those of fewer than 8
 * multiplied so that the lightest is 255. Colour spaces, and a single colour that is called transparent, are passed over. Refuses all that
 * does not follow the format, at its byte, checksums too; and before it allocates, more pixels than `mostPixels`. Allocates at most 8 bytes
 * for each entry, and 16 more for each pixel.
 *
 * @example
 * T.toNested(readPng(writePng(T.fromNested([[[7], [255]]])))) // [[[7], [255]]]
 *
 * @source PNG Specification, third edition
 */
export const readPng = (bytes: Uint8Array, options: ImageOptions = {}): Tensor => {
  const chunks = chunksOf(givenBytes(place, bytes))
  const { mostPixels = 2 ** 22 } = given.options(place, options, ['mostPixels'])
  const header = headerOf(chunks[0], given.whole(place, 'mostPixels', mostPixels, 1))
  const { height, width, depth, stored, interlace } = header
  const passes = passesOf(height, width, interlace)
  const sizeOf = ({ rows, columns }: Pass): number => rows * (1 + rowSize(columns * stored * depth))
  const unpacked = passes.reduce((sum, pass) => sum + sizeOf(pass), 0)
  const data = inflated(place, 'the image data', packedIn(chunks), unpacked)
  if (data.length !== unpacked) {
    refuse('input', place, `${unpacked} bytes of unpacked rows for ${height} x ${width} pixels`, `${data.length}`)
  }
  return filled(header, passes, data, header.colour === 3 ? paletteIn(chunks) : undefined)
}

interface Header {
  readonly height: number
  readonly width: number
  readonly depth: number
  readonly colour: number
  /** How many numbers a pixel has in the file. */
  readonly stored: number
  readonly interlace: boolean
}

/** How many numbers a pixel of each kind of colour has, and the depths that it may have. */
const kinds: Readonly<Record<number, readonly [number, ReadonlyArray<number>]>> = {
  0: [1, [1, 2, 4, 8, 16]], 2: [3, [8, 16]], 3: [1, [1, 2, 4, 8]], 4: [2, [8, 16]], 6: [4, [8, 16]]
}

const headerOf = (first: Chunk | undefined, mostPixels: number): Header => {
  if (first?.type !== 'IHDR' || first.data.length !== 13) {
    return refuse('input', place, 'a chunk IHDR of 13 bytes at byte 8', `${first?.type} of ${first?.data.length}`)
  }
  const { at, data } = first
  const [width, height] = [viewOf(data).getUint32(0), viewOf(data).getUint32(4)]
  const [depth = 0, colour = 0, packing = 0, filtering = 0, interlace = 0] = data.subarray(8)
  if (width * height === 0) refuse('input', place, `a width and a height from 1 at byte ${at}`, `${width} x ${height}`)
  if (width * height > mostPixels) {
    refuse('input', place, `at most ${mostPixels} pixels (the option mostPixels) at byte ${at}`, `${width} x ${height}`)
  }
  const [stored, depths] = kinds[colour] ?? refuse('input', place, `a colour 0, 2, 3, 4 or 6 at byte ${at + 9}`, `${colour}`)
  if (!depths.includes(depth)) {
    refuse('input', place, `a depth ${depths.join(' or ')} for colour ${colour} at byte ${at + 8}`, `${depth}`)
  }
  if (packing !== 0 || filtering !== 0 || interlace > 1) {
    refuse('input', place, `0, 0, and 0 or 1 at byte ${at + 10}`, `${packing}, ${filtering}, ${interlace}`)
  }
  return { height, width, depth, colour, stored, interlace: interlace === 1 }
}

/** The image data, which may come in several chunks one after the other. */
const packedIn = (chunks: ReadonlyArray<Chunk>): Uint8Array => {
  const odd = chunks.find(({ type }, k) => /^[A-Z]/.test(type) && !['PLTE', 'IDAT', 'IEND'].includes(type) && k > 0)
  if (odd !== undefined) refuse('input', place, `a chunk PLTE, IDAT or IEND at byte ${odd.at - 4}`, odd.type)
  const found = chunks.filter(({ type }) => type === 'IDAT')
  const packed = new Uint8Array(found.reduce((sum, { data }) => sum + data.length, 0))
  found.reduce((to, { data }) => {
    packed.set(data, to)
    return to + data.length
  }, 0)
  return packed
}

/** The colours of a palette, with their alpha where the file has some. */
const paletteIn = (chunks: ReadonlyArray<Chunk>): ReadonlyArray<ReadonlyArray<number>> => {
  const found = chunks.find(({ type }) => type === 'PLTE')
  const alphas = chunks.find(({ type }) => type === 'tRNS')?.data
  const count = (found?.data.length ?? 0) / 3
  if (found === undefined || !Number.isInteger(count) || count === 0 || count > 256) {
    return refuse('input', place, 'a chunk PLTE of 1 to 256 colours of 3 bytes', `${found?.data.length ?? 0} bytes`)
  }
  return Array.from({ length: count }, (_, k) =>
    [...found.data.subarray(3 * k, 3 * k + 3), ...(alphas === undefined ? [] : [alphas[k] ?? 255])])
}

const filled = (
  { height, width, depth, stored }: Header, passes: ReadonlyArray<Pass>, data: Uint8Array,
  palette: ReadonlyArray<ReadonlyArray<number>> | undefined
): Tensor => {
  const channels = palette?.[0]?.length ?? stored
  const out = new Float64Array(height * width * channels)
  const scale = 255 / (2 ** depth - 1)
  let from = 0
  for (const { top, left, down, right, rows: count, columns } of passes) {
    const size = rowSize(columns * stored * depth)
    const { rows, next } = rowsOf(data, from, count, size, rowSize(stored * depth))
    from = next
    for (let r = 0; r < count; r++) {
      for (let c = 0; c < columns; c++) {
        const to = ((top + r * down) * width + left + c * right) * channels
        const number = (k: number): number => numberAt(rows, r * size, c * stored + k, depth)
        if (palette === undefined) for (let k = 0; k < stored; k++) out[to + k] = scaled(number(k), scale)
        else out.set(palette[number(0)] ?? refuse('input', place, `a colour below ${palette.length} in row ${top + r * down}`, `${number(0)}`), to)
      }
    }
  }
  return ofBuffer([height, width, channels], out)
}

/** Entry k, of so many bits, of the row that begins at a byte; the highest bits come first. */
const numberAt = (rows: Uint8Array, from: number, k: number, depth: number): number => {
  if (depth === 8) return rows[from + k]!
  if (depth === 16) return 256 * rows[from + 2 * k]! + rows[from + 2 * k + 1]!
  const bit = k * depth
  return (rows[from + (bit >> 3)]! >> (8 - depth - bit % 8)) % 2 ** depth
}

/** 255 and 2^depth - 1 divide one another, so that one of the two is exact. */
const scaled = (value: number, scale: number): number => (scale < 1 ? value / 257 : value * scale)
