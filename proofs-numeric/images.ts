import type { Claim } from '../src/claim/index.js'
import { claims as colourCodes } from './images/colour-codes.js'
import { claims as pictures } from './images/pictures.js'

/** Pictures as arrays of numbers, their colours, and the points of a plot. */
export const claims: ReadonlyArray<Claim> = [...colourCodes, ...pictures]
