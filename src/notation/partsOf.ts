import type { RelationTerm, Term } from './Term.js'

/** Indices and random values that a term binds: in these of its parts their names mean nothing else. */
type Bound = ReadonlyArray<string>

/**
 * A term with each of its parts made anew, in the order in which they are written.
 *
 * @example
 * plain(mapParts(parsePlain('a + b', new Map()).right.first, part => ({ kind: 'number', text: '2', span: part.span }))) // '2 + 2'
 */
export const mapParts = (term: Term, f: (part: Term, bound: Bound) => Term): Term => {
  const each = (part: Term): Term => f(part, [])
  switch (term.kind) {
    case 'number': case 'name': return term
    case 'entry': return { ...term, of: each(term.of), at: term.at.map(each) }
    case 'item': case 'slope': return { ...term, at: each(term.at) }
    case 'call': return { ...term, arguments: term.arguments.map(each) }
    case 'unary': return { ...term, of: each(term.of) }
    case 'binary': case 'relation': return { ...term, left: each(term.left), right: each(term.right) }
    case 'many': {
      const own = term.ranges.map(({ index }) => index)
      const ranges = term.ranges.map(({ index, bounds }) =>
        (bounds === undefined ? { index } : { index, bounds: [each(bounds[0]), each(bounds[1])] as const }))
      const where = term.where === undefined ? {} : { where: f(term.where, own) as RelationTerm }
      return { ...term, ranges, ...where, of: f(term.of, own) }
    }
    case 'expectation': return { ...term, of: f(term.of, term.over) }
    case 'derivative': return { ...term, of: each(term.of), by: each(term.by) }
    case 'matrix': return { ...term, rows: term.rows.map(cells => cells.map(each)) }
    case 'cases': {
      const cases = term.cases.map(({ value, where }) =>
        ({ value: each(value), ...where === undefined ? {} : { where: each(where) as RelationTerm } }))
      return { ...term, cases }
    }
  }
}

/**
 * The terms of which a term is made, each with the names that it binds in them.
 *
 * @example
 * boundParts(parsePlain('sum(i, 1, n, i^2)', new Map()).right.first).map(([, bound]) => bound) // [[], [], ['i']]
 */
export const boundParts = (term: Term): ReadonlyArray<readonly [Term, Bound]> => {
  const parts: Array<readonly [Term, Bound]> = []
  mapParts(term, (part, bound) => {
    parts.push([part, bound])
    return part
  })
  return parts
}

/**
 * The terms of which a term is made, in the order in which they are written.
 *
 * @example
 * partsOf(parsePlain('a + b', new Map()).right.first).map(plain) // ['a', 'b']
 */
export const partsOf = (term: Term): ReadonlyArray<Term> => boundParts(term).map(([part]) => part)

/** A term with other terms in place of its parts, which are as many. */
export const withParts = (term: Term, parts: ReadonlyArray<Term>): Term => {
  const left = parts.values()
  return mapParts(term, () => left.next().value as Term)
}

/**
 * Whether one of some names stands anywhere in a term.
 *
 * @example
 * mentions(parsePlain('a + b', new Map()).right.first, new Set(['b'])) // true
 */
export const mentions = (term: Term, names: { readonly has: (name: string) => boolean }): boolean =>
  (term.kind === 'name' ? names.has(term.name) : partsOf(term).some(part => mentions(part, names)))
