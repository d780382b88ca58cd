import { constants, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { npyOf, type Zipped, zipOf } from '../../../properties/cases/zipped.js'
import { type NpzOptions, readNpz } from '../../../src/data/index.js'
import * as T from '../../../src/tensor/index.js'
import { anyDamage, bytesOf, everyEdit, noOtherLength, type Reading } from './damage.js'

// What NumPy 2.4.6 writes: numpy.savez(file, a=numpy.array([1, -0.]), b=numpy.array([[1, 2], [3, 4]], dtype='<i2', order='F')).
// A member: PK 3 4; 2d, flags, how it is packed, a day; the checksum; ff, for its sizes stand behind the name, after 01 and 16 = 0x10:
// 0x90 = 144 bytes, packed as many. The directory, PK 1 2, has the sizes before the name, and there the byte that the member begins at.
const savez = bytesOf(`
  'PK' 03 04 2d 00 00 00 00 00 00 00 21 00  d4 99 ce 24  ff ff ff ff ff ff ff ff  05 00 14 00
  'a.npy' 01 00 10 00  90 00 00 00 00 00 00 00  90 00 00 00 00 00 00 00
  93 'NUMPY' 01 00 76 00  "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }${' '.repeat(60)}" 0a
  00 00 00 00 00 00 f0 3f  00 00 00 00 00 00 00 80
  'PK' 03 04 2d 00 00 00 00 00 00 00 21 00  f9 77 a6 4c  ff ff ff ff ff ff ff ff  05 00 14 00
  'b.npy' 01 00 10 00  88 00 00 00 00 00 00 00  88 00 00 00 00 00 00 00
  93 'NUMPY' 01 00 76 00  "{'descr': '<i2', 'fortran_order': True, 'shape': (2, 2), }${' '.repeat(59)}" 0a
  01 00 03 00 02 00 04 00
  'PK' 01 02 2d 03 2d 00 00 00 00 00 00 00 21 00  d4 99 ce 24  90 00 00 00  90 00 00 00
  05 00 00 00 00 00 00 00 00 00 00 00 80 01  00 00 00 00  'a.npy'
  'PK' 01 02 2d 03 2d 00 00 00 00 00 00 00 21 00  f9 77 a6 4c  88 00 00 00  88 00 00 00
  05 00 00 00 00 00 00 00 00 00 00 00 80 01  c7 00 00 00  'b.npy'
  'PK' 05 06 00 00 00 00  02 00 02 00  66 00 00 00  86 01 00 00  00 00`)

// numpy.savez_compressed(file, a=numpy.zeros(3))
const compressed = bytesOf(`
  'PK' 03 04 2d 00 00 00 08 00 00 00 21 00  2e e3 f9 bc  ff ff ff ff ff ff ff ff  05 00 14 00
  'a.npy' 01 00 10 00  98 00 00 00 00 00 00 00  47 00 00 00 00 00 00 00
  9b ec 17 ea 1b 10 c9 c8 50 c6 50 ad 9e 92 5a 9c 5c a4 6e a5 a0 6e 93 66 a1 ae a3 a0 9e 96 5f 54
  52 94 98 17 9f 5f 94 92 0a 12 77 4b cc 29 4e 05 8a 17 67 24 16 a4 02 f9 1a c6 3a 9a 3a 0a b5 0a
  14 00 2e 06 1c 00 00
  'PK' 01 02 2d 03 2d 00 00 00 08 00 00 00 21 00  2e e3 f9 bc  47 00 00 00  98 00 00 00
  05 00 00 00 00 00 00 00 00 00 00 00 80 01  00 00 00 00  'a.npy'
  'PK' 05 06 00 00 00 00  01 00 01 00  33 00 00 00  7e 00 00 00  00 00`)

const [ones, pair] = [T.ones([2]), T.fromNested([[1, 2]])]
const stored = (name: string, x: T.Tensor): Zipped => ({ name: `${name}.npy`, content: npyOf(x) })
const deflated = (member: Zipped, ways: object = {}): Zipped =>
  ({ ...member, deflated: [...deflateRawSync(Uint8Array.from(member.content), ways)] })
const nestedOf = (arrays: Readonly<Record<string, T.Tensor>>): unknown =>
  Object.fromEntries(Object.entries(arrays).map(([name, x]) => [name, T.toNested(x)]))
const nested = (bytes: Uint8Array): unknown => nestedOf(readNpz(bytes))

/** A file with bytes in the place of others; from the end where they are to stand before it. */
const put = (bytes: Uint8Array, at: number, ...others: ReadonlyArray<number>): Uint8Array => {
  const from = at < 0 ? bytes.length + at : at
  return bytes.map((byte, k) => others[k - from] ?? byte)
}

const one = zipOf([stored('x', ones)])
const packed = zipOf([deflated(stored('x', ones))])
const two = zipOf([stored('x', ones), stored('y', pair)])
const size = npyOf(ones).length
// where the header of the first member ends, and the directory begins
const [data, directory] = [30 + 5, 30 + 5 + size]
// the same of two members, and a directory that has the first of them alone, in 46 bytes and a name of 5
const second = directory + 30 + 5 + npyOf(pair).length
const lone = put(Uint8Array.of(...two.subarray(0, second + 51), ...two.subarray(-22)), -14, 1, 0, 1, 0, 51)

describe('readNpz', () => {
  test('reads what NumPy writes', () => {
    expect(nested(savez)).toEqual({ a: [1, -0], b: [[1, 2], [3, 4]] })
    expect(nested(compressed)).toEqual({ a: [0, 0, 0] })
    expect(readNpz(bytesOf(`'PK' 05 06 ${'00 '.repeat(18)}`))).toEqual({})
  })
  test('reads what stands within a longer buffer', () => {
    expect(readNpz(Uint8Array.of(9, ...savez, 9).subarray(1, 1 + savez.length))).toEqual(readNpz(savez))
  })
  test('keeps names that every object has, and those in folders and in any letters', () => {
    const names = ['__proto__', 'constructor', 'layer/w', 'größe ∑', '']
    const back = readNpz(zipOf(names.map(name => stored(name, ones))))
    expect(Object.keys(back)).toEqual(names)
  })
  test('reads what zlib packed, in any of its ways', () => {
    const ways = fc.record({
      level: fc.integer({ min: 0, max: 9 }),
      strategy: fc.constantFrom(constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_RLE)
    })
    fc.assert(fc.property(fc.array(fc.double(), { maxLength: 50 }), ways, (entries, how) => {
      const x = T.fromFlat([entries.length], entries)
      expect(T.identical(readNpz(zipOf([deflated(stored('x', x), how)]))['x'] ?? ones, x)).toBe(true)
    }))
  })
  test.each<readonly [string, Uint8Array, string]>([
    ['nothing', bytesOf(''), 'what ends a zip file without a comment: 22 bytes from byte 0, got 0 bytes'],
    ['an npy file', Uint8Array.from(npyOf(ones)),
      `what ends a zip file without a comment, 0x50 0x4b 0x05 0x06 at byte ${size - 22}, got 0x2c 0x29 0x2c 0x20`],
    ['zip64', put(one, -12, 0xff, 0xff), `a zip file below 4 GiB and 65535 members, got zip64, as the record at byte ${one.length - 22} says`],
    ['zip64 in an offset', put(one, -6, 0xff, 0xff, 0xff, 0xff), 'a zip file below 4 GiB and 65535 members, got zip64'],
    ['zip64 in an entry', put(one, directory + 24, 0xff, 0xff, 0xff, 0xff), 'member "x.npy" below 4 GiB, got zip64'],
    ['a part of several', put(one, -18, 1), `a zip file in one part, as byte ${one.length - 18} says, got a part of several`],
    ['a comment', put(one, -2, 1), `no comment at byte ${one.length}, got 1 bytes of it`],
    ['a directory elsewhere', put(one, -6, 0), `a directory that ends at byte ${one.length - 22}, got 51 bytes from byte 0`],
    ['more members than entries', put(one, -14, 2, 0, 2, 0), `entry 1 of 2 in the directory: 46 bytes from byte ${one.length - 22}, got 0 bytes`],
    ['fewer members than entries', put(two, -14, 1, 0, 1, 0), 'the end of the directory after 1 entries at byte'],
    ['no entry', put(one, directory, 0), `entry 0 of 1 in the directory, 0x50 0x4b 0x01 0x02 at byte ${directory}, got 0x00 0x4b`],
    ['an entry that does not end', put(one, directory + 28, 0xff), 'an entry of 301 bytes from byte'],
    ['an encrypted member', put(one, directory + 8, 1), 'member "x.npy" without encryption, got an encrypted one'],
    ['sizes behind a member', put(one, directory + 8, 8), 'member "x.npy" with its size before it, got one whose size is told behind it'],
    ['another flag', put(one, directory + 8, 0x20), `member "x.npy" with flags 0x0800 and 0x0006 alone at byte ${directory + 8}, got 0x20 0x08`],
    ['another method', put(one, directory + 10, 12), `member "x.npy" stored or deflated, 0 or 8 at byte ${directory + 10}, got 12`],
    ['another part', put(one, directory + 34, 1), 'member "x.npy" in part 0, got part 1'],
    ['two sizes of one that is stored', put(one, directory + 24, 1), `member "x.npy", stored as it is in 1 bytes, got ${size} bytes`],
    ['a name that is no text', put(one, directory + 46, 0xff), `a name at byte ${directory + 46} in UTF-8, got other bytes`],
    ['a name without its flag', put(one, directory + 9, 0, ...one.slice(directory + 10, directory + 46), 0xff),
      `a name in ASCII, or in UTF-8 as a flag says, at byte ${directory + 46}, got other bytes`],
    ['a name twice', zipOf([stored('x', ones), stored('x', pair)]), 'each name once, got member "x.npy" twice'],
    ['a gap', put(one, directory + 42, 1), 'member "x.npy" from byte 0, where nothing else lies, got byte 1'],
    ['members that overlap', put(two, -22 - 9, directory - 8), `member "y.npy" from byte ${directory}, where nothing else lies, got byte ${directory - 8}`],
    ['no header', put(one, 0, 0), 'the header of member "x.npy", 0x50 0x4b 0x03 0x04 at byte 0, got 0x00 0x4b'],
    ['a header that does not end', put(one, 28, 0xff), 'the header of member "x.npy": 290 bytes from byte 0, got'],
    ['another name in the header', put(one, 30, 0x79),
      'the header of member "x.npy" at byte 0 with the flags, method, checksum and name of the directory, got others'],
    ['another method in the header', put(one, 8, 8), 'the header of member "x.npy" at byte 0 with the flags, method'],
    ['another size in the header', put(one, 22, 1),
      `the header of member "x.npy" at byte 0 with the sizes of the directory, ${size} and ${size}, got ${size} and 1`],
    ['long sizes that are none', put(one, 18, ...Array<number>(8).fill(0xff)),
      `the header of member "x.npy" at byte 0 with the sizes of the directory, ${size} and ${size}, got none`],
    ['bytes before the directory', lone, `the directory at byte ${directory}, where the members end, got byte ${second}`],
    ['a member that reaches into the directory', put(put(packed, 18, 0xff), -22 - 51 + 20, 0xff),
      `member "x.npy" in 255 bytes from byte ${data}, got ${packed.length - 22 - 51 - data} before the directory`],
    ['another checksum', put(one, data + size - 1, 0x40), 'member "x.npy" with checksum'],
    ['another name', zipOf([{ ...stored('x', ones), name: 'x.txt' }]), 'members whose names end in .npy, got member "x.txt"'],
    ['what is no array', zipOf([{ name: 'x.npy', content: [1, 2, 3] }]), 'member "x.npy": what begins an npy file: 10 bytes from byte 0, got 3 bytes'],
    ['a stream that is cut off', zipOf([{ ...stored('x', ones), deflated: deflated(stored('x', ones)).deflated!.slice(0, 20) }]),
      'member "x.npy", a whole DEFLATE stream, got 20 bytes'],
    ['a stream that is longer', zipOf([{ ...stored('x', ones), deflated: [...deflated(stored('x', ones)).deflated!, 0] }]),
      'member "x.npy", its end after'],
    ['less than is declared', zipOf([{ ...stored('x', ones), deflated: deflated({ name: '', content: npyOf(ones).slice(1) }).deflated! }]),
      `member "x.npy" of ${size} bytes, got ${size - 1}`],
    ['more than is declared', zipOf([{ ...stored('x', ones), deflated: deflated({ name: '', content: [...npyOf(ones), 0] }).deflated! }]),
      `member "x.npy", at most ${size} bytes unpacked, got ${size + 1} or more`]
  ])('refuses %s', (_, bytes, message) => {
    expect(() => readNpz(bytes)).toThrow(`readNpz: expected ${message}`)
  })
  test('names the file in a refusal, where it has a name', () => {
    expect(() => readNpz(put(one, data, 0), { name: 'w.npz' })).toThrow('readNpz: expected w.npz: member "x.npy" with checksum')
    expect(() => readNpz(zipOf([{ name: 'x.npy', content: [] }]), { name: 'w.npz' })).toThrow('readNpz: expected w.npz: member "x.npy": what begins')
    expect(() => readNpz(bytesOf(''), { name: 'w.npz' })).toThrow('readNpz: expected w.npz: what ends a zip file')
    expect(() => readNpz(packed.slice(0, 60), { name: 'w.npz' })).toThrow('readNpz: expected w.npz: ')
  })
})

describe('a file that unpacks to much', () => {
  const zeros = deflated(stored('x', T.zeros([2 ** 18])))
  const bomb = zipOf([zeros, { ...zeros, name: 'y.npy' }])

  test('is refused before it is unpacked', () => {
    const least = zeros.content.length
    const most = 2 ** 20 + 100 * bomb.length
    expect(() => readNpz(bomb)).toThrow(`at most ${most} bytes unpacked (the option mostUnpacked), got ${least} more in member "x.npy", after 0`)
    expect(() => readNpz(bomb, { mostUnpacked: 2 * least - 1 })).toThrow(`got ${least} more in member "y.npy", after ${least}`)
    expect(Object.keys(readNpz(bomb, { mostUnpacked: 2 * least }))).toEqual(['x', 'y'])
  })
  test('is refused once it is more than it declares, and what is only declared is not allocated', () => {
    const declaring = (bytes: number): Uint8Array => {
      const sizes = [...new Uint8Array(Uint32Array.of(bytes).buffer)]
      return put(put(packed, 22, ...sizes), packed.length - 22 - 51 + 24, ...sizes)
    }
    const options: NpzOptions = { mostUnpacked: 2 ** 32 }
    expect(() => readNpz(declaring(10), options)).toThrow('member "x.npy", at most 10 bytes unpacked')
    expect(() => readNpz(declaring(2 ** 32 - 2), options)).toThrow(`member "x.npy" of ${2 ** 32 - 2} bytes, got ${size}`)
  })
  test('and an array that is only declared is not allocated', () => {
    const header = bytesOf(`93 'NUMPY' 01 00 48 00 "{'descr': '<f8', 'fortran_order': False, 'shape': (4294967296, 99), }   "`)
    expect(() => readNpz(zipOf([{ name: 'x.npy', content: [...header] }]))).toThrow('member "x.npy": 3401614098432 bytes of entries from byte')
  })
})

const reading: Reading<Readonly<Record<string, T.Tensor>>> = {
  place: 'readNpz', read: bytes => readNpz(bytes, { mostUnpacked: 2000 }),
  kept: arrays => Object.values(arrays).reduce((sum, { data: entries }) => sum + entries.length, 0),
  most: bytes => bytes + 2000,
  files: [savez, compressed, two, packed]
}

describe('a damaged npz file', () => {
  test('of another length is refused', () => noOtherLength(reading))
  test('with a byte changed is answered or refused', () => everyEdit(reading))
  test('with a byte changed holds the same arrays, if it is answered', () => {
    for (const file of reading.files) {
      const before = nested(file)
      everyEdit({
        ...reading, files: [file], kept: arrays => {
          expect(nestedOf(arrays)).toEqual(before)
          return 0
        }
      })
    }
  })
  test('of any kind is answered or refused', () => anyDamage(reading))
})
