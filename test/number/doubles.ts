import fc from 'fast-check'
import { fewer } from './fewer.js'

/** Seeded doubles: of all magnitudes between 10^-k and 10^k, and uniform ones. */
export const doubles = (count: number, k: number, seed: number): ReadonlyArray<number> =>
  fc.sample(
    fc.oneof(
      fc.tuple(fc.double({ min: -k, max: k, noNaN: true }), fc.constantFrom(-1, 1)).map(([e, s]) => s * 10 ** e),
      fc.double({ min: -30, max: 30, noNaN: true }),
      fc.integer({ min: -4000, max: 4000 }).map(n => n / 64)
    ),
    { numRuns: fewer(count), seed }
  )
