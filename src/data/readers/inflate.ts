import { Unzlib } from 'fflate'
import { refuse } from '../../prelude/index.js'
import { hexadecimal, viewOf } from './elements.js'

// So many bytes at a time, for each unpacks to at most 1032: a stream that unpacks to too much is left after at most 4 MiB more.
const step = 4096

/** What a zlib stream unpacks to; refuses one that is damaged, cut off, or unpacks to more bytes than `most`. */
export const inflated = (place: string, what: string, bytes: Uint8Array, most: number): Uint8Array => {
  const parts: Array<Uint8Array> = []
  const stream = new Unzlib(part => { parts.push(part) })
  let size = 0
  for (let at = 0, seen = 0; at < bytes.length; at += step) {
    tried(place, what, () => { stream.push(bytes.subarray(at, at + step), at + step >= bytes.length) })
    for (; seen < parts.length; seen++) size += parts[seen]?.length ?? 0
    if (size > most) refuse('input', place, `${what} that unpacks to at most ${most} bytes`, `${size} or more`)
  }
  const whole = joined(parts, size)
  const last = Math.max(0, bytes.length - 4)
  return bytes.length >= 4 && viewOf(bytes).getUint32(last) === adler32(whole) ? whole
    : refuse('input', place, `${what} with the checksum of what it unpacks to`, hexadecimal(bytes, last, 4))
}

const tried = (place: string, what: string, push: () => void): void => {
  try {
    push()
  } catch (error) {
    refuse('input', place, `${what} in the format of zlib`, error instanceof Error ? error.message : 'other bytes')
  }
}

const joined = (parts: ReadonlyArray<Uint8Array>, size: number): Uint8Array => {
  const whole = new Uint8Array(size)
  parts.reduce((at, part) => {
    whole.set(part, at)
    return at + part.length
  }, 0)
  return whole
}

/** The checksum of zlib: the sum of the bytes from 1, and the sum of these sums, each modulo 65521. */
const adler32 = (bytes: Uint8Array): number => {
  let a = 1
  let b = 0
  for (let i = 0; i < bytes.length; i++) {
    a = (a + bytes[i]!) % 65521
    b = (b + a) % 65521
  }
  return b * 65536 + a
}
