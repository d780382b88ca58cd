import type { Claim } from '../../src/claim/index.js'
import * as study from '../../src/study/index.js'
import { findingLaws, stepsLaws } from '../studies/index.js'

/** The laws of experiments of documents and of what they find, of the functions as exported. */
export const claims: ReadonlyArray<Claim> = [
  ...findingLaws({ name: 'study', ...study }),
  ...stepsLaws({ name: 'study', ...study })
]
