import type { Claim } from '../src/claim/index.js'
import { claims as differenceQuotients } from './gradients-and-updates/difference-quotients.js'
import { claims as learningRates } from './gradients-and-updates/learning-rates.js'
import { claims as minibatches } from './gradients-and-updates/minibatches.js'
import { claims as updateRules } from './gradients-and-updates/update-rules.js'

/** How gradients are estimated, by differences and on batches, and what the update rules make of them. */
export const claims: ReadonlyArray<Claim> = [...differenceQuotients, ...minibatches, ...learningRates, ...updateRules]
