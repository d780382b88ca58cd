import fc from 'fast-check'
import * as definition from '../../src/definition/index.js'
import {
  atMost, type Claim, claim, equal, type Law, type Plain, type Relation, sampled
} from '../../src/claim/index.js'
import type { DifferenceOptions, Estimate } from '../../src/difference/index.js'
import { type Arithmetic, float64, interval, point, rational } from '../../src/number/index.js'
import { quarter, quarterList } from '../cases/quarters.js'

/** The derivative of f at x by a difference, with an estimate of its error. */
export type Difference = (f: (x: number) => number, options?: DifferenceOptions) => (x: number) => Estimate

/** Differences as a person might write them. */
export interface DifferenceSubject {
  readonly name: string
  readonly forwardDifference: Difference
  readonly backwardDifference: Difference
  readonly centralDifference: Difference
  readonly extrapolatedDifference: Difference
}

const source = 'Notes on CS231n, gradient checks'

// Cubic polynomials with few binary digits, at such points, with steps that are powers of two: every value and every difference quotient
// is exact in double precision (40 bits at most).
const powerOfTwo = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max }).map(e => 2 ** e)

interface Given {
  readonly c: ReadonlyArray<number>
  readonly x: number
  readonly h: number
}

const polynomials = (degree: number) => ({ c: quarterList(degree + 1, 39), x: quarter(39), h: powerOfTwo(-6, 0) })

/** c0 + c1 x + c2 x^2 + ... */
const polynomial = <A>(N: Arithmetic<A>, c: ReadonlyArray<number>) => (x: A): A =>
  c.reduceRight((value, k) => N.add(N.mul(value, x), N.of(k)), N.of(0))

/** c1 + 2 c2 x + 3 c3 x^2 + ..., exact for these. */
const slopeAt = ({ c, x }: Given): number => polynomial(float64, c.slice(1).map((k, i) => (i + 1) * k))(x)

const taken = (difference: Difference, { c, x, h }: Given): Estimate => difference(polynomial(float64, c), { h })(x)

const defined = (difference: typeof definition.forwardDifference, { c, x, h }: Given) =>
  difference(rational)(polynomial(rational, c))(rational.of(x), rational.of(h))

/** What is claimed of the rounding is at most 3 2^-53 of this; 2^-50 leaves room for the handful of operations that put it together. */
const scaleOfRounding = ({ c }: Given, a: number, b: number): number =>
  (Math.abs(polynomial(float64, c)(a)) + Math.abs(polynomial(float64, c)(b))) / (b - a)

/** Where the truncation is a single term, the estimate is that term and a bound on the rounding. */
const estimateIsTight = (
  { value, error }: Estimate, truth: number, scale: number, place: string
): ReadonlyArray<Relation<Plain>> => {
  const off = Math.abs(value - truth)
  const room = interval.mul(point(2 ** -50), interval.add(point(off), point(scale)))
  return [
    atMost<Plain>(off, error, `${place}, not too small`),
    atMost<Plain>(interval.sub(point(error), point(off)), room, `${place}, not too large`)
  ]
}

