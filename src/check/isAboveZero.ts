import type { Scope, Term } from '../notation/index.js'

/** Whether a term is seen to be above 0, by what it is made of. */
export const isAboveZero = (scope: Scope, term: Term): boolean => {
  switch (term.kind) {
    case 'number': return Number(term.text) > 0
    case 'name': {
      const symbol = scope.get(term.name)
      return symbol?.kind === 'definition' ? symbol.parameters.length === 0 && isAboveZero(scope, symbol.body)
        : symbol?.kind === 'size' || (symbol?.kind === 'variable' && (typeof symbol.is === 'object' ? Number(symbol.is.from) > 0
          : symbol.is !== undefined && symbol.is !== 'nonnegative'))
    }
    case 'binary': return ['add', 'multiply', 'divide'].includes(term.operator) && [term.left, term.right].every(side => isAboveZero(scope, side))
    default: return false
  }
}
