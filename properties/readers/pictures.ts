import fc from 'fast-check'
import { atMost, claim, equal, everyCase, judgedBy, type Law, type Plain, sampled } from '../../src/claim/index.js'
import type { readPng, writePng } from '../../src/data/index.js'
import type { readJpeg } from '../../src/data/readers/jpeg.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { seldom } from '../cases/sparsely.js'
import { images } from '../drawings/images.js'
import { refusalOf } from '../judges/refuses.js'
import { sameBits } from '../judges/sameBits.js'
import { type JpegBlocks, jpegFile } from './jpegFile.js'
import { pngFile, type PngImage, pngImages } from './pngFile.js'

interface PictureReaderSubject {
  readonly name: string
  readonly readPng: typeof readPng
  readonly writePng: typeof writePng
  readonly readJpeg: typeof readJpeg
}

interface Damaged {
  readonly image: Tensor
  readonly at: number
  readonly by: number
}

/** Pixels of two blocks or more across or down, of which the last may be cut off. */
const blocks = (components: number): fc.Arbitrary<JpegBlocks> =>
  fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 })).chain(([height, width]) => {
    const count = Math.ceil(height / 8) * Math.ceil(width / 8)
    const block = fc.array(fc.nat(255), { minLength: components, maxLength: components })
    return fc.array(block, { minLength: count, maxLength: count })
      .map(all => ({ height, width, blocks: all }))
  })

const blockAt = ({ width, blocks: all }: JpegBlocks, h: number, w: number): ReadonlyArray<number> =>
  all[Math.floor(h / 8) * Math.ceil(width / 8) + Math.floor(w / 8)] ?? []

const toByte = (value: number): number => Math.min(Math.max(value, 0), 255)

/** Red, green and blue of a light and two differences of colour. */
const coloursOf = ([y = NaN, blue = NaN, red = NaN]: ReadonlyArray<number>): ReadonlyArray<number> =>
  [y + 1.402 * (red - 128), y - 0.344136 * (blue - 128) - 0.714136 * (red - 128), y + 1.772 * (blue - 128)].map(toByte)

// A small grey file: a byte of its frame that is changed, what to, and how the refusal names it.
const grey = jpegFile({ height: 8, width: 8, blocks: [[7]] })
const frame = grey.findIndex((byte, k) => byte === 0xff && grey[k + 1] === 0xc0)
const refusals: ReadonlyArray<{ readonly at: number; readonly to: number; readonly said: string }> = [
  { at: 0, to: 0, said: 'byte 0' }, { at: frame + 1, to: 0xc3, said: `byte ${frame + 1}` },
  { at: frame + 4, to: 12, said: `8 bits at byte ${frame + 4}` },
  { at: frame + 6, to: 0, said: `a height and a width from 1 at byte ${frame + 5}` },
  { at: frame + 7, to: 255, said: `pixels (the option mostPixels) at byte ${frame + 5}` },
  { at: frame + 9, to: 2, said: `the frame at byte ${frame}` },
  { at: frame + 11, to: 0x51, said: `byte ${frame + 11}` },
  { at: frame, to: 0, said: `a marker at byte ${frame}` }
]

const spoken = 'it is about code, files or time' as const

