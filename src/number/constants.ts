import { shift } from './dyadic.js'

// The sum of (+-1)^k / ((2k + 1) n^(2k + 1)) in units of 2^-bits. Each quotient drops less than one unit.
const arcTangentSeries = (n: bigint, alternating: boolean, bits: number): bigint => {
  let power = (1n << BigInt(bits)) / n
  let sum = power
  for (let k = 1n; power !== 0n; k += 1n) {
    power /= n * n
    const term = power / (2n * k + 1n)
    sum = alternating && k % 2n === 1n ? sum - term : sum + term
  }
  return sum
}

// The series drop fewer than 56 * bits units in all (at most 2 a term, weights of 28 together, less than a term a bit), which
// the 40 further bits make less than one unit for every number of bits that fits in memory. Computed once for each multiple of
// 64.
const remembered = (compute: (bits: number) => bigint): ((bits: number) => bigint) => {
  const known = new Map<number, bigint>()
  return bits => {
    const size = 64 * Math.ceil(bits / 64)
    const value = known.get(size) ?? shift(compute(size + 40), -40)
    known.set(size, value)
    return shift(value, bits - size)
  }
}

/** pi in units of 2^-bits, less than two units away (Machin's formula). */
export const pi: (bits: number) => bigint = remembered(bits =>
  16n * arcTangentSeries(5n, true, bits) - 4n * arcTangentSeries(239n, true, bits))

/**
 * The natural logarithm of 2 in units of 2^-bits, less than two units away: 18 artanh(1/26) - 2 artanh(1/4801) + 8
 * artanh(1/8749).
 */
export const ln2: (bits: number) => bigint = remembered(bits =>
  18n * arcTangentSeries(26n, false, bits)
  - 2n * arcTangentSeries(4801n, false, bits)
  + 8n * arcTangentSeries(8749n, false, bits))
