import type { Claim } from '../src/claim/index.js'
import { claims as homeworkErrors } from './finite-differences/homework-errors.js'
import { claims as model } from './finite-differences/error-model.js'
import { claims as orders } from './finite-differences/orders.js'
import { claims as truncation } from './finite-differences/truncation.js'

/** One-sided against central differences: what they are wrong by, exactly, by Taylor's remainder, and in the homework's own example. */
export const claims: ReadonlyArray<Claim> = [...orders, ...truncation, ...model, ...homeworkErrors]
