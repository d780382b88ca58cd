import { algebraLaws } from './algebra.js'
import { matrixLaws, vectorLaws } from './arrays.js'
import { derivativeLaws } from './derivatives.js'
import { activationLaws, angleLaws, exponentialLaws } from './functions.js'
import type { Law } from './Law.js'
import { sumLaws } from './sums.js'

export type { Kind, Law } from './Law.js'

/**
 * All laws by which formulas are rewritten. They rewrite formulas of the generator, and share nothing with the judge. What the judge has of
 * its own: the normal form of fractions (number/polynomial.ts), arrays and sums entry by entry (notation/evaluate.ts), the rules of
 * derivatives (number/dual.ts), and what claim/formally.ts says of functions. The campaign prints the laws by which it proved no line:
 * lines made by those hold by drawn values alone.
 */
export const laws: ReadonlyArray<Law> = [
  ...algebraLaws, ...exponentialLaws, ...angleLaws, ...activationLaws, ...sumLaws, ...vectorLaws, ...matrixLaws,
  ...derivativeLaws
]
