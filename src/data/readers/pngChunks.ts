import { refuse } from '../../prelude/index.js'
import { holds } from './bytes.js'
import { crc32 } from './crc32.js'
import { hexadecimal, viewOf } from './elements.js'

// A PNG file: a signature, then chunks. A chunk: the size of its data in 4 bytes, its type in 4 letters, its data, a checksum in 4 bytes.

export const place = 'readPng'
export const signature: ReadonlyArray<number> = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

export interface Chunk {
  readonly type: string
  /** The byte of the file that its data begin at. */
  readonly at: number
  readonly data: Uint8Array
}

/** The chunks of a file, from the first to the one that ends it, whose checksums are right. */
export const chunksOf = (bytes: Uint8Array): ReadonlyArray<Chunk> => {
  holds(place, 'the signature of a PNG file', bytes, 0, signature.length)
  if (!signature.every((byte, k) => bytes[k] === byte)) {
    refuse('input', place, `${hexadecimal(Uint8Array.from(signature), 0, 8)} at byte 0`, hexadecimal(bytes, 0, 8))
  }
  const chunks: Array<Chunk> = []
  let from = signature.length
  while (chunks.at(-1)?.type !== 'IEND') {
    const chunk = chunkAt(bytes, from)
    chunks.push(chunk)
    from = chunk.at + chunk.data.length + 4
  }
  if (from !== bytes.length) refuse('input', place, `the end of the file at byte ${from}`, `${bytes.length} bytes`)
  return chunks
}

const chunkAt = (bytes: Uint8Array, from: number): Chunk => {
  holds(place, 'the size and the type of a chunk', bytes, from, 8)
  const size = viewOf(bytes).getUint32(from)
  const type = Array.from(bytes.subarray(from + 4, from + 8), byte => String.fromCharCode(byte)).join('')
  if (!/^[A-Za-z]{4}$/.test(type)) {
    refuse('input', place, `the type of a chunk, four letters, at byte ${from + 4}`, hexadecimal(bytes, from + 4, 4))
  }
  const at = from + 8
  holds(place, `the data and the checksum of chunk ${type}`, bytes, at, size + 4)
  const checksum = crc32(bytes.subarray(from + 4, at + size))
  if (viewOf(bytes).getUint32(at + size) !== checksum) {
    refuse('input', place, `the checksum of chunk ${type} at byte ${at + size}`, hexadecimal(bytes, at + size, 4))
  }
  return { type, at, data: bytes.subarray(at, at + size) }
}

/** The bytes of a chunk. */
export const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(data.length + 12)
  const view = viewOf(bytes)
  view.setUint32(0, data.length)
  bytes.set(new TextEncoder().encode(type), 4)
  bytes.set(data, 8)
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)))
  return bytes
}