export const pictureReaderLaws: Law<PictureReaderSubject> = subject => {
  const { name } = subject
  return [
    claim(
      {
        id: `${name}/png-written`, title: 'An image written to PNG is read back entry by entry',
        statement: String.raw`\mathrm{read}(\mathrm{write}(x)) = x`, spoken, source: 'PNG Specification, third edition'
      },
      sampled<{ readonly image: Tensor }>({ image: images(fc.integer({ min: 1, max: 4 }), 5) }, ({ image }) =>
        sameBits(judgedBy('readPng', () => subject.readPng(subject.writePng(image))), image, 'the image'))
    ),
    claim(
      {
        id: `${name}/png-of-many-blocks`, title: 'An image of more bytes than a stored block has is read back from PNG',
        statement: String.raw`\mathrm{read}(\mathrm{write}(x)) = x`, spoken, source: 'PNG Specification, third edition'
      },
      everyCase('3 widths', [65533, 65534, 65535].map(width => ({ width })), ({ width }) => {
        const image = T.tabulate([1, width, 1], (_, w) => w % 251)
        return sameBits(judgedBy('readPng', () => subject.readPng(subject.writePng(image))), image, 'the image')
      })
    ),
    claim(
      {
        id: `${name}/png`, title: 'A PNG file of any depth, filter and order of rows gives its pixels as entries from 0 to 255',
        statement: String.raw`x_{hwc} = \frac{255}{2^d - 1}\, n_{hwc}`, spoken, source: 'PNG Specification, third edition'
      },
      sampled<{ readonly image: PngImage }>({ image: pngImages }, ({ image }) => {
        const { height, width, depth, pixels } = image
        // 255 and 2^d - 1 divide one another: one rounding at most
        const entry = (n: number): number => (depth === 16 ? n / 257 : n * (255 / (2 ** depth - 1)))
        const expected = T.fromFlat([height, width, pixels[0]?.length ?? 0], pixels.flat().map(entry))
        return sameBits(judgedBy('readPng', () => subject.readPng(pngFile(image))), expected, 'the image')
      })
    ),
    claim(
      {
        id: `${name}/png-damaged`, title: 'A PNG file with any byte changed is refused, and the refusal names a byte',
        statement: String.raw`\text{A changed byte is noticed: by a checksum, or before.}`, spoken, source: 'PNG Specification, third edition'
      },
      sampled<Damaged>(
        { image: images(fc.integer({ min: 1, max: 4 }), 3), at: fc.nat(9999), by: fc.integer({ min: 1, max: 255 }) },
        ({ image, at, by }) => {
          const bytes = subject.writePng(image)
          const changed = bytes.map((byte, k) => (k === at % bytes.length ? (byte + by) % 256 : byte))
          const said = refusalOf(() => subject.readPng(changed))
          const named = Number(/byte (\d+)/.exec(said)?.[1] ?? NaN)
          return [
            equal<Plain>(Number(said.startsWith('readPng: expected')), 1, `byte ${at % bytes.length} is refused`),
            atMost<Plain>(0, named, 'the byte that is named'), atMost<Plain>(named, bytes.length, 'the byte that is named')
          ]
        })
    ),
    seldom(claim(
      {
        id: `${name}/jpeg-grey`, title: 'A grey JPEG file of constant blocks gives exactly their values, block by block, row by row',
        statement: String.raw`x_{hw} = b_{\lfloor h / 8 \rfloor, \lfloor w / 8 \rfloor}`, spoken, source: 'ITU-T T.81, JPEG'
      },
      sampled<{ readonly of: JpegBlocks }>({ of: blocks(1) }, ({ of }) => sameBits(
        judgedBy('readJpeg', () => subject.readJpeg(jpegFile(of))),
        T.tabulate([of.height, of.width, 1], (h, w) => blockAt(of, h, w)[0] ?? NaN), 'the image'))
    )),
    seldom(claim(
      {
        id: `${name}/jpeg-colours`, title: 'A JPEG file of constant blocks in colours gives each within 1 of its red, green and blue',
        statement: String.raw`\lvert r - (y + 1.402\, (c_r - 128)) \rvert < 1`, spoken, source: 'ITU-T T.871, JPEG File Interchange Format'
      },
      sampled<{ readonly of: JpegBlocks }>({ of: blocks(3) }, ({ of }) => {
        const found = judgedBy('readJpeg', () => subject.readJpeg(jpegFile(of)))
        const expected = (k: number): number =>
          coloursOf(blockAt(of, Math.floor(k / 3 / of.width), Math.floor(k / 3) % of.width))[k % 3] ?? NaN
        return [
          ...[of.height, of.width, 3].map((size, axis) => equal<Plain>(found.shape[axis] ?? NaN, size, `axis ${axis}`)),
          // an entry is a whole number beside a real one
          ...Array.from(found.data, (entry, k) => atMost<Plain>(Math.abs(entry - expected(k)), 1, `entry ${k}`))
        ]
      })
    )),
    claim(
      {
        id: `${name}/jpeg-refused`, title: 'What a JPEG file says of its frame that cannot be is refused at its byte',
        statement: String.raw`\text{A height of 0, 12 bits or a marker that is none is refused, and its byte is named.}`, spoken,
        source: 'ITU-T T.81, JPEG'
      },
      everyCase(`${refusals.length} bytes`, refusals, ({ at, to, said }) => {
        const changed = grey.map((byte, k) => (k === at ? to : byte))
        const message = refusalOf(() => subject.readJpeg(changed, { mostPixels: 64 }))
        return [
          equal<Plain>(Number(message.startsWith('readJpeg: expected')), 1, `${to} at byte ${at} is refused`),
          equal<Plain>(Number(message.includes(said)), 1, `${said} is named in: ${message}`)
        ]
      })
    )
  ]
}
