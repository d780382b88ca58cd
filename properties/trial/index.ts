import type { Claim } from '../../src/claim/index.js'
import { trials as byForAll } from './forAll.js'
import type { Trial } from './trial.js'

export type { Trial } from './trial.js'

/** Statements of known truth, over every way of judging and every suite of laws, each with what should be said of it. */
export const trials: ReadonlyArray<Trial> = [...byForAll]

export const claims: ReadonlyArray<Claim> = trials.map(trial => trial.claim)
