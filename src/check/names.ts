import { boundParts, type ExpectationTerm, lawOf, type Scope, type Symbol, type Term } from '../notation/index.js'

/** All names in a term: of values, of functions, of sequences. */
export const spoken = (term: unknown): ReadonlyArray<string> => {
  const names: Array<string> = []
  collect(term, name => { names.push(name) })
  return names
}

const collect = (term: unknown, found: (name: string) => void): void => {
  if (typeof term !== 'object' || term === null) return
  if (isExpectation(term)) {
    [...term.over.map(lawOf), ...spoken(term.of).filter(name => !term.over.includes(name))].forEach(found)
    return
  }
  const { kind, name, of, function: called } =
    term as { readonly kind?: string; readonly name?: string; readonly of?: unknown; readonly function?: string }
  if (kind === 'name') found(name ?? '')
  if (kind === 'item') found(of as string)
  if (kind === 'call' || kind === 'slope') found(called ?? '')
  for (const part of Object.values(term)) collect(part, found)
}

const isExpectation = (term: object): term is ExpectationTerm => 'kind' in term && term.kind === 'expectation'

/** The declared names on which terms depend: those in them, and in what these are defined by or sized by. */
export const dependenciesOf = (scope: Scope, terms: ReadonlyArray<Term>): ReadonlySet<string> => {
  const found = new Set<string>()
  const waiting = terms.flatMap(spoken)
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const symbol = scope.get(name)
    if (symbol === undefined || found.has(name)) continue
    found.add(name)
    for (const next of behind(scope, symbol)) waiting.push(next)
  }
  return found
}

/** What a symbol depends on: the probabilities of y are a formula of y, and do not depend on which it is. */
const behind = (scope: Scope, symbol: Symbol): ReadonlyArray<string> =>
  (symbol.kind !== 'law' ? spoken(Object.values(symbol))
    : spoken([symbol.probability, Object.values(symbol.range ?? scope.get(symbol.of) ?? {})]).filter(
      name => name !== symbol.of
    ))

/** Names that are used as an index and stand for nothing: the line is meant for all their values. */
export const freeIndices = (scope: Scope, terms: ReadonlyArray<Term>): ReadonlyArray<string> =>
  [...new Set(terms.flatMap(term => indicesIn(scope, term)))]

/** The same of one term, each as often as it stands there. */
export const indicesIn = (scope: Scope, term: Term): ReadonlyArray<string> => free(scope, term, [])

const free = (scope: Scope, term: Term, bound: ReadonlyArray<string>): ReadonlyArray<string> => {
  const indices = term.kind === 'entry' ? term.at : term.kind === 'item' ? [term.at] : []
  const own = indices.flatMap(spoken).filter(name => !bound.includes(name) && !scope.has(name))
  return [...own, ...boundParts(term).flatMap(
    ([part, names]) => (indices.includes(part) ? [] : free(scope, part, [...bound, ...names]))
  )]
}
