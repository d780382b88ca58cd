import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'
import { given, type State } from '../prelude/index.js'
import { givenSeed, mixed, type Seed, seedFrom } from './Seed.js'

/** A value that depends on chance: from a seed it gives the value and the seed to go on with. Same seed, same bits. */
export type Random<A> = State<Seed, A>

/**
 * The value that a random computation has under a seed; calling it on the seed gives the next seed too.
 * @example
 * R.run(R.integer(1), R.seedOf(7)) // 0
 */
export const run = <A>(random: Random<A>, seed: Seed): A =>
  given.callable('run', 'a random computation', random)(givenSeed('run', seed))[0]

/** Draws from a generator that starts at the seed and is dropped afterwards: the mutation stays inside. */
export const drawing = <A>(draw: (generator: RandomGenerator) => A): Random<A> => seed => {
  const generator = xoroshiro128plusFromState(givenSeed('random', seed))
  const value = draw(generator)
  return [value, generator.getState() as unknown as Seed]
}

/**
 * A seed for an independent stream, and the seed to go on with. Streams may be split again, to any depth: the new seed is a hash
 * of four draws. (A jump would not do: the two children of a split, split again, would meet.)
 * @example
 * R.split(R.seedOf(1)).length // 2
 */
export const split: Random<Seed> = drawing(generator => seedFrom([0, 1, 2, 3].map(() => mixed(generator.next()))))
