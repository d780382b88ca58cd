import { nextDown, nextUp } from './ulp.js'

/**
 * Sums, products, quotients and square roots of doubles, rounded down or up: the result to nearest, and from it one double
 * outward only if the exact error has the sign that demands it, so that an exact result stays. Where the error of a product,
 * quotient or root may not itself be a double (beyond 1e+-290) the step is always made.
 *
 * Overflow: down gives MAX_VALUE, up gives Infinity; the bounds keep the sign of the true result on underflow. A zero times an
 * infinite end is zero, since an infinite end stands for arbitrarily large numbers, not for a number.
 */
export interface Directed {
  readonly add: (a: number, b: number) => number
  readonly mul: (a: number, b: number) => number
  /** For b != 0. */
  readonly div: (a: number, b: number) => number
  /** For a >= 0. */
  readonly sqrt: (a: number) => number
}

const least = 1e-290
const greatest = 1e290

const between = (x: number): boolean => {
  const size = Math.abs(x)
  return size > least && size < greatest
}

/** a + b - sum, exactly, for a finite sum: Dekker's difference with the larger number first never overflows. */
const sumError = (a: number, b: number, sum: number): number =>
  Math.abs(a) >= Math.abs(b) ? b - (sum - a) : a - (sum - b)

/**
 * a * b - product, exactly, when neither factor is beyond 1e290 nor the product beyond 1e+-290 (Dekker, with Veltkamp's
 * splitting).
 */
const productError = (a: number, b: number, product: number): number => {
  const shiftedA = 134217729 * a
  const highA = shiftedA - (shiftedA - a)
  const lowA = a - highA
  const shiftedB = 134217729 * b
  const highB = shiftedB - (shiftedB - b)
  const lowB = b - highB
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB)
}

/** A number with the sign of a / b - quotient, where all are between 1e-290 and 1e290. */
const quotientError = (a: number, b: number, quotient: number): number => {
  const product = quotient * b
  const rest = a - product - productError(quotient, b, product)
  return b > 0 ? rest : -rest
}

/** Rounding up; a comparison with a NaN error steps, so what cannot be told is outward. */
export const up: Directed = {
  add: (a, b) => {
    const sum = a + b
    return sumError(a, b, sum) <= 0 ? sum : nextUp(sum)
  },
  mul: (a, b) => {
    const product = a * b
    if (between(product) && Math.abs(a) < greatest && Math.abs(b) < greatest) {
      return productError(a, b, product) <= 0 ? product : nextUp(product)
    }
    return a === 0 || b === 0 ? 0 : product === 0 && a > 0 !== b > 0 ? 0 : nextUp(product)
  },
  div: (a, b) => {
    const quotient = a / b
    if (between(a) && between(b) && between(quotient)) return quotientError(a, b, quotient) <= 0 ? quotient
      : nextUp(quotient)
    return a === 0 ? 0 : quotient === 0 && a > 0 !== b > 0 ? 0 : nextUp(quotient)
  },
  sqrt: a => {
    const root = Math.sqrt(a)
    return a === 0 || (between(a) && a - root * root - productError(root, root, root * root) <= 0) ? root : nextUp(root)
  }
}

/** Rounding down: the mirror image of rounding up. */
export const down: Directed = {
  add: (a, b) => -up.add(-a, -b),
  mul: (a, b) => -up.mul(-a, b),
  div: (a, b) => -up.div(-a, b),
  sqrt: a => {
    const root = Math.sqrt(a)
    return a === 0 || (between(a) && a - root * root - productError(root, root, root * root) >= 0) ? root
      : nextDown(root)
  }
}
