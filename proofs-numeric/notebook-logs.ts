import type { Claim } from '../src/claim/index.js'
import { claims as cifar } from './notebook-logs/cifar.js'
import { claims as homework } from './notebook-logs/homework.js'
import { claims as lossPattern } from './notebook-logs/loss-pattern.js'

/** What the printed logs of the notebooks say of themselves. */
export const claims: ReadonlyArray<Claim> = [...homework, ...lossPattern, ...cifar]
