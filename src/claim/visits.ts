import fc, { type Arbitrary } from 'fast-check'
import { powerOfTwo } from '../number/dyadic.js'
import type { Drawn, Variables } from './Variable.js'

// Few-digit numbers miss what formulas are wrong at: zeros, equal inputs, ties, many digits, sizes. These are visited, all of them together
// in one case of twenty.

/** A place to visit: which kind, and numbers that say where and how. */
interface Visit {
  readonly kind: number
  readonly seed: number
}

type Values = ReadonlyArray<number>
type All = ReadonlyArray<Values>

/** What each variable allows: any number, or positive ones. One that is drawn by its own rule is left as it is. */
interface Place {
  readonly positive: boolean
  /** The length of a row: of what belongs together along the last axis. */
  readonly row: number
}

type Places = ReadonlyArray<Place | undefined>

/** A whole number from 0 to n - 1, and a seed for the next. */
const pick = (seed: number, n: number): readonly [number, number] => {
  const mixed = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b) >>> 0
  return [n === 0 ? 0 : mixed % n, (mixed ^ (mixed >>> 13)) >>> 0]
}

type Change = (values: Values, place: Place, seed: number) => Values

const replaced = (values: Values, at: number, by: (x: number) => number): Values => values.map((x, i) => (i === at ? by(x) : x))

const ofRow = (values: Values, { row }: Place, seed: number, by: (x: number) => number): Values => {
  const [start] = pick(seed, Math.max(1, Math.floor(values.length / row)))
  return values.map((x, i) => (Math.floor(i / row) === start ? by(x) : x))
}

/** With 53 binary digits, as near its value as such numbers are on average. */
const withAllDigits = (x: number, seed: number): number => {
  const [digits] = pick(seed, 2 ** 31)
  return (x === 0 ? 1 : x) * (1 + (2 * digits + 1) * 2 ** -34) * (1 + 2 ** -52)
}

const inOne: ReadonlyArray<Change> = [
  (values, { positive }) => (positive ? values : values.map(() => 0)),
  (values, place, seed) => (place.positive ? values : ofRow(values, place, seed, () => 0)),
  (values, { positive }, seed) => (positive ? values : replaced(values, pick(seed, values.length)[0], () => -0)),
  (values, _place, seed) => values.map((x, i) => withAllDigits(x, seed + i)),
  (values, _place, seed) => values.map(x => x * powerOfTwo(seed % 2 === 0 ? 300 : -300)),
  (values, _place, seed) => {
    const [from, next] = pick(seed, values.length)
    return replaced(values, pick(next, values.length)[0], () => values[from] ?? 0)
  },
  (values, { row }, seed) => {
    const [from] = pick(seed, Math.max(1, Math.floor(values.length / row)))
    return values.map((_, i) => values[from * row + i % row] ?? 0)
  }
]

/** One of another of its size: equal to it, or a multiple of it. */
const together = (all: All, places: Places, seed: number, times: number): All => {
  const [from, next] = pick(seed, all.length)
  const source = all[from] ?? []
  const others = places[from] === undefined ? [] : all.flatMap((values, k) =>
    (k !== from && values.length === source.length && places[k] !== undefined ? [k] : []))
  const to = others[pick(next, others.length)[0]]
  const factor = to !== undefined && places[to]?.positive === true ? Math.abs(times) : times
  const isFit = to !== undefined && (places[to]?.positive !== true || source.every(x => x > 0))
  return isFit ? all.map((values, k) => (k === to ? source.map(x => x * factor) : values)) : all
}

/** For each comparison that the formula makes, its left side less its right, over doubles. */
export type Comparisons = (all: All) => Values

/** On the way from these inputs to others: where, on a straight line, the two sides of a comparison are equal. */
const secant = (all: All, places: Places, seed: number, comparisons: Comparisons): All => {
  const others = all.map((values, k) => {
    const place = places[k]
    const other = (i: number): number => (1 + pick(seed + 31 * k + i, 39)[0]) / 4
    return place === undefined ? values : values.map((x, i) => (place.positive ? x : 0) + other(i))
  })
  const [here, there] = [comparisons(all), comparisons(others)]
  const crossed = here.flatMap((d, k) => (d * (there[k] ?? d) < 0 ? [k] : []))
  const at = crossed[pick(seed, crossed.length)[0]]
  if (at === undefined) return all
  const [d0, d1] = [here[at] ?? 0, there[at] ?? 0]
  const t = d0 / (d0 - d1)
  return all.map((values, k) => values.map((x, i) => x + t * ((others[k]?.[i] ?? x) - x)))
}

// Sizes and multiples are visited more often than the rest: of these there are many.
const sizes = inOne.length - 3
const order: ReadonlyArray<number | 'together' | 'secant'> =
  [...inOne.keys(), sizes, sizes, 'together', 'together', 'together', 'together', 'secant']

const multiples = [1, 2, -1, -2, 0.5, 3]

const changed = (all: All, places: Places, { kind, seed }: Visit, comparisons: Comparisons): All => {
  const how = order[kind] ?? 0
  if (typeof how === 'number') {
    const inside = inOne[how] as Change
    const open = places.flatMap((place, k) => (place === undefined ? [] : [k]))
    const [which, next] = pick(seed, open.length)
    return all.map((values, k) => {
      const place = places[k]
      return place !== undefined && k === open[which] ? inside(values, place, next) : values
    })
  }
  return how === 'secant' ? secant(all, places, seed, comparisons) : together(all, places, seed, multiples[seed % multiples.length] ?? 1)
}

const placesOf = (variables: Variables): Places => Object.values(variables).map(v =>
  (v.kind === 'array' ? { positive: false, row: v.shape[v.shape.length - 1] ?? 1 }
    : v.every ? { positive: v.positive, row: 1 } : undefined))

/** One draw of all variables, each shrinking on its own; now and then at a place where formulas are wrong. */
export const drawAll = <V extends Variables>(variables: V, comparisons: (drawn: Drawn<V>) => Values = () => []): Arbitrary<Drawn<V>> => {
  const names = Object.keys(variables)
  const places = placesOf(variables)
  const named = (all: All): Drawn<V> => Object.fromEntries(names.map((name, k) =>
    [name, variables[name]?.kind === 'scalar' ? all[k]?.[0] ?? NaN : all[k] ?? []])) as Drawn<V>
  const usual = fc.tuple(...names.map(name => {
    const v = variables[name] as Variables[string]
    return v.kind === 'scalar' ? v.draw.map(x => [x]) : v.draw
  })) as Arbitrary<All>
  const visit = fc.oneof({ withCrossShrink: true },
    { weight: 19, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.noBias(fc.record<Visit>({ kind: fc.nat(order.length - 1), seed: fc.nat(2 ** 31 - 1) })) })
  return fc.tuple(usual, visit).map(([all, where]) =>
    named(where === undefined ? all : changed(all, places, where, values => comparisons(named(values)))))
}
