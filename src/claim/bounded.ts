import type { Divisible } from '../number/Arithmetic.js'
import type { RationalFunction } from '../number/polynomial.js'
import { refuse } from '../prelude/index.js'

/**
 * The largest normal form that is computed, in products of terms: about two seconds of work. A power of a sum has as many terms as there
 * are products of its parts, and a short line may ask for more of them than there is memory.
 */
const mostProducts = 2 ** 19

type Operation = (a: RationalFunction, b: RationalFunction) => RationalFunction

/** The same number system, which refuses what takes more than that altogether. */
export const bounded = (N: Divisible<RationalFunction>): Divisible<RationalFunction> => {
  let left = mostProducts
  const spend = (products: number): void => {
    left -= products
    if (left < 0) refuse('undecided', 'exactly', `a normal form of at most ${mostProducts} products of terms`, 'a larger one')
  }
  const sum = (operation: Operation): Operation => (a, b) => {
    if (a.den !== b.den) spend(a.num.size * b.den.size + b.num.size * a.den.size + a.den.size * b.den.size)
    return operation(a, b)
  }
  return {
    ...N, add: sum(N.add), sub: sum(N.sub),
    mul: (a, b) => {
      spend(a.num.size * b.num.size + a.den.size * b.den.size)
      return N.mul(a, b)
    },
    square: a => {
      spend(a.num.size ** 2 + a.den.size ** 2)
      return N.square(a)
    },
    div: (a, b) => {
      spend(a.num.size * b.den.size + a.den.size * b.num.size)
      return N.div(a, b)
    }
  }
}
