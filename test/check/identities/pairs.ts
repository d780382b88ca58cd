import {
  add, cosh, div, entry, exp, hadamard, log, mul, n, neg, norm, num, one, sigmoid, sin, softplus, sqrt, square, sub,
  sumAll, tanh, trace,
  transpose, twice, variable, wholly
} from './build.js'
import type { Draws } from './Draws.js'
import { at, type Formula, index } from './Formula.js'
import { type Kind, type Law, laws } from './laws/index.js'
import { names } from './names.js'

/** A drawn formula, and the same rewritten by laws. */
export interface Pair {
  readonly left: Formula
  readonly right: Formula
  readonly laws: ReadonlyArray<string>
}

/** Where a formula is drawn: the indices around it, the letters that are left for others, and whether it may depend on t. */
export interface Place {
  readonly draws: Draws
  readonly indices: ReadonlyArray<string>
  readonly letters: ReadonlyArray<string>
  readonly inT: boolean
}

export const letters: ReadonlyArray<string> = ['i', 'j', 'k', 'l', 'g', 'h', '\\ell', '\\kappa']

const alike = (f: Formula): Pair => ({ left: f, right: f, laws: [] })

/** The same made of both sides of pairs. */
export const lifted = (make: (...parts: ReadonlyArray<Formula>) => Formula, ...pairs: ReadonlyArray<Pair>): Pair => ({
  left: make(...pairs.map(({ left }) => left)),
  right: make(...pairs.map(({ right }) => right)),
  laws: pairs.flatMap(pair => pair.laws)
})

/** A pair of a given law, with drawn parts; either of its sides may come first. Indices may have other names on the right. */
export const byLaw = (law: Law, place: Place, budget: number): Pair => {
  const { draws } = place
  const [i = 'i', j = 'j', k = 'k', l = 'l', ...others] = place.letters
  const [second, third] = draws.percent(40) ? [k, l] : [i, j]
  const parts = law.of.map(kind => {
    const isTerm = kind === 'term' || kind === 'positive term'
    const inner = { ...place, letters: others, indices: isTerm ? [...place.indices, i] : place.indices, inT: place.inT
      || kind === 'in t' }
    return drawn(inner, kind, budget - 1)
  })
  const both = [
    law.sides(parts.map(({ left }) => left), [i, j]),
    law.sides(parts.map(({ right }) => at(right, i, index(second))), [second, third])
  ] as const
  const [first, last] = draws.percent(50) ? [0, 1] as const : [1, 0] as const
  return { left: both[0][first], right: both[1][last], laws: [law.name, ...parts.flatMap(part => part.laws)] }
}

const numeric: ReadonlyArray<Kind> = ['number', 'positive']

/** A formula of a kind; now and then one that a law rewrites. */
export const drawn = (place: Place, kind: Kind, budget: number): Pair => {
  const { draws } = place
  if (budget > 0 && draws.percent(25)) {
    const wanted: ReadonlyArray<Kind> = kind === 'number' ? numeric : [kind]
    const fitting = laws.filter(
      ({ result, name }) => wanted.includes(result) && !(/gradient|derivative/.test(name) && place.inT)
    )
    const usable = place.letters.length >= 4 ? fitting : []
    if (usable.length > 0) return byLaw(draws.pick(usable), place, budget)
  }
  switch (kind) {
    case 'number': case 'term': case 'in t': return numberIn(place, budget)
    case 'positive': return positiveIn(place, budget)
    case 'positive term': return draws.pick([
      () => lifted(a => add(square(a), num(1)), leaf(place)), () => lifted(exp, leaf(place)),
      () => lifted(sigmoid, leaf(place)),
      () => lifted((a, p) => add(square(a), p), leaf(place), alike(variable(draws.pick(names.positive))))
    ])()
    case 'mild': return mildIn(place, budget)
    default: return arrayIn(place, kind, budget)
  }
}

/** A variable, an entry, a small number. */
const leaf = ({ draws, indices, inT }: Place): Pair => {
  const i = indices[indices.length - 1]
  if (inT && draws.percent(70)) return alike(variable('t'))
  if (i !== undefined && draws.percent(70)) {
    return alike(draws.percent(15) ? wholly(index(i))
      : entry(variable(draws.pick(names.vector)), index(draws.pick(indices))))
  }
  const [kind, name] = [draws.below(10), draws.pick(names.number)]
  return alike(kind < 6 ? variable(name)
    : kind < 8 ? variable(draws.pick(names.positive)) : kind < 9 ? num(1 + draws.below(5))
      : entry(variable(draws.pick(names.vector)), draws.pick([one, n])))
}

