import type { Claim } from '../../src/claim/index.js'
import * as expression from '../../src/expression/index.js'
import { expressionLaws } from './expression.js'
import { edgeLaws } from './expressionEdges.js'

export { expressionLaws, type ExpressionSubject } from './expression.js'
export { edgeLaws, type EdgeSubject } from './expressionEdges.js'

export const claims: ReadonlyArray<Claim> = [
  ...expressionLaws({ name: 'expression', ...expression }), ...edgeLaws({ name: 'expression', ...expression })
]
