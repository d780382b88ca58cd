import type { Claim } from '../../src/claim/index.js'
import * as expression from '../../src/expression/index.js'
import { edgeLaws, expressionLaws } from '../expressions/index.js'

/** The laws of expressions and their derivatives, of the functions as exported. */
export const claims: ReadonlyArray<Claim> = [
  ...expressionLaws({ name: 'expression', ...expression }),
  ...edgeLaws({ name: 'expression', ...expression })
]
