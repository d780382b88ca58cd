import { refuse } from '../prelude/index.js'
import { tooLarge } from './polynomial.js'

/**
 * A product of powers of unknowns: their ids, ascending, each with its exponent in parts of a unit: [3, unit, 5, -2 * unit] is
 * u3 / u5^2.
 */
export type Product = ReadonlyArray<number>

/** Exponents are whole multiples of 1/unit: the square root of x is a power of x, and exp(x/3) one of exp(x). */
export const unit: number = 2 ** 8 * 3 ** 3 * 5 ** 4 * 7

export const power = (id: number, exponent: number = unit): Product => (exponent === 0 ? [] : [id, exponent])

/** How often the whole factor is in it: 1 in u^(3/2), -1 in u^(-1/2). */
export const wholePart = (exponent: number): number => Math.floor(exponent / unit)

/** Beyond, sums of exponents would be rounded. */
const exact = (exponent: number): number => (Number.isSafeInteger(exponent) ? exponent
  : refuse('undecided', tooLarge, `exponents of ${2 ** 53 / unit}`, String(exponent)))

export const times = (a: Product, b: Product): Product => {
  if (a.length === 0) return b
  if (b.length === 0) return a
  const all: Array<number> = []
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const [x, y] = [a[i] ?? Infinity, b[j] ?? Infinity]
    const exponent = (x <= y ? a[i + 1] ?? 0 : 0) + (y <= x ? b[j + 1] ?? 0 : 0)
    if (exponent !== 0) all.push(Math.min(x, y), exact(exponent))
    if (x <= y) i += 2
    if (y <= x) j += 2
  }
  return all
}

export const inverse = (a: Product): Product => a.map((x, i) => (i % 2 === 0 ? x : -x))

/** a^n for a whole n. */
export const raised = (a: Product, n: number): Product =>
  (n === 0 ? [] : a.map((x, i) => (i % 2 === 0 ? x : exact(x * n))))

/** Its factors: [id, exponent]. */
export const factorsOf = (a: Product): ReadonlyArray<readonly [number, number]> =>
  Array.from({ length: a.length / 2 }, (_, i) => [a[2 * i] ?? 0, a[2 * i + 1] ?? 0])

/** The product of some of its factors. */
export const productOf = (factors: ReadonlyArray<readonly [number, number]>): Product => factors.flat()

export const exponentOf = (a: Product, id: number): number => {
  for (let i = 0; i < a.length; i += 2) if (a[i] === id) return a[i + 1] ?? 0
  return 0
}

/** Different for different products. */
export const keyOf = (a: Product): string => {
  let key = ''
  for (let i = 0; i < a.length; i += 2) key += a[i + 1] === unit ? `${a[i]} ` : `${a[i]}^${a[i + 1]} `
  return key
}

/** What all of them have in common: for each unknown its smallest exponent. */
export const common = (products: ReadonlyArray<Product>): Product => {
  const met = new Map<number, { readonly least: number, readonly count: number }>()
  products.forEach(a => factorsOf(a).forEach(([id, exponent]) => {
    const { least, count } = met.get(id) ?? { least: exponent, count: 0 }
    met.set(id, { least: Math.min(least, exponent), count: count + 1 })
  }))
  return productOf([...met]
    .map(([id, { least, count }]): readonly [number, number] =>
      [id, count === products.length ? least : Math.min(0, least)])
    .filter(([, exponent]) => exponent !== 0)
    .sort(([a], [b]) => a - b))
}
