import {
  type Analytic, type Ball, ball, contains, disjoint, float64, floatRun, toInterval, wholeLine
} from '../number/index.js'
import { toDecimal } from '../number/ball.js'
import { ulp } from '../number/ulp.js'
import type { Shown } from './Answer.js'
import type { Mode } from './modes.js'
import { decadeOf, rightDigits } from './rightDigits.js'

/** The numbers in which everything is computed and shown. */
export interface System<A> {
  readonly N: Analytic<A>
  readonly show: (a: A) => Shown
  readonly toBall: (a: A) => Ball
  readonly isFinite: (a: A) => boolean
  /** The unit in the last place of a true value. */
  readonly unit: (truth: Ball) => Ball
  /** How many decimal digits a number has, at most. */
  readonly digits: number
  /** A true value to as many digits. */
  readonly showBall: (a: Ball) => string
  /** Whether a mode gave what its own rounding allows: its run over enclosures contains what it gave, and meets the true value. */
  readonly allows: (mode: Mode) => (input: string, got: A, truth: Ball) => boolean
}

const exact = (x: number): Ball => ball(53).of(x)

const middle = (a: Ball): number => {
  const { lo, hi } = toInterval({ ...a, rad: 0n })
  return lo / 2 + hi / 2
}

/** Doubles, shown by the shortest decimals that read back to them. */
export const doubles: System<number> = {
  N: float64,
  show: x => ({ text: String(x), near: x }),
  toBall: exact,
  isFinite: Number.isFinite,
  unit: truth => exact(Math.max(ulp(middle(truth)), Number.MIN_VALUE)),
  digits: 16,
  showBall: a => showBall(16)(a).text,
  allows: mode => {
    const run = mode(floatRun)
    return (input, got, truth) => {
      const enclosure = run[input] ?? wholeLine
      // the enclosures are of what doubles give unless that is NaN
      return (Number.isNaN(got) || contains(enclosure, got)) && !disjoint(enclosure, toInterval(truth))
    }
  }
}

/** The trailing zeros of what is not exact are digits that are known. */
const written = (text: string, exact: boolean): string => {
  const [digits = '', power = ''] = text.split('e')
  const short = exact && digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits
  const exponent = Number(power)
  if (power === '') return text
  return exponent >= -4 && exponent <= 20 ? plain(short, exponent) : `${short}e${power}`
}

/** d.ddd times a power of ten, without the power. */
const plain = (digits: string, exponent: number): string => {
  const [sign, whole] = digits.startsWith('-') ? ['-', digits.slice(1)] : ['', digits]
  const all = whole.replace('.', '')
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${all}`
  const padded = all.padEnd(exponent + 1, '0')
  const rest = padded.slice(exponent + 1)
  return `${sign}${padded.slice(0, exponent + 1)}${rest === '' ? '' : `.${rest}`}`
}

/** So many decimal digits of a ball; the digits that are certain, where they are fewer. */
export const showBall = (digits: number) => (a: Ball): Shown =>
  ({ text: written(toDecimal(a, digits), a.rad === 0n), near: middle(a) })

/** Balls that show so many decimal digits. */
export const decimals = (digits: number, bits: number): System<Ball> => {
  const N = ball(bits)
  return {
    N,
    show: showBall(digits),
    toBall: a => a,
    isFinite: a => Number.isFinite(a.exp),
    unit: truth => N.power(N.of(10), decadeOf(truth) - digits + 1),
    digits,
    showBall: a => showBall(digits)(a).text,
    // what a mode gave is its own enclosure
    allows: () => (_, got, truth) => {
      const { mid, rad, exp } = N.sub(got, truth)
      return Number.isFinite(exp) && mid <= rad && -mid <= rad
    }
  }
}

const smallestNormal = 2 ** -1022

/** No double is nearer, and it has all digits of one. */
const isNearest = <A>({ unit }: System<A>, got: Ball, truth: Ball): boolean => {
  const N = ball(256)
  const { mid, rad, exp } = N.sub(N.mul(N.of(0.5), unit(truth)), N.abs(N.sub(got, truth)))
  return Number.isFinite(exp) && mid >= rad && Math.abs(middle(truth)) >= smallestNormal
}

/** A number beside its true value: how many of its digits are right, and where not all are, what is right. */
export const judged = <A>(system: System<A>, a: A, truth: Ball): Shown => {
  const [got, most] = [system.toBall(a), system.digits]
  const digits = !system.isFinite(a) ? 0 : isNearest(system, got, truth) ? most : rightDigits(got, truth, most)
  return { ...system.show(a), digits, ...(digits < most ? { right: system.showBall(truth) } : {}) }
}
