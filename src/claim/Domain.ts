import { sameShape, showShape } from '../number/Shape.js'

/** What was drawn for one input: the shapes that arrays of it had, and the numbers from the least to the largest. */
interface Range {
  lo: number
  hi: number
  smallest: ReadonlyArray<number> | undefined
  largest: ReadonlyArray<number> | undefined
}

/** The inputs that were met while cases were drawn. It stays inside one judging. */
export interface Domain {
  readonly ranges: Map<string, Range>
  readonly inputs: Set<number>
  /** The names of what is in a record, by the name of the record: made once, for they are asked for in each case. */
  readonly names: Map<string, Map<string, string>>
}

export const newDomain = (): Domain => ({ ranges: new Map(), inputs: new Set(), names: new Map() })

/** "x" for x itself, "inputs.x" for x in the record inputs. */
const nameWithin = ({ names }: Domain, name: string, key: string): string => {
  const known = names.get(name) ?? new Map<string, string>()
  if (known.size === 0) names.set(name, known)
  const full = known.get(key) ?? (name === '' ? key : `${name}.${key}`)
  known.set(key, full)
  return full
}

/** Remembers the numbers of an input, by name. */
export const meet = (domain: Domain, input: unknown): void => {
  domain.inputs.add(visit(domain, '', input, 0x811c9dc5))
}

/** What is known of an input of this name; from now on also that it had this shape. */
const rangeOf = ({ ranges }: Domain, name: string, shape: ReadonlyArray<number> | undefined): Range => {
  const known = ranges.get(name)
  if (known === undefined) {
    const range = { lo: Infinity, hi: -Infinity, smallest: shape, largest: shape }
    ranges.set(name, range)
    return range
  }
  if (shape !== undefined && !sameShape(shape, known.largest ?? [])) widen(known, shape)
  return known
}

// Entries of a large array that tell it from others.
const mostMixed = 32

/** Remembers the numbers in a value, and gives a hash of it that begins with another. */
const visit = (domain: Domain, name: string, value: unknown, hash: number): number => {
  if (typeof value === 'number') return number(rangeOf(domain, name, undefined), value, hash)
  if (typeof value !== 'object' || value === null) return text(String(value), hash)
  if ('shape' in value && 'data' in value) {
    const shape = value.shape as ReadonlyArray<number>
    return numbers(rangeOf(domain, name, shape), value.data as ArrayLike<number>, shape.reduce(mix, hash))
  }
  if (isNumbers(value)) return numbers(rangeOf(domain, name, [value.length]), value, hash)
  if (Array.isArray(value)) return value.reduce<number>(
    (mixed, item) => visit(domain, name, item, mixed), mix(hash, value.length)
  )
  const record = value as Readonly<Record<string, unknown>>
  return Object.keys(record).reduce(
    (mixed, key) => visit(domain, nameWithin(domain, name, key), record[key], mixed), hash
  )
}

const text = (letters: string, hash: number): number =>
  [...letters].reduce((mixed, letter) => mix(mixed, letter.codePointAt(0) as number), mix(hash, letters.length))

const number = (range: Range, x: number, hash: number): number => {
  if (x < range.lo) range.lo = x
  if (x > range.hi) range.hi = x
  return mixDouble(hash, x)
}

const numbers = (range: Range, entries: ArrayLike<number>, begun: number): number => {
  let { lo, hi } = range
  const { length } = entries
  for (let i = 0; i < length; i++) {
    const x = entries[i] ?? NaN
    if (x < lo) lo = x
    if (x > hi) hi = x
  }
  range.lo = lo
  range.hi = hi
  let hash = mix(begun, length)
  const step = Math.max(1, Math.floor(length / mostMixed))
  for (let i = 0; i < length; i += step) hash = mixDouble(hash, entries[i] ?? NaN)
  return hash
}

/** 53 bits of which each depends on all of both. */
const mix = (hash: number, word: number): number => {
  const low = Math.imul((hash | 0) ^ word, 0x01000193) >>> 0
  const high = Math.imul(Math.floor(hash / 2 ** 32) ^ low, 0x9e3779b1) >>> 11
  return high * 2 ** 32 + low
}

// A double seen as two words; written and read inside one call.
const halves = new Float64Array(1)
const words = new Uint32Array(halves.buffer)

const mixDouble = (hash: number, x: number): number => {
  halves[0] = x
  return mix(mix(hash, words[0] ?? 0), words[1] ?? 0)
}

const isNumbers = (value: object): value is ArrayLike<number> & object =>
  ArrayBuffer.isView(value) || (Array.isArray(value) && value.length > 0 && value.every(x => typeof x === 'number'))

const widen = (range: Range, shape: ReadonlyArray<number>): void => {
  const both = (
    pick: (a: number, b: number) => number, known: ReadonlyArray<number> | undefined
  ): ReadonlyArray<number> =>
    known === undefined || known.length !== shape.length ? shape : known.map((n, axis) => pick(n, shape[axis] ?? 0))
  range.smallest = both((a, b) => Math.min(a, b), range.smallest)
  range.largest = both((a, b) => Math.max(a, b), range.largest)
}

// More names than this are counted instead.
const mostNames = 8

/** "x (2x3) from -96 to 84, eta from 0.25 to 9.75". */
export const showDomain = ({ ranges }: Domain): string => {
  const shown = [...ranges].slice(0, mostNames).map(
    ([name, range]) => `${name}${showShapes(range)} ${showRange(range)}`.trim()
  )
  const more = ranges.size - mostNames
  return [...shown, ...more > 0 ? [`${more} more ${more === 1 ? 'input' : 'inputs'}`] : []].join(', ')
}

const showRange = ({ lo, hi }: Range): string =>
  (lo > hi ? '' : lo === hi ? `= ${short(lo)}` : `from ${short(lo)} to ${short(hi)}`)

const short = (x: number): string =>
  (Number.isInteger(x) && Math.abs(x) < 1e6 ? String(x) : String(Number(x.toPrecision(3))))

const showShapes = ({ smallest, largest }: Range): string => {
  if (smallest === undefined || largest === undefined) return ''
  const [least, most] = [showShape(smallest), showShape(largest)]
  return ` (${least === most ? least : `${least} to ${most}`})`
}

/** ": draw x above 0", where the inputs at which a side was undefined differ so from those where both were defined. */
export const helpAgainst = (undefinedAt: Domain, met: Domain): string => {
  const help = [...undefinedAt.ranges].flatMap(([name, bad]) => {
    const good = met.ranges.get(name)
    if (good === undefined) return []
    return bad.lo <= 0 && good.lo >= 0 && (bad.lo < 0 || good.lo > 0) ? [`draw ${name} above 0`]
      : bad.hi >= 0 && good.hi <= 0 && (bad.hi > 0 || good.hi < 0) ? [`draw ${name} below 0`] : []
  })
  return help.length === 0 ? '' : `: ${help.join(', ')}`
}
