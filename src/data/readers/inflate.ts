import { refuse } from '../../prelude/index.js'
import { type Bits, bitsOf, type Code, codeOf } from './bits.js'
import { hexadecimal, viewOf } from './elements.js'

// RFC 1950 (zlib) and RFC 1951 (DEFLATE). A length of symbol 257 + k is a base and so many bits more, and so is a distance of symbol k.
const lengths = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258
]
const moreOfLength = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
const moreOfDistance = Array.from({ length: 30 }, (_, k) => Math.max(0, Math.floor(k / 2) - 1))
const distances = moreOfDistance.map((more, k) => (k < 2 ? k + 1 : (2 + k % 2) * 2 ** more + 1))
const orderOfLengths = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
const endOfBlock = 256

type Fail = (expected: string, got: string) => never

interface Codes {
  readonly literals: Code
  readonly distances: Code
}

/**
 * What a zlib stream unpacks to. Refuses one that is damaged or cut off, one that is longer, and one that unpacks to more bytes than
 * `most`, as soon as it does; never allocates more than twice as many.
 */
export const inflated = (place: string, what: string, bytes: Uint8Array, most: number): Uint8Array => {
  const fail: Fail = (expected, got) => refuse('input', place, `${what}, ${expected}`, got)
  const last = bytes.length - 4
  const [method = 0, flags = 0] = bytes
  if (last < 2 || method % 16 !== 8 || (256 * method + flags) % 31 !== 0 || (flags & 32) !== 0) {
    return fail('a zlib stream', hexadecimal(bytes, 0, 2))
  }
  const whole = unpacked(bitsOf(bytes, 2, last, () => fail('a whole zlib stream', `${bytes.length} bytes`)), bytes, most, fail)
  return viewOf(bytes).getUint32(last) === adler32(whole) ? whole
    : fail('with the checksum of what it unpacks to', hexadecimal(bytes, last, 4))
}

/** What a DEFLATE stream unpacks to, without the header and the checksum of zlib; refuses and allocates as `inflated` does. */
export const inflatedRaw = (place: string, what: string, bytes: Uint8Array, most: number): Uint8Array => {
  const fail: Fail = (expected, got) => refuse('input', place, `${what}, ${expected}`, got)
  const bits = bitsOf(bytes, 0, bytes.length, () => fail('a whole DEFLATE stream', `${bytes.length} bytes`))
  return unpacked(bits, bytes, most, fail)
}

/** What the blocks unpack to, up to the last; refuses bytes that follow it. */
const unpacked = (bits: Bits, bytes: Uint8Array, most: number, fail: Fail): Uint8Array => {
  let out = new Uint8Array(Math.min(most, 4 * bytes.length))
  let size = 0
  const reserve = (count: number): void => {
    if (size + count > most) fail(`at most ${most} bytes unpacked`, `${size + count} or more`)
    if (size + count <= out.length) return
    const larger = new Uint8Array(Math.min(most, Math.max(2 * out.length, size + count)))
    larger.set(out)
    out = larger
  }
  const stored = (): void => {
    const from = bits.skip(4)
    const [count, complement] = [viewOf(bytes).getUint16(from, true), viewOf(bytes).getUint16(from + 2, true)]
    if (count + complement !== 0xffff) fail('a size and its complement', `${count} and ${complement}`)
    reserve(count)
    const start = bits.skip(count)
    out.set(bytes.subarray(start, start + count), size)
    size += count
  }
  const coded = (codes: Codes): void => {
    for (let symbol = bits.symbol(codes.literals); symbol !== endOfBlock; symbol = bits.symbol(codes.literals)) {
      const length = symbol < endOfBlock ? 1 : numberOf(bits, symbol - 257, lengths, moreOfLength, fail)
      reserve(length)
      if (symbol < 0) fail('a code', 'bits that are none')
      if (symbol < endOfBlock) out[size++] = symbol
      else {
        const distance = numberOf(bits, bits.symbol(codes.distances), distances, moreOfDistance, fail)
        if (distance > size) fail(`a distance of at most ${size}`, `${distance}`)
        for (let k = 0; k < length; k++, size++) out[size] = out[size - distance]!
      }
    }
  }
  for (let final = 0; final === 0;) {
    final = bits.take(1)
    const kind = bits.take(2)
    if (kind === 0) stored()
    else coded(kind === 1 ? fixed : kind === 2 ? codesAt(bits, fail) : fail('a block of kind 0 to 2', '3'))
  }
  const left = bits.left()
  return left === 0 ? out.subarray(0, size) : fail(`its end after ${bytes.length - left} bytes`, `${bytes.length}`)
}

const numberOf = (
  bits: Bits, symbol: number, bases: ReadonlyArray<number>, more: ReadonlyArray<number>, fail: Fail
): number => (bases[symbol] ?? fail(`a symbol from 0 to ${bases.length - 1}`, `${symbol}`)) + bits.take(more[symbol] ?? 0)

const given = (code: Code | undefined, fail: Fail): Code => code ?? fail('codes of lengths that fit', 'too many')

/** The codes that a block brings along: their lengths, which are themselves in a code. */
const codesAt = (bits: Bits, fail: Fail): Codes => {
  const [literals, all] = [257 + bits.take(5), 1 + bits.take(5)]
  const count = 4 + bits.take(4)
  const written = orderOfLengths.slice(0, count).map(symbol => [symbol, bits.take(3)] as const)
  const ofLengths = new Map(written)
  const code = given(codeOf(Array.from({ length: 19 }, (_, symbol) => ofLengths.get(symbol) ?? 0)), fail)
  const found: Array<number> = []
  while (found.length < literals + all) {
    const symbol = bits.symbol(code)
    const [value, times] = symbol < 0 ? fail('a code', 'bits that are none')
      : symbol < 16 ? [symbol, 1]
      : symbol === 16 ? [found.at(-1) ?? fail('a length to repeat', 'none'), 3 + bits.take(2)]
      : symbol === 17 ? [0, 3 + bits.take(3)] : [0, 11 + bits.take(7)]
    for (let k = 0; k < times; k++) found.push(value)
  }
  if (found.length > literals + all) fail(`${literals + all} lengths of codes`, `${found.length}`)
  return {
    literals: given(codeOf(found.slice(0, literals)), fail), distances: given(codeOf(found.slice(literals)), fail)
  }
}

const fixedLength = (symbol: number): number => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)
const none: Code = { counts: new Uint16Array(16), symbols: [] }
const fixed: Codes = {
  literals: codeOf(Array.from({ length: 288 }, (_, symbol) => fixedLength(symbol))) ?? none,
  distances: codeOf(Array.from({ length: 30 }, () => 5)) ?? none
}

/** The checksum of zlib: the sum of the bytes from 1, and the sum of these sums, each modulo 65521. */
export const adler32 = (bytes: Uint8Array): number => {
  let a = 1
  let b = 0
  for (let i = 0; i < bytes.length; i++) {
    a = (a + bytes[i]!) % 65521
    b = (b + a) % 65521
  }
  return b * 65536 + a
}
