import type { Claim } from '../../src/claim/index.js'
import * as difference from '../../src/difference/index.js'
import { differenceLaws } from './difference.js'
import { errorModelLaws } from './errorModel.js'
import { narrowFeatureLaws } from './narrowFeatures.js'
import { numericGradientLaws } from './numericGradient.js'
import { relativeErrorLaws } from './relativeError.js'
import { wholeNumberLaws } from './wholeNumbers.js'

export { differenceLaws, type Difference, type DifferenceSubject } from './difference.js'
export { errorModelLaws, type ErrorModelSubject } from './errorModel.js'
export { narrowFeatureLaws, type NarrowFeatureSubject } from './narrowFeatures.js'
export { numericGradientLaws, type NumericGradientSubject } from './numericGradient.js'
export { relativeErrorLaws, type RelativeErrorSubject } from './relativeError.js'

const gradients = numericGradientLaws({ name: 'difference', ...difference })
const isUsualStep = ({ id }: Claim): boolean => id.endsWith('gradient-usual-step')

/** A usual step that is wrong is first told by the laws about it, then by the one about steps near 0. */
export const claims: ReadonlyArray<Claim> = [
  ...differenceLaws({ name: 'difference', ...difference }),
  ...errorModelLaws({ name: 'difference', ...difference }),
  ...narrowFeatureLaws({ name: 'difference', ...difference }),
  ...relativeErrorLaws({ name: 'difference', ...difference }),
  ...gradients.filter(law => !isUsualStep(law)),
  ...wholeNumberLaws({ name: 'difference', numericGradient: difference.numericGradient }),
  ...gradients.filter(isUsualStep)
]
