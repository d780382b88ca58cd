import type { Term } from '../notation/index.js'
import type { Span } from '../prelude/index.js'

/** A name or a function in a term, and where it stands. */
export interface Use {
  readonly name: string
  readonly span: Span
  readonly isCalled: boolean
}

interface Place {
  readonly part: unknown
  readonly bound: ReadonlyArray<string>
}

/** The names in a term that no sum around them binds, and the functions that it calls; without recursion, as long sums are deep. */
export const freeNames = (term: Term): ReadonlyArray<Use> => {
  const found: Array<Use> = []
  const waiting: Array<Place> = [{ part: term, bound: [] }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { part, bound } = next
    if (typeof part !== 'object' || part === null) continue
    const { kind, name = '', function: called = '', span = { from: 0, to: 0 }, ranges = [] } = part as {
      readonly kind?: Term['kind']
      readonly name?: string
      readonly function?: string
      readonly span?: Span
      readonly ranges?: ReadonlyArray<{ readonly index: string }>
    }
    if (kind === 'name' && !bound.includes(name)) found.push({ name, span, isCalled: false })
    if (kind === 'call' || kind === 'slope') found.push({ name: called, span, isCalled: true })
    const inside = [...bound, ...ranges.map(({ index }) => index)]
    for (const inner of Object.values(part)) waiting.push({ part: inner, bound: inside })
  }
  return found.sort((a, b) => a.span.from - b.span.from)
}
