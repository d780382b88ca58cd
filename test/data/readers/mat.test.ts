import { constants, deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type MatOptions, readMat } from '../../../src/data/index.js'
import * as T from '../../../src/tensor/index.js'
import { anyDamage, bytesOf, everyEdit, noOtherLength, type Reading } from './damage.js'

// 116 bytes of text and 8 of no use here, the version 0x0100, and the letters M and I as one number: the lowest byte comes first.
const header = `'MATLAB 5.0 MAT-file' ${'20 '.repeat(97)} ${'00 '.repeat(8)} 00 01 'IM'`

// The example of the specification: A = [1 2 3; 4 5 6], doubles that are stored as bytes, column by column.
// Tags: type, size. 0e = 14 is an array, of 0x38 = 56 bytes; 06 its flags, 8 bytes, of class 6, double; 05 its sizes, 2 times 4 bytes; 01
// its name, one byte, which stands in the tag with its size in the upper half; 02 its entries, 6 bytes, filled to 8.
const example = `0e 00 00 00  38 00 00 00
  06 00 00 00  08 00 00 00  06 00 00 00  00 00 00 00
  05 00 00 00  08 00 00 00  02 00 00 00  03 00 00 00
  01 00 01 00  'A' 00 00 00
  02 00 00 00  06 00 00 00  01 04 02 05 03 06 00 00`
const golden = bytesOf(`${header} ${example}`)

const word = (value: number): ReadonlyArray<number> => [...new Uint8Array(Uint32Array.of(value).buffer)]
const part = (type: number, data: ReadonlyArray<number>): ReadonlyArray<number> =>
  [...word(type), ...word(data.length), ...data, ...new Uint8Array(-data.length & 7)]
const asBytes = (text: string): ReadonlyArray<number> => [...new TextEncoder().encode(text)]

interface Given {
  readonly name?: string
  readonly flags?: number
  readonly sizes?: ReadonlyArray<number>
  readonly type?: number
  readonly data?: string
}

const array = ({ name = 'X', flags = 6, sizes = [1, 1], type = 2, data = '07' }: Given): ReadonlyArray<number> => part(14, [
  ...part(6, [...word(flags), ...word(0)]), ...part(5, sizes.flatMap(word)), ...part(1, asBytes(name)),
  ...part(type, [...bytesOf(data)])
])
const compressed = (bytes: ReadonlyArray<number>): ReadonlyArray<number> => {
  const packed = [...deflateSync(Uint8Array.from(bytes))]
  return [...word(15), ...word(packed.length), ...packed]
}
const file = (...parts: ReadonlyArray<ReadonlyArray<number>>): Uint8Array =>
  Uint8Array.from([...bytesOf(header), ...parts.flat()])

const valueOf = (given: Given): unknown => T.toNested(readMat(file(array(given)), ['X']).X)

