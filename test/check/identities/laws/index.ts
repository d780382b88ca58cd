import { algebraLaws } from './algebra.js'
import { matrixLaws, vectorLaws } from './arrays.js'
import { derivativeLaws } from './derivatives.js'
import { activationLaws, angleLaws, exponentialLaws } from './functions.js'
import type { Law } from './Law.js'
import { sumLaws } from './sums.js'

export type { Kind, Law } from './Law.js'

/** All laws by which formulas are rewritten. */
export const laws: ReadonlyArray<Law> = [
  ...algebraLaws, ...exponentialLaws, ...angleLaws, ...activationLaws, ...sumLaws, ...vectorLaws, ...matrixLaws, ...derivativeLaws
]
