import type { Claim } from '../../src/claim/index.js'
import { claims as losses } from './losses.js'
import { claims as safeLosses } from './safeLosses.js'

export { labels, lossLaws, type LossSubject } from './loss.js'

export const claims: ReadonlyArray<Claim> = [...losses, ...safeLosses]