describe('readMat', () => {
  test('reads the bytes of the format', () => {
    expect(T.toNested(readMat(golden, ['A']).A)).toEqual([[1, 2, 3], [4, 5, 6]])
  })
  test('reads a big-endian file, of which each number stands in reverse', () => {
    const reversed = bytesOf(`${header.replace("00 01 'IM'", "01 00 'MI'")}
      00 00 00 0e  00 00 00 38
      00 00 00 06  00 00 00 08  00 00 00 06  00 00 00 00
      00 00 00 05  00 00 00 08  00 00 00 01  00 00 00 01
      00 01 00 01  'A' 00 00 00
      00 00 00 09  00 00 00 08  bf f0 00 00 00 00 00 00`)
    expect(T.toNested(readMat(reversed, ['A']).A)).toEqual([[-1]])
  })
  test.each([
    [{ type: 1, data: '80' }, -128], [{ type: 2, data: 'ff' }, 255], [{ type: 3, data: 'fe ff' }, -2],
    [{ type: 4, data: 'fe ff' }, 65534], [{ type: 5, data: '00 00 00 80' }, -(2 ** 31)],
    [{ type: 6, data: 'ff ff ff ff' }, 2 ** 32 - 1], [{ type: 7, data: '00 00 20 c0' }, -2.5],
    [{ type: 9, data: '9a 99 99 99 99 99 b9 3f' }, 0.1], [{ type: 12, data: 'ff ff ff ff ff ff ff ff' }, -1],
    [{ type: 13, data: '00 00 00 00 00 00 00 80' }, 2 ** 63]
  ])('%j', (given, expected) => {
    expect(valueOf(given)).toEqual([[expected]])
  })
  test.each([6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 9 + 0x0200, 6 + 0x0400])('an array of class and flags %i', flags => {
    expect(valueOf({ flags })).toEqual([[7]])
  })
  test('reads three axes, and none of entries', () => {
    expect(valueOf({ sizes: [2, 1, 2], data: '01 02 03 04' })).toEqual([[[1, 3]], [[2, 4]]])
    expect(readMat(file(array({ sizes: [0, 3], data: '' })), ['X']).X.shape).toEqual([0, 3])
  })
  test('reads the variables that are named, compressed or not, and passes over others', () => {
    const all = file(compressed(array({ name: 'long name of Y', data: '05' })), array({ name: 's', flags: 2 }),
      compressed(array({ name: 'c', flags: 1 })), part(14, [...part(6, [...word(17), ...word(0)]), ...part(1, [])]), array({}))
    const back = readMat(all, ['X', 'long name of Y'])
    expect(Object.entries(back).map(([name, x]) => [name, T.toNested(x)])).toEqual([['X', [[7]]], ['long name of Y', [[5]]]])
    expect(() => readMat(all, ['s'])).toThrow('readMat: expected s, an array of real numbers, got struct')
    expect(() => readMat(all, ['c'])).toThrow('readMat: expected c, an array of real numbers, got cell')
    expect(() => readMat(all, ['x'])).toThrow('readMat: expected a variable "x", got "long name of Y, s, c, , X"')
  })
  test('reads an array of many bytes, compressed in blocks of each kind', () => {
    const bytes = Array.from({ length: 200_000 }, (_, k) => (k < 100_000 ? k * k * 31 % 8191 % 256 : k % 3))
    const data = bytes.map(byte => byte.toString(16).padStart(2, '0')).join('')
    const { Z_FIXED: fixed, Z_HUFFMAN_ONLY: huffman } = constants
    for (const options of [{ level: 0 }, { level: 1 }, { level: 9 }, { strategy: fixed }, { strategy: huffman }]) {
      const packed = [...deflateSync(Uint8Array.from(array({ sizes: [1, bytes.length], data })), options)]
      const { X } = readMat(file([...word(15), ...word(packed.length)], packed), ['X'])
      expect([...X.data]).toEqual(bytes)
    }
  })
})

type Wrong = readonly [what: string, bytes: Uint8Array, message: string]
const wrong = (given: Given, message: string): Wrong => [JSON.stringify(given), file(array(given)), message]
const packed = compressed(array({}))


// Streams of RFC 1950: 78 9c, blocks, and the checksum, 00 00 00 01 of no bytes. The bits of a block begin with the lowest of its first
// byte: 1 for the last block, 2 for its kind. 01 is stored, 03 has fixed codes, 05 its own, 07 is of no kind; seven bits 0 end a block.
const streams: ReadonlyArray<readonly [string, string]> = [
  ['78 9d 03 00 00 00 00 01', 'a zlib stream, got 0x78 0x9d'],
  ['79 9b 03 00 00 00 00 01', 'a zlib stream, got 0x79 0x9b'],
  ['78 bb 03 00 00 00 00 01', 'a zlib stream, got 0x78 0xbb'],
  ['78 9c 00 00 00 01', 'a whole zlib stream, got 6 bytes'],
  ['78 9c 03 00 00 00 01', 'a whole zlib stream, got 7 bytes'],
  ['78 9c 03 00 00 00 00 00 01', 'its end after 8 bytes, got 9'],
  ['78 9c 03 00 00 00 00 02', 'with the checksum of what it unpacks to, got 0x00 0x00 0x00 0x02'],
  ['78 9c 07 00 00 00 00 01', 'a block of kind 0 to 2, got 3'],
  ['78 9c 01 01 00 00 00 07 00 00 00 01', 'a size and its complement, got 1 and 0'],
  ['78 9c 01 02 00 fd ff 07 00 00 00 01', 'a whole zlib stream, got 12 bytes'],
  // the length 3 of symbol 257, 0000001, and the distance 1 of symbol 0, before there are bytes
  ['78 9c 03 02 00 00 00 00 01', 'a distance of at most 0, got 1'],
  // the symbol 286, 11000110, which is no length
  ['78 9c 1b 03 00 00 00 00 01', 'a symbol from 0 to 28, got 29'],
  // four codes of lengths, for the symbols 16, 17, 18 and 0: each has 1 bit; then 16 alone, which repeats the length before
  ['78 9c 05 00 92 04 00 00 00 00 01', 'codes of lengths that fit, got too many'],
  ['78 9c 05 00 02 00 00 00 00 00 01', 'a length to repeat, got none']
]

