import { plainName } from './plainName.js'
import type { BinaryOperator, BinaryTerm, RelationTerm, Term } from './Term.js'

/**
 * A term as plain text, in which each bracket that matters is written: how the text was understood, for a person to compare, and for
 * `parsePlain` to read again.
 *
 * @example
 * const read = parseTeX('\\left(x - y\\right)^2', new Map())
 * plain(read.right.first) // '(x - y)^2'
 */
export const plain = (term: Term): string => show(term, 0)

// sums bind least, then products, signs, powers, and what needs no bracket
const strength: Readonly<Record<BinaryOperator, number>> =
  { add: 1, subtract: 1, multiply: 2, dot: 2, divide: 2, entrywise: 2, inner: 5, power: 4 }
const signs: Readonly<Record<BinaryOperator, string>> = {
  add: ' + ', subtract: ' - ', multiply: ' ', dot: ' . ', divide: ' / ', entrywise: ' .* ', inner: ', ', power: '^'
}

const show = (term: Term, around: number): string => {
  const bracketed = (text: string, binds: number): string => (binds < around ? `(${text})` : text)
  switch (term.kind) {
    case 'number': return term.text
    case 'name': return plainName(term.name)
    case 'entry': return `${show(term.of, 5)}[${term.at.map(plain).join(', ')}]`
    case 'item': return `${plainName(term.of.slice(0, -1))}{${plain(term.at)}}`
    case 'call': return term.arguments.length === 0 ? term.function
      : `${plainName(term.function)}(${listed(term.arguments)})`
    case 'unary': return term.operator === 'negate' ? bracketed(`-${show(term.of, 3)}`, 1) : `${show(term.of, 5)}'`
    case 'binary': return term.operator === 'inner' ? `dot(${listed([term.left, term.right])})`
      : bracketed(operated(term), strength[term.operator])
    case 'many': {
      const ranges = term.ranges.map(({ index, bounds }) =>
        `${plainName(index)}${bounds === undefined ? '' : ` = ${bounds.map(plain).join('..')}`}`)
      const where = term.where === undefined ? '' : ` where ${related(term.where)}`
      return bracketed(`${term.operator} over ${ranges.join(', ')}${where} of ${show(term.of, 2)}`, 2)
    }
    case 'expectation': return `E(${plain(term.of)} over ${term.over.map(plainName).join(', ')})`
    case 'derivative': return bracketed(`d(${plain(term.of)})/d(${plain(term.by)})`, 2)
    case 'slope': return `${plainName(term.function)}${term.order === 2 ? '\'\'' : '\''}(${plain(term.at)})`
    case 'relation': return `[${related(term)}]`
    case 'matrix': return `[${term.rows.map(cells => (term.rows.every(row => row.length === 1) ? listed(cells)
      : `[${listed(cells)}]`)).join(', ')}]`
    case 'cases': {
      const cases = term.cases.map(
        ({ value, where }) => `${plain(value)}${where === undefined ? '' : ` where ${related(where)}`}`
      )
      return `{ ${cases.join('; ')} }`
    }
  }
}

const listed = (terms: ReadonlyArray<Term>): string => terms.map(plain).join(', ')

const related = ({ left, sign, right }: RelationTerm): string => `${plain(left)} ${sign} ${plain(right)}`

const operated = ({ operator, left, right }: BinaryTerm): string => {
  const binds = strength[operator]
  if (operator === 'power') return `${show(left, 5)}^${show(right, 5)}`
  // after a quotient a product has two readings, and a sum over an index goes on
  const isOpen = binds === 2 && (left.kind === 'many' || (left.kind === 'binary' && left.operator === 'divide'))
  const [first, second] = [show(left, isOpen ? 3 : binds), show(right, binds + 1)]
  // what stands before a bracket may be a function
  return `${first}${operator === 'multiply' && /^[\d.([{]/.test(second) ? ' * ' : signs[operator]}${second}`
}
