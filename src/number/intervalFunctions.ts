import { sineAt } from './atDouble.js'
import { type Ball, ball, toInterval } from './ball.js'
import { type Interval, nowhere, point, wholeLine } from './Interval.js'
import { enclosure, increasing, negate } from './intervalKernels.js'

// Doubles around f(x) for a double x, by balls. The functions increase where they are defined: their values at the ends enclose them.

/** 53 and 27 more: once in 10^8 an enclosure is two units wide. */
export const doubleBits = 80

const B = ball(doubleBits)

const overflowed: Interval = { lo: Number.MAX_VALUE, hi: Infinity }
const sunk: Interval = { lo: -Infinity, hi: -Number.MAX_VALUE }

type AtDouble = (x: number) => Interval

/** The function at doubles, and its limits at the infinities. */
const byBalls = (f: (a: Ball) => Ball, below: Interval, above: Interval): AtDouble => x =>
  x === Infinity ? above : x === -Infinity ? below : toInterval(f(B.of(x)))

const halfTurn = toInterval(B.div(B.pi(), B.of(2)))

export const atanAt: AtDouble = byBalls(B.atan, negate(halfTurn), halfTurn)
export const erfAt: AtDouble = byBalls(B.erf, point(-1), point(1))
export const sinhAt = (x: number): Interval => (x > 711 ? overflowed : x < -711 ? sunk : toInterval(B.sinh(B.of(x))))
/** For x >= 0. */
export const coshAt = (x: number): Interval => (x > 711 ? overflowed : toInterval(B.cosh(B.of(x))))
export const sigmoidAt: AtDouble = byBalls(B.sigmoid, { lo: 0, hi: Number.MIN_VALUE }, point(1))
export const softplusAt: AtDouble = byBalls(B.softplus, { lo: 0, hi: Number.MIN_VALUE }, overflowed)
export const log10At: AtDouble = byBalls(B.log10, nowhere, { lo: 308, hi: Infinity })

/** An increasing function that is defined from -1 to 1. */
const onUnit = (f: (a: Ball) => Ball): ((a: Interval) => Interval) => {
  const increases = increasing(byBalls(f, nowhere, nowhere))
  return a => (a.lo < -1 && a.hi > 1 ? wholeLine : increases(a))
}

export const arcSine: (a: Interval) => Interval = onUnit(B.asin)

const arcCosineOfMinus = onUnit(x => B.acos(B.neg(x)))

export const arcCosine = (a: Interval): Interval => arcCosineOfMinus(negate(a))

const tanAt = (x: number): Interval => toInterval(B.tan(B.of(x)))

/** It increases from one pole to the next; the poles lie halfway between the multiples of pi. */
export const tangent = ({ lo, hi }: Interval): Interval => {
  // false for NaN and infinite ends
  if (!(hi - lo < 7)) return lo !== lo ? nowhere : wholeLine
  const at = tanAt(lo)
  if (lo === hi) return at
  return sineAt(lo, 0).branch === sineAt(hi, 0).branch ? enclosure(at.lo, tanAt(hi).hi) : wholeLine
}
