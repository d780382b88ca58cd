import type { Term } from '../Term.js'

/** What a term is apart from its parts; none where a part may be under an index, or where there is none. */
export const frameOf = (term: Term): string | undefined => {
  switch (term.kind) {
    case 'entry': return `entry ${term.at.length}`
    case 'item': return `item ${term.of}`
    case 'call': return `call ${term.function} ${term.arguments.length}`
    case 'slope': return `slope ${term.function}`
    case 'unary': case 'binary': return `${term.kind} ${term.operator}`
    case 'derivative': return 'derivative'
    case 'matrix': return `matrix ${term.rows.map(cells => cells.length).join(' ')}`
    case 'number': case 'name': case 'many': case 'expectation': case 'relation': case 'cases': return undefined
  }
}

/** A term with other terms in place of its parts, which are as many. */
export const withParts = (term: Term, parts: ReadonlyArray<Term>): Term => {
  const [first, second] = parts as readonly [Term, Term]
  switch (term.kind) {
    case 'entry': return { ...term, of: first, at: parts.slice(1) }
    case 'item': case 'slope': return { ...term, at: first }
    case 'call': return { ...term, arguments: parts }
    case 'unary': return { ...term, of: first }
    case 'binary': return { ...term, left: first, right: second }
    case 'derivative': return { ...term, of: first, by: second }
    case 'matrix': {
      const starts = term.rows.map((_, i) => term.rows.slice(0, i).reduce((sum, cells) => sum + cells.length, 0))
      return { ...term, rows: term.rows.map((cells, i) => cells.map((_cell, j) => parts[(starts[i] ?? 0) + j] as Term)) }
    }
    case 'number': case 'name': case 'many': case 'expectation': case 'relation': case 'cases': return term
  }
}