describe('a file that is none', () => {
  test.each<Wrong>([
    ['no header', golden.slice(0, 100), 'the header of a MAT file: 128 bytes from byte 0, got 100 bytes'],
    ['no end first', bytesOf(header.replace("'IM'", "'XY'")), 'IM or MI at byte 126, got 0x58 0x59'],
    ['version 7.3', bytesOf(header.replace("00 01 'IM'", "00 02 'IM'")), 'version 0x0100 at byte 124, as level 5 has it, got 0x0200'],
    ['half a tag', file([14, 0, 0]), 'a tag of 8 bytes at byte 128, got 3 bytes'],
    ['a huge size', file([...word(14), ...word(2 ** 32 - 1)]), '4294967295 bytes from byte 136, as the tag says, got 0 bytes'],
    ['a tag of 5 small bytes', file([2, 0, 5, 0, 1, 2, 3, 4]), '5 bytes from byte 132, as the tag says, got 4 bytes'],
    ['no array', file(part(9, [])), 'an array, of type 14, in the tag before byte 136, got type 9'],
    ['no flags', file(part(14, part(5, []))), 'the flags of an array, of type 6, at byte 136, got type 5'],
    ['short flags', file(part(14, part(6, word(6)))), 'flags of 8 bytes at byte 144, got 4 bytes'],
    ['no sizes', file(part(14, [...part(6, [...word(6), ...word(0)]), ...part(1, [])])),
      'the sizes of an array, of type 5, at byte 152, got type 1'],
    ['nothing', file(part(14, [])), 'a tag of 8 bytes at byte 136, got 0 bytes'],
    wrong({ flags: 0 }, 'a class from 1 to 18 at byte 144, got 0'),
    wrong({ flags: 99 }, 'a class from 1 to 18 at byte 144, got 99'),
    wrong({ flags: 6 + 0x0800 }, 'X, an array of real numbers, got complex'),
    wrong({ flags: 4 }, 'X, an array of real numbers, got char'),
    wrong({ flags: 5 }, 'X, an array of real numbers, got sparse'),
    wrong({ sizes: [1] }, 'two sizes or more of X at byte 160, got 4 bytes'),
    wrong({ sizes: [-1, -1] }, 'X, a shape of whole sizes from 0, got -1x-1'),
    wrong({ sizes: Array.from({ length: 65 }, () => 1) }, 'X, a shape of at most 64 axes, got 65 axes'),
    wrong({ sizes: [2 ** 31 - 1, 2 ** 31 - 1] }, '4611686014132420609 bytes of X from byte 192, got 1'.replace(
      '4611686014132420609', `${(2 ** 31 - 1) ** 2}`)),
    wrong({ sizes: [1, 2] }, '2 bytes of X from byte 192, got 1'),
    wrong({ type: 16 }, 'numbers at byte 184, a type of 1, 2, 3, 4, 5, 6, 7, 9, 12, 13, got type 16'),
    wrong({ type: 12, data: '01 00 00 00 00 00 20 00' }, 'a whole number that a double holds exactly at byte 192, got 0x01'),
    ['a variable twice', file(array({}), array({})), 'one variable X, got another of that name'],
    ['entries before the end', file(part(14, [...array({}).slice(8), ...part(2, [1])])), 'the end of X at byte 200, got byte 216'],
    ['no zlib', file([...word(15), ...word(8), ...word(0), ...word(0)]), 'a variable at byte 128, a zlib stream, got 0x00 0x00'],
    ['nothing compressed', file([...word(15), ...word(0)]), 'a variable at byte 128, a zlib stream, got '],
    ...streams.map(([stream, message]): Wrong =>
      [stream, file([...word(15), ...word(bytesOf(stream).length), ...bytesOf(stream)]), `a variable at byte 128, ${message}`]),
    ['half a stream', file([...word(15), ...word(20), ...packed.slice(8, 28)]),
      'a variable at byte 128, a whole zlib stream, got 20 bytes'],
    ['another checksum', file([...packed.slice(0, -1), packed.at(-1)! ^ 1]), 'a variable at byte 128, with the checksum of what it unpacks to, got 0x'],
    ['two arrays compressed', file(compressed([...array({}), ...array({})])),
      'the end of the array at byte 72 of what is unpacked from byte 136, got byte 144'],
    ['a number between doubles, compressed', file(compressed(array({ type: 12, data: '01 00 00 00 00 00 20 00' }))),
      'a whole number that a double holds exactly at byte 64 of what is unpacked from byte 136'],
    ['compressed twice', file(compressed(compressed(array({})))),
      'an array, of type 14, in the tag before byte 8 of what is unpacked from byte 136, got type 15']
  ])('%s', (_, bytes, message) => {
    expect(() => readMat(bytes, ['X'])).toThrow(`readMat: expected ${message}`)
  })
})

