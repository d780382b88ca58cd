import type { Claim } from '../../src/claim/index.js'
import * as expression from '../../src/expression/index.js'
import { expressionLaws } from './expression.js'

export { expressionLaws, type ExpressionSubject } from './expression.js'

export const claims: ReadonlyArray<Claim> = expressionLaws({ name: 'expression', ...expression })
