import { numberOf, zipped } from './arrays.js'
import { complainAt } from './complainAt.js'
import type { ManyTerm, Range, Term } from './Term.js'
import type { Value } from './Value.js'
import { wholeOf } from './whole.js'
import { withIndex, type World } from './World.js'

/** A sum, a product or an extreme over indices. */
export const many = <A>(world: World<A>, term: ManyTerm): Value<A> => {
  const { ground } = world
  const { N } = ground
  const isMet = (place: World<A>): boolean => term.where === undefined || ground.isTyping || wholeOf(place, term.where) === 1
  const places = placesOf(world, term.ranges, term).filter(isMet)
  const values = places.map(place => world.evaluate(place, term.of))
  const [first] = values
  if (first === undefined) {
    return term.operator === 'sum' ? { ...numberOf(ground, () => N.of(0)), fitsAll: true }
      : term.operator === 'product' ? numberOf(ground, () => N.of(1)) : complainAt(term.span, `an entry for the ${term.operator}`, 'none')
  }
  const f = { sum: N.add, product: N.mul, max: N.max, min: N.min }[term.operator]
  return values.reduce((a, b) => zipped(ground, f, a, b, term.span))
}

/** The places at which all indices have values in their ranges; while shapes are checked the first of them is enough. */
const placesOf = <A>(world: World<A>, ranges: ReadonlyArray<Range>, term: ManyTerm): ReadonlyArray<World<A>> =>
  ranges.reduce<ReadonlyArray<World<A>>>((places, { index, bounds }) => places.flatMap(place => {
    const [from = 1, to = 0] = bounds === undefined ? [1, reachOf(place, index, term)] : bounds.map(bound => wholeOf(place, bound))
    const last = world.ground.isTyping ? Math.min(from, to) : to
    return Array.from({ length: Math.max(0, last - from + 1) }, (_, k) => withIndex(place, index, from + k))
  }), [world])

/** How far an index without bounds goes: to the size of the arrays that have it as their index. */
export const reachOf = <A>(world: World<A>, index: string, { of, span }: Pick<ManyTerm, 'of' | 'span'>): number => {
  const found = reaches(withIndex(world, index, 1), index, of)
  const [first] = found
  if (first === undefined) return complainAt(span, `a range for ${index}, as in \\sum_{${index}=1}^n`, 'none')
  const other = found.find(reach => reach !== first)
  return other === undefined ? first : complainAt(span, `one range for ${index}`, `arrays of ${first} and of ${other} entries`)
}

const reaches = <A>(world: World<A>, index: string, term: Term): ReadonlyArray<number> => {
  const inParts = (parts: ReadonlyArray<Term>): ReadonlyArray<number> => parts.flatMap(part => reaches(world, index, part))
  switch (term.kind) {
    case 'number': case 'name': return []
    case 'entry': {
      const position = term.at.findIndex(at => at.kind === 'name' && at.name === index)
      if (position < 0) return inParts([term.of, ...term.at])
      const { rows, columns } = world.evaluate(world, term.of)
      return [position === 1 || (term.at.length === 1 && rows === 1) ? columns : rows]
    }
    case 'item': return inParts([term.at])
    case 'call': return inParts(term.arguments)
    case 'unary': return inParts([term.of])
    case 'binary': case 'relation': return inParts([term.left, term.right])
    case 'many': return reaches(term.ranges.reduce((place, range) => withIndex(place, range.index, 1), world), index, term.of)
    case 'derivative': return inParts([term.of, term.by])
    case 'slope': return inParts([term.at])
    case 'matrix': return inParts(term.rows.flat())
    case 'cases': return inParts(term.cases.map(({ value }) => value))
  }
}
