import { all, type BigNumber, create } from 'mathjs'
import type { Formula, Whole } from './Formula.js'

// A second opinion, which has nothing of Lemmata: formulas of the generator, evaluated by mathjs with 100 digits.

const math = create(all ?? {}, { number: 'BigNumber', precision: 100 })
const big = (x: number | string): BigNumber => math.bignumber(x)

type Rows = ReadonlyArray<ReadonlyArray<BigNumber>>

/** What names are worth: arrays in rows, a number as one row of one. */
export interface Point {
  readonly variables: ReadonlyMap<string, Rows>
  readonly wholes: ReadonlyMap<string, number>
}

/** An array of multiples of 1/8, as odd as they come. */
export const eighths = (rows: ReadonlyArray<ReadonlyArray<number>>): Rows =>
  rows.map(row => row.map(k => big(k).div(8)))

class Undefined extends Error {}
const undefinedHere = (): never => {
  throw new Undefined()
}

/** The value of a formula at a point; none where it is not defined. */
export const valueAt = (f: Formula, point: Point): Rows | undefined => {
  try {
    const rows = value(f, point)
    return rows.flat().every(x => x.isFinite()) ? rows : undefined
  } catch (error) {
    if (error instanceof Undefined) return undefined
    throw error
  }
}

const wholeAt = ({ plus, times }: Whole, { wholes }: Point): number =>
  Object.entries(times).reduce((sum, [name, k]) => sum + k * (wholes.get(name) ?? undefinedHere()), plus)

const upTo = (from: number, to: number): ReadonlyArray<number> =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => from + k)

const build = (rows: number, columns: number, rule: (i: number, j: number) => BigNumber): Rows =>
  Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, j) => rule(i, j)))

const get = (a: Rows, i: number, j: number): BigNumber => a[i]?.[j] ?? undefinedHere()
const single = (x: BigNumber): Rows => [[x]]
const total = (terms: ReadonlyArray<BigNumber>): BigNumber => terms.reduce((sum, x) => sum.plus(x), big(0))
const isSingle = (a: Rows): boolean => a.length === 1 && a[0]?.length === 1

const mapped = (a: Rows, g: (x: BigNumber) => BigNumber): Rows => a.map(row => row.map(g))
const zipped = (a: Rows, b: Rows, g: (x: BigNumber, y: BigNumber) => BigNumber): Rows =>
  (a.length === b.length && a[0]?.length === b[0]?.length ? a.map((row, i) => row.map((x, j) => g(x, get(b, i, j))))
    : undefinedHere())

const multiplied = (a: Rows, b: Rows): Rows => {
  if (isSingle(a)) return mapped(b, x => x.times(get(a, 0, 0)))
  if (isSingle(b)) return mapped(a, x => x.times(get(b, 0, 0)))
  if (a[0]?.length !== b.length) return undefinedHere()
  return build(a.length, b[0]?.length ?? 0, (i, j) => total(b.map((_, k) => get(a, i, k).times(get(b, k, j)))))
}

const sigmoid = (x: BigNumber): BigNumber => big(1).div(big(1).plus(x.neg().exp()))
const functions: Readonly<Record<string, (x: BigNumber) => BigNumber>> = {
  exp: x => x.exp(), log: x => x.ln(), sin: x => x.sin(), cos: x => x.cos(), tan: x => x.tan(), arctan: x => x.atan(),
  sinh: x => x.sinh(), cosh: x => x.cosh(), tanh: x => x.tanh(), sqrt: x => x.sqrt(), abs: x => x.abs(),
  relu: x => (x.isNegative() ? big(0) : x), sigmoid, softplus: x => big(1).plus(x.exp()).ln()
}

// Where an exponential is beyond this, so are the digits.
const largest = big('1e40')
const tame = (x: BigNumber): BigNumber => (x.isFinite() && x.abs().lte(largest) ? x : undefinedHere())

/** A central difference: so short a step leaves 60 digits. */
const step = big('1e-30')
const slope = (of: Formula, moved: (by: BigNumber) => Point): BigNumber => {
  const [after, before] = [value(of, moved(step)), value(of, moved(step.neg()))]
  return get(after, 0, 0).minus(get(before, 0, 0)).div(step.times(2))
}

