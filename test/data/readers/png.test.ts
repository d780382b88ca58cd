import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPng, writePng } from '../../../src/data/index.js'
import * as T from '../../../src/tensor/index.js'
import { anyDamage, everyEdit, noOtherLength, type Reading } from './damage.js'
import { chunk, header, images, signature, written } from './pngWritten.js'

const drawn = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 4 }))
  .chain(shape => {
    const length = shape.reduce((a, b) => a * b)
    return fc.array(fc.nat(255), { minLength: length, maxLength: length }).map(entries => T.fromFlat(shape, entries))
  })

const file = (...parts: ReadonlyArray<Uint8Array>): Uint8Array => Uint8Array.from(Buffer.concat([signature, ...parts]))
const end = chunk('IEND', Buffer.of())
const data = (bytes: Uint8Array): Buffer => chunk('IDAT', deflateSync(bytes))
const small = header(1, 1, 8, 0, 0, 0, 0)

describe('readPng', () => {
  test('reads each colour, depth, filter and order of rows', () => {
    fc.assert(fc.property(images, image => {
      const { height, width, depth, pixels } = image
      const expected = pixels.flat().map(n => (depth === 16 ? n / 257 : n * (255 / (2 ** depth - 1))))
      const read = readPng(written(image))
      expect(read.shape).toEqual([height, width, pixels[0]?.length])
      expect([...read.data]).toEqual(expected)
    }))
  })
  test('reads a palette, and the alpha of its first colours', () => {
    const image = { height: 1, width: 3, colour: 3, depth: 2, interlace: false, filters: [0], pixels: [[2], [0], [1]] }
    const palette = chunk('PLTE', Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 9]))
    expect(T.toNested(readPng(written({ ...image, between: [palette] })))).toEqual([[[7, 8, 9], [1, 2, 3], [4, 5, 6]]])
    const alpha = chunk('tRNS', Buffer.from([50, 60]))
    expect(T.toNested(readPng(written({ ...image, between: [palette, alpha] }))))
      .toEqual([[[7, 8, 9, 255], [1, 2, 3, 50], [4, 5, 6, 60]]])
    expect(() => readPng(written(image))).toThrow('a chunk PLTE of 1 to 256 colours of 3 bytes, got 0 bytes')
    expect(() => readPng(written({ ...image, pixels: [[3], [0], [1]], between: [palette] })))
      .toThrow('a colour below 3 in row 0, got 3')
  })
  test.each([
    ['another file', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0),
      '0x89 0x50 0x4e 0x47 0x0d 0x0a 0x1a 0x0a at byte 0, got 0xff 0xd8 0xff 0xe0 0x00 0x00 0x00 0x00'],
    ['one that has no header first', file(end), 'a chunk IHDR of 13 bytes at byte 8, got IEND of 0'],
    ['no pixels', file(header(0, 1, 8, 0, 0, 0, 0), end), 'a width and a height from 1 at byte 16, got 0 x 1'],
    ['too many pixels', file(header(100000, 100000, 8, 2, 0, 0, 0), end),
      'at most 4194304 pixels (the option mostPixels) at byte 16, got 100000 x 100000'],
    ['an odd colour', file(header(1, 1, 8, 1, 0, 0, 0), end), 'a colour 0, 2, 3, 4 or 6 at byte 25, got 1'],
    ['an odd depth', file(header(1, 1, 4, 2, 0, 0, 0), end), 'a depth 8 or 16 for colour 2 at byte 24, got 4'],
    ['an odd order', file(header(1, 1, 8, 0, 0, 0, 2), end), '0, 0, and 0 or 1 at byte 26, got 0, 0, 2'],
    ['data that unpack to more', file(small, data(new Uint8Array(1e6)), end), 'at most 2 bytes unpacked, got 260 or more'],
    ['data that unpack to less', file(small, data(new Uint8Array(1)), end), '2 bytes of unpacked rows for 1 x 1 pixels, got 1'],
    ['an odd filter', file(small, data(Uint8Array.of(5, 0)), end), 'a filter from 0 to 4 at byte 0 of the unpacked rows, got 5'],
    ['a chunk that must be understood', file(small, chunk('ABCD', Buffer.of()), end), 'a chunk PLTE, IDAT or IEND at byte 37, got ABCD'],
    ['what follows the end', file(small, end, Buffer.of(0)), 'the end of the file at byte 45, got 46 bytes']
  ])('refuses %s', (_, bytes, message) => {
    expect(() => readPng(bytes)).toThrow(message)
  })
  test('has a limit that can be set', () => {
    expect(() => readPng(writePng(T.zeros([2, 3, 1])), { mostPixels: 5 })).toThrow('at most 5 pixels')
    expect(readPng(writePng(T.zeros([2, 3, 1])), { mostPixels: 6 }).shape).toEqual([2, 3, 1])
  })
})

describe('writePng', () => {
  test('writes what is read back, entry by entry', () => {
    fc.assert(fc.property(drawn, image => { expect(readPng(writePng(image))).toEqual(image) }))
    const wide = T.tabulate([3, 30000, 1], (i, j) => (i + j) % 256)
    expect(readPng(writePng(wide))).toEqual(wide)
  })
  test.each([[[2, 2]], [[0, 2, 3]], [[2, 2, 5]]])('refuses the shape %j', shape => {
    expect(() => writePng(T.zeros(shape))).toThrow('writePng: expected an image (H, W, C)')
  })
  test.each([-1, 256, 0.5, NaN])('refuses the entry %d', entry => {
    expect(() => writePng(T.fromFlat([1, 2, 1], [0, entry]))).toThrow('whole entries from 0 to 255, got')
  })
})

const pixels = Array.from({ length: 12 }, (_, k) => [20 * k, 255 - k, k % 3])
const reading: Reading<T.Tensor> = {
  place: 'readPng', read: bytes => readPng(bytes, { mostPixels: 1000 }), kept: ({ data: { length } }) => length,
  most: () => 4000,
  files: [
    written({ height: 3, width: 4, colour: 2, depth: 8, interlace: true, filters: [0, 1, 2, 3, 4], pixels }),
    writePng(T.ones([2, 2, 1]))
  ]
}

describe('a damaged PNG file', () => {
  test('of another length is refused', () => noOtherLength(reading))
  test('with a byte changed is answered or refused', () => everyEdit(reading))
  test('of any kind is answered or refused', () => anyDamage(reading))
})
