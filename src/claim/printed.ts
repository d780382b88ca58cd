import type { Analytic } from '../number/Arithmetic.js'
import { type Interval } from '../number/Interval.js'
import { type Rational, rational } from '../number/rational.js'
import { decimal } from '../number/writtenDecimal.js'
import { interval } from '../number/intervalArithmetic.js'
import type { Evidence, Judge, Judgement } from './Claim.js'
import { type Measured, measure } from './Measured.js'
import { asRaised } from './raised.js'
import { moreBits } from './looks.js'
import { atMost } from './Relation.js'
import { show } from './show.js'
import { noticed, noticing } from './slips.js'
import { balls } from './System.js'

/** A real number given by a formula without inputs. */
export type RealNumber = <A>(N: Analytic<A>) => A

/**
 * Claims that a figure rounds to the digits in print: it lies within half a unit of the last one. "8.520e26", ".6945", "2.2".
 * Evaluated with as many bits as it takes to decide.
 *
 * @example
 * printsAs('2.718', N => N.e())(effort(), 'numbers/e').verdict // 'proved'
 */
export const printsAs = (text: string, figure: RealNumber): Judge => () => {
  const { value, unit } = decimal('printed figure', text)
  const halfUnit = rational.div(unit, rational.of(2))
  const look = (bits: number): Look => {
    const system = balls(bits)
    const [low, high] = [lift(system.N, rational.sub(value, halfUnit)), lift(system.N, rational.add(value, halfUnit))]
    const found = figure(system.N)
    return { enclosure: system.enclose(found), sides: [atMost(low, found), atMost(found, high)].map(measure(system)) }
  }
  try {
    noticed([figure(noticing)])
    return judgementOf(text, moreBits.reduce((seen, bits) => (isOpen(seen) ? look(bits) : seen), look(80)))
  } catch (error) {
    const { message: reason } = asRaised('the formula', error, interval)
    return { verdict: 'undecided', evidence: evidenceOf('the figure was not computed', 1), reason }
  }
}

const evidenceOf = (scope: string, undecidedCases: number): Evidence =>
  ({ strength: 'enclosed', scope, cases: 1, undecidedCases, slack: null, resolution: null })

const judgementOf = (text: string, { enclosure, sides }: Look): Judgement => {
  const scope = `the figure lies in ${show(enclosure)}`
  const undecided = (reason: string): Judgement => ({ verdict: 'undecided', evidence: evidenceOf(scope, 1), reason })
  if (sides.some(s => s.outcome === 'nowhere')) {
    return { verdict: 'vacuous', evidence: { ...evidenceOf(scope, 0), cases: 0 }, reason: 'the figure is undefined' }
  }
  if (sides.some(s => s.outcome === 'perhaps')) return undecided('the figure may be undefined')
  const slack = sides.map(s => s.slack).reduce((a, b) => (b.lo < a.lo ? b : a))
  const evidence: Evidence = { ...evidenceOf(scope, 0), slack, resolution: relativeWidth(enclosure) }
  if (sides.some(s => s.outcome === 'violated')) {
    const detail = `printed ${text}, in truth ${show(enclosure)}`
    return { verdict: 'refuted', evidence, counterexample: {
      input: 'none: a single figure', slack, detail, sides: [show(enclosure), text]
    } }
  }
  return isOpen({ enclosure, sides }) ? undecided('the figure lies on the edge of the last printed digit')
    : { verdict: 'proved', evidence }
}

interface Look {
  readonly enclosure: Interval
  readonly sides: ReadonlyArray<Measured>
}

const isOpen = ({ sides }: Look): boolean => sides.some(s => s.outcome === 'open' || s.outcome === 'perhaps')

const relativeWidth = ({ lo, hi }: Interval): number =>
  (hi === lo ? 0 : (hi - lo) / Math.max(Math.abs(lo), Math.abs(hi)))

const lift = <A>(N: Analytic<A>, { num, den }: Rational): A => N.div(whole(N, num), whole(N, den))

// A whole number of any size from pieces that are exact in double precision.
const whole = <A>(N: Analytic<A>, n: bigint): A =>
  n < 0n ? N.sub(N.of(0), whole(N, -n))
    : n < 9007199254740992n ? N.of(Number(n))
      : N.add(N.mul(whole(N, n >> 50n), N.of(2 ** 50)), N.of(Number(n & 1125899906842623n)))
