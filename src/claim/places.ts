import { powerOfTwo } from '../number/dyadic.js'

// Few-digit numbers miss what formulas are wrong at: zeros, equal inputs, ties, many digits, sizes.

export type Values = ReadonlyArray<number>
export type All = ReadonlyArray<Values>

/** What a variable allows: any number, or positive ones. */
export interface Place {
  readonly positive: boolean
  /** The length of a row: of what belongs together along the last axis. */
  readonly row: number
}

/** One for each variable; one that is drawn by its own rule is left as it is. */
export type Places = ReadonlyArray<Place | undefined>

/** A whole number from 0 to n - 1, and a seed for the next. */
export const pick = (seed: number, n: number): readonly [number, number] => {
  const mixed = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b) >>> 0
  return [n === 0 ? 0 : mixed % n, (mixed ^ (mixed >>> 13)) >>> 0]
}

/** What becomes of one variable. */
export type Change = (values: Values, place: Place, seed: number) => Values

const replaced = (values: Values, at: number, by: (x: number) => number): Values =>
  values.map((x, i) => (i === at ? by(x) : x))

const rowsOf = (values: Values, { row }: Place): number => Math.max(1, Math.floor(values.length / row))

export const zeros: Change = (values, { positive }) => (positive ? values : values.map(() => 0))

export const zeroRow: Change = (values, place, seed) => {
  const [start] = pick(seed, rowsOf(values, place))
  return place.positive ? values : values.map((x, i) => (Math.floor(i / place.row) === start ? 0 : x))
}

export const minusZero: Change = (values, { positive }, seed) =>
  (positive ? values : replaced(values, pick(seed, values.length)[0], () => -0))

/** With 53 binary digits, as near its value as such numbers are on average. */
const withAllDigits = (x: number, seed: number): number => {
  const [digits] = pick(seed, 2 ** 31)
  return (x === 0 ? 1 : x) * (1 + (2 * digits + 1) * 2 ** -34) * (1 + 2 ** -52)
}

export const manyDigits: Change = (values, _place, seed) => values.map((x, i) => withAllDigits(x, seed + i))

export const tiny: Change = values => values.map(x => x * powerOfTwo(-300))

/** All beyond 2^exponent times what they were, and one of them of this sign and at least 2^exponent. */
export const large = (exponent: number, sign: 1 | -1): Change => (values, { positive }, seed) => {
  const [at] = pick(seed, values.length)
  return replaced(values, at, x => (positive ? 1 : sign) * Math.max(1, Math.abs(x))).map(x => x * powerOfTwo(exponent))
}

export const tie: Change = (values, _place, seed) => {
  const [from, next] = pick(seed, values.length)
  return replaced(values, pick(next, values.length)[0], () => values[from] ?? 0)
}

export const equalRows: Change = (values, place, seed) => {
  const [from] = pick(seed, rowsOf(values, place))
  return values.map((_, i) => values[from * place.row + i % place.row] ?? 0)
}

/** The variables that may be changed. */
export const openIn = (places: Places): ReadonlyArray<number> =>
  places.flatMap((place, k) => (place === undefined ? [] : [k]))

/** Pairs of variables of one size, of which the second may be a multiple of the first. */
export const pairsIn = (all: All, places: Places): ReadonlyArray<readonly [number, number]> => {
  const open = openIn(places)
  return open.flatMap(
    from => open.filter(to => to !== from && all[to]?.length === all[from]?.length).map(to => [from, to] as const)
  )
}

/** The second of a pair becomes a multiple of the first: of the size of that where only positive numbers are allowed. */
export const multiple = (all: All, places: Places, [from, to]: readonly [number, number], factor: number): All => {
  const source = all[from] ?? []
  const positive = places[to]?.positive === true
  return positive && source.some(x => x === 0) ? all
    : all.map((values, k) => (k !== to ? values : source.map(x => (positive ? Math.abs(x * factor) : x * factor))))
}

/** For each comparison that the formula makes, its left side less its right, over doubles. */
export type Comparisons = (all: All) => Values

/** On the way from these inputs to others: where, on a straight line, the two sides of a comparison are equal. */
export const secant = (all: All, places: Places, seed: number, comparisons: Comparisons): All => {
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
