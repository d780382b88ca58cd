import type { Claim } from '../src/claim/index.js'
import { claims as gazeChecks } from './gazeChecks.js'
import { claims as gazeConvNet } from './gazeConvNet.js'
import { claims as gradientChecks } from './gradientChecks.js'
import { claims as initialWeights } from './initialWeights.js'

/** What the gaze assignment tests, on the functions as exported, and what its tests do not see. */
export const claims: ReadonlyArray<Claim> = [...gazeChecks, ...gazeConvNet, ...gradientChecks, ...initialWeights]
