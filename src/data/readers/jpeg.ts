import jpeg from 'jpeg-js'
import { given, refuse } from '../../prelude/index.js'
import type { Tensor } from '../../tensor/index.js'
import { ofBuffer } from '../../tensor/Tensor.js'
import { givenBytes, holds } from './bytes.js'
import { hexadecimal, viewOf } from './elements.js'
import type { ImageOptions } from './png.js'

const place = 'readJpeg'
/** The most scans of a file: each is a pass over all pixels, although it may be of a few bytes. */
const mostScans = 100
const mebi = 2 ** 20

/**
 * The image (H, W, C) of a JPEG file, with whole entries from 0 to 255: C is 1 for grey, 3 for red, green and blue.
 *
 * Reads baseline and progressive files of 8 bits, of 1 or 3 components. What follows the end of the image is passed over, and so is how a
 * camera was turned. Refuses what does not follow the format, at its byte where it is of the frame, a file that is cut off, more scans than
 * 100, and before it allocates, more pixels than `mostPixels`.
 *
 * @example
 * const oneCode = [1, ...Array(15).fill(0), 0]
 * const tables = [255, 219, 0, 67, 0, ...Array(64).fill(1), 255, 196, 0, 20, 0, ...oneCode, 255, 196, 0, 20, 16, ...oneCode]
 * const frame = [255, 192, 0, 11, 8, 0, 1, 0, 2, 1, 1, 17, 0]
 * const scan = [255, 218, 0, 8, 1, 1, 0, 0, 63, 0, 63]
 * const file = Uint8Array.from([255, 216, ...tables, ...frame, ...scan, 255, 217])
 * T.toNested(readJpeg(file)) // [[[128], [128]]]
 *
 * @source ITU-T T.81, JPEG
 */
export const readJpeg = (bytes: Uint8Array, options: ImageOptions = {}): Tensor => {
  holds(place, 'what begins a JPEG file', givenBytes(place, bytes), 0, 4)
  const { mostPixels = 2 ** 22 } = given.options(place, options, ['mostPixels'])
  given.whole(place, 'mostPixels', mostPixels, 1)
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) refuse('input', place, '0xff 0xd8 at byte 0', hexadecimal(bytes, 0, 2))
  const { height, width, channels, end } = frameOf(bytes, mostPixels)
  const { data } = decoded(bytes.slice(0, end), mostPixels)
  const out = new Float64Array(height * width * channels)
  for (let i = 0; i < height * width; i++) for (let c = 0; c < channels; c++) out[i * channels + c] = data[3 * i + c]!
  return ofBuffer([height, width, channels], out)
}

interface Frame {
  readonly height: number
  readonly width: number
  readonly channels: number
}

/** The frame that a file declares, and where its image ends. */
const frameOf = (bytes: Uint8Array, mostPixels: number): Frame & { readonly end: number } => {
  let frame: Frame | undefined
  let scans = 0
  let at = 2
  for (;;) {
    holds(place, 'a marker', bytes, at, 2)
    const marker = bytes[at + 1]!
    if (bytes[at] !== 0xff || marker < 0xc0) refuse('input', place, `a marker at byte ${at}`, hexadecimal(bytes, at, 2))
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === 0xd9) {
      return frame !== undefined && scans > 0 ? { ...frame, end: at + 2 }
        : refuse('input', place, 'a frame and a scan before the end', `the end at byte ${at}`)
    }
    holds(place, 'the size of a segment', bytes, at + 2, 2)
    const size = viewOf(bytes).getUint16(at + 2)
    holds(place, 'a segment', bytes, at + 2, Math.max(2, size))
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      if (frame !== undefined) refuse('input', place, 'one frame', `another at byte ${at}`)
      frame = frameAt(bytes, at, size, mostPixels)
    }
    at += 2 + Math.max(2, size)
    if (marker !== 0xda) continue
    scans++
    if (scans > mostScans) refuse('input', place, `at most ${mostScans} scans`, `another at byte ${at}`)
    // Within a scan 0xff is followed by 0, or by one of the marks 0xd0 to 0xd7.
    while (at < bytes.length && (bytes[at] !== 0xff || bytes[at + 1] === 0 || (bytes[at + 1]! & 0xf8) === 0xd0)) at++
  }
}

const frameAt = (bytes: Uint8Array, at: number, size: number, mostPixels: number): Frame => {
  const [kind, precision, channels = 0] = [bytes[at + 1]!, bytes[at + 4], bytes[at + 9]]
  if (kind > 0xc2) refuse('input', place, `a baseline or progressive frame, 0xc0 to 0xc2, at byte ${at + 1}`, hexadecimal(bytes, at + 1, 1))
  if ((channels !== 1 && channels !== 3) || size !== 8 + 3 * channels) {
    refuse('input', place, `1 or 3 components in the frame at byte ${at}`, `${channels}`)
  }
  if (precision !== 8) refuse('input', place, `8 bits at byte ${at + 4}`, `${precision}`)
  const [height, width] = [viewOf(bytes).getUint16(at + 5), viewOf(bytes).getUint16(at + 7)]
  if (height * width === 0) refuse('input', place, `a height and a width from 1 at byte ${at + 5}`, `${height} x ${width}`)
  if (height * width > mostPixels) {
    refuse('input', place, `at most ${mostPixels} pixels (the option mostPixels) at byte ${at + 5}`, `${width} x ${height}`)
  }
  for (let k = 0; k < channels; k++) {
    const sampling = bytes[at + 11 + 3 * k]!
    const fits = [sampling >> 4, sampling & 15].every(n => n >= 1 && n <= 4)
    if (!fits) refuse('input', place, `samplings of 1 to 4 at byte ${at + 11 + 3 * k}`, hexadecimal(bytes, at + 11 + 3 * k, 1))
  }
  return { height, width, channels }
}

/** The colours, three bytes each; what the decoder raises is a refusal. */
const decoded = (bytes: Uint8Array, mostPixels: number): { readonly data: Uint8Array } => {
  try {
    return jpeg.decode(bytes, {
      useTArray: true, formatAsRGBA: false, tolerantDecoding: true,
      maxResolutionInMP: 1 + mostPixels / 1e6, maxMemoryUsageInMB: 16 + 100 * mostPixels / mebi
    })
  } catch (error) {
    return refuse('input', place, 'scans that follow the format', given.kindOf(error instanceof Error ? error.message : error))
  }
}
