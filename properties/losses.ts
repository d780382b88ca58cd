import fc, { type Arbitrary } from 'fast-check'
import type { Claim } from '../src/claim/index.js'
import * as definition from '../src/definition/index.js'
import { logisticLoss, multiclassSvm, softmaxCrossEntropy } from '../src/loss/index.js'
import { labels, lossLaws } from './loss.js'

/** A label of -1 or +1 for each example. */
const signs = (examples: number): Arbitrary<ReadonlyArray<number>> =>
  fc.array(fc.constantFrom(-1, 1), { minLength: examples, maxLength: examples })

/** The laws of the losses as exported. */
export const claims: ReadonlyArray<Claim> = [
  ...lossLaws({ name: 'softmaxCrossEntropy', loss: softmaxCrossEntropy, definition: definition.softmaxCrossEntropy, targets: labels }),
  ...lossLaws({ name: 'multiclassSvm', loss: multiclassSvm, definition: N => definition.multiclassSvm(N), targets: labels }),
  ...lossLaws({ name: 'logisticLoss', loss: logisticLoss, definition: definition.logisticLoss, targets: signs, scores: 1 })
]
