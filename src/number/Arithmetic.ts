/**
 * What a textbook formula needs of numbers. A formula asks for the smallest of these that suffices, and can then be evaluated over
 * floats, exact rationals, intervals, polynomials, or duals of any of them.
 */
export interface Arithmetic<A> {
  /** A double, converted without any rounding. */
  readonly of: (x: number) => A
  readonly add: (a: A, b: A) => A
  readonly sub: (a: A, b: A) => A
  readonly mul: (a: A, b: A) => A
  /** The larger; the first on a tie, so that over duals it carries the convention at kinks: max(0, x) has derivative 0 at 0. */
  readonly max: (a: A, b: A) => A
  /** x where a >= b, else y: the branch from which `max` is made. Definitions use `max` alone. */
  readonly where: (a: A, b: A, x: A, y: A) => A
}

export interface Divisible<A> extends Arithmetic<A> {
  readonly div: (a: A, b: A) => A
}

/** With square roots, as norms and standard deviations need. */
export interface Radical<A> extends Divisible<A> {
  readonly sqrt: (a: A) => A
}

export interface Analytic<A> extends Radical<A> {
  readonly exp: (a: A) => A
  readonly log: (a: A) => A
  readonly sin: (a: A) => A
  readonly cos: (a: A) => A
  readonly tanh: (a: A) => A
}

/** A total order, for formulas that answer with an index (argmax, nearest neighbours). */
export interface Ordered<A> {
  /** Negative, zero or positive as a is below, equal to or above b. */
  readonly compare: (a: A, b: A) => number
}
