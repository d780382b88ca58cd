import type { Claim } from '../src/claim/index.js'
import { claims as data } from './safeData.js'
import { claims as layers } from './safeLayers.js'
import { claims as losses } from './safeLosses.js'
import { claims as refusals } from './safeRefusals.js'

/** Where the documents' own functions overflow, vanish or divide by 0, those of the library are right, or refuse and say why. */
export const claims: ReadonlyArray<Claim> = [...losses, ...layers, ...data, ...refusals]