export const differenceLaws: Law<DifferenceSubject> = (subject): ReadonlyArray<Claim> => {
  const { forwardDifference: forward, backwardDifference: backward, centralDifference: central } = subject
  return [
    claim(
      {
        id: `${subject.name}/mean`,
        title: 'A central difference is the mean of the forward and the backward one',
        statement: String.raw`D_h f = \tfrac12 (D^+_h f + D^-_h f)`,
        source,
        rows: ['A2-GR-10']
      },
      sampled<Given>(polynomials(3), given =>
        equal(2 * taken(central, given).value, taken(forward, given).value + taken(backward, given).value))
    ),
    claim(
      {
        id: `${subject.name}/orders`,
        title: 'One-sided differences are exact on affine functions and off by h on x^2, central by h^2 on x^3',
        statement: String.raw`D^\pm_h x^2 - 2x = \pm h, \quad D_h x^3 - 3x^2 = h^2`,
        source,
        rows: ['N231-GRD-01', 'N231-GRD-08']
      },
      sampled<Given>(polynomials(3), ({ c, x, h }) => {
        const [affine, quadratic, cubic] = [c.slice(0, 2), c.slice(0, 3), c].map(part => ({ c: part, x, h })) as [
          Given, Given, Given
        ]
        const [second, third] = [c[2] ?? 0, c[3] ?? 0]
        return [
          equal(taken(forward, affine).value, slopeAt(affine), 'forward, affine'),
          equal(taken(backward, affine).value, slopeAt(affine), 'backward, affine'),
          equal(taken(central, quadratic).value, slopeAt(quadratic), 'central, quadratic'),
          equal(taken(forward, quadratic).value - slopeAt(quadratic), second * h, 'forward, quadratic'),
          equal(taken(backward, quadratic).value - slopeAt(quadratic), -second * h, 'backward, quadratic'),
          equal(taken(central, cubic).value - slopeAt(cubic), third * h * h, 'central, cubic')
        ]
      })
    ),
    claim(
      {
        id: `${subject.name}/definition`,
        title: 'Forward, backward and central differences of cubic polynomials are those of the definition, exactly',
        statement: String.raw`\frac{f(x+h) - f(x)}h, \quad \frac{f(x) - f(x-h)}h, \quad \frac{f(x+h) - f(x-h)}{2h}`,
        source,
        rows: ['HW1-SYS-05']
      },
      sampled<Given>(polynomials(3), given => [
        equal<Plain>(rational.of(taken(forward, given).value), defined(definition.forwardDifference, given), 'forward'),
        equal<Plain>(
          rational.of(taken(backward, given).value), defined(definition.backwardDifference, given), 'backward'
        ),
        equal<Plain>(rational.of(taken(central, given).value), defined(definition.centralDifference, given), 'central')
      ])
    ),
    claim(
      {
        id: `${subject.name}/step-taken`,
        title: 'The step that divides is the one that was taken: at x near 1e8 a linear function still has its slope',
        statement: String.raw`f(x) = bx: \quad D f(x) = b, \quad \text{though } (x \oplus h) - x \ne h`,
        source,
        rows: ['N231-GRD-03']
      },
      sampled<{ x: number; b: number; h: number }>(
        { x: fc.double({ min: 1e7, max: 1e9, noNaN: true }), b: powerOfTwo(-8, 8), h: fc.double(
          { min: 2 ** -21, max: 1, noNaN: true }
        ) },
        ({ x, b, h }) => {
          const slope = (difference: Difference, step: number): number => difference(t => b * t, { h: step })(x).value
          return [
            equal(slope(forward, h), b, 'forward'),
            equal(slope(backward, h), b, 'backward'),
            equal(slope(central, h), b, 'central'),
            equal(slope(subject.extrapolatedDifference, 128 * h), b, 'extrapolated')
          ]
        }
      )
    ),
    claim(
      {
        id: `${subject.name}/estimates`,
        title: 'The error estimate is the error, one-sided on quadratics and central on cubics',
        statement: String.raw`D_h - f' = c h^p \;\Rightarrow\; \frac{|D_h - D_{h/2}|}{1 - 2^{-p}} = |D_h - f'|`,
        source
      },
      sampled<Given>(polynomials(3), given => {
        const { c, x, h } = given
        const quadratic = { c: c.slice(0, 3), x, h }
        return [
          ...estimateIsTight(
            taken(forward, quadratic), slopeAt(quadratic), scaleOfRounding(quadratic, x, x + h), 'forward'
          ),
          ...estimateIsTight(
            taken(backward, quadratic), slopeAt(quadratic), scaleOfRounding(quadratic, x - h, x), 'backward'
          ),
          ...estimateIsTight(taken(central, given), slopeAt(given), scaleOfRounding(given, x - h, x + h), 'central')
        ]
      })
    )
  ]
}
