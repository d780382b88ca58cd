import type { Arbitrary } from 'fast-check'
import * as fc from 'fast-check'
import {
  type All, type Change, type Comparisons, equalRows, large, manyDigits, minusZero, multiple, openIn, pairsIn, pick,
  type Place,
  type Places, secant, tie, tiny, type Values, zeroRow, zeros
} from './places.js'
import { type Drawn, eachOf, type Variables } from './Variable.js'

// One case of twenty is at a place where formulas are wrong. Which one follows from its number, so that none is left out by chance: of five
// visits the first and the third make numbers large, the second, third and fourth make one input a multiple of another, and what is left
// goes through all the rest.

const every = 20
const round = 5

/** In as many cases each of the five is visited once. */
export const wholeRound: number = every * round

/** The visit that a case makes, counted from 0; none for most. */
const visitOf = (turn: number): number | undefined =>
  (turn % every === every - 1 ? Math.floor(turn / every) : undefined)

/** Numbers that say where and how. */
interface Chance {
  readonly seed: number
  readonly exponent: number
}

// Small ones first, for shrinking.
const exponents = [10, 20, 40, 80, 160, 300]
const exponent = fc.nat(exponents.length - 1).map(k => exponents[k] ?? 10)

const factors = [1, -1, 1, 3, 1, -0.5, 1, -2, 1, 1.5, 0.25]

// Of these as many as share no divisor with what a round has.
const rest: ReadonlyArray<Change | 'secant'> =
  [zeros, 'secant', manyDigits, tie, minusZero, equalRows, tiny, zeroRow, 'secant', zeros, manyDigits]

const changed = (
  all: All, places: Places, visit: number, { seed, exponent }: Chance, comparisons: Comparisons
): All => {
  const open = openIn(places)
  if (open.length === 0) return all
  const one = open[pick(seed, open.length)[0]] ?? 0
  const other = open[(open.indexOf(one) + 1) % open.length] ?? one
  const in1 = (change: Change, which: number, from: All): All =>
    from.map((values, k) => (k === which ? change(values, places[k] as Place, seed) : values))
  const others = (turn: number, which: number, from: All): All => {
    const change = rest[turn % rest.length] as Change | 'secant'
    return change === 'secant' ? secant(from, places, seed, comparisons) : in1(change, which, from)
  }
  const two = (): All => (one === other ? others(2 * visit, one, all)
    : others(2 * visit + 1, other, others(2 * visit, one, all)))
  const pairs = pairsIn(all, places)
  // a round stays with its pair, so that both are once twice as large as the other
  const turn = Math.floor(visit / round)
  const pair = pairs[turn % Math.max(1, pairs.length)]
  switch ((visit + turn) % round) {
    case 0: {
      const far = in1(large(exponent, 1), one, all)
      return one === other ? far : others(2 * visit, other, far)
    }
    case 1: return pair === undefined ? two() : multiple(all, places, pair, 2)
    case 2: {
      const far = in1(large(exponent, -1), pair?.[0] ?? one, all)
      return pair === undefined ? far : multiple(far, places, pair, 0.5)
    }
    case 3: return pair === undefined ? two() : multiple(all, places, pair, factors[turn % factors.length] ?? 1)
    default: return two()
  }
}

const placesOf = (variables: Variables): Places => Object.values(variables).map(v => {
  const { every: isOpen, positive } = eachOf(v)
  return isOpen ? { positive, row: v.kind === 'array' ? v.shape[v.shape.length - 1] ?? 1 : 1 } : undefined
})

/**
 * One draw of all variables, each shrinking on its own; in one turn of twenty at a place where formulas are wrong, from where it shrinks
 * to what was drawn. The turn is asked for when a case is drawn.
 */
export const drawAll = <V extends Variables>(
  variables: V, comparisons: (drawn: Drawn<V>) => Values = () => []
) => (turn: () => number): Arbitrary<Drawn<V>> => {
  const names = Object.keys(variables)
  const places = placesOf(variables)
  const named = (all: All): Drawn<V> => Object.fromEntries(names.map((name, k) =>
    [name, variables[name]?.kind === 'scalar' ? all[k]?.[0] ?? NaN : all[k] ?? []])) as Drawn<V>
  const usual = fc.tuple(...names.map(name => {
    const v = variables[name] as Variables[string]
    return v.kind === 'scalar' ? v.draw.map(x => [x]) : v.draw
  })) as Arbitrary<All>
  const chance = fc.oneof({ withCrossShrink: true },
    { weight: 1, arbitrary: fc.constant(undefined) },
    { weight: 2 ** 30, arbitrary: fc.noBias(fc.record<Chance>({ seed: fc.nat(2 ** 31 - 1), exponent })) })
  return fc.tuple(usual, chance).map(([all, by]) => {
    const visit = visitOf(turn())
    return named(by === undefined || visit === undefined ? all
      : changed(all, places, visit, by, values => comparisons(named(values))))
  })
}
