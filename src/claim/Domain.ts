import { showShape } from '../number/Shape.js'

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
}

export const newDomain = (): Domain => ({ ranges: new Map(), inputs: new Set() })

/** Remembers the numbers of an input, by name. */
export const meet = (domain: Domain, input: unknown): void => {
  let hash = 0x811c9dc5
  let other = 0
  const mix = (word: number): void => {
    hash = Math.imul(hash ^ word, 0x01000193)
    other = Math.imul(other + word, 0x9e3779b1) ^ (other >>> 15)
  }
  const number = (name: string, x: number, shape: ReadonlyArray<number> | undefined): void => {
    halves[0] = x
    mix(words[0] ?? 0)
    mix(words[1] ?? 0)
    const range = domain.ranges.get(name)
    if (range === undefined) domain.ranges.set(name, { lo: x, hi: x, smallest: shape, largest: shape })
    else {
      if (x < range.lo) range.lo = x
      if (x > range.hi) range.hi = x
      if (shape !== undefined && shape !== range.largest) widen(range, shape)
    }
  }
  const visit = (name: string, value: unknown): void => {
    if (typeof value === 'number') number(name, value, undefined)
    else if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint') for (const c of String(value)) mix(c.charCodeAt(0))
    else if (typeof value === 'object' && value !== null) within(name, value)
    else mix(1)
  }
  const numbers = (name: string, entries: ArrayLike<number>, shape: ReadonlyArray<number>): void => {
    mix(entries.length)
    for (let i = 0; i < entries.length; i++) number(name, entries[i] ?? NaN, shape)
  }
  const within = (name: string, value: object): void => {
    if ('shape' in value && 'data' in value) numbers(name, value.data as ArrayLike<number>, value.shape as ReadonlyArray<number>)
    else if (isNumbers(value)) numbers(name, value, [value.length])
    else if (Array.isArray(value)) {
      mix(value.length)
      for (const item of value as ReadonlyArray<unknown>) visit(name, item)
    } else for (const [key, item] of Object.entries(value)) visit(name === '' ? key : `${name}.${key}`, item)
  }
  visit('', input)
  domain.inputs.add((hash >>> 0) * 2 ** 21 + (other >>> 11))
}

// A double seen as two words; written and read inside one call.
const halves = new Float64Array(1)
const words = new Uint32Array(halves.buffer)

const isNumbers = (value: object): value is ArrayLike<number> & object =>
  ArrayBuffer.isView(value) || (Array.isArray(value) && value.length > 0 && value.every(x => typeof x === 'number'))

const widen = (range: Range, shape: ReadonlyArray<number>): void => {
  const both = (pick: (a: number, b: number) => number, known: ReadonlyArray<number> | undefined): ReadonlyArray<number> =>
    known === undefined || known.length !== shape.length ? shape : known.map((n, axis) => pick(n, shape[axis] ?? 0))
  range.smallest = both((a, b) => Math.min(a, b), range.smallest)
  range.largest = both((a, b) => Math.max(a, b), range.largest)
}

// More names than this are counted instead.
const mostNames = 8

/** "x (2x3) from -96 to 84, eta from 0.25 to 9.75". */
export const showDomain = ({ ranges }: Domain): string => {
  const shown = [...ranges].slice(0, mostNames).map(([name, range]) => `${name}${showShapes(range)} ${showRange(range)}`.trim())
  return [...shown, ...ranges.size > mostNames ? [`${ranges.size - mostNames} more inputs`] : []].join(', ')
}

const showRange = ({ lo, hi }: Range): string => (lo === hi ? `= ${short(lo)}` : `from ${short(lo)} to ${short(hi)}`)

const short = (x: number): string => (Number.isInteger(x) && Math.abs(x) < 1e6 ? String(x) : String(Number(x.toPrecision(3))))

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
