import type { Arithmetic, Divisible, Rational } from './Arithmetic.js'

type Sums<A> = Pick<Arithmetic<A>, 'of' | 'add' | 'sub' | 'mul'>

const digit = 2 ** 32

/** A whole number, from its digits to the base 2^32. */
const ofWhole = <A>(N: Sums<A>, n: bigint): A =>
  n < 0n ? N.sub(N.of(0), ofWhole(N, -n))
    : n < BigInt(digit) ? N.of(Number(n))
      : N.add(N.mul(ofWhole(N, n / BigInt(digit)), N.of(digit)), N.of(Number(n % BigInt(digit))))

/** A fraction in a number system that can divide: exact where its whole numbers and quotients are. */
export const ofFraction = <A>(N: Sums<A> & Pick<Divisible<A>, 'div'>) => ({ num, den }: Rational): A =>
  N.div(ofWhole(N, num), ofWhole(N, den))
