import {
  type Analytic, type Ball, ball, contains, disjoint, float64, floatRun, toInterval, wholeLine
} from '../../number/index.js'
import { toDecimal } from '../../number/ball.js'
import { ulp } from '../../number/ulp.js'
import type { Figure } from './Answer.js'
import type { Mode } from './modes.js'

/** The numbers in which everything is computed and shown. */
export interface System<A> {
  readonly N: Analytic<A>
  readonly show: (a: A) => Figure
  readonly toBall: (a: A) => Ball
  readonly isFinite: (a: A) => boolean
  /** The unit in the last place of a true value. */
  readonly unit: (truth: Ball) => Ball
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
  allows: mode => {
    const run = mode(floatRun)
    return (input, got, truth) => {
      const enclosure = run[input] ?? wholeLine
      return contains(enclosure, got) && !disjoint(enclosure, toInterval(truth))
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
export const showBall = (digits: number) => (a: Ball): Figure =>
  ({ text: written(toDecimal(a, digits), a.rad === 0n), near: middle(a) })

/** Balls that show so many decimal digits. */
export const decimals = (digits: number, bits: number): System<Ball> => {
  const N = ball(bits)
  return {
    N,
    show: showBall(digits),
    toBall: a => a,
    isFinite: a => a.exp !== Infinity,
    unit: truth => {
      const decade = Number(toDecimal({ ...truth, rad: 0n }, 1).split('e')[1] ?? '0')
      return N.power(N.of(10), decade - digits + 1)
    },
    // what a mode gave is its own enclosure
    allows: () => (_, got, truth) => {
      const { mid, rad, exp } = N.sub(got, truth)
      return exp !== Infinity && mid <= rad && -mid <= rad
    }
  }
}

