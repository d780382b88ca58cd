import { describe, expect, test } from 'vitest'
import { effort } from '../../src/claim/Claim.js'
import { type RealNumber, printsAs } from '../../src/claim/printed.js'
import type { Analytic } from '../../src/number/Arithmetic.js'
import { bitLength } from '../../src/number/dyadic.js'
import { interval } from '../../src/number/intervalArithmetic.js'
import { point } from '../../src/number/Interval.js'

const judged = (text: string, figure: RealNumber) => printsAs(text, figure)(effort(), 'x')
const lies = (where: string) =>
  ({ strength: 'enclosed', scope: `the figure lies in ${where}`, cases:
    1, undecidedCases: 0, slack: null, resolution: null })

/** The square of the root of 2, which no number of bits tells from 2. */
const two = <A>(N: Analytic<A>): A => N.square(N.sqrt(N.of(2)))
/** All numbers between two, as far as is known. */
const between = (a: number, b: number): RealNumber => N => N.where(two(N), N.of(2), N.of(a), N.of(b))

const proved = (where: string, slack: { lo: number; hi: number }, resolution = 0) =>
  ({ verdict: 'proved', evidence: { ...lies(where), slack, resolution } })
const refuted = (where: string, slack: number, detail: string) => ({
  verdict: 'refuted', evidence: { ...lies(where), slack: point(slack), resolution: 0 },
  counterexample: {
    input: 'none: a single figure', slack: point(slack), detail, sides: [where, /^printed (\S+),/.exec(detail)?.[1]]
  }
})

describe('a figure rounds to what is printed', () => {
  test('up to half a unit of the last place on either side, both ends included', () => {
    expect(judged('1', N => N.of(1.5))).toEqual(proved('1.5', point(0)))
    expect(judged('1', N => N.of(0.5))).toEqual(proved('0.5', point(0)))
    expect(judged('1', N => N.of(1.25))).toEqual(proved('1.25', point(0.25)))
    expect(judged('1.0', N => N.of(1))).toMatchObject({ verdict: 'proved' })
    expect(judged('0', N => N.of(0))).toEqual(proved('0', point(0.5)))
  })
  test('and no farther', () => {
    expect(judged('1', N => N.of(1.5 + 2 ** -52))).toEqual(
      refuted('1.5000000000000002', -(2 ** -52), 'printed 1, in truth 1.5000000000000002'))
    expect(judged('1', N => N.of(0.5 - 2 ** -54))).toEqual(
      refuted('0.49999999999999994', -(2 ** -54), 'printed 1, in truth 0.49999999999999994'))
    expect(judged('1.0', N => N.of(1.0625)).verdict).toBe('refuted')
    expect(judged('1.0', N => N.of(1.03125)).verdict).toBe('proved')
  })
  test('below 0 too', () => {
    expect([-1.5, -1.5 - 2 ** -52, -0.5, -0.5 + 2 ** -54].map(x => judged('-1', N => N.of(x)).verdict))
      .toEqual(['proved', 'refuted', 'proved', 'refuted'])
    expect(judged('-1', N => N.of(-1.25))).toEqual(proved('-1.25', point(0.25)))
  })
  test('beyond 2^53', () => {
    // 2^53 + 1 is no double
    const large: RealNumber = N => N.add(N.of(2 ** 53), N.of(1))
    expect(judged('9007199254740993', large)).toEqual(
      proved('[9007199254740992, 9007199254740994]', point(0.5), 2 / 9007199254740994))
    expect(judged('-9007199254740993', N => N.sub(N.of(0), large(N)))).toEqual(
      proved('[-9007199254740994, -9007199254740992]', point(0.5), 2 / 9007199254740994))
    expect(judged('9007199254740992', large).verdict).toBe('refuted')
    // of two pieces of 50 binary digits, and of three
    for (const exponent of [75, 110]) {
      const text = `${3n * 2n ** BigInt(exponent) + 5n}`
      const plus = (n: number): RealNumber => N => N.add(N.mul(N.of(3), N.of(2 ** exponent)), N.of(n))
      expect([judged(text, plus(5)).verdict, judged(text, plus(5)).evidence.slack]).toEqual(['proved', point(0.5)])
      expect([judged(text, plus(6)).verdict, judged(text, plus(4)).verdict]).toEqual(['refuted', 'refuted'])
    }
  })
  test('as it is enclosed: the slack is the smaller of both sides', () => {
    // between 0.5 and 1.5; a radius keeps 30 bits, so that a slack of 0.25 .. 0.5 may be seen wider by 2^-30
    const widened = (text: string, from: number, to: number) => {
      const { verdict, evidence: { slack, resolution } } = judged(text, between(from, to))
      const { lo, hi } = slack ?? { lo: NaN, hi: NaN }
      return [verdict, lo <= 0.25 && lo > 0.25 - 2 ** -30, hi >= 0.5 && hi < 0.5 + 2 ** -30, resolution]
    }
    expect(widened('1', 1, 1.25)).toEqual(['proved', true, true, 0.25 / 1.25])
    expect(widened('1', 0.75, 1)).toEqual(['proved', true, true, 0.25])
    expect(widened('-1', -1.25, -1)).toEqual(['proved', true, true, 0.25 / 1.25])
  })
  test('that is no double, between those beside it', () => {
    const above = Math.E + 2 ** -51
    expect(judged('2.7', N => N.e())).toMatchObject(
      { verdict: 'proved', evidence: {
        scope: `the figure lies in [${Math.E}, ${above}]`, resolution: 2 ** -51 / above
      } })
  })
})

