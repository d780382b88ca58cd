import type { Divisible } from '../number/Arithmetic.js'

/** Raised inside a computation that was asked to end. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
}

/** Computes, unless it was asked to end. */
export const unlessCancelled = <A>(cancelled: () => boolean, compute: () => A): A => {
  if (cancelled()) throw new Interrupted('interrupted')
  return compute()
}

// Asking costs as much as a small operation.
const often = 64

/**
 * The number system, which asks now and then whether to go on: a single formula may take minutes over degrees or polynomials.
 */
export const watched = <A>(N: Divisible<A>, cancelled: () => boolean): Divisible<A> => {
  let left = often
  const asking = (operation: (a: A, b: A) => A) => (a: A, b: A): A => {
    left -= 1
    if (left <= 0) {
      if (cancelled()) throw new Interrupted('interrupted')
      left = often
    }
    return operation(a, b)
  }
  return { ...N, add: asking(N.add), sub: asking(N.sub), mul: asking(N.mul), div: asking(N.div) }
}
