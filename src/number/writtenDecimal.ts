import { refuse } from '../prelude/index.js'
import type { Rational } from './Arithmetic.js'
import { fraction } from './fraction.js'

/** A number as written: its exact value, and the unit of its last digit. */
export interface Decimal {
  readonly value: Rational
  readonly unit: Rational
  /** How many digits are written, without leading zeros. */
  readonly digits: number
}

const largestPower = 5000

const powerOfTen = (n: number): Rational => (n >= 0 ? fraction(10n ** BigInt(n), 1n) : fraction(1n, 10n ** BigInt(-n)))

/** "8.520e26", ".6945", "-3": exactly. Refuses other text, and powers of ten beyond 5000. */
export const decimal = (place: string, text: string): Decimal => {
  const match = /^([-+]?)(\d+\.?\d*|\.\d+)(?:[eE]([-+]?\d+))?$/.exec(text.trim())
  if (match === null) return refuse(
    'input', place, 'a decimal such as -2.5e3', text.trim() === '' ? 'nothing' : text.trim()
  )
  const [, sign = '', mantissa = '', exponent = '0'] = match
  const places = mantissa.includes('.') ? mantissa.length - mantissa.indexOf('.') - 1 : 0
  const power = Number(exponent) - places
  if (Math.abs(power) > largestPower) return refuse(
    'input', place, `a power of ten between -${largestPower} and ${largestPower}`, text.trim()
  )
  const digits = mantissa.replace('.', '').replace(/^0+(?=\d)/, '')
  const whole = BigInt(digits) * (sign === '-' ? -1n : 1n)
  const unit = powerOfTen(power)
  return { value: fraction(whole * unit.num, unit.den), unit, digits: digits.length }
}
