/** An exact fraction in lowest terms; den > 0, or 0/0, which is undefined and stays so in every operation. */
export interface Rational {
  readonly num: bigint
  readonly den: bigint
}

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
  /** a * a, which enclosures know not to be negative: the root of a sum of squares is defined wherever the squares are. */
  readonly square: (a: A) => A
  /** The larger; the first on a tie, so that over duals it carries the convention at kinks: max(0, x) has derivative 0 at 0. */
  readonly max: (a: A, b: A) => A
  /** x where a >= b, else y: the branch from which `max` is made. Definitions use `max` alone. */
  readonly where: (a: A, b: A, x: A, y: A) => A
}

export interface Divisible<A> extends Arithmetic<A> {
  readonly div: (a: A, b: A) => A
  /** A fraction: exact, enclosed, or the nearest double, as the number system can. */
  readonly ofRational: (q: Rational) => A
  /** A number as written, "0.1" or "-2.5e-3": the tenth itself, where `of(0.1)` is the double next to it. */
  readonly decimal: (text: string) => A
}

/** With square roots, as norms and standard deviations need. */
export interface Radical<A> extends Divisible<A> {
  readonly sqrt: (a: A) => A
}

/**
 * All elementary functions, as definitions, claims and typed formulas use them. Where a function is undefined so is the value, and the
 * derivative over duals; enclosures say `nowhere`, or the whole line where that depends on the argument.
 *
 * | function | defined for | derivative at a kink |
 * | --- | --- | --- |
 * | exp, expm1, sin, cos, atan, sinh, cosh, tanh, sigmoid, softplus, erf | every number | |
 * | log, log10 | a > 0 | |
 * | log1p | a > -1 | |
 * | tan | where cos a is not 0 | |
 * | asin, acos | -1 <= a <= 1 | none at the ends |
 * | abs, relu | every number | 0 |
 * | max, min | every number | that of the first of equals |
 * | hypot | every vector | none where all entries are 0 |
 */
export interface Analytic<A> extends Radical<A> {
  readonly pi: () => A
  /** Euler's number. */
  readonly e: () => A
  readonly neg: (a: A) => A
  readonly abs: (a: A) => A
  /** The smaller; the first on a tie. */
  readonly min: (a: A, b: A) => A
  readonly relu: (a: A) => A
  readonly exp: (a: A) => A
  /** e^a - 1, without cancellation near 0. */
  readonly expm1: (a: A) => A
  readonly log: (a: A) => A
  /** log(1 + a), without rounding 1 + a. */
  readonly log1p: (a: A) => A
  readonly log10: (a: A) => A
  readonly sin: (a: A) => A
  readonly cos: (a: A) => A
  readonly tan: (a: A) => A
  readonly asin: (a: A) => A
  readonly acos: (a: A) => A
  readonly atan: (a: A) => A
  readonly sinh: (a: A) => A
  readonly cosh: (a: A) => A
  readonly tanh: (a: A) => A
  /** 1 / (1 + e^-a). */
  readonly sigmoid: (a: A) => A
  /** log(1 + e^a). */
  readonly softplus: (a: A) => A
  /** 2/sqrt(pi) times the integral of e^(-t^2) from 0 to a. */
  readonly erf: (a: A) => A
  readonly sum: (terms: ReadonlyArray<A>) => A
  /** The Euclidean norm. */
  readonly hypot: (entries: ReadonlyArray<A>) => A
  /** a^n for a whole number n, by repeated squaring; 1/a^-n where n < 0. */
  readonly power: (a: A, n: number) => A
  /** a^b = exp(b log a), for a > 0. */
  readonly pow: (a: A, b: A) => A
}

/** A total order, for formulas that answer with an index (argmax, nearest neighbours). */
export interface Ordered<A> {
  /** Negative, zero or positive as a is below, equal to or above b. */
  readonly compare: (a: A, b: A) => number
}
