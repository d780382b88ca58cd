import { type AssumedFunction, doublesBeyond } from '../../src/number/assumptions.js'
import { isUnknown, isZero, magnitude } from '../../src/number/ballArithmetic.js'
import { shift } from '../../src/number/dyadic.js'
import {
  type Analytic, type Ball, ball, elementary, type Grid, type Interval, mapGrid, point, toInterval, zipGrid
} from '../../src/number/index.js'
import { exactDoubles, isExact, type SumOfProducts } from './exactDoubles.js'
import { double, type Precision } from './precision.js'

/** A double next to a value is off by an ulp at most, which is two roundings; each double beyond adds as much. */
const roundings = (name: AssumedFunction) => (a: number): number => a + 2 * (1 + doublesBeyond[name])

const next = (a: number, b: number): number => Math.max(a, b) + 1

/**
 * How many roundings the longest chain of operations behind a number has. A sum of n terms, added from the left, has n - 1. Functions that
 * are made of others have the roundings of these.
 */
export const longestChain: Analytic<number> = elementary<number>({
  of: () => 0,
  add: next,
  sub: next,
  mul: next,
  square: a => a + 1,
  div: next,
  max: (a, b) => Math.max(a, b),
  where: (_a, _b, x, y) => Math.max(x, y),
  ofRational: () => 1,
  pi: () => 1,
  e: () => 1,
  neg: a => a,
  sqrt: a => a + 1,
  exp: roundings('exp'),
  expm1: roundings('expm1'),
  log: roundings('log'),
  log1p: roundings('log1p'),
  log10: roundings('log10'),
  sin: roundings('sin'),
  cos: roundings('cos'),
  atan: roundings('atan'),
  tanh: roundings('tanh'),
  // rounded to nearest
  erf: a => a + 1
})

// The roundings of balls are then of no account beside those of doubles.
const working = 64

/**
 * Balls that are widened by 2^-bits of its result at each operation, and at each sum by 2^-bits of the sizes of its terms, however much of
 * them cancels.
 */
const withRoom = (bits: number): Analytic<Ball> => {
  const N = ball(working)
  const widened = (a: Ball, top: number): Ball => {
    const unit = top - bits
    return a.exp <= unit
      ? { ...a, rad: a.rad + shift(1n, unit - a.exp) }
      : { mid: shift(a.mid, a.exp - unit), exp: unit, rad: shift(a.rad, a.exp - unit) + 1n }
  }
  const ofResult = (a: Ball): Ball => (isUnknown(a) || isZero(a) ? a : widened(a, magnitude(a)))
  const ofTerms = (a: Ball, b: Ball, sum: Ball): Ball =>
    isUnknown(sum) || isZero(a) || isZero(b) ? sum : widened(sum, Math.max(magnitude(a), magnitude(b)) + 1)
  return elementary<Ball>({
    of: N.of,
    max: N.max,
    where: N.where,
    neg: N.neg,
    add: (a, b) => ofTerms(a, b, N.add(a, b)),
    sub: (a, b) => ofTerms(a, b, N.sub(a, b)),
    mul: (a, b) => ofResult(N.mul(a, b)),
    square: a => ofResult(N.square(a)),
    div: (a, b) => ofResult(N.div(a, b)),
    ofRational: q => ofResult(N.ofRational(q)),
    pi: () => ofResult(N.pi()),
    e: () => ofResult(N.e()),
    sqrt: a => ofResult(N.sqrt(a)),
    exp: a => ofResult(N.exp(a)),
    expm1: a => ofResult(N.expm1(a)),
    log: a => ofResult(N.log(a)),
    log1p: a => ofResult(N.log1p(a)),
    log10: a => ofResult(N.log10(a)),
    sin: a => ofResult(N.sin(a)),
    cos: a => ofResult(N.cos(a)),
    atan: a => ofResult(N.atan(a)),
    tanh: a => ofResult(N.tanh(a)),
    erf: a => ofResult(N.erf(a))
  })
}

/** Nothing is said of a value on whose way numbers may leave the range of doubles: an entry that has this for enclosure is no evidence. */
export const unsaid: Interval = { lo: NaN, hi: NaN }

/** The ball with room for what products lose below the least number, each up to `reach` times it. */
const withLosses = (known: Ball, chain: number, reach: number, { least, bits }: Precision): Interval => {
  const lost = Math.ceil(Math.log2(chain * least) + Math.log2(Math.max(1, reach)))
  if (known.mid !== 0n && magnitude(known) > lost + bits + 10) return toInterval(known)
  return toInterval(ball(working).add(known, { mid: 0n, exp: lost, rad: 1n }))
}

/** Formulas that any number system can run. */
export type Formulas = <A>(N: Analytic<A>) => Grid<A>

/**
 * Where the doubles lie that some formulas can give with their sums added in any order, and derivatives of them taken forwards or
 * backwards: points where all of that is exact.
 *
 * Let n be the roundings of the longest chain. A sum in another order errs by at most (n - 1) 2^-53 times the sizes of its terms (Jeannerod
 * and Rump, 2013); what goes back along a path collects no more roundings than what goes forward, to first order. So n 2^-53 for each
 * operation is room for all of these. It is no bound for another formula of the same value: one that takes the difference of near
 * numbers, where this one does not, may lie outside. Below the least number a product loses up to that number, and what follows multiplies
 * the loss by at most the reach of the value; where that is beyond the largest number, so may be a partial result, and nothing is said.
 */
export const inAnyOrder = (formulas: Formulas, precision: Precision = double): Grid<Interval> => {
  const sums = formulas(exactDoubles)
  if (sums.entries.every(sum => isExact(sum, precision))) return mapGrid((sum: SumOfProducts) => point(sum.value))(sums)
  const { chain, balls } = rounded(formulas, precision)
  return zipGrid((sum: SumOfProducts, known: Ball) =>
    (isExact(sum, precision) ? point(sum.value)
      : isUnknown(known) || precision.largest === Infinity ? toInterval(known)
        : sum.reach < precision.largest ? withLosses(known, chain, sum.reach, precision) : unsaid))(sums, balls)
}

/** The same as if no sum of products were exact: how much room a formula has that takes other steps. */
export const withRoundings = (formulas: Formulas, precision: Precision = double): Grid<Interval> =>
  mapGrid(toInterval)(rounded(formulas, precision).balls)

/** The same for sums of products alone; of all else nothing is said. */
export const withRoundingsOfSums = (formulas: Formulas): Grid<Interval> =>
  zipGrid((sum: SumOfProducts, known: Interval) => (sum.size < Infinity ? known : unsaid))(
    formulas(exactDoubles), withRoundings(formulas))

/** The roundings of the longest chain, and balls with room for as many at each operation. */
const rounded = (
  formulas: Formulas, { bits }: Precision
): { readonly chain: number; readonly balls: Grid<Ball> } => {
  const chain = formulas(longestChain).entries.reduce((a, b) => Math.max(a, b), 1)
  return { chain, balls: formulas(withRoom(bits - Math.ceil(Math.log2(chain)))) }
}
