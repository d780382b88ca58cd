import type { Claim } from '../src/claim/index.js'
import { claims as regretBound } from './regret-bound.js'

/** What is true of the documents' mathematics, in the order of the documents. */
export const claims: ReadonlyArray<Claim> = [
  ...regretBound
]
