import { mapParts } from '../partsOf.js'
import type { Term } from '../Term.js'
import { keyOf } from './Place.js'

const opaque: ReadonlyArray<Term['kind']> = ['number', 'name', 'many', 'expectation', 'relation', 'cases']

/** What a term is apart from its parts; none where a part may be under an index, or where there is none. */
export const frameOf = (term: Term): string | undefined =>
  (opaque.includes(term.kind) ? undefined : keyOf(mapParts(term, ({ span }) => ({ kind: 'name', name: 'part', span }))))
