import { Unzlib, unzlibSync } from 'fflate'
import { refuse } from '../../prelude/index.js'
import { hexadecimal, viewOf } from './elements.js'

// DEFLATE writes 258 equal bytes in 2 bits at best: a byte unpacks to at most 1032. A stream is unpacked so many bytes at a time that one
// that unpacks to too much is left after at most 4 MiB more. A stream that is as short is unpacked at once, which is thirty times as fast.
const ratio = 1032
const step = 4096
/** A header of 2 bytes, an empty block, which takes 10 bits, and a checksum of 4. */
const least = 8

/** What a zlib stream unpacks to; refuses one that is damaged, cut off, or unpacks to more bytes than `most`. */
export const inflated = (place: string, what: string, bytes: Uint8Array, most: number): Uint8Array => {
  const format = `${what} in the format of zlib`
  if (bytes.length < least) return refuse('input', place, format, `${bytes.length} bytes`)
  const stream = bytes.length > step ? streamed(place, format, bytes, most)
    : tried(place, format, () => unzlibSync(bytes, { out: new Uint8Array(ratio * bytes.length) }))
  if (stream.length > most) refuse('input', place, `${what} that unpacks to at most ${most} bytes`, `${stream.length} or more`)
  const last = bytes.length - 4
  return viewOf(bytes).getUint32(last) === adler32(stream) ? stream
    : refuse('input', place, `${what} with the checksum of what it unpacks to`, hexadecimal(bytes, last, 4))
}

/** What a stream unpacks to, or, if it is more than `most`, as much of it as was seen. */
const streamed = (place: string, format: string, bytes: Uint8Array, most: number): Uint8Array => {
  const parts: Array<Uint8Array> = []
  const stream = new Unzlib(part => { parts.push(part) })
  let size = 0
  for (let at = 0, seen = 0; at < bytes.length && size <= most; at += step) {
    tried(place, format, () => { stream.push(bytes.subarray(at, at + step), at + step >= bytes.length) })
    for (; seen < parts.length; seen++) size += parts[seen]?.length ?? 0
  }
  const whole = new Uint8Array(size)
  parts.reduce((at, part) => {
    whole.set(part, at)
    return at + part.length
  }, 0)
  return whole
}

const tried = <A>(place: string, format: string, unpack: () => A): A => {
  try {
    return unpack()
  } catch (error) {
    return refuse('input', place, format, error instanceof Error ? error.message : 'other bytes')
  }
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
