import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSafetensors, writeSafetensors } from '../../../src/data/index.js'
import * as T from '../../../src/tensor/index.js'
import { anyDamage, bytesOf, everyEdit, noOtherLength, type Reading } from './damage.js'

// 8 bytes: the size of the header, a 64-bit integer, little-endian. Then the header, in JSON. Then the data.
const file = (header: string, data = '', size = header.length): Uint8Array => Uint8Array.from(Buffer.concat([
  new Uint8Array(BigUint64Array.of(BigInt(size)).buffer), new TextEncoder().encode(header), bytesOf(data)]))

const one = (dtype: string, count: number, bytes: number): string =>
  `{"x":{"dtype":"${dtype}","shape":[${count}],"data_offsets":[0,${bytes}]}}`

// 0x38 = 56 bytes of header, of which the last is a space. From the highest byte 1 is 3ff0 0000 0000 0000, -2 is c000 0000 0000 0000, and
// -0 has the sign alone; the lowest byte comes first.
const golden = bytesOf(`38 00 00 00 00 00 00 00 '{"b":{"dtype":"F64","shape":[3],"data_offsets":[0,24]}} '
  00 00 00 00 00 00 f0 3f  00 00 00 00 00 00 00 c0  00 00 00 00 00 00 00 80`)

const bitsOf = (tensors: Readonly<Record<string, T.Tensor>>): unknown => Object.entries(tensors).map(
  ([name, { shape, data }]) => [name, shape, [...data].map(a => (Object.is(a, -0) ? '-0' : `${a}`))])

describe('writeSafetensors', () => {
  test('writes the bytes of the format', () => {
    expect(writeSafetensors({ b: T.fromNested([1, -2, -0]) })).toEqual(golden)
  })
  test('writes the same bytes whatever the order of what is given', () => {
    const [a, b] = [T.ones([2]), T.zeros([1, 0])]
    expect(writeSafetensors({ a, b }, { x: '1', y: '2' })).toEqual(writeSafetensors({ b, a }, { y: '2', x: '1' }))
  })
  test('writes a header of no tensors', () => {
    expect(writeSafetensors({})).toEqual(bytesOf(`08 00 00 00 00 00 00 00 '{}      '`))
  })
  test.each([
    [{ __metadata__: T.ones([1]) }, {}, 'another name of a tensor than __metadata__'],
    [{ '\ud800': T.ones([1]) }, {}, 'the name of a tensor without half a surrogate pair'],
    [{}, { '\udc00': 'x' }, 'a key of the metadata without half a surrogate pair'],
    [{}, { x: '\udc00' }, 'metadata "x" without half a surrogate pair']
  ])('refuses %j with %j', (tensors, metadata, expected) => {
    const write = writeSafetensors as (...given: ReadonlyArray<unknown>) => unknown
    expect(() => write(tensors, metadata)).toThrow(`writeSafetensors: expected ${expected}`)
  })
})

