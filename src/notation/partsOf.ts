import type { Term } from './Term.js'

/**
 * The terms of which a term is made, in the order in which they are written.
 *
 * @example
 * partsOf(parsePlain('a + b', new Map()).right.first).map(plain) // ['a', 'b']
 */
export const partsOf = (term: Term): ReadonlyArray<Term> => {
  switch (term.kind) {
    case 'number': case 'name': return []
    case 'entry': return [term.of, ...term.at]
    case 'item': case 'slope': return [term.at]
    case 'call': return term.arguments
    case 'unary': case 'expectation': return [term.of]
    case 'binary': case 'relation': return [term.left, term.right]
    case 'many': return [...term.ranges.flatMap(({ bounds = [] }) => bounds), ...term.where === undefined ? [] : [term.where], term.of]
    case 'derivative': return [term.of, term.by]
    case 'matrix': return term.rows.flat()
    case 'cases': return term.cases.flatMap(({ value, where }) => (where === undefined ? [value] : [value, where]))
  }
}
