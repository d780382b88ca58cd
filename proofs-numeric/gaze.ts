import type { Claim } from '../src/claim/index.js'
import { claims as effectiveRate } from './gaze/effective-rate.js'
import { claims as falseAlarms } from './gaze/false-alarms.js'
import { claims as printedAccuracies } from './gaze/printed-accuracies.js'
import { claims as printedRuns } from './gaze/printed-runs.js'
import { claims as unitSlope } from './gaze/unit-slope.js'

/** What the logs and the tests of the gaze assignment say, without its data. */
export const claims: ReadonlyArray<Claim> = [...printedAccuracies, ...printedRuns, ...effectiveRate, ...unitSlope, ...falseAlarms]
