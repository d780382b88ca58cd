export { expressionLaws, type ExpressionSubject } from './expression.js'
export { edgeLaws, type EdgeSubject } from './expressionEdges.js'
