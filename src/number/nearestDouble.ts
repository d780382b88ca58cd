import { bitLength, powerOfTwo } from './dyadic.js'
import type { Rational } from './rational.js'

const clamp = (n: number): number => Math.max(-1000, Math.min(1000, n))

/** The double nearest to a fraction: an infinity if that is too large, NaN if it is undefined. Below 2^-1022 one of the two neighbours. */
export const nearestDouble = ({ num, den }: Rational): number => {
  if (den === 0n) return NaN
  if (num < 0n) return -nearestDouble({ num: -num, den })
  const by = 66 + bitLength(den) - bitLength(num)
  const [above, below] = by >= 0 ? [num << BigInt(by), den] : [num, den << BigInt(-by)]
  const quotient = above / below
  // 66 bits, the last of which says whether more follow, so that the conversion rounds once
  const sticky = quotient * below === above ? quotient : quotient | 1n
  const half = clamp(Math.floor(-by / 2))
  return Number(sticky) * powerOfTwo(half) * powerOfTwo(clamp(-by - half))
}