describe('readSafetensors', () => {
  test('reads the bytes of the format', () => {
    expect(bitsOf(readSafetensors(golden).tensors)).toEqual([['b', [3], ['1', '-2', '-0']]])
    expect(readSafetensors(golden).metadata).toEqual({})
  })
  test('reads what stands within a longer buffer', () => {
    const within = Uint8Array.of(9, ...golden, 9).subarray(1, 1 + golden.length)
    expect(readSafetensors(within)).toEqual(readSafetensors(golden))
  })
  test('reads back what was written, bit for bit', () => {
    const shape = fc.array(fc.nat(3), { maxLength: 3 })
    const tensor = shape.chain(sizes => {
      const length = sizes.reduce((a, b) => a * b, 1)
      return fc.array(fc.double(), { minLength: length, maxLength: length }).map(entries => T.fromFlat(sizes, entries))
    })
    const name = fc.string({ unit: 'binary' }).filter(text => text !== '__metadata__')
    const tensors = fc.dictionary(name, tensor, { noNullPrototype: true })
    const metadata = fc.dictionary(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), { noNullPrototype: true })
    fc.assert(fc.property(tensors, metadata, (given, texts) => {
      const back = readSafetensors(writeSafetensors(given, texts))
      expect(new Map(Object.entries(back.metadata))).toEqual(new Map(Object.entries(texts)))
      expect(Object.keys(back.tensors).length).toBe(Object.keys(given).length)
      for (const [key, { shape: sizes, data }] of Object.entries(given)) {
        expect(back.tensors[key]?.shape).toEqual(sizes)
        expect([...back.tensors[key]?.data ?? []].every((a, i) => Object.is(a, data[i]))).toBe(true)
      }
    }))
  })
  test('keeps names that every object has', () => {
    const tensors = Object.fromEntries([['__proto__', T.ones([1])], ['constructor', T.zeros([1])]])
    const metadata = Object.fromEntries([['__proto__', 'x']])
    const back = readSafetensors(writeSafetensors(tensors, metadata))
    expect(Object.entries(back.tensors)).toEqual(Object.entries(tensors))
    expect(Object.entries(back.metadata)).toEqual([['__proto__', 'x']])
  })
})

// Each type with its least and greatest numbers, from the lowest byte.
test.each([
  ['F32', '00 00 80 3f  00 00 00 80  00 00 80 7f  01 00 00 00', [1, -0, Infinity, 2 ** -149]],
  ['F16', '00 3c  00 80  00 7c  00 fc  01 00  ff 7b  00 04', [1, -0, Infinity, -Infinity, 2 ** -24, 65504, 2 ** -14]],
  ['F16', '01 7c', [NaN]],
  ['BF16', '80 3f  00 80  80 ff  c0 7f', [1, -0, -Infinity, NaN]],
  ['I64', 'ff ff ff ff ff ff ff ff  00 00 00 00 00 00 20 00  00 00 00 00 00 00 00 80', [-1, 2 ** 53, -(2 ** 63)]],
  ['U64', '00 00 00 00 00 00 00 80', [2 ** 63]],
  ['I32', 'ff ff ff 7f  00 00 00 80', [2 ** 31 - 1, -(2 ** 31)]],
  ['U32', 'ff ff ff ff', [2 ** 32 - 1]],
  ['I16', 'ff 7f  00 80', [32767, -32768]],
  ['U16', 'ff ff', [65535]],
  ['I8', '7f 80', [127, -128]],
  ['U8', 'ff 00', [255, 0]],
  ['BOOL', '00 01', [0, 1]]
])('%s %s', (dtype, data, expected) => {
  const bytes = bytesOf(data).length
  const { x } = readSafetensors(file(one(dtype, expected.length, bytes), data)).tensors
  expect([...x!.data]).toEqual(expected)
})

const eight = '00 00 00 00 00 00 00 00'
const spanning = (...offsets: ReadonlyArray<readonly [number, number]>): string => `{${offsets.map(([from, to], k) =>
  `"${k}":{"dtype":"U8","shape":[${to - from}],"data_offsets":[${from},${to}]}`).join(',')}}`

