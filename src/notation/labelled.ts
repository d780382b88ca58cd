import { complainAt } from './complainAt.js'
import type { Scope } from './Scope.js'
import type { Span } from './Span.js'

/**
 * Refuses y_i that is declared as one label where i takes several values: that means as many labels.
 *
 * @example
 * refuseOneLabel(new Map(), new Map(), 'y_i', { from: 0, to: 0 }) // undefined
 */
export const refuseOneLabel = (
  scope: Scope, indices: { readonly has: (index: string) => boolean }, name: string, span: Span
): void => {
  const [, letter = '', index = ''] = /^(.+?)_\{?([^{}]+)\}?$/.exec(name) ?? []
  const symbol = scope.get(name)
  if (symbol?.kind !== 'label' || symbol.size !== undefined || !indices.has(index)) return
  complainAt(span, `a vector of labels, as ${index} takes several values here: declare ${letter} \\in \\{1..C\\}^m for the ${name}`, `one label ${name}`)
}