// DEFLATE writes 258 equal bytes in 2 bits at best: 1032 for each byte.
describe('a file that unpacks to more', () => {
  const told = (reading: () => unknown): number => {
    try {
      return reading() as number
    } catch (error) {
      return Number(/got (\d+) or more/.exec((error as Error).message)?.[1])
    }
  }
  const bomb = (size: number): Uint8Array => file(compressed([...word(14), ...word(size), ...new Uint8Array(size)]))
  const read = (bytes: Uint8Array, options: MatOptions = {}): unknown => readMat(bytes, ['X'], options)
  const bytes = bomb(2 ** 24)
  test('than the file may is refused, with what it may', () => {
    expect(bytes.length).toBeLessThan(2 ** 15)
    expect(() => read(bytes)).toThrow(
      `readMat: expected a variable at byte 128, at most ${2 ** 20 + 100 * bytes.length} bytes unpacked, got `)
  })
  test('is left at once: a step of it is of at most 258 bytes', () => {
    expect(() => read(bytes, { mostUnpacked: 1000 })).toThrow('at most 1000 bytes unpacked, got 1')
    expect(told(() => read(bytes, { mostUnpacked: 1000 }))).toBeLessThanOrEqual(1000 + 258)
  })
  test('is read where that is allowed', () => {
    expect(() => read(bytes, { mostUnpacked: 2 ** 25 })).toThrow('expected the flags of an array')
  })
  test('in several variables is refused too', () => {
    const two = file(compressed(array({})), compressed(array({ name: 'Y' })))
    expect(Object.keys(readMat(two, ['X', 'Y'], { mostUnpacked: 144 }))).toEqual(['X', 'Y'])
    expect(() => readMat(two, ['X', 'Y'], { mostUnpacked: 143 })).toThrow('at most 71 bytes unpacked, got 72 or more')
  })
})

const reading: Reading<{ readonly A: T.Tensor }> = {
  place: 'readMat', read: bytes => readMat(bytes, ['A']), kept: ({ A }) => A.data.length, most: bytes => 2 ** 20 + 100 * bytes,
  files: [golden, file(array({ name: 's', flags: 2 }), compressed(array({ name: 'A', type: 9, data: '00 '.repeat(8) })))]
}

describe('a damaged MAT file', () => {
  test('of another length is refused', () => noOtherLength(reading))
  test('with a byte changed is answered or refused', () => everyEdit(reading))
  test('of any kind is answered or refused', () => anyDamage(reading))
})
