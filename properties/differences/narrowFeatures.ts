import fc from 'fast-check'
import { atMost, type Claim, claim, type Law, type Plain, sampled } from '../../src/claim/index.js'
import { type Divisible, dual, dualDivisible, float64, interval, point, rational } from '../../src/number/index.js'
import type { Difference } from './difference.js'
import { seldom } from '../cases/sparsely.js'

export interface NarrowFeatureSubject {
  readonly name: string
  readonly extrapolatedDifference: Difference
}

/** Quotients of polynomials with something that happens over a width w: a pole, a bump, a step. */
const features: ReadonlyArray<<A>(N: Divisible<A>, x: A, w: A) => A> = [
  (N, x, w) => N.div(x, N.add(x, w)),
  (N, x, w) => N.div(x, N.add(N.mul(x, x), N.mul(w, w))),
  (N, x, w) => N.add(x, N.div(N.mul(w, w), N.add(N.mul(x, x), N.mul(w, w)))),
  (N, x, w) => N.add(N.div(N.of(1), N.add(N.of(1), N.mul(x, x))), N.div(N.mul(w, x), N.add(N.mul(w, w), N.mul(x, x)))),
  (N, x, w) => N.sub(N.div(N.of(1), N.sub(x, w)), N.mul(x, N.of(3)))
]

interface Narrow {
  readonly which: number
  /** The width is 2^scale. */
  readonly scale: number
  /** x in quarters of the width, off the poles. */
  readonly quarters: number
}

const derivativeOf = ({ which, scale, quarters }: Narrow) => {
  const N = dualDivisible(rational)
  const w = rational.of(2 ** scale)
  return (features[which] as (typeof features)[number])(
    N, dual(rational.mul(w, rational.of(quarters / 4)), rational.of(1)), dual(w, rational.of(0))).tangent
}

export const narrowFeatureLaws: Law<NarrowFeatureSubject> = (subject): ReadonlyArray<Claim> => [
  seldom(claim(
    {
      id: `${subject.name}/narrow-features`,
      title: 'However narrow the features of f, the extrapolated difference is within its own error estimate',
      statement:
        String.raw`|T - f'(x)| \le \text{estimate}, \quad f \text{ with features of width } 2^{-40}, \ldots, 2^{40}`,
      source: 'L. F. Richardson, The deferred approach to the limit (1927); C. J. F. Ridders, Accurate computation of F\'(x) (1982)'
    },
    sampled<Narrow>(
      {
        which: fc.nat(features.length - 1),
        scale: fc.integer({ min: -40, max: 40 }),
        quarters: fc.integer({ min: -31, max: 31 }).filter(k => k !== 4 && k !== -4)
      },
      narrow => {
        const [feature, w] = [features[narrow.which] as (typeof features)[number], 2 ** narrow.scale]
        const f = (x: number): number => feature(float64, x, w)
        const noise = (x: number): number => {
          const { lo, hi } = feature(interval, point(x), point(w))
          return hi - lo
        }
        const { value, error } = subject.extrapolatedDifference(f, { noise })(w * narrow.quarters / 4)
        const off = rational.sub(rational.of(value), derivativeOf(narrow))
        return atMost<Plain>(rational.max(off, rational.sub(rational.of(0), off)), rational.of(
          Number.isFinite(error) ? error : -1
        ), 'the error, -1 for none')
      }
    )
  ))
]
