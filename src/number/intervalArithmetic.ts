import type { Analytic } from './Arithmetic.js'
import { expm1At, log1pAt } from './atDouble.js'
import { type Ball, ball, toInterval } from './ball.js'
import { elementary } from './elementary.js'
import { type Interval, magnitude, point } from './Interval.js'
import {
  arcCosine, arcSine, atanAt, coshAt, doubleBits, erfAt, log10At, sigmoidAt, sinhAt, softplusAt, tangent
} from './intervalFunctions.js'
import { increasing, intervalKernels } from './intervalKernels.js'
import { encloseRational } from './rational.js'
import { scaledNorm } from './scaledNorm.js'
import { power } from './sum.js'

export { enclosure } from './intervalKernels.js'

const B = ball(doubleBits)
const [pi, e] = [B.pi(), B.e()].map(toInterval) as [Interval, Interval]

const N = elementary({
  ...intervalKernels,
  ofRational: encloseRational,
  pi: () => pi,
  e: () => e,
  expm1: increasing(expm1At),
  log1p: increasing(log1pAt),
  log10: increasing(log10At),
  atan: increasing(atanAt),
  erf: increasing(erfAt)
})

const powerOfPoint = (n: number) => (x: number): Interval => power(intervalKernels)(point(x), n)

const isNumber = ({ lo, hi }: Interval): boolean => lo === hi && Math.abs(lo) < Infinity

const ballAt = ({ lo }: Interval): Ball => B.of(lo)

/**
 * Intervals of reals with doubles as ends: every result contains f(x, y) for all x and y in the arguments.
 *
 * An exactly representable result of + - * / sqrt on points is a point; the other ends are rounded outward by one double, and
 * those of exp, log, sin, cos and tanh are the nearest doubles outside. `max` acts on both ends; `where` is the hull of x and y
 * when the intervals overlap, so that the comparison is open. An end that overflows becomes infinite.
 *
 * Where the function is undefined for a part of the argument (division by an interval with 0, square root with negative numbers,
 * logarithm with 0) the result is the whole line, and `nowhere` where it is undefined for all of it (1/0, log [-2, 0]). Both stay what
 * they are in every operation, and `nowhere` is the worse of the two; `where` asks it of the condition and of the branches that are open.
 */
export const interval: Analytic<Interval> = {
  ...N,
  tan: tangent,
  asin: arcSine,
  acos: arcCosine,
  sinh: increasing(sinhAt),
  cosh: a => increasing(coshAt)(N.abs(a)),
  sigmoid: increasing(sigmoidAt),
  softplus: increasing(softplusAt),
  hypot: entries => scaledNorm(intervalKernels, entries.reduce((most, a) => Math.max(most, magnitude(a)), 0), entries),
  power: (a, n) => n < 0 ? N.div(N.of(1), interval.power(a, -n)) : increasing(powerOfPoint(n))(
    n % 2 === 0 ? N.abs(a) : a
  ),
  pow: (a, b) => (isNumber(a) && isNumber(b) ? toInterval(B.pow(ballAt(a), ballAt(b))) : N.pow(a, b))
}
