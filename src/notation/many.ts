import { tabulate } from '../prelude/index.js'
import { number, numberOf, zipped } from './arrays.js'
import { complainAt } from './complainAt.js'
import { someOutcome } from './expectation.js'
import { partsOf } from './partsOf.js'
import { firstIndex, settings } from './Scope.js'
import type { ManyTerm, Range, Term } from './Term.js'
import type { Value } from './Value.js'
import { wholeOf } from './whole.js'
import { fresh, withIndex, type World } from './World.js'

/** A sum, a product or an extreme over indices. */
export const many = <A>(world: World<A>, term: ManyTerm): Value<A> => {
  const { ground } = world
  const { N } = ground
  const isMet = (place: World<A>): boolean =>
    term.where === undefined || ground.isTyping || wholeOf(place, term.where) === 1
  const places = placesOf(world, term.ranges, term).filter(isMet)
  // in which order matrices are multiplied is not said
  const isProduct = term.operator === 'product'
  const values = places.map(place => world.evaluate(place, term.of)).map(
    value => (isProduct ? number(ground, value, term.of.span) : value)
  )
  const [first] = values
  if (first === undefined) {
    return term.operator === 'sum' ? { ...numberOf(ground, () => N.of(0)), fitsAll: true }
      : term.operator === 'product' ? numberOf(ground, () => N.of(1))
        : complainAt(term.span, `an entry for the ${term.operator}`, 'none')
  }
  const f = { sum: N.add, product: N.mul, max: N.max, min: N.min }[term.operator]
  return values.reduce((a, b) => zipped(ground, f, a, b, term.span))
}

/** The places at which all indices have values in their ranges; while shapes are checked the first of them is enough. */
const placesOf = <A>(world: World<A>, ranges: ReadonlyArray<Range>, term: ManyTerm): ReadonlyArray<World<A>> =>
  ranges.reduce<ReadonlyArray<World<A>>>((places, { index, bounds }) => places.flatMap(place => {
    const [from, to] = boundsOf(place, index, bounds, term)
    const last = world.ground.isTyping ? Math.min(from, to) : to
    return tabulate(Math.max(0, last - from + 1), k => withIndex(place, index, from + k))
  }), [world])

const boundsOf = <A>(
  world: World<A>, index: string, bounds: Range['bounds'], term: ManyTerm
): readonly [number, number] => {
  if (bounds !== undefined) return [wholeOf(world, bounds[0]), wholeOf(world, bounds[1])]
  const from = firstIndex(world.ground.scope)
  return [from, from + reachOf(world, index, term) - 1]
}

/**
 * How far an index without bounds goes: to the size of the arrays that have it as their index, or the last member
 * of the sequences; or to the number that subscripts are modulo.
 *
 * @example
 * const world = worldOf(float64, new Map(), { sizes: new Map([['n', 3]]), labels: new Map(), input: () => filled(1, 1, () => 0) })
 * reachOf(world, 'i', { of: parsePlain('[4, 5, 6][i]', new Map()).right.first, span: { from: 0, to: 0 } }) // 3
 */
export const reachOf = <A>(world: World<A>, index: string, { of, span }: Pick<ManyTerm, 'of' | 'span'>): number => {
  const { scope } = world.ground
  const found = reaches(withIndex(world, index, firstIndex(scope)), index, of)
  const [first] = found
  const modulo = scope.get(settings.modulo)
  if (first === undefined && modulo?.kind === 'setting') return wholeOf(world, modulo.value)
  if (first === undefined) return complainAt(span, `a range for ${index}, as in \\sum_{${index}=1}^n`, 'none')
  const other = found.find(reach => reach !== first)
  return other === undefined ? first
    : complainAt(span, `one range for ${index}`, `arrays of ${first} and of ${other} entries`)
}

const reaches = <A>(world: World<A>, index: string, term: Term): ReadonlyArray<number> => {
  const inside = term.kind === 'expectation' ? someOutcome(world, term) : term.kind !== 'many' ? world
    : term.ranges.reduce((place, range) => withIndex(place, range.index, firstIndex(world.ground.scope)), world)
  const sequence = term.kind === 'item' && term.at.kind === 'name' && term.at.name === index
    ? world.ground.scope.get(term.of)
    : undefined
  if (sequence?.kind === 'sequence' && sequence.range !== undefined) {
    const [from, to] = sequence.range.map(end => wholeOf(fresh(world), end)) as [number, number]
    return from === firstIndex(world.ground.scope) ? [to - from + 1] : []
  }
  const position = term.kind === 'entry' ? term.at.findIndex(at => at.kind === 'name' && at.name === index) : -1
  if (term.kind !== 'entry' || position < 0) return partsOf(term).flatMap(part => reaches(inside, index, part))
  const { rows, columns, isMatrix = false } = world.evaluate(world, term.of)
  return [position === 1 || (term.at.length === 1 && rows === 1 && !isMatrix) ? columns : rows]
}
