import { mapParts } from './partsOf.js'
import type { Term } from './Term.js'

/**
 * A term with other terms in place of some names, except where an index of a sum hides them.
 *
 * @example
 * const twice = parsePlain('2 c', new Map()).right.first
 * plain(substituted(parsePlain('a + b', new Map()).right.first, new Map([['a', twice]]))) // '2 c + b'
 */
export const substituted = (term: Term, by: ReadonlyMap<string, Term>): Term => {
  const visible = (bound: ReadonlyArray<string>): typeof by =>
    (bound.length === 0 ? by : new Map([...by].filter(([name]) => !bound.includes(name))))
  return term.kind === 'name' ? by.get(term.name) ?? term
    : mapParts(term, (part, bound) => substituted(part, visible(bound)))
}
