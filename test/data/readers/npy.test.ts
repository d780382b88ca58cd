import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNpy } from '../../../src/data/index.js'
import * as T from '../../../src/tensor/index.js'
import { anyDamage, bytesOf, everyEdit, noOtherLength, type Reading } from './damage.js'

// 0x93 and NUMPY; the version; the size of the header, the lowest byte first, of 2 bytes in version 1 and 4 from 2; the header; entries.
// A header ends in a line break, after spaces that make all before the entries a multiple of 64 bytes: 10 + 118 = 128, and 118 is 0x76.
const golden = bytesOf(`93 'NUMPY' 01 00 76 00
  "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }${' '.repeat(60)}" 0a
  00 00 00 00 00 00 f0 3f  00 00 00 00 00 00 00 80`)

const written = (header: string, entries: string, version = 1): Uint8Array => Uint8Array.from([
  0x93, ...new TextEncoder().encode('NUMPY'), version, 0,
  header.length % 256, Math.floor(header.length / 256), ...(version === 1 ? [] : [0, 0]),
  ...new TextEncoder().encode(header), ...bytesOf(entries)
])
const header = (descr: string, shape: string, fortran = 'False'): string =>
  `{'descr': '${descr}', 'fortran_order': ${fortran}, 'shape': ${shape}, }\n`

