import { tabulate } from '../prelude/index.js'
import { mapped, number, zipped } from './arrays.js'
import { complainAt } from './complainAt.js'
import { tex } from './printTeX.js'
import { randomIn } from './randomIn.js'
import { firstIndex, type LabelSymbol, type LawSymbol, lawOf, type Scope } from './Scope.js'
import type { Span } from './Span.js'
import type { ExpectationTerm } from './Term.js'
import type { Value } from './Value.js'
import { wholeOf } from './whole.js'
import { fresh, type Labels, memory, type World } from './World.js'

/** E[f(y)]: the mean over the values of y, each with its probability; several are independent. */
export const expectation = <A>(world: World<A>, term: ExpectationTerm): Value<A> => {
  const { ground: { scope, labels, rememberMean }, indices, parameters } = world
  if (parameters.size > 0) return mean(world, term)
  // in E[(x - E[x])^2] the mean of x is the same at each outcome, and what it is averaged over has no say in it, behind no name either
  const random = randomIn(scope, term).filter(name => !term.over.includes(name)).map(name => [name, labels.get(name)])
  return rememberMean(JSON.stringify([tex(term, scope), [...indices], random]), () => mean(world, term))
}

const mean = <A>(world: World<A>, term: ExpectationTerm): Value<A> => {
  const { ground } = world
  const { N } = ground
  const means = outcomesOf(world, term).map(outcome => {
    const place = placeAt(world, term, outcome)
    const [value, weight] = [world.evaluate(place, term.of), weightAt(place, term)]
    return value.fitsAll === true ? value : mapped(ground, x => N.mul(weight, x), value)
  })
  return means.reduce((a, b) => zipped(ground, N.add, a, b, term.span))
}

/** The place inside of an expectation, at the first outcome. */
export const someOutcome = <A>(world: World<A>, term: ExpectationTerm): World<A> => {
  const [outcome] = outcomesOf(world, term)
  return outcome === undefined ? world : placeAt(world, term, outcome)
}

/** How a name is averaged, as declared. */
export const lawNamed = (scope: Scope, name: string, span: Span): LawSymbol => {
  const law = scope.get(lawOf(name))
  return law?.kind === 'law' ? law
    : complainAt(span, `what is averaged, declared: "expectation over ${name} uniform"`, name)
}

/**
 * What it is averaged over.
 *
 * @example
 * const range = { kind: 'label', values: [] }
 * rangeOfLaw(new Map(), { kind: 'law', of: 'i', range }, { from: 0, to: 0 }).kind // 'label'
 */
export const rangeOfLaw = (scope: Scope, { of, range }: LawSymbol, span: Span): LabelSymbol => {
  const symbol = range ?? scope.get(of)
  return symbol?.kind === 'label' ? symbol : complainAt(span, 'a label to average over', of)
}

const mostOutcomes = 256

const outcomesOf = <A>(world: World<A>, { over, span }: ExpectationTerm): ReadonlyArray<Labels> => {
  const { scope, isTyping } = world.ground
  const all = over.reduce<ReadonlyArray<Labels>>((known, name) => {
    const range = rangeOfLaw(scope, lawNamed(scope, name, span), span)
    const size = range.size === undefined ? 1 : wholeOf(fresh(world), range.size)
    // while shapes are checked no label has a value
    if (isTyping) return known.map(labels => new Map([...labels, [name, range.size === undefined ? 1 : []]]))
    const values = valuesOf(world, range)
    if (known.length * values.length ** size > mostOutcomes) {
      complainAt(span, `an expectation over at most ${mostOutcomes} outcomes; declare smaller sizes`, `${known.length * values.length ** size}`)
    }
    const vectors = Array.from({ length: size }).reduce<ReadonlyArray<ReadonlyArray<number>>>(
      vectors => vectors.flatMap(vector => values.map(value => [...vector, value])), [[]])
    return known.flatMap(labels => vectors.map(
      vector => new Map([...labels, [name, range.size === undefined ? vector[0] as number : vector]])
    ))
  }, [new Map()])
  return all.length > 0 ? all : complainAt(span, 'a value to average over', 'none')
}

const valuesOf = <A>(world: World<A>, { values }: LabelSymbol): ReadonlyArray<number> => {
  if (!('from' in values)) return values.map(value => wholeOf(fresh(world), value))
  const [from, to] = [wholeOf(fresh(world), values.from), wholeOf(fresh(world), values.to)]
  return tabulate(Math.max(0, to - from + 1), k => from + k)
}

/** What is averaged hides what has its name outside; nothing that depends on it is remembered from there. */
const placeAt = <A>(
  { ground, evaluate, indices, parameters }: World<A>, { over }: ExpectationTerm, outcome: Labels
): World<A> => {
  const others = <V>(known: ReadonlyMap<string, V>): ReadonlyMap<string, V> =>
    new Map([...known].filter(([name]) => !over.includes(name)))
  return {
    ground: {
      ...ground, labels: new Map([...ground.labels, ...outcome]), cut: others(ground.cut), remember: memory(),
      ...ground.cut.size === 0 ? {} : { rememberMean: memory() }
    },
    evaluate, indices: others(indices), parameters: others(parameters)
  }
}

/** The product of the probabilities, one for each entry of a vector. */
const weightAt = <A>(place: World<A>, { over, span }: ExpectationTerm): A => {
  const { N, scope, isTyping } = place.ground
  const from = firstIndex(scope)
  const factors = over.flatMap(name => {
    const law = lawNamed(scope, name, span)
    const range = rangeOfLaw(scope, law, span)
    const count = range.size === undefined || isTyping ? 1 : wholeOf(fresh(place), range.size)
    const { probability, index } = law
    if (probability === undefined) return isTyping ? []
      : Array.from({ length: count }, () => N.div(N.of(1), N.of(valuesOf(place, range).length)))
    return tabulate(count, k => {
      const at = { ...fresh(place), indices: new Map(index === undefined ? [] : [[index, from + k]]) }
      return number(place.ground, place.evaluate(at, probability), probability.span).at(0, 0)
    })
  })
  return factors.reduce((a, b) => N.mul(a, b), N.of(1))
}
