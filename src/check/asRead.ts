import { mapParts, type Scope, settings, type Term, typeOf } from '../notation/index.js'

/** A term as it was read: where vectors are added to matrices, as declared, each is written as what it stands for, rows(b). */
export const asRead = (scope: Scope, term: Term, indices: ReadonlyArray<string> = []): Term => {
  const found = new Map<unknown, string>()
  if (!scope.has(settings.broadcast)) return term
  typeOf(scope, term, indices, (vector, way) => { found.set(vector, way) })
  const rewritten = (part: Term): Term => {
    const [inside, way] = [mapParts(part, rewritten), found.get(part)]
    return way === undefined ? inside : { kind: 'call', function: way, arguments: [inside], span: term.span }
  }
  return found.size === 0 ? term : rewritten(term)
}
