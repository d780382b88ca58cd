import type { Claim } from '../src/claim/index.js'
import { claims as differencesPrinted } from './automatic-differentiation/differences-printed.js'
import { claims as forwardMode } from './automatic-differentiation/forward-mode.js'
import { claims as reverseMode } from './automatic-differentiation/reverse-mode.js'
import { claims as valuesPrinted } from './automatic-differentiation/values.js'
import { claims as commutant } from './circulants/commutant.js'
import { claims as commutation } from './circulants/commutation.js'
import { claims as equivariance } from './circulants/equivariance.js'
import { claims as regretBound } from './regret-bound.js'

/** What is true of the documents' mathematics, in the order of the documents. */
export const claims: ReadonlyArray<Claim> = [
  ...regretBound,
  ...valuesPrinted,
  ...differencesPrinted,
  ...forwardMode,
  ...reverseMode,
  ...commutation,
  ...equivariance,
  ...commutant
]
