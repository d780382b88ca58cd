import fc from 'fast-check'
import { expect } from 'vitest'
import { attempt, type Either, isLeft, type Refusal } from '../../../src/prelude/index.js'

// Files that are damaged: a reader gives a value or refuses in its own name, and raises nothing else.

export type Read<A> = (bytes: Uint8Array) => A

/** What a reader says of a file, which must not be an error of another kind. */
const outcomeOf = <A>(place: string, read: Read<A>, bytes: Uint8Array): Either<Refusal, A> => {
  const before = Buffer.from(bytes)
  const outcome = attempt(() => read(bytes))
  if (isLeft(outcome) && outcome.left.place !== place) throw outcome.left
  expect(before.equals(bytes)).toBe(true)
  return outcome
}

const edited = (bytes: Uint8Array, at: number, byte: number): Uint8Array =>
  bytes.map((old, i) => (i === at ? byte : old))

/** The files that each of these readings must answer or refuse, and what an answer has to fulfil. */
export interface Reading<A> {
  readonly place: string
  readonly read: Read<A>
  readonly files: ReadonlyArray<Uint8Array>
  /** How many numbers, bytes or characters an answer keeps. */
  readonly kept: (value: A) => number
  /** The most of them for a file of so many bytes. */
  readonly most: (bytes: number) => number
}

const check = <A>({ place, read, kept, most }: Reading<A>, bytes: Uint8Array): void => {
  const outcome = outcomeOf(place, read, bytes)
  if (!isLeft(outcome)) expect(kept(outcome.right)).toBeLessThanOrEqual(most(bytes.length))
}

/** Each file with each of its bytes changed in each of its bits, and to 0 and 255. */
export const everyEdit = <A>(reading: Reading<A>): void => {
  for (const file of reading.files) {
    for (const at of file.keys()) {
      for (const byte of [...[0, 1, 2, 3, 4, 5, 6, 7].map(bit => file[at]! ^ (1 << bit)), 0, 255]) {
        check(reading, edited(file, at, byte))
      }
    }
  }
}

/** Any bytes; files with some bytes changed, cut off, put in, or left out. */
export const anyDamage = <A>(reading: Reading<A>): void => {
  const file = fc.constantFrom(...reading.files)
  const edit = fc.record({ at: fc.nat(), out: fc.nat(9), put: fc.uint8Array({ maxLength: 9 }) })
  const damaged = fc.tuple(file, fc.array(edit, { minLength: 1, maxLength: 4 })).map(([bytes, edits]) =>
    edits.reduce((so, { at, out, put }) => {
      const from = at % (so.length + 1)
      return Uint8Array.of(...so.subarray(0, from), ...put, ...so.subarray(from + out))
    }, bytes))
  const cut = fc.tuple(file, fc.nat()).map(([bytes, length]) => bytes.subarray(0, length % (bytes.length + 1)))
  fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), damaged, cut), bytes => check(reading, bytes)))
}

/** Refuses each file that ends early, and each with a byte more. */
export const noOtherLength = <A>({ place, read, files }: Reading<A>): void => {
  for (const file of files) {
    const lengths = [...file.keys()].map(length => file.slice(0, length))
    for (const bytes of [...lengths, Uint8Array.of(...file, 0)]) {
      expect(isLeft(outcomeOf(place, read, bytes)), `${bytes.length} of ${file.length} bytes`).toBe(true)
    }
  }
}

/** The bytes of hexadecimal digits and texts in quotes: "0300 'abc'". Spaces part them. */
export const bytesOf = (recipe: string): Uint8Array =>
  Uint8Array.from([...recipe.matchAll(/'([^']*)'|([0-9a-f]{2})|\s+|(.)/gs)].flatMap(([, text, hex, odd]) => {
    if (odd !== undefined) throw new Error(`no bytes: ${odd}`)
    return text !== undefined ? [...new TextEncoder().encode(text)] : hex !== undefined ? [parseInt(hex, 16)] : []
  }))
