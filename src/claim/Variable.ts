import type { Arbitrary } from 'fast-check'
import * as fc from 'fast-check'
import type { Grid } from '../number/Grid.js'
import { type Shape, sizeOf } from '../number/Shape.js'
import { type Rational, rational } from '../number/rational.js'
import { refuse } from '../prelude/index.js'

/** All numbers between two. */
export interface Range {
  readonly lo: Rational
  readonly hi: Rational
  /** Which of the two may be met. */
  readonly ends: 'both' | 'upper' | 'none'
  /** The two as they are written. */
  readonly written?: readonly [string, string]
}

/** A number that a formula is about. */
export interface Scalar {
  readonly kind: 'scalar'
  readonly draw: Arbitrary<number>
  /** Known to be above zero, as a step size is. */
  readonly positive: boolean
  /** Known not to be below zero. */
  readonly notNegative?: boolean
  /** Known to lie between two numbers. */
  readonly range?: Range
  /** Whether it stands for every such number, so that more of them may be tried than are drawn. */
  readonly every: boolean
}

/** An array of numbers that a formula is about. */
export interface ArrayOf {
  readonly kind: 'array'
  readonly shape: Shape
  readonly draw: Arbitrary<ReadonlyArray<number>>
  /** What is known of each entry, where they are not any numbers. */
  readonly each?: Scalar
}

export type Variables = Readonly<Record<string, Scalar | ArrayOf>>

/** The variables, which must have names that no entry or formula can have: "x", "w1", but not "x[0]" or "2". */
export const checked = <V extends Variables>(place: string, variables: V): V => {
  const odd = Object.keys(variables).find(name => !/^[\p{L}_][\p{L}\p{N}_']*$/u.test(name))
  return odd === undefined ? variables
    : refuse('input', place, 'names of letters and digits, the first a letter', `"${odd}"`)
}

/** The variables' values over a number system: a scalar is an A, an array a Grid of them. */
export type Lifted<V extends Variables, A> = { readonly [K in keyof V]: V[K] extends Scalar ? A : Grid<A> }

/** The values that a draw gives. */
export type Drawn<V extends Variables> =
  { readonly [K in keyof V]: V[K] extends Scalar ? number : ReadonlyArray<number> }

// Quarters print in few digits, and sums and products of them are exact in double precision; the power of two is drawn apart and
// shrinks to 1, so that a counterexample loses its scale before its entries.
const quarters = fc.integer({ min: -39, max: 39 }).map(k => k / 4)
const powerOfTwo = fc.integer({ min: -6, max: 6 }).map(e => 2 ** e)
const scaled = (numbers: Arbitrary<number>): Arbitrary<number> => fc.tuple(numbers, powerOfTwo).map(([x, s]) => x * s)

/**
 * Any number: quarters up to 10 times a power of two.
 *
 * @example
 * forAll({ x: scalar }, (N, { x }) => atMost(x, N.of(1000)))(effort(), 'numbers/small').verdict // 'refuted'
 */
export const scalar: Scalar = { kind: 'scalar', draw: scaled(quarters), positive: false, every: true }

/**
 * A number above zero.
 *
 * @example
 * forAll({ eta: positive }, (N, { eta }) => atMost(N.of(0), eta))(effort(), 'numbers/positive').verdict // 'supported'
 */
export const positive: Scalar =
  { kind: 'scalar', draw: scaled(fc.integer({ min: 1, max: 39 }).map(k => k / 4)), positive: true, every: true }

/**
 * A number that is not below zero; 0 in a third of the draws, so that a bound is met exactly too.
 *
 * @example
 * forAll({ x: nonnegative }, (N, { x }) => atMost(N.of(0), x))(effort(), 'numbers/nonnegative').verdict // 'supported'
 */
export const nonnegative: Scalar = {
  kind: 'scalar', positive: false, notNegative: true, every: false,
  draw: fc.oneof({ arbitrary: fc.constant(0), weight: 1 }, { arbitrary: positive.draw, weight: 2 })
}

/**
 * A number strictly between 0 and 1, with few binary digits.
 *
 * @example
 * forAll({ x: fractional }, (N, { x }) => atMost(x, N.of(1)))(effort(), 'numbers/parts').verdict // 'supported'
 */
export const fractional: Scalar = {
  kind: 'scalar', draw: fc.integer({ min: 1, max: 63 }).map(k => k / 64), positive: true, every: false,
  range: { lo: rational.of(0), hi: rational.of(1), ends: 'none' }
}

/**
 * Numbers drawn as given.
 *
 * @example
 * const x = drawn(fc.integer({ min: 1, max: 9 }))
 * forAll({ x }, (N, { x }) => atMost(N.of(1), x))(effort(), 'numbers/whole').verdict // 'supported'
 */
export const drawn = (draw: Arbitrary<number>): Scalar => ({ kind: 'scalar', draw, positive: false, every: false })

// Beyond, degrees and normal forms take memory by the square.
const mostEntries = 4096

/**
 * An array of any numbers, with one scale for all of them.
 *
 * @example
 * array([2, 3]).shape // [2, 3]
 */
export const array = (shape: Shape): ArrayOf => ({
  kind: 'array',
  shape: checkedShape(shape),
  draw: fc.tuple(fc.array(quarters, { minLength: sizeOf(shape), maxLength: sizeOf(shape) }), powerOfTwo)
    .map(([entries, s]) => entries.map(x => x * s))
})

const checkedShape = (shape: Shape): Shape =>
  shape.every(n => Number.isInteger(n) && n >= 0) && sizeOf(shape) <= mostEntries ? [...shape]
    : refuse('shape', 'array', `whole sizes, and at most ${mostEntries} entries`, shape.join('x'))

/**
 * An array of numbers of one kind, such as positive ones.
 *
 * @example
 * arrayOf([3], positive).shape // [3]
 */
export const arrayOf = (shape: Shape, each: Scalar): ArrayOf =>
  ({ ...array(shape), each, draw: fc.array(each.draw, { minLength: sizeOf(shape), maxLength: sizeOf(shape) }) })

/**
 * A vector of n numbers.
 *
 * @example
 * vector(3).shape // [3]
 */
export const vector = (n: number): ArrayOf => array([n])

/**
 * A matrix.
 *
 * @example
 * matrix(2, 3).shape // [2, 3]
 */
export const matrix = (rows: number, columns: number): ArrayOf => array([rows, columns])

/** What is known of a number, or of each entry of an array. */
export const eachOf = (v: Scalar | ArrayOf): Scalar => (v.kind === 'scalar' ? v : v.each ?? scalar)
