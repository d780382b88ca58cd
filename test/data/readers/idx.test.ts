import { describe, expect, test } from 'vitest'
import { readIdx } from '../../../src/data/index.js'
import * as T from '../../../src/tensor/index.js'
import { anyDamage, bytesOf, everyEdit, noOtherLength, type Reading } from './damage.js'

// Two bytes 0, the type, the number of axes; 4 bytes for each size, the highest first; the entries, the last index changing fastest. The
// first is the beginning of MNIST's file of labels, of type 0x08, with its first three.
const golden = [
  ['00 00 08 01  00 00 00 03  05 00 04', [5, 0, 4]],
  ['00 00 08 03  00 00 00 02  00 00 00 01  00 00 00 02  00 80 ff 01', [[[0, 128]], [[255, 1]]]],
  ['00 00 09 01  00 00 00 02  7f 80', [127, -128]],
  ['00 00 0b 01  00 00 00 02  01 02  ff fe', [258, -2]],
  ['00 00 0c 01  00 00 00 02  00 01 00 00  80 00 00 00', [65536, -(2 ** 31)]],
  ['00 00 0d 01  00 00 00 02  3f 80 00 00  c0 20 00 00', [1, -2.5]],
  ['00 00 0e 01  00 00 00 02  3f b9 99 99 99 99 99 9a  80 00 00 00 00 00 00 00', [0.1, -0]],
  ['00 00 08 02  00 00 00 00  00 00 00 05', []],
  ['00 00 08 00  07', 7]
] as const

describe('readIdx', () => {
  test.each(golden)('%s', (recipe, expected) => {
    expect(T.toNested(readIdx(bytesOf(recipe)))).toEqual(expected)
  })
  test.each([
    ['00 00 08', 'what begins an IDX file: 4 bytes from byte 0, got 3 bytes'],
    ['1f 8b 08 00', '0x00 0x00 at byte 0, got 0x1f 0x8b'],
    ['00 00 0a 01  00 00 00 00', 'a type 0x08, 0x09, or 0x0b to 0x0e at byte 2, got 0x0a'],
    ['00 00 08 02  00 00 00 01', 'the sizes of 2 axes: 8 bytes from byte 4, got 4 bytes'],
    ['00 00 08 01  ff ff ff ff  00', '4294967295 bytes of entries from byte 8, got 1'],
    ['00 00 0e 03  ff ff ff ff  ff ff ff ff  ff ff ff ff', `${8 * (2 ** 32 - 1) ** 3} bytes of entries from byte 16, got 0`],
    [`00 00 08 ff  ${'ff ff ff ff '.repeat(254)} 00 00 00 00`, 'NaN bytes of entries from byte 1024, got 0'],
    ['00 00 0b 01  00 00 00 01  05', '2 bytes of entries from byte 8, got 1']
  ])('refuses %s', (recipe, message) => {
    expect(() => readIdx(bytesOf(recipe))).toThrow(`readIdx: expected ${message}`)
  })
})

const reading: Reading<T.Tensor> = {
  place: 'readIdx', read: readIdx, files: golden.map(([recipe]) => bytesOf(recipe)), kept: ({ data }) => data.length,
  most: bytes => bytes
}

describe('a damaged IDX file', () => {
  test('of another length is refused', () => noOtherLength(reading))
  test('with a byte changed is answered or refused', () => everyEdit(reading))
  test('of any kind is answered or refused', () => anyDamage(reading))
})
