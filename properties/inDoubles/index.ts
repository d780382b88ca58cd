import type { Claim } from '../../src/claim/index.js'
import { distances } from './distances.js'
import { probabilities } from './probabilities.js'
import { statistics } from './statistics.js'

/** Formulas of the documents that doubles do not compute, each refuted as it is written, beside the function as exported. */
export const claims: ReadonlyArray<Claim> = [...distances, ...probabilities, ...statistics]