const numberIn = (place: Place, budget: number): Pair => {
  const { draws } = place
  if (budget <= 0 || draws.percent(25)) return leaf(place)
  const [a, b] = [() => drawn(place, 'number', budget - 1), () => drawn(place, 'number', budget - 2)]
  return draws.pick([
    () => lifted(add, a(), b()), () => lifted(sub, a(), b()), () => lifted(mul, a(), b()), () => lifted(mul, b(), a()),
    () => lifted(neg, a()), () => lifted(twice, a()), () => lifted(square, b()), () => lifted(sin, a()),
    () => lifted(tanh, a()),
    () => lifted(div, a(), drawn(place, 'positive', budget - 2)),
    () => lifted(log, drawn(place, 'positive', budget - 1)),
    () => lifted(exp, drawn(place, 'mild', budget - 1)),
    () => lifted((x, y) => mul(transpose(x), y), drawn(place, 'vector', budget - 2), drawn(
      place, 'vector', budget - 2
    )),
    () => lifted(trace, drawn(place, 'square', budget - 2)),
    () => {
      const [i = 'i', ...others] = place.letters
      return others.length < 4 ? leaf(place)
        : lifted(f => sumAll(i, f), drawn(
          { ...place, letters: others, indices: [...place.indices, i] }, 'term', budget - 2
        ))
    }
  ])()
}

const positiveIn = (place: Place, budget: number): Pair => {
  const { draws } = place
  if (budget <= 0 || draws.percent(50)) return alike(
    draws.percent(85) ? variable(draws.pick(names.positive)) : num(1 + draws.below(5))
  )
  const p = (): Pair => drawn(place, 'positive', budget - 1)
  return draws.pick([
    () => lifted(add, p(), p()), () => lifted(mul, p(), p()), () => lifted(div, p(), p()), () => lifted(sqrt, p()),
    () => lifted(f => add(square(f), num(1)), drawn(place, 'number', budget - 2)),
    () => lifted(exp, drawn(place, 'mild', budget - 2)),
    () => lifted(cosh, drawn(place, 'mild', budget - 2)), () => lifted(softplus, drawn(place, 'mild', budget - 2)),
    () => lifted(x => add(square(norm(x)), num(1)), drawn(place, 'vector', budget - 2))
  ])()
}

const mildIn = (place: Place, budget: number): Pair => {
  const { draws } = place
  if (budget <= 0 || draws.percent(40)) return leaf(place)
  const bounded = (): Pair => drawn(place, 'number', budget - 2)
  return draws.pick([
    () => lifted(add, leaf(place), leaf(place)), () => lifted(sub, leaf(place), leaf(place)),
    () => lifted(mul, leaf(place), leaf(place)),
    () => lifted(sin, bounded()), () => lifted(tanh, bounded()), () => lifted(sigmoid, bounded())
  ])()
}

const arrayIn = (place: Place, kind: 'vector' | 'short' | 'square' | 'tall', budget: number): Pair => {
  const { draws } = place
  const letter = (): Pair => alike(variable(draws.pick<string>(names[kind])))
  if (budget <= 0 || draws.percent(40)) return letter()
  const [a, scale] = [() => drawn(place, kind, budget - 1), () => drawn(place, 'number', budget - 2)]
  const general = [() => lifted(add, a(), letter()), () => lifted(sub, a(), letter()), () => lifted(mul, scale(), a())]
  switch (kind) {
    case 'vector': return draws.pick([...general, () => lifted(mul, drawn(place, 'square', budget - 1), letter()),
      () => lifted(hadamard, a(), letter()),
      () => lifted((M, v) => mul(transpose(M), v), alike(variable('M')), drawn(place, 'short', budget - 2))])()
    case 'short': return draws.pick(
      [...general, () => lifted(mul, alike(variable('M')), drawn(place, 'vector', budget - 1))]
    )()
    case 'square': return draws.pick([...general, () => lifted(mul, a(), letter()), () => lifted(transpose, a()),
      () => lifted(
        (x, y) => mul(x, transpose(y)), drawn(place, 'vector', budget - 2), drawn(place, 'vector', budget - 2)
      )])()
    case 'tall': return draws.pick([...general, () => lifted(mul, a(), drawn(place, 'square', budget - 2))])()
  }
}
