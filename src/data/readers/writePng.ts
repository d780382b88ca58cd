import { refuse } from '../../prelude/index.js'
import { showShape } from '../../number/Shape.js'
import type { Tensor } from '../../tensor/index.js'
import { givenTensor } from '../../tensor/Tensor.js'
import { viewOf } from './elements.js'
import { adler32 } from './inflate.js'
import { chunk, signature } from './pngChunks.js'

const place = 'writePng'
/** What a file calls the colours of 1 to 4 channels. */
const colours = [0, 4, 2, 6]
/** The most bytes of a block that is stored as it is. */
const blockSize = 65535

/**
 * The bytes of a PNG file with this image (H, W, C), whose entries are whole numbers from 0 to 255: C is 1 for grey, 3 for red, green and
 * blue, and one more for alpha.
 *
 * The rows are stored as they are, so that the same image gives the same bytes, some more than it has entries. Refuses other shapes, and
 * other entries.
 *
 * @example
 * writePng(T.zeros([2, 2, 3])).length // 82
 *
 * @source PNG Specification, third edition
 */
export const writePng = (image: Tensor): Uint8Array => {
  const [height = 0, width = 0, channels = 0] = givenTensor(place, image).shape
  const colour = colours[channels - 1]
  if (image.shape.length !== 3 || image.data.length === 0 || colour === undefined) {
    return refuse('shape', place, 'an image (H, W, C) with a pixel and 1 to 4 channels', showShape(image.shape))
  }
  const odd = Array.prototype.findIndex.call(image.data, (a: number) => !(Number.isInteger(a) && a >= 0 && a <= 255))
  if (odd >= 0) refuse('domain', place, 'whole entries from 0 to 255', `${image.data[odd]} at entry ${odd}`)
  const header = new Uint8Array(13)
  viewOf(header).setUint32(0, width)
  viewOf(header).setUint32(4, height)
  header.set([8, colour], 8)
  return joined([
    Uint8Array.from(signature), chunk('IHDR', header), chunk('IDAT', stored(rowsOf(image, width * channels))),
    chunk('IEND', new Uint8Array(0))
  ])
}

/** The rows of an image, each behind a byte 0: its bytes are predicted from no others. */
const rowsOf = ({ data }: Tensor, size: number): Uint8Array => {
  const rows = new Uint8Array(data.length + data.length / size)
  for (let i = 0; i < data.length; i++) rows[i + Math.floor(i / size) + 1] = data[i]!
  return rows
}

/** A zlib stream of blocks that are stored. */
const stored = (bytes: Uint8Array): Uint8Array => {
  const blocks = Array.from({ length: Math.ceil(bytes.length / blockSize) }, (_, k) => {
    const part = bytes.subarray(k * blockSize, (k + 1) * blockSize)
    const block = new Uint8Array(5 + part.length)
    block[0] = (k + 1) * blockSize >= bytes.length ? 1 : 0
    viewOf(block).setUint16(1, part.length, true)
    viewOf(block).setUint16(3, 65535 - part.length, true)
    block.set(part, 5)
    return block
  })
  const checksum = new Uint8Array(4)
  viewOf(checksum).setUint32(0, adler32(bytes))
  return joined([Uint8Array.of(0x78, 0x01), ...blocks, checksum])
}

const joined = (parts: ReadonlyArray<Uint8Array>): Uint8Array => {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  parts.reduce((to, part) => {
    out.set(part, to)
    return to + part.length
  }, 0)
  return out
}