const value = (f: Formula, point: Point): Rows => {
  const of = (k: number): Rows => value(f.parts[k] as Formula, point)
  const number = (k: number): BigNumber => {
    const a = of(k)
    return isSingle(a) ? get(a, 0, 0) : undefinedHere()
  }
  const w = (k: number): number => wholeAt(f.wholes[k] as Whole, point)
  const n = point.wholes.get('n') ?? 1
  switch (f.operation) {
    case 'number': return single(big(f.name))
    case 'pi': return single(big(-1).acos())
    case 'variable': return point.variables.get(f.name) ?? undefinedHere()
    case 'whole': return single(big(w(0)))
    case 'identity': return build(n, n, (i, j) => big(i === j ? 1 : 0))
    case 'delta': return single(big(w(0) === w(1) ? 1 : 0))
    case 'entry': return single(get(of(0), w(0) - 1, f.wholes.length > 1 ? w(1) - 1 : 0))
    case 'add': return zipped(of(0), of(1), (x, y) => x.plus(y))
    case 'subtract': return zipped(of(0), of(1), (x, y) => x.minus(y))
    case 'negate': return mapped(of(0), x => x.neg())
    case 'multiply': return multiplied(of(0), of(1))
    case 'entrywise': return zipped(of(0), of(1), (x, y) => x.times(y))
    case 'divide': {
      const by = number(1)
      return by.isZero() ? undefinedHere() : mapped(of(0), x => x.div(by))
    }
    case 'inner': return single(total(zipped(of(0), of(1), (x, y) => x.times(y)).flat()))
    case 'power': return w(0) < 0 ? undefinedHere() : single(tame(number(0).pow(w(0))))
    case 'real power': return number(0).gt(0) ? single(tame(number(0).pow(tame(number(1))))) : undefinedHere()
    case 'function': return mapped(of(0), x => tame((functions[f.name] ?? undefinedHere())(tame(x))))
    case 'max': return single(math.max(number(0), number(1)))
    case 'min': return single(math.min(number(0), number(1)))
    case 'norm': return single(total(of(0).flat().map(x => x.times(x))).sqrt())
    case 'norm1': {
      const a = of(0)
      return a.every(row => row.length === 1) ? single(total(a.flat().map(x => x.abs()))) : undefinedHere()
    }
    case 'transpose': {
      const a = of(0)
      return build(a[0]?.length ?? 0, a.length, (i, j) => get(a, j, i))
    }
    case 'trace': {
      const a = of(0)
      return a.length === a[0]?.length ? single(total(a.map((_, i) => get(a, i, i)))) : undefinedHere()
    }
    case 'diag': {
      const a = of(0)
      return build(a.length, a.length, (i, j) => (i === j ? get(a, i, 0) : big(0)))
    }
    case 'softmax': {
      const powers = mapped(of(0), x => x.exp())
      return mapped(powers, x => x.div(total(powers.flat())))
    }
    case 'sum': case 'product': {
      const values = upTo(w(0), w(1)).map(
        k => value(f.parts[0] as Formula, { ...point, wholes: new Map([...point.wholes, [f.name, k]]) })
      )
      const [first, ...others] = values
      if (first === undefined) return single(big(f.operation === 'sum' ? 0 : 1))
      return others.reduce((a, b) => zipped(a, b, (x, y) => (f.operation === 'sum' ? x.plus(y) : x.times(y))), first)
    }
    case 'derivative': case 'gradient': {
      const here = point.variables.get(f.name) ?? undefinedHere()
      const moved = (i: number, j: number, by: BigNumber): Rows =>
        here.map((row, k) => row.map((x, l) => (k === i && l === j ? x.plus(by) : x)))
      return here.map((row, i) => row.map((_, j) => slope(f.parts[0] as Formula, by =>
        ({ ...point, variables: new Map([...point.variables, [f.name, moved(i, j, by)]]) }))))
    }
  }
}

const half = big('1e-30')

/** Whether two values differ within their first 30 digits: rounding, of which there is less than 60 digits in, cannot make them. */
export const apart = (a: Rows, b: Rows): boolean =>
  a.length !== b.length || a[0]?.length !== b[0]?.length
    || a.some((row, i) => row.some((x, j) => differ(x, get(b, i, j))))

const differ = (x: BigNumber, y: BigNumber): boolean =>
  x.minus(y).abs().gt(half.times(math.max(big(1), x.abs(), y.abs())))
