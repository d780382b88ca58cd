import ts from 'typescript'

// What a row of mutants can name in a source file: its top-level declarations, each call that makes claims, by its id,
// and each line of a derivation. Where an id has a hole, as in `${name}/form`, the name has a star: */form.

const literal = node => {
  if (node === undefined) return undefined
  if (ts.isStringLiteralLike(node)) return node.text
  if (!ts.isTemplateExpression(node)) return undefined
  return [node.head, ...node.templateSpans.map(span => span.literal)].map(({ text }) => text).join('*')
}

const valueOf = (object, key) =>
  object.properties.find(property => ts.isPropertyAssignment(property) && property.name.getText() === key)?.initializer

const idOf = node => {
  const [first] = ts.isCallExpression(node) ? node.arguments : []
  return first !== undefined && ts.isObjectLiteralExpression(first) ? literal(valueOf(first, 'id')) : undefined
}

const isLine = node => ts.isObjectLiteralExpression(node) && ts.isArrayLiteralExpression(node.parent) &&
  ts.isPropertyAssignment(node.parent.parent) && node.parent.parent.name.getText() === 'lines'

/** The calls and lines below a node; a line belongs to the call around it. */
const claimsBelow = (node, around) => {
  const id = idOf(node)
  const line = isLine(node) ? literal(valueOf(node, 'name')) : undefined
  const name = id ?? (line === undefined ? undefined : `${around}/${line}`)
  const inner = []
  ts.forEachChild(node, child => { inner.push(...claimsBelow(child, id ?? around)) })
  return name === undefined ? inner : [{ name, node }, ...inner]
}

const namesIn = binding => ts.isIdentifier(binding) ? [binding.text]
  : binding.elements.flatMap(element => element.name === undefined ? [] : namesIn(element.name))

const topLevel = statement => {
  if (!ts.isVariableStatement(statement)) {
    return statement.name === undefined ? [] : [{ name: statement.name.text, node: statement }]
  }
  const { declarations } = statement.declarationList
  return declarations.flatMap(declaration => namesIn(declaration.name)
    .map(name => ({ name, node: declarations.length === 1 ? statement : declaration })))
}

/** Each declaration of a file: its name, and where its text begins and ends. */
export const declarationsIn = text => {
  const { statements } = ts.createSourceFile('a.ts', text, ts.ScriptTarget.ES2022, true)
  return statements.flatMap(statement => [...topLevel(statement), ...claimsBelow(statement, '')])
    .map(({ name, node }) => ({ name, start: node.getStart(), end: node.end }))
}

const escaped = word => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** Matches a text in any format, by whole words: white space counts between two words alone. */
const loosely = part => {
  const pieces = (part.match(/\w+|[^\w\s]/g) ?? []).map(piece => /\w/.test(piece) ? `\\b${piece}\\b` : escaped(piece))
  return new RegExp(pieces.join('\\s*'), 'g')
}

/** Where a part stands in the declarations of that name, each place once. */
export const placesOf = (text, declarations, part) => {
  const within = (start, end) => declarations.some(one => one.start <= start && end <= one.end)
  return [...text.matchAll(loosely(part))].map(found => ({ start: found.index, end: found.index + found[0].length }))
    .filter(({ start, end }) => within(start, end))
}
