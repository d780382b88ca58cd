import { given, refuse } from '../../prelude/index.js'

// What the readers share: the bytes at their door, and texts within them. `place` is the function that a refusal names.

/** The bytes of a file. */
export const givenBytes = (place: string, bytes: Uint8Array): Uint8Array =>
  bytes instanceof Uint8Array ? bytes : refuse('input', place, 'the bytes of a file, a Uint8Array', given.kindOf(bytes))

/** Refuses a file that ends before a part of it. */
export const holds = (place: string, what: string, bytes: Uint8Array, from: number, count: number): void => {
  const left = Math.max(0, bytes.length - from)
  if (count > left) refuse('input', place, `${what}: ${count} bytes from byte ${from}`, `${left} bytes`)
}

/** A part of the bytes as UTF-8, or a refusal. */
export const utf8 = (place: string, what: string, bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.slice())
  } catch {
    return refuse('input', place, `${what} in UTF-8`, 'other bytes')
  }
}
