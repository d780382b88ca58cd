import type { Claim } from '../../src/claim/index.js'
import * as R from '../../src/random/index.js'
import { permutationLaws } from '../random/index.js'

/** The laws of what is drawn in random order, of the functions as exported. */
export const claims: ReadonlyArray<Claim> = [
  ...permutationLaws({ name: 'permutation', permutation: (n, seed) => R.run(R.permutation(n), R.seedOf(seed)) })
]
