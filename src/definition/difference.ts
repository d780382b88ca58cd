import {
  type Analytic, type Arithmetic, type Divisible, dual, dualAnalytic, type Grid, maximum, zipGrid
} from '../number/index.js'

/** The slope of the line through two points of a graph: (f(b) - f(a)) / (b - a). */
export const slope = <A>(N: Divisible<A>) =>
  (f: (x: A) => A) => (a: A, b: A): A => N.div(N.sub(f(b), f(a)), N.sub(b, a))

// Over floats x + h is rounded; the slope then divides by the step that was taken, as a difference quotient should.

/** (f(x + h) - f(x)) / h. */
export const forwardDifference = <A>(N: Divisible<A>) =>
  (f: (x: A) => A) => (x: A, h: A): A => slope(N)(f)(x, N.add(x, h))

/** (f(x) - f(x - h)) / h. */
export const backwardDifference = <A>(N: Divisible<A>) =>
  (f: (x: A) => A) => (x: A, h: A): A => slope(N)(f)(N.sub(x, h), x)

/** (f(x + h) - f(x - h)) / (2 h). */
export const centralDifference = <A>(N: Divisible<A>) =>
  (f: (x: A) => A) => (x: A, h: A): A => slope(N)(f)(N.sub(x, h), N.add(x, h))

/** A real function, written once over any number system with the elementary functions. */
export type RealFunction = <A>(N: Analytic<A>) => (x: A) => A

/** f': the definition over duals. It is a real function again, so that f'' is derivative(derivative(f)). */
export const derivative = (f: RealFunction): RealFunction => N => x => f(dualAnalytic(N))(dual(x, N.of(1))).tangent

// The error model: the truncation to leading order, and what two evaluations of f, each wrong by e, put into the quotient.

/** (h/2) |f''| + 2 e / h. */
export const oneSidedError = <A>(N: Divisible<A>) => (e: A, second: A) => (h: A): A =>
  N.add(N.div(N.mul(h, second), N.of(2)), N.div(N.mul(N.of(2), e), h))

/** (h^2/6) |f'''| + e / h. */
export const centralError = <A>(N: Divisible<A>) => (e: A, third: A) => (h: A): A =>
  N.add(N.div(N.mul(N.mul(h, h), third), N.of(6)), N.div(e, h))

const absolute = <A>(N: Arithmetic<A>) => (x: A): A => N.max(x, N.sub(N.of(0), x))

/** max |x - y| / max(1e-8, |x| + |y|) over the entries. */
export const relativeError = <A>(N: Divisible<A>) => (x: Grid<A>, y: Grid<A>): A => {
  const size = absolute(N)
  return maximum(N)(
    zipGrid((a: A, b: A) => N.div(size(N.sub(a, b)), N.max(N.of(1e-8), N.add(size(a), size(b)))))(x, y).entries
  )
}
