import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LabelledImages, readCifar10 } from '../../../src/data/index.js'
import * as T from '../../../src/tensor/index.js'
import { anyDamage, noOtherLength, type Reading } from './damage.js'

// A record: the label, then 1024 bytes of red, of green, of blue. Byte k of an image is 7 k modulo 251, so that no two neighbours agree.
const record = (label: number): ReadonlyArray<number> => [label, ...Array.from({ length: 3072 }, (_, k) => 7 * k % 251)]
const file = Uint8Array.from([...record(9), ...record(0)])

describe('readCifar10', () => {
  test('reads labels, and planes of colours row by row', () => {
    const { images, labels } = readCifar10(file)
    expect(images.shape).toEqual([2, 3, 32, 32])
    expect(labels).toEqual([9, 0])
    for (const [c, h, w] of [[0, 0, 0], [0, 0, 1], [0, 1, 0], [1, 0, 0], [2, 31, 31]] as const) {
      expect(T.at(images, [1, c, h, w])).toBe(7 * (1024 * c + 32 * h + w) % 251)
    }
  })
  test('reads back any records', () => {
    const records = fc.array(fc.tuple(fc.nat(9), fc.uint8Array({ minLength: 3072, maxLength: 3072 })),
      { minLength: 1, maxLength: 2 })
    fc.assert(fc.property(records, given => {
      const { images, labels } = readCifar10(Uint8Array.from(given.flatMap(([label, entries]) => [label, ...entries])))
      expect(labels).toEqual(given.map(([label]) => label))
      expect([...images.data]).toEqual(given.flatMap(([, entries]) => [...entries]))
    }), { numRuns: 10 })
  })
  test.each([
    ['no file', new Uint8Array(0), 'record 0: 3073 bytes from byte 0, got 0 bytes'],
    ['half a record', file.slice(0, 4000), 'record 1: 3073 bytes from byte 3073, got 927 bytes'],
    ['a label from 10', Uint8Array.from([...record(9), ...record(10)]), 'record 1: a label from 0 to 9 at byte 3073, got 10']
  ])('refuses %s', (_, bytes, message) => {
    expect(() => readCifar10(bytes)).toThrow(`readCifar10: expected ${message}`)
  })
})

const reading: Reading<LabelledImages> = {
  place: 'readCifar10', read: readCifar10, files: [file.slice(0, 3073)], kept: ({ images }) => images.data.length,
  most: bytes => bytes
}

describe('a damaged file of CIFAR-10', () => {
  test('of another length is refused', () => noOtherLength(reading))
  test('of any kind is answered or refused', () => anyDamage(reading))
})
