import type { Claim } from '../src/claim/index.js'
import { accuracy, best, epochs } from '../src/train/index.js'
import { claims as affineRows } from './affineRows.js'
import { claims as batches } from './batches.js'
import { claims as deadExample } from './deadExample.js'
import { claims as linearTraining } from './linearTraining.js'
import { claims as modelContracts } from './modelContracts.js'
import { claims as sandwiches } from './sandwiches.js'
import { validationLaws } from './validation.js'

/** The laws of compositions and models, of what a training is looked at and kept by, and of linear classifiers under training. */
export const claims: ReadonlyArray<Claim> = [
  ...affineRows,
  ...sandwiches,
  ...modelContracts,
  ...deadExample,
  ...validationLaws({ name: 'validation', accuracy, best, epochs }),
  ...batches,
  ...linearTraining
]
