import fc, { type Arbitrary } from 'fast-check'
import { fromEntries, type Grid } from '../number/Grid.js'
import { type Shape, sizeOf } from '../number/Shape.js'

/** A number that a formula is about. */
export interface Scalar {
  readonly kind: 'scalar'
  readonly draw: Arbitrary<number>
  /** Known to be above zero, as a step size is. */
  readonly positive: boolean
}

/** An array of numbers that a formula is about. */
export interface ArrayOf {
  readonly kind: 'array'
  readonly shape: Shape
  readonly draw: Arbitrary<ReadonlyArray<number>>
}

export type Variables = Readonly<Record<string, Scalar | ArrayOf>>

/** The variables' values over a number system: a scalar is an A, an array a Grid of them. */
export type Lifted<V extends Variables, A> = { readonly [K in keyof V]: V[K] extends Scalar ? A : Grid<A> }

/** The values that a draw gives. */
export type Drawn<V extends Variables> = { readonly [K in keyof V]: V[K] extends Scalar ? number : ReadonlyArray<number> }

// Quarters print in few digits, and sums and products of them are exact in double precision; the power of two is drawn apart and
// shrinks to 1, so that a counterexample loses its scale before its entries.
const quarters = fc.integer({ min: -39, max: 39 }).map(k => k / 4)
const powerOfTwo = fc.integer({ min: -6, max: 6 }).map(e => 2 ** e)
const scaled = (numbers: Arbitrary<number>): Arbitrary<number> => fc.tuple(numbers, powerOfTwo).map(([x, s]) => x * s)

/** Any number: quarters up to 10 times a power of two. */
export const scalar: Scalar = { kind: 'scalar', draw: scaled(quarters), positive: false }

/** A number above zero. */
export const positive: Scalar = { kind: 'scalar', draw: scaled(fc.integer({ min: 1, max: 39 }).map(k => k / 4)), positive: true }

/** A number strictly between 0 and 1, with few binary digits. */
export const fractional: Scalar = { kind: 'scalar', draw: fc.integer({ min: 1, max: 63 }).map(k => k / 64), positive: true }

/** Numbers drawn as given. */
export const drawn = (draw: Arbitrary<number>): Scalar => ({ kind: 'scalar', draw, positive: false })

/** An array of any numbers, with one scale for all of them. */
export const array = (shape: Shape): ArrayOf => ({
  kind: 'array',
  shape,
  draw: fc.tuple(fc.array(quarters, { minLength: sizeOf(shape), maxLength: sizeOf(shape) }), powerOfTwo)
    .map(([entries, s]) => entries.map(x => x * s))
})

export const vector = (n: number): ArrayOf => array([n])

export const matrix = (rows: number, columns: number): ArrayOf => array([rows, columns])

/** One draw of all variables, each shrinking on its own. */
export const drawAll = <V extends Variables>(variables: V): Arbitrary<Drawn<V>> =>
  fc.record(Object.fromEntries(Object.entries(variables).map(([name, v]) => [name, v.draw]))) as unknown as Arbitrary<Drawn<V>>

/** The variables with each number replaced by what the rule makes of it; the rule is told the number's position among all. */
export const liftBy = <V extends Variables, A>(variables: V, rule: (position: number) => A): Lifted<V, A> => {
  let next = 0
  return Object.fromEntries(Object.entries(variables).map(([name, v]) => {
    const first = next
    next += v.kind === 'scalar' ? 1 : sizeOf(v.shape)
    return [name, v.kind === 'scalar'
      ? rule(first)
      : fromEntries(v.shape, Array.from({ length: sizeOf(v.shape) }, (_, i) => rule(first + i)))]
  })) as Lifted<V, A>
}

/** Drawn doubles, converted exactly into a number system. */
export const liftDrawn = <V extends Variables, A>(variables: V, of: (x: number) => A) => (values: Drawn<V>): Lifted<V, A> => {
  const flat = Object.keys(variables).flatMap(name => values[name as keyof V])
  return liftBy(variables, position => of(flat[position] ?? NaN))
}

/** For each number its name, such as "w[0,2]" or "eta". */
export const namesOf = (variables: Variables): ReadonlyArray<string> =>
  Object.entries(variables).flatMap(([name, v]) => v.kind === 'scalar'
    ? [name]
    : Array.from({ length: sizeOf(v.shape) }, (_, i) => `${name}[${i}]`))

/** For each number the position of the variable that it belongs to. */
export const blocksOf = (variables: Variables): ReadonlyArray<number> =>
  Object.values(variables).flatMap((v, block) => v.kind === 'scalar' ? [block] : Array.from({ length: sizeOf(v.shape) }, () => block))

/** The positions of the numbers that are known to be above zero. */
export const positivesOf = (variables: Variables): ReadonlyArray<number> =>
  Object.values(variables)
    .flatMap(v => (v.kind === 'scalar' ? [v.positive] : Array.from({ length: sizeOf(v.shape) }, () => false)))
    .flatMap((positive, position) => (positive ? [position] : []))
