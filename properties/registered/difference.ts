import type { Claim } from '../../src/claim/index.js'
import * as difference from '../../src/difference/index.js'
import {
  differenceLaws, errorModelLaws, forwardGradientLaws, narrowFeatureLaws, numericGradientLaws, relativeErrorLaws,
  wholeNumberLaws
} from '../differences/index.js'

const subject = { name: 'difference', ...difference }

const gradients = numericGradientLaws(subject)
const isUsualStep = ({ id }: Claim): boolean => id.endsWith('/gradient-usual-step')

/** A usual step that is wrong is first told by the laws about it, then by the one about steps near 0. */
export const claims: ReadonlyArray<Claim> = [
  ...differenceLaws(subject),
  ...errorModelLaws(subject),
  ...narrowFeatureLaws(subject),
  ...relativeErrorLaws(subject),
  ...gradients.filter(law => !isUsualStep(law)),
  ...wholeNumberLaws(subject),
  ...gradients.filter(isUsualStep),
  ...forwardGradientLaws(subject)
]
