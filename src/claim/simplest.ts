import { fraction, type Rational } from '../number/rational.js'

/** The fraction with the least denominator between two doubles: 3/10 between 0.29 and 0.31. */
export const simplest = (lo: number, hi: number): Rational => {
  if (lo <= 0 && hi >= 0) return { num: 0n, den: 1n }
  if (hi < 0) {
    const { num, den } = simplest(-hi, -lo)
    return { num: -num, den }
  }
  const whole = Math.ceil(lo)
  if (whole <= hi) return { num: BigInt(whole), den: 1n }
  const { num, den } = simplest(1 / (hi - whole + 1), 1 / (lo - whole + 1))
  return fraction(BigInt(whole - 1) * num + den, num)
}
