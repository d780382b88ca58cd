import { isUnknown } from './ballArithmetic.js'
import { ballKernels } from './ballKernels.js'
import { pi } from './constants.js'
import { bitLength } from './dyadic.js'
import { type Ball, toInterval } from './fixedPoint.js'

// Functions of a ball, at least as narrow as `bits` bits where the argument allows. Each is computed at the midpoint; by the mean value
// theorem f(x) lies within f'(a) (x - mid) of it, for the whole ball a.

type BallFunction = (bits: number) => (a: Ball) => Ball

const middleOf = ({ mid, exp }: Ball): Ball => ({ mid, exp, rad: 0n })

const around = (atMiddle: BallFunction, slope: BallFunction): BallFunction => bits => a => {
  if (isUnknown(a)) return a
  const N = ballKernels(bits)
  const value = atMiddle(bits)(middleOf(a))
  return a.rad === 0n ? value : N.add(value, N.mul(slope(bits)(a), { mid: 0n, exp: a.exp, rad: a.rad }))
}

/** The least k with |mid| < 2^k. */
const top = ({ mid, exp }: Ball): number => bitLength(mid) + exp

/** From 0 to x^2, on the side that the sign says. */
const upToSquare = (bits: number, x: Ball, sign: 1 | -1): Ball => {
  const half = ballKernels(bits).mul(ballKernels(bits).mul(x, x), { mid: BigInt(sign), exp: -1, rad: 0n })
  return { ...half, rad: half.rad + (half.mid < 0n ? -half.mid : half.mid) }
}

/** e^x - 1, which lies between x and x + x^2 for |x| <= 1. */
export const expm1: BallFunction = around(
  bits => x => {
    if (x.mid === 0n) return x
    if (top(x) < -bits) return ballKernels(bits).add(x, upToSquare(bits, x, 1))
    const N = ballKernels(bits + Math.max(0, -top(x)) + 4)
    return N.sub(N.exp(x), N.of(1))
  },
  bits => a => ballKernels(bits).exp(a)
)

/** log(1 + x), which lies between x - x^2 and x for |x| <= 1/2. */
export const log1p: BallFunction = bits => a => {
  const sum = ballKernels(bits).add(a, ballKernels(bits).of(1))
  return sum.mid > sum.rad ? log1pOfDefined(bits)(a) : ballKernels(bits).log(sum)
}

const log1pOfDefined = around(
  bits => x => {
    if (x.mid === 0n) return x
    if (top(x) < -bits) return ballKernels(bits).add(x, upToSquare(bits, x, -1))
    const N = ballKernels(bits + Math.max(0, -top(x)) + 4)
    return N.log(N.add(x, N.of(1)))
  },
  bits => a => ballKernels(bits).div(ballKernels(bits).of(1), ballKernels(bits).add(a, ballKernels(bits).of(1)))
)

/** atan r for a small r: the series alternates and decreases, so the rest is less than the first term left out. */
const arcTangentOfSmall = (bits: number, r: Ball): Ball => {
  const N = ballKernels(bits)
  const square = N.square(r)
  let power = r
  let sum = r
  for (let odd = 3; power.mid !== 0n && top(power) > top(r) - bits; odd += 2) {
    power = N.sub(N.of(0), N.mul(power, square))
    sum = N.add(sum, N.div(power, N.of(odd)))
  }
  return N.add(sum, N.mul(N.mul(power, square), { mid: 0n, exp: 0, rad: 1n }))
}

/** atan x = g + atan((x cos g - sin g) / (cos g + x sin g)); a good guess g leaves a small argument. */
export const atan: BallFunction = around(
  bits => x => {
    if (x.mid === 0n) return x
    const N = ballKernels(bits + 12)
    const guess = N.of(Math.atan(toInterval(x).lo))
    const [s, c] = [N.sin(guess), N.cos(guess)]
    const rest = N.div(N.sub(N.mul(x, c), s), N.add(c, N.mul(x, s)))
    return N.add(guess, arcTangentOfSmall(bits + 12, rest))
  },
  bits => a => {
    const N = ballKernels(bits)
    return N.div(N.of(1), N.add(N.of(1), N.square(a)))
  }
)

/** 2/sqrt(pi). */
const normalisation = (bits: number): Ball => {
  const N = ballKernels(bits)
  return N.div(N.of(2), N.sqrt({ mid: pi(bits), exp: -bits, rad: 2n }))
}

/** sum of (2 x^2)^n / (1 * 3 * ... * (2n + 1)). Once a term is at most half of the one before, the rest is at most the last term. */
const errorSeries = (bits: number, x: Ball): Ball => {
  const N = ballKernels(bits)
  const twoSquares = N.mul(N.of(2), N.square(x))
  const ratioIsHalf = 2 * toInterval(twoSquares).hi
  let term = N.of(1)
  let sum = term
  for (let odd = 3; term.mid !== 0n && (top(term) > -bits || odd < ratioIsHalf); odd += 2) {
    term = N.div(N.mul(term, twoSquares), N.of(odd))
    sum = N.add(sum, term)
  }
  return N.add(sum, N.mul(term, { mid: 0n, exp: 0, rad: 1n }))
}

/** erf x = 2/sqrt(pi) x exp(-x^2) sum of (2 x^2)^n / (1 * 3 * ... * (2n + 1)), all terms positive; 1 - erf x <= exp(-x^2). */
export const erf: BallFunction = around(
  bits => x => {
    if (x.mid === 0n) return x
    const w = bits + 12
    const N = ballKernels(w)
    if (toInterval(N.square(x)).lo > bits) {
      return { mid: (x.mid > 0n ? 1n : -1n) * ((2n << BigInt(bits)) - 1n), exp: -bits - 1, rad: 1n }
    }
    const decay = N.exp(N.sub(N.of(0), N.square(x)))
    return N.mul(N.mul(N.mul(normalisation(w), x), decay), errorSeries(w, x))
  },
  bits => a => {
    const N = ballKernels(bits)
    return N.mul(normalisation(bits), N.exp(N.sub(N.of(0), N.square(a))))
  }
)
