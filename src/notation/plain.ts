import type { BinaryOperator, Term } from './Term.js'

/**
 * A term as plain text, in which each bracket that matters is written: how the text was understood, for a person to compare.
 *
 * @example
 * const read = parseTeX('{x - y}^2', new Map())
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
    case 'name': return bare(term.name)
    case 'entry': return `${show(term.of, 5)}[${term.at.map(plain).join(', ')}]`
    case 'item': return `${bare(term.of.slice(0, -1))}{${plain(term.at)}}`
    case 'call': return term.arguments.length === 0 ? term.function : `${bare(term.function)}(${term.arguments.map(plain).join(', ')})`
    case 'unary': return term.operator === 'negate' ? bracketed(`-${show(term.of, 3)}`, 1) : `${show(term.of, 5)}'`
    case 'binary': {
      const { operator, left, right } = term
      const binds = strength[operator]
      if (operator === 'inner') return `<${plain(left)}, ${plain(right)}>`
      // after a quotient a product has two readings
      const isQuotient = left.kind === 'binary' && left.operator === 'divide' && binds === 2
      const [first, second] = operator === 'power' ? [show(left, 5), show(right, 5)]
        : [show(left, isQuotient ? 3 : binds), show(right, binds + 1)]
      return bracketed(`${first}${operator === 'multiply' && /^\d/.test(second) ? ' * ' : signs[operator]}${second}`, binds)
    }
    case 'many': {
      const ranges = term.ranges.map(({ index, bounds }) => `${bare(index)}${bounds === undefined ? '' : ` = ${bounds.map(plain).join('..')}`}`)
      const where = term.where === undefined ? '' : ` where ${plain(term.where)}`
      return bracketed(`${term.operator} over ${ranges.join(', ')}${where} of ${show(term.of, 2)}`, 2)
    }
    case 'derivative': return `d(${plain(term.of)})/d(${plain(term.by)})`
    case 'slope': return `${bare(term.function)}'(${plain(term.at)})`
    case 'relation': return `[${plain(term.left)} ${term.sign} ${plain(term.right)}]`
    case 'matrix': return `[${term.rows.map(cells => cells.map(plain).join(', ')).join('; ')}]`
    case 'cases': {
      const cases = term.cases.map(({ value, where }) => `${plain(value)}${where === undefined ? '' : ` where ${plain(where)}`}`)
      return `{ ${cases.join('; ')} }`
    }
  }
}

/** "\\mathbf{w}^*" without what only sets it in type: "w^*"; "\\alpha" as "alpha". */
const bare = (name: string): string => name
  .replace(/\\(?:mathbf|boldsymbol|mathrm|mathsf|mathit|bm|vec|overrightarrow)\{([^{}]*)\}/g, '$1')
  .replace(/\\([a-zA-Z]+)\{([^{}]*)\}/g, '$2_$1')
  .replace(/\\/g, '')
