import { given, refuse } from '../prelude/index.js'
import { fromNested } from '../tensor/create.js'
import { givenTensor, type Tensor } from '../tensor/Tensor.js'
import { showShape } from '../number/Shape.js'

/** The state of a xoroshiro128+ generator: four integers of 32 bits, not all zero. Plain data that a checkpoint can hold. */
export type Seed = readonly [number, number, number, number]

/**
 * A seed from a whole number. Neighbouring numbers give unrelated seeds. Refuses what is not a safe integer.
 * @example
 * R.seedOf(1).length // 4
 */
export const seedOf = (n: number): Seed => {
  if (!Number.isSafeInteger(n)) refuse('domain', 'seedOf', 'a whole number of at most 53 bits', given.kindOf(n))
  const high = Math.floor(n / 2 ** 32)
  return seedFrom([0, 1, 2, 3].map(i => mixed(mixed((n + i * golden) | 0) ^ ((high + i) | 0))))
}

/**
 * The seed as a tensor of four integers, for checkpoints.
 * @example
 * R.toTensor([1, 2, 3, 4]).shape // [4]
 */
export const toTensor = (seed: Seed): Tensor => fromNested(givenSeed('toTensor', seed))

/**
 * The seed that toTensor stored. Refuses another shape, entries that are not integers of 32 bits, and four zeros.
 * @example
 * R.fromTensor(R.toTensor([1, 2, 3, 4])) // [1, 2, 3, 4]
 */
export const fromTensor = (x: Tensor): Seed => {
  const [a = 0, b = 0, c = 0, d = 0] = givenTensor('fromTensor', x).data
  if (x.shape.length !== 1 || x.shape[0] !== 4) refuse('shape', 'fromTensor', 'a seed of shape 4', showShape(x.shape))
  return givenSeed('fromTensor', [a, b, c, d])
}

/** A seed at the door of a function. */
export const givenSeed = (place: string, seed: Seed): Seed => {
  const [a = 0, b = 0, c = 0, d = 0] = given.list(place, 'a seed (seedOf(1) is one)', seed)
  const words = [a, b, c, d].every(word => (word | 0) === word)
  if (!words || seed.length !== 4 || (a | b | c | d) === 0) {
    refuse('input', place, 'four integers of 32 bits, not all zero', seed.join(', '))
  }
  return seed
}

/** A seed from four words, of which four zeros, the one state that xoroshiro128+ never leaves, become another. */
export const seedFrom = (words: ReadonlyArray<number>): Seed => {
  const [a = 0, b = 0, c = 0, d = 0] = words
  return (a | b | c | d) === 0 ? [1, 2, 3, 4] : [a, b, c, d]
}

/** The fractional part of the golden ratio in 32 bits: multiples of it are spread evenly. */
const golden = 0x9e3779b9

/** The finalizer of MurmurHash3: a bijection of 32-bit integers in which each bit of the result depends on all bits given. */
export const mixed = (word: number): number => {
  const a = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  const b = Math.imul(a ^ (a >>> 13), 0xc2b2ae35)
  return b ^ (b >>> 16)
}
