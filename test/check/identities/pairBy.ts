import { add, div, log, mul, neg, norm, sin, sqrt, square, sub, tanh, trace, transpose } from './build.js'
import type { Draws } from './Draws.js'
import type { Kind, Law } from './laws/index.js'
import { byLaw, drawn, letters, lifted, type Pair, type Place } from './pairs.js'

/** A pair in a formula around it. */
const around = (pair: Pair, kind: Kind, place: Place): readonly [Pair, Kind] => {
  const { draws } = place
  const number = (): Pair => drawn(place, 'number', 1)
  const other = (): Pair => drawn(place, kind, 1)
  switch (kind) {
    case 'vector': return draws.pick<() => readonly [Pair, Kind]>([
      () => [lifted(add, other(), pair), kind], () => [lifted(mul, number(), pair), kind],
      () => [lifted(mul, drawn(place, 'square', 0), pair), kind],
      () => [lifted((x, y) => mul(transpose(x), y), other(), pair), 'number'],
      () => [lifted(x => square(norm(x)), pair), 'number']])()
    case 'square': return draws.pick<() => readonly [Pair, Kind]>([
      () => [lifted(add, pair, other()), kind], () => [lifted(mul, other(), pair), kind],
      () => [lifted(transpose, pair), kind],
      () => [lifted(mul, pair, drawn(place, 'vector', 1)), 'vector'], () => [lifted(trace, pair), 'number']])()
    case 'positive': return draws.pick<() => readonly [Pair, Kind]>([
      () => [lifted(log, pair), 'number'], () => [lifted(sqrt, pair), kind],
      () => [lifted(div, number(), pair), 'number'],
      () => [lifted(mul, number(), pair), 'number'], () => [lifted(add, pair, other()), kind]])()
    default: return [draws.pick([
      () => lifted(add, pair, number()), () => lifted(sub, number(), pair), () => lifted(mul, number(), pair),
      () => lifted(neg, pair),
      () => lifted(div, pair, drawn(place, 'positive', 1)), () => lifted(square, pair),
      () => lifted(tanh, pair), () => lifted(sin, pair)
    ])(), 'number']
  }
}

/** A formula in which the law rewrites a part, with up to two formulas around it. */
export const pairBy = (law: Law, draws: Draws): Pair => {
  const place: Place = { draws, indices: [], letters, inT: false }
  const inside: Place = { ...place, letters: letters.slice(0, 6) }
  const grow = (pair: Pair, kind: Kind, times: number): Pair =>
    (times === 0 ? pair : grow(...around(pair, kind, place), times - 1))
  return grow(byLaw(law, inside, 1 + draws.below(3)), law.result, draws.below(3))
}
