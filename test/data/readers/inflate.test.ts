import { constants, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inflated } from '../../../src/data/readers/inflate.js'
import { anyDamage } from './damage.js'

// Bytes that repeat, from near and from afar, and bytes that do not, so that blocks of each kind and distances of each size occur.
const run = fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 400 }))
  .map(([bytes, times]) => Array.from({ length: times }, () => [...bytes]).flat())
const contents = fc.array(run, { maxLength: 12 }).map(runs => Uint8Array.from(runs.flat()))

const options = fc.record({
  level: fc.integer({ min: 0, max: 9 }), windowBits: fc.integer({ min: 9, max: 15 }),
  memLevel: fc.integer({ min: 1, max: 9 }),
  strategy: fc.constantFrom(constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_HUFFMAN_ONLY, constants.Z_RLE)
})

test('what zlib packed is unpacked, in any of its ways', () => {
  fc.assert(fc.property(contents, options, (bytes, ways) => {
    const packed = Uint8Array.from(deflateSync(bytes, ways))
    expect(Buffer.from(bytes).equals(inflated('here', 'it', packed, bytes.length))).toBe(true)
    if (bytes.length > 0) expect(() => inflated('here', 'it', packed, bytes.length - 1)).toThrow('bytes unpacked')
  }))
})

test('a damaged stream is unpacked or refused', () => {
  const text = Buffer.from('so that there is something, and something again, that there is, and so on'.repeat(3))
  anyDamage({
    place: 'here', read: bytes => inflated('here', 'it', bytes, 1000), kept: ({ length }) => length, most: () => 1000,
    files: [{ level: 0 }, { level: 9 }, { strategy: constants.Z_FIXED }]
      .map(ways => Uint8Array.from(deflateSync(text, ways)))
  })
})