/** To how many bits a third is known there: NaN for doubles. */
const bitsOf = <A>(N: Analytic<A>): number => {
  const third = N.div(N.of(1), N.of(3)) as { readonly mid?: bigint }
  return third.mid === undefined ? NaN : bitLength(third.mid)
}

describe('as many bits are taken as decide', () => {
  const seen = (text: string, figure: RealNumber) => {
    const looks: Array<number> = []
    const { verdict } = judged(text, N => {
      looks.push(bitsOf(N))
      return figure(N)
    })
    return [verdict, ...looks]
  }
  // half a unit of the last place above 0.5 is 0.55; what is added is seen from so many bits on
  const beyond = (exponent: number): RealNumber => N => N.add(N.decimal('0.55'), N.of(2 ** exponent))
  test.each([
    [-60, ['refuted', NaN, 80]], [-120, ['refuted', NaN, 80, 160]], [-300, ['refuted', NaN, 80, 160, 600]],
    [-700, ['refuted', NaN, 80, 160, 600, 1600]], [-1700, ['undecided', NaN, 80, 160, 600, 1600]]
  ])('2^%d above the last number that rounds to it', (exponent, looks) => {
    expect(seen('0.5', beyond(exponent))).toEqual(looks)
  })
  test('also where it may be undefined', () => {
    expect(seen('0.5', N => N.log(N.sub(two(N), N.of(2))))).toEqual(['undecided', NaN, 80, 160, 600, 1600])
    // log(2^-100 + 0) is about -69.3
    expect(seen('-69', N => N.log(N.add(N.of(2 ** -100), N.sub(two(N), N.of(2)))))).toEqual(['proved', NaN, 80, 160])
  })
})

describe('a figure is not judged', () => {
  test('on the edge of the last digit', () => {
    // the double that is written 0.55 is above it
    expect(judged('0.5', N => N.decimal('0.55'))).toEqual({
      verdict: 'undecided', evidence: { ...lies('[0.5499999999999999, 0.55]'), undecidedCases: 1 },
      reason: 'the figure lies on the edge of the last printed digit'
    })
  })
  test('that is undefined', () => {
    expect(judged('1', N => N.div(N.of(1), N.of(0)))).toEqual(
      { verdict: 'vacuous', evidence: { ...lies('NaN'), cases: 0 }, reason: 'the figure is undefined' })
  })
  test('that may be', () => {
    expect(judged('1', N => N.log(N.sub(two(N), N.of(2))))).toEqual({
      verdict: 'undecided', evidence: { ...lies('[-Infinity, Infinity]'), undecidedCases: 1 },
      reason: 'the figure may be undefined'
    })
  })
  const raised = { ...lies(''), scope: 'the figure was not computed', undecidedCases: 1 }
  test('that raises', () => {
    expect(judged('1', N => (N as unknown as { root: (x: number) => never }).root(2))).toEqual({
      verdict: 'undecided', evidence: raised,
      reason: `the formula raised TypeError: N.root is not a function: N has no \`root\`; it has ${Object.keys(interval)
        .join(', ')}`
    })
  })
  test('that is no number of N', () => {
    expect(judged('1', () => 1 as never)).toEqual({
      verdict: 'undecided', evidence: raised,
      reason: 'the formula raised Refusal: what is related: expected a number of N, such as N.of(2) or N.pi(), got the number 1'
    })
  })
  test('beside what is no decimal', () => {
    expect(() => judged('e', N => N.e())).toThrow(expect.objectContaining(
      { tag: 'input', message: 'printed figure: expected a decimal such as -2.5e3, got e' }))
  })
})
