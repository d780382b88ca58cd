import jpeg from 'jpeg-js'
import { describe, expect, test } from 'vitest'
import { readJpeg } from '../../../src/data/readers/jpeg.js'
import * as T from '../../../src/tensor/index.js'
import { anyDamage, everyEdit, type Reading } from './damage.js'

const file = (height: number, width: number, rgb: ReadonlyArray<number>): Uint8Array => Uint8Array.from(jpeg.encode({
  height, width, data: Uint8Array.from(Array.from({ length: height * width }, () => [...rgb, 255]).flat())
}, 100).data)
const small = file(9, 10, [128, 128, 128])

describe('readJpeg', () => {
  test('reads an image of one grey', () => {
    expect(readJpeg(small)).toEqual(T.mul(T.ones([9, 10, 3]), 128))
    expect(readJpeg(Uint8Array.of(...small, 1, 2, 3))).toEqual(readJpeg(small))
  })
  test('refuses a file that is cut off anywhere', () => {
    for (let length = 0; length < small.length; length++) {
      expect(() => readJpeg(small.slice(0, length))).toThrow('readJpeg: expected')
    }
  })
  test('refuses too many pixels before it decodes', () => {
    const at = small.findIndex((byte, k) => byte === 0xff && small[k + 1] === 0xc0)
    const huge = small.map((byte, k) => (k >= at + 5 && k < at + 9 ? 255 : byte))
    expect(() => readJpeg(huge)).toThrow(
      `at most 4194304 pixels (the option mostPixels) at byte ${at + 5}, got 65535 x 65535`)
    expect(() => readJpeg(small, { mostPixels: 89 })).toThrow('at most 89 pixels')
  })
  test('refuses another file', () => {
    expect(() => readJpeg(Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).toThrow('0xff 0xd8 at byte 0, got 0x89 0x50')
  })
})

const reading: Reading<T.Tensor> = {
  place: 'readJpeg', read: bytes => readJpeg(bytes, { mostPixels: 1000 }), kept: ({ data: { length } }) => length,
  most: () => 3000, files: [small]
}

describe('a damaged JPEG file', () => {
  test('with a byte changed is answered or refused', () => everyEdit(reading))
  test('of any kind is answered or refused', () => anyDamage(reading))
})
