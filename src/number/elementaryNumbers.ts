import { refuse } from '../prelude/index.js'
import { type Ball, ball, fromRational, toInterval } from './ball.js'
import { pi } from './constants.js'
import { decompose } from './dyadic.js'
import { expm1At, log1pAt } from './elementary.js'
import { type Elementary, elementary } from './ElementaryFunctions.js'
import { float64 } from './float64.js'
import { type Interval, point } from './Interval.js'
import { increasing, interval } from './intervalArithmetic.js'
import { nearestDouble } from './nearestDouble.js'
import { encloseRational, fraction, type Rational, rational } from './rational.js'
import { atan, erf, expm1, log1p } from './specialBall.js'
import { nextDown, nextUp } from './ulp.js'

// 53 and 27 more: once in 10^8 an enclosure is two units wide
const doubleBits = 80

const exactly = (x: number): Ball => {
  const { mantissa, exponent } = decompose(x)
  return { mid: mantissa, exp: exponent, rad: 0n }
}

const log10Of = (bits: number) => (a: Ball): Ball => ball(bits).div(ball(bits).log(a), ball(bits).log(ball(bits).of(10)))

const errorFunction = (x: number): number => {
  if (!Number.isFinite(x)) return Math.sign(x)
  const { mid, exp } = erf(doubleBits)(exactly(x))
  return nearestDouble(exp >= 0 ? fraction(mid << BigInt(exp), 1n) : fraction(mid, 1n << BigInt(-exp)))
}

/** The elementary functions over doubles. The error function is rounded to nearest; the others are the platform's, or made of those. */
export const elementaryFloat64: Elementary<number> = elementary({
  ...float64,
  ofRational: nearestDouble,
  constant: name => (name === 'pi' ? Math.PI : Math.E),
  expm1: Math.expm1,
  log1p: Math.log1p,
  log10: Math.log10,
  atan: Math.atan,
  erf: errorFunction
})

/** The elementary functions over balls of so many bits. */
export const elementaryBall = (bits: number): Elementary<Ball> => {
  const N = ball(bits)
  return elementary({
    ...N,
    ofRational: ({ num, den }) => fromRational(num, den, bits),
    constant: name => (name === 'pi' ? { mid: pi(bits), exp: -bits, rad: 2n } : N.exp(N.of(1))),
    expm1: expm1(bits),
    log1p: log1p(bits),
    log10: log10Of(bits),
    atan: atan(bits),
    erf: erf(bits)
  })
}

const atPoint = (f: (a: Ball) => Ball) => (x: number): Interval => toInterval(f(exactly(x)))

// Assumed of the platform, beyond what float64 assumes: atan and log10 are less than two units in the last place away.
const padded = (at: (x: number) => Interval) => (x: number): Interval => {
  const { lo, hi } = at(x)
  return lo === hi ? { lo, hi } : { lo: nextDown(lo), hi: nextUp(hi) }
}

const atanAt = padded(x => (Number.isFinite(x) ? atPoint(atan(doubleBits))(x) : point(Math.sign(x) * nextUp(Math.PI / 2))))
const erfAt = (x: number): Interval => (Number.isFinite(x) ? atPoint(erf(doubleBits))(x) : point(Math.sign(x)))
const log10At = padded(atPoint(log10Of(doubleBits)))

/** The elementary functions over intervals, wide enough for what doubles give. */
export const elementaryInterval: Elementary<Interval> = elementary({
  ...interval,
  ofRational: encloseRational,
  constant: name => toInterval(elementaryBall(doubleBits).constant(name)),
  expm1: increasing(expm1At),
  log1p: increasing(log1pAt),
  log10: a => (a.lo > 0 && a.hi < Infinity ? increasing(log10At)(a) : interval.div(interval.log(a), interval.log(point(10)))),
  atan: increasing(atanAt),
  erf: increasing(erfAt)
})

const irrational = (name: string) => (): never => refuse('undecided', `${name} over fractions`, 'a formula of + - * / and whole powers', name)

/** Fractions: + - * /, max, whole powers and perfect squares. Every transcendental function is refused. */
export const elementaryRational: Elementary<Rational> = elementary({
  ...rational,
  ofRational: q => q,
  constant: name => irrational(name)(),
  exp: irrational('exp'),
  log: irrational('log'),
  sin: irrational('sin'),
  cos: irrational('cos'),
  expm1: irrational('expm1'),
  log1p: irrational('log1p'),
  log10: irrational('log10'),
  atan: irrational('atan'),
  erf: irrational('erf')
})
