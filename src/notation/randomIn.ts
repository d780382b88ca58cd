import { boundParts } from './partsOf.js'
import { lawOf, type Scope, type Symbol } from './Scope.js'
import type { Term } from './Term.js'

type Names = ReadonlyArray<string>

const without = (names: Names, bound: Names): Names => names.filter(name => !bound.includes(name))

/** The names in a term that nothing in it binds. */
const namesIn = (term: Term): Names => {
  const own = term.kind === 'name' ? [term.name] : term.kind === 'item' ? [term.of]
    : term.kind === 'call' || term.kind === 'slope' ? [term.function] : []
  return [...own, ...boundParts(term).flatMap(([part, bound]) => without(namesIn(part), bound))]
}

/** The names on which what a name stands for depends. */
const namesBehind = (symbol: Symbol | undefined): Names => {
  switch (symbol?.kind) {
    case 'definition': return without(namesIn(symbol.body), symbol.parameters)
    case 'entries': return without(namesIn(symbol.body), symbol.indices)
    case 'recursion': return [symbol.first, symbol.next, symbol.each].flatMap(rule =>
      (rule?.value === undefined ? [] : without(namesIn(rule.value), 'index' in rule ? [rule.index] : [])))
    default: return []
  }
}

const reached = (scope: Scope, known: ReadonlySet<string>, names: Names): ReadonlySet<string> =>
  names.reduce((
    seen, name
  ) => (seen.has(name) ? seen : reached(scope, new Set([...seen, name]), namesBehind(scope.get(name)))), known)

/**
 * What is random in a term, as declared: also in what its names stand for.
 *
 * @example
 * const scope = new Map([['y', { kind: 'label', values: [] }], [lawOf('y'), { kind: 'law', of: 'y' }]])
 * randomIn(scope, parsePlain('y + 1', scope).right.first) // ['y']
 */
export const randomIn = (scope: Scope, term: Term): Names => {
  const isAny = [...scope.values()].some(({ kind }) => kind === 'law')
  return isAny ? [...reached(scope, new Set(), namesIn(term))].filter(name => scope.has(lawOf(name))) : []
}