describe('readNpy', () => {
  test('reads the bytes of the format', () => {
    expect([...readNpy(golden).data]).toEqual([1, -0])
  })
  test.each([
    ['<f4', '(2,)', '00 00 80 3f  00 00 20 c0', [1, -2.5]],
    ['>f4', '(2,)', '3f 80 00 00  c0 20 00 00', [1, -2.5]],
    ['>f8', '(1, 1)', '3f b9 99 99 99 99 99 9a', [[0.1]]],
    ['<f2', '(2,)', '00 3c  00 fc', [1, -Infinity]],
    ['>f2', '(1,)', '3c 00', [1]],
    ['|i1', '(2,)', '7f 80', [127, -128]],
    ['|u1', '()', 'ff', 255],
    ['|b1', '(2,)', '00 01', [0, 1]],
    ['<i2', '(2,)', '02 01  fe ff', [258, -2]],
    ['>i2', '(2,)', '01 02  ff fe', [258, -2]],
    ['>u2', '(1,)', 'ff fe', [65534]],
    ['<i4', '(1,)', '00 00 00 80', [-(2 ** 31)]],
    ['>u4', '(1,)', 'ff ff ff fe', [2 ** 32 - 2]],
    ['<i8', '(1,)', 'fe ff ff ff ff ff ff ff', [-2]],
    ['>i8', '(1,)', '00 20 00 00 00 00 00 00', [2 ** 53]],
    ['>u8', '(1,)', '80 00 00 00 00 00 00 00', [2 ** 63]],
    ['<f8', '(0, 3)', '', []]
  ])('%s %s %s', (descr, shape, entries, expected) => {
    expect(T.toNested(readNpy(written(header(descr, shape), entries)))).toEqual(expected)
  })
  test('reads the order of Fortran, in which the first index changes fastest', () => {
    expect(T.toNested(readNpy(written(header('|u1', '(2, 3)', 'True'), '01 02 03 04 05 06')))).toEqual([[1, 3, 5], [2, 4, 6]])
    expect(T.toNested(readNpy(written(header('|u1', '(2, 3)'), '01 02 03 04 05 06')))).toEqual([[1, 2, 3], [4, 5, 6]])
    const cube = readNpy(written(header('|u1', '(2, 2, 2)', 'True'), '00 01 02 03 04 05 06 07'))
    expect(T.toNested(cube)).toEqual([[[0, 4], [2, 6]], [[1, 5], [3, 7]]])
  })
  test.each([2, 3])('reads version %i, and the header of Python 2 in any order', version => {
    const text = `{'shape': (1L, 2L), 'fortran_order': False,'descr':'|u1'}`
    expect(T.toNested(readNpy(written(text, '05 06', version)))).toEqual([[5, 6]])
  })
  test('reads back doubles, bit for bit, of either end first', () => {
    fc.assert(fc.property(fc.array(fc.double()), fc.boolean(), (entries, little) => {
      const view = new DataView(new ArrayBuffer(8 * entries.length))
      entries.forEach((entry, k) => { view.setFloat64(8 * k, entry, little) })
      const head = written(header(little ? '<f8' : '>f8', `(${entries.length},)`), '')
      const back = readNpy(Uint8Array.from([...head, ...new Uint8Array(view.buffer)]))
      expect([...back.data].every((entry, k) => Object.is(entry, entries[k]))).toBe(true)
      expect(back.shape).toEqual([entries.length])
    }))
  })
  test.each([
    ['no file', bytesOf("93 'NUMP'"), 'what begins an npy file: 10 bytes from byte 0, got 5 bytes'],
    ['another format', bytesOf("'PK' 03 04 00 00 00 00 00 00"), '0x93 and NUMPY at byte 0, got 0x50 0x4b 0x03 0x04 0x00 0x00'],
    ['version 4', written(header('<f8', '()'), '', 4), 'version 1.0, 2.0 or 3.0 at byte 6, got 4.0'],
    ['half a size', bytesOf("93 'NUMPY' 02 00 01 00"), 'the size of the header: 4 bytes from byte 8, got 2 bytes'],
    ['a huge header', bytesOf("93 'NUMPY' 02 00 ff ff ff ff 00"), 'the header: 4294967295 bytes from byte 12, got 1 bytes'],
    ['half a header', golden.slice(0, 60), 'the header: 118 bytes from byte 10, got 50 bytes'],
    ['no dictionary', written('[1]', ''), 'a header { descr, fortran_order, shape }, each with a value, got "[1]"'],
    ['no shape', written("{'descr': '<f8', 'fortran_order': False}", ''), 'a header { descr, fortran_order, shape }'],
    ['two shapes', written(header('<f8', "(), 'shape': ()"), ''), 'a header { descr, fortran_order, shape }'],
    ['more behind it', written(`${header('<f8', '()')}x`, ''), 'a header { descr, fortran_order, shape }'],
    ['objects', written(header('|O', '(1,)'), ''), 'a descr of < or > and a type f8, f4, f2, b1'],
    ['complex numbers', written(header('<c16', '(1,)'), ''), 'a descr of < or > and a type f8, f4, f2, b1'],
    ['an inherited name', written(header('<toString', '(1,)'), ''), 'a descr of < or > and a type f8, f4, f2, b1'],
    ['no end first', written(header('=f8', '(1,)'), ''), 'a descr of < or > and a type f8'],
    ['another order', written(header('<f8', '(1,)', 'Maybe'), ''), 'a fortran_order True or False, got Maybe'],
    ['a negative size', written(header('<f8', '(-1,)'), ''), 'a shape (2, 3) of whole sizes from 0, got (-1,)'],
    ['a comma alone', written(header('<f8', '(,)'), ''), 'a shape (2, 3) of whole sizes from 0, got (,)'],
    ['a number alone', written(header('<f8', '3'), ''), 'a shape (2, 3) of whole sizes from 0, got 3'],
    ['a size that no double is', written(header('<f8', `(${'9'.repeat(400)},)`), ''), 'a shape of whole sizes from 0, got Infinity'],
    ['65 axes', written(header('<f8', `(${'1,'.repeat(65)})`), ''), 'a shape of at most 64 axes, got 65 axes'],
    ['a huge shape', written(header('<f8', '(4294967296, 4294967296)'), ''), `${2 ** 67} bytes of entries from byte`],
    ['a product that is none', written(header('<f8', `(${'9007199254740991,'.repeat(30)}0)`), ''), 'NaN bytes of entries'],
    ['an integer between doubles', written(header('<i8', '(1,)'), '01 00 00 00 00 00 20 00'),
      'a whole number that a double holds exactly at byte 68, got 0x01 0x00 0x00 0x00 0x00 0x00 0x20 0x00']
  ])('refuses %s', (_, bytes, message) => {
    expect(() => readNpy(bytes)).toThrow(`readNpy: expected ${message}`)
  })
})

const reading: Reading<T.Tensor> = {
  place: 'readNpy', read: readNpy, kept: ({ data }) => data.length, most: bytes => bytes,
  files: [golden, written(header('>i8', '(1, 2)', 'True'), '00 '.repeat(16)), written(header('|b1', '(2, 3)'), '01 '.repeat(6), 2)]
}

describe('a damaged npy file', () => {
  test('of another length is refused', () => noOtherLength(reading))
  test('with a byte changed is answered or refused', () => everyEdit(reading))
  test('of any kind is answered or refused', () => anyDamage(reading))
  test('of many spaces is read in time that grows with them alone', () => {
    const text = `{${' '.repeat(60_000)}x`
    expect(() => readNpy(written(text, ''))).toThrow('a header { descr, fortran_order, shape }')
  })
})
