import type { Range, RelationTerm, Term } from './Term.js'

/**
 * A term with other terms in place of some names, except where an index of a sum hides them.
 *
 * @example
 * const twice = parsePlain('2 c', new Map()).right.first
 * plain(substituted(parsePlain('a + b', new Map()).right.first, new Map([['a', twice]]))) // '2 c + b'
 */
export const substituted = (term: Term, by: ReadonlyMap<string, Term>): Term => {
  const inside = (part: Term): Term => substituted(part, by)
  const relation = (part: RelationTerm): RelationTerm => ({ ...part, left: inside(part.left), right: inside(part.right) })
  switch (term.kind) {
    case 'number': return term
    case 'name': return by.get(term.name) ?? term
    case 'entry': return { ...term, of: inside(term.of), at: term.at.map(inside) }
    case 'item': case 'slope': return { ...term, at: inside(term.at) }
    case 'call': return { ...term, arguments: term.arguments.map(inside) }
    case 'unary': return { ...term, of: inside(term.of) }
    case 'binary': return { ...term, left: inside(term.left), right: inside(term.right) }
    case 'relation': return relation(term)
    case 'many': {
      const hidden = new Map([...by].filter(([name]) => term.ranges.every(({ index }) => index !== name)))
      const range = ({ index, bounds }: Range): Range =>
        (bounds === undefined ? { index } : { index, bounds: [inside(bounds[0]), inside(bounds[1])] })
      const where = term.where === undefined ? {} : { where: substituted(term.where, hidden) as RelationTerm }
      return { ...term, ranges: term.ranges.map(range), ...where, of: substituted(term.of, hidden) }
    }
    case 'expectation': return { ...term, of: substituted(term.of, new Map([...by].filter(([name]) => !term.over.includes(name)))) }
    case 'derivative': return { ...term, of: inside(term.of), by: inside(term.by) }
    case 'matrix': return { ...term, rows: term.rows.map(cells => cells.map(inside)) }
    case 'cases': {
      const one = ({ value, where }: (typeof term.cases)[number]): (typeof term.cases)[number] =>
        ({ value: inside(value), ...where === undefined ? {} : { where: relation(where) } })
      return { ...term, cases: term.cases.map(one) }
    }
  }
}
