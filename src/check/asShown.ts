import type { DefinitionSymbol, Properties, Scope } from '../notation/index.js'

interface Shown extends DefinitionSymbol {
  readonly known: Properties
}

/**
 * The functions among these names that were shown to have properties, as if nothing else were known of them; not where a name in them means
 * something else by now.
 */
export const asShown = (scope: Scope, names: Iterable<string>): ReadonlyMap<string, Shown> =>
  new Map([...names].flatMap((name): ReadonlyArray<readonly [string, Shown]> => {
    const symbol = scope.get(name)
    if (symbol?.kind !== 'definition' || symbol.shown === undefined) return []
    const isAsBefore = [...symbol.shown.within].every(([of, meaning]) => scope.get(of) === meaning)
    return isAsBefore ? [[name, { ...symbol, known: symbol.shown }]] : []
  }))
