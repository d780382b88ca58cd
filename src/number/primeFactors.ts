import type { Rational } from './Arithmetic.js'

// Larger factors are left as they are.
const largest = 1000n

const factorsOfWhole = (n: bigint): ReadonlyArray<bigint> => {
  const factors: Array<bigint> = []
  let rest = n
  for (let p = 2n; p <= largest && p * p <= rest; p++) {
    for (; rest % p === 0n; rest /= p) factors.push(p)
  }
  return rest === 1n ? factors : [...factors, rest]
}

/**
 * A positive fraction as a product of powers: 12/5 is [[2, 2], [3, 1], [5, -1]]. A factor that has no divisor up to 1000 may be no prime.
 */
export const primeFactors = ({ num, den }: Rational): ReadonlyArray<readonly [bigint, number]> => {
  const powers = new Map<bigint, number>()
  factorsOfWhole(num).forEach(p => powers.set(p, (powers.get(p) ?? 0) + 1))
  factorsOfWhole(den).forEach(p => powers.set(p, (powers.get(p) ?? 0) - 1))
  return [...powers].filter(([, n]) => n !== 0)
}