describe('a file that is none', () => {
  test.each([
    ['no size', bytesOf('00 00'), 'the size of the header: 8 bytes from byte 0, got 2 bytes'],
    ['no header', file('', '', 2), 'a header of 2 bytes, as bytes 0 to 7 say, got 0 bytes'],
    ['a huge header', bytesOf("ff ff ff ff ff ff ff ff '{}'"), 'a header of 18446744073709551615 bytes, as bytes 0 to 7 say'],
    ['an empty header', file(''), 'a header that begins with {, at byte 8, got ""'],
    ['a space before', file(' {}'), 'a header that begins with {, at byte 8, got " "'],
    ['no JSON', file('{]'), 'the header in JSON'],
    ['no UTF-8', bytesOf(`03 00 00 00 00 00 00 00 '{' ff '}'`), 'the header in UTF-8'],
    ['a name twice', file(spanning([0, 0]).replace('}}', '},"0":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}}')),
      'the header with each name once, got a name that comes again'],
    ['no entry', file('{"x":5}'), 'tensor "x", an object, got 5'],
    ['no dtype', file('{"x":{"shape":[0],"data_offsets":[0,0]}}'), 'tensor "x" of dtype F64, F32'],
    ['another dtype', file(one('toString', 1, 8), eight), 'tensor "x" of dtype F64, F32'],
    ['another key', file(one('F64', 1, 8).replace('"dtype"', '"offsets":[0],"dtype"'), eight),
      'tensor "x" with dtype, shape, data_offsets alone, got "offsets"'],
    ['a negative size', file(one('F64', -1, 8), eight), 'tensor "x" with a shape of whole sizes from 0'],
    ['half a size', file(one('F64', 0.5, 4), '00 00 00 00'), 'tensor "x" with a shape of whole sizes from 0'],
    ['a huge size', file(one('F64', 2 ** 50, 8), eight), 'tensor "x" with 9007199254740992 bytes for its shape'],
    ['sizes whose product is no number', file('{"x":{"dtype":"F64","shape":[' + '1000000000000000,'.repeat(30)
      + '0],"data_offsets":[0,0]}}'), 'tensor "x" with NaN bytes for its shape'],
    ['a negative offset', file(spanning([-8, 0]), eight), 'tensor "0" with two whole data_offsets from 0'],
    ['offsets in reverse', file('{"x":{"dtype":"U8","shape":[0],"data_offsets":[8,0]}}', eight),
      'tensor "x" with 0 bytes for its shape, got data_offsets 8 to 0'],
    ['an overlap', file(spanning([0, 8], [4, 8]), eight), 'tensor "1" from byte 8 of the data, where another ends, got byte 4'],
    ['the same data twice', file(spanning([0, 8], [0, 8]), eight), 'tensor "1" from byte 8 of the data'],
    ['a gap', file(spanning([0, 3], [4, 8]), eight), 'tensor "1" from byte 3 of the data, where another ends, got byte 4'],
    ['data too long', file(spanning([0, 4]), eight), '4 bytes of data, as the header says, got 8'],
    ['data too short', file(spanning([0, 9]), eight), '9 bytes of data, as the header says, got 8'],
    ['metadata of numbers', file('{"__metadata__":{"x":5}}'), 'metadata "x", a text, got 5'],
    ['metadata of nothing', file('{"__metadata__":null}'), 'metadata, an object, got null'],
    ['an integer between doubles', file(one('I64', 1, 8), '01 00 00 00 00 00 20 00'),
      `a whole number that a double holds exactly at byte ${8 + one('I64', 1, 8).length}, got 0x01 0x00`],
    ['no boolean', file(one('BOOL', 2, 2), '01 02'), `a byte 0 or 1 at byte ${8 + one('BOOL', 2, 2).length + 1}, got 0x02`]
  ])('%s', (_, bytes, message) => {
    expect(() => readSafetensors(bytes)).toThrow(`readSafetensors: expected ${message}`)
  })
  test('nested so deep that a stack would overflow', () => {
    expect(() => readSafetensors(file('{"x":' + '['.repeat(1e6) + ']'.repeat(1e6) + '}'))).toThrow('tensor "x", an object')
  })
})

const reading: Reading<ReturnType<typeof readSafetensors>> = {
  place: 'readSafetensors', read: readSafetensors,
  files: [golden, writeSafetensors({ a: T.scalar(2), b: T.ones([1, 2]) }, { note: 'é' }), file(one('I64', 1, 8), eight),
    file(spanning([0, 3], [3, 8]), eight)],
  kept: ({ tensors }) => Object.values(tensors).reduce((sum, { data }) => sum + data.length, 0),
  most: bytes => bytes
}

describe('a damaged file', () => {
  test('of another length is refused', () => noOtherLength(reading))
  test('with a byte changed is answered or refused', () => everyEdit(reading))
  test('of any kind is answered or refused', () => anyDamage(reading))
})
