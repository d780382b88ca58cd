import functional from 'eslint-plugin-functional'

// The plugin's rule, which finds every mutation, without its reports on local buffers: a variable of a function that began as a new value
// and is filled before it is handed on, or what a reduce collects in when it began as one. What is left is mutation of parameters, of
// aliases, of module state and of exports.

const base = functional.rules['immutable-data']

const fresh = new Set(['ArrayExpression', 'ObjectExpression', 'NewExpression', 'CallExpression'])

const withoutCast = node =>
  node?.type === 'TSAsExpression' || node?.type === 'TSNonNullExpression' ? withoutCast(node.expression) : node

/** What a mutation is done to: `x` in x.y[0] = 1, x.push(2), x.n++ and delete x.y. */
const rootOf = node => {
  const inner = withoutCast(node)
  switch (inner.type) {
    case 'AssignmentExpression': return rootOf(inner.left)
    case 'UpdateExpression':
    case 'UnaryExpression': return rootOf(inner.argument)
    case 'CallExpression': return rootOf(inner.callee)
    case 'MemberExpression': return rootOf(inner.object)
    default: return inner
  }
}

const variableOf = (scope, name) => scope === null ? undefined : scope.set.get(name) ?? variableOf(scope.upper, name)

const isFresh = node => fresh.has(withoutCast(node)?.type)

/** The first parameter of the function given to `xs.reduce(f, initial)`. */
const isAccumulator = (name, { parent, params: [first] }) =>
  first?.type === 'Identifier' && first === name && parent.type === 'CallExpression' &&
  parent.callee.property?.name === 'reduce' && isFresh(parent.arguments[1])

const isLocalBuffer = (sourceCode, node) => {
  const root = rootOf(node)
  if (root.type !== 'Identifier') return false
  const variable = variableOf(sourceCode.getScope(root), root.name)
  const inFunction = variable !== undefined && !['module', 'global'].includes(variable.scope.type)
  return inFunction && variable.defs.some(({ type, name, node: definition }) =>
    type === 'Parameter' ? isAccumulator(name, definition)
      : type === 'Variable' && definition.id.type === 'Identifier' && isFresh(definition.init))
}

export default {
  ...base,
  create: context => base.create(Object.create(context, {
    report: { value: found => { if (!isLocalBuffer(context.sourceCode, found.node)) context.report(found) } }
  }))
}
