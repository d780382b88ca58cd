import { describe, expect, test } from 'vitest'
import { looksAt } from '../../src/claim/looks.js'
import { atMost, besideSize, between, equal, outside, type Relation } from '../../src/claim/Relation.js'
import type { Analytic } from '../../src/number/Arithmetic.js'
import type { Ball } from '../../src/number/ball.js'
import { point, wholeLine } from '../../src/number/Interval.js'
import { refuse } from '../../src/prelude/index.js'
import { all, ball, byWidths, looked, made, nearZero, outcomesOf, span, two, zero } from './looking.js'

describe('one look', () => {
  test('is enough for what doubles decide', () => {
    expect(looksAt(N => [between('a', 'b', atMost(N.of(1), N.of(4), 'y')), equal(N.of(1), N.of(2), 'z')], 'usual'))
      .toEqual([
        {
          outcome: 'holds', slack: point(3), resolution: 0, width: -Infinity, place: 'y', left: point(1),
          right: point(4), sides: ['a', 'b'],
          ratio: 0.25
        },
        {
          outcome: 'violated', slack: point(-1), resolution: 0, width: -Infinity, place: 'z', left: point(1),
          right: point(2),
          sides: ['left', 'right']
        }
      ])
    expect(looked(N => [atMost(N.of(1), N.of(4))]).looks).toEqual(['intervals'])
    // however little is known of a slack from 1 to 4
    const wide = made(() => [atMost(span(0, 1), span(2, 4)), equal(span(0, 1), span(2, 4))])
    expect([wide.looks, outcomesOf(wide)]).toEqual([['intervals'], ['holds', 'violated']])
    expect(looked(() => []).looks).toEqual(['intervals'])
  })
  test('is enough for sides that agree to 2^-40 of their size', () => {
    expect(looked(N => [equal(two(N), N.of(2))]).looks).toEqual(['intervals'])
    const agreeing = (lo: number) =>
      made(look => [look === 'intervals' ? equal(span(lo, 1), point(1)) : equal(zero, zero)])
    expect(agreeing(1 - 2 ** -40)).toEqual({ looks: ['intervals'], found: [['agrees', 2 ** -40]] })
    expect(agreeing(1 - 2 ** -40 - 2 ** -53)).toEqual({ looks: ['intervals', 160], found: [['holds', 0]] })
  })
})

describe('more care', () => {
  const agree = <A>(N: Analytic<A>) => [equal(two(N), N.of(2))]
  const decided = <A>(N: Analytic<A>) => [atMost(N.of(1), N.of(2)), equal(N.of(1), N.of(2)), equal(N.of(1), N.of(1))]
  test('looks for slips first, and more often at what agrees', () => {
    expect([looked(agree, 'thorough'), looked(agree, 'utmost')].map(({ looks }) => looks)).toEqual([
      ['noticing', 'intervals', 160], ['noticing', ...all]])
    expect([looked(decided, 'thorough'), looked(decided, 'utmost')].map(({ looks }) => looks)).toEqual([
      ['noticing', 'intervals'], ['noticing', 'intervals']])
    expect([outcomesOf(looked(agree, 'thorough')), outcomesOf(looked(agree, 'utmost'))]).toEqual(
      [['agrees'], ['agrees']]
    )
  })
  test.each(['left', 'right'] as const)('tells a number on the %s that is none of N', side => {
    const slip = <A>(N: Analytic<A>) => [{ ...equal(N.of(1), N.of(1)), [side]: 1 as A }]
    expect(() => looked(slip, 'thorough')).toThrow(expect.objectContaining(
      { message: 'what is related: expected a number of N, such as N.of(2) or N.pi(), got the number 1' }))
  })
})

describe('the premise', () => {
  test('that is not met ends it at any look', () => {
    for (const care of ['usual', 'thorough', 'utmost'] as const) {
      expect(looked(() => outside, care)).toEqual(
        { looks: care === 'usual' ? ['intervals'] : ['noticing', 'intervals'], found: outside }
      )
    }
    for (const [k, end] of [160, 600, 1600].entries()) {
      const ended = made(look => look === end ? outside : [atMost(ball(0n, 1n, 0), zero)].map(open =>
        look === 'intervals' ? atMost(span(-1, 1), point(0)) : open), 'utmost')
      expect(ended).toEqual({ looks: ['noticing', ...all.slice(0, k + 2)], found: outside })
    }
  })
  test('or in fractions', () => {
    const found = looked((N, where) => where === 'fractions' ? outside : [atMost(N.decimal('0.3'), N.decimal('0.3'))])
    expect(found).toEqual({ looks: [...all, 'fractions'], found: outside })
  })
})

describe('what stays open', () => {
  test('is an inequality of equal sides, unless fractions decide', () => {
    const irrational = looked(N => [atMost(N.of(2), two(N))])
    expect([irrational.looks, outcomesOf(irrational)]).toEqual([[...all, 'fractions'], ['open']])
    const rational = looked(
      N => [atMost(N.decimal('0.3'), N.add(N.decimal('0.1'), N.decimal('0.2'))), equal(N.of(1), N.of(1))]
    )
    expect(rational).toEqual({ looks: [...all, 'fractions'], found: [['holds', 0], ['holds', 0]] })
  })
  test('is what may be undefined', () => {
    const found = looked(N => [equal(N.log(N.sub(two(N), N.of(2))), N.of(1))])
    expect(found).toEqual({ looks: [...all, 'fractions'], found: [['perhaps', Infinity]] })
  })
  test('is wide where sides agree by chance, and only there', () => {
    const found = made(look => {
      const [near, nearly] = look === 'intervals' ? [nearZero(look, 0), equal(span(1, 1.5), point(1))]
        : [nearZero(look, 0), equal(ball(1n << 50n, 1n, -50), ball(1n, 0n, 0))]
      return [nearly, near, look === 'intervals' ? atMost(span(0, 1), point(0)) : atMost(ball(0n, 1n, 0), zero),
        look === 'intervals' ? equal(point(0), point(0)) : equal(zero, zero)] as ReadonlyArray<Relation<unknown>>
    })
    expect([found.looks, outcomesOf(found)]).toEqual([[...all, 'fractions'], ['agrees', 'wide', 'open', 'holds']])
  })
  test('is raised, where fractions raise anything but that they do not decide', () => {
    const raising = (message: string) => looked((N, where) =>
      where === 'fractions' ? refuse('domain', 'x', 'y', message) : [atMost(N.of(2), two(N))])
    expect(() => raising('z')).toThrow(expect.objectContaining({ tag: 'domain', message: 'x: expected y, got z' }))
  })
})

describe('more bits', () => {
  test('are taken until the sides agree to 2^-40 of their size', () => {
    // 1 +- 2^-exp: a difference of a width of 2^(2 - exp), beside a side between 1 and 2
    const agreeing = (exp: number) => made(look => look === 'intervals' ? [nearZero(look, 0)]
      : [equal(ball(1n << BigInt(exp), 1n, -exp), ball(1n, 0n, 0))])
    expect(agreeing(41)).toEqual({ looks: ['intervals', 160], found: [['agrees', 2 ** -40]] })
    expect(agreeing(40)).toEqual({ looks: [...all, 'fractions'], found: [['wide', 2 ** -39]] })
  })
  test('or to 2^-1021 after more than doubles', () => {
    expect(made(byWidths(-10, -1021))).toEqual(
      { looks: ['intervals', 160, 'fractions'], found: [['agrees', 2 ** (-1021 + 10)]] }
    )
    expect(made(byWidths(-10, -1020, -1021))).toEqual(
      { looks: ['intervals', 160, 600, 'fractions'], found: [['agrees', 2 ** (-1021 + 10)]] })
    expect(made(byWidths(-1073, -1100))).toEqual(
      { looks: ['intervals', 160, 'fractions'], found: [['agrees', 2 ** -27]] }
    )
  })
  test('or each look narrows by 2^-100 what may be 0', () => {
    expect(made(byWidths(-10, -110, -210))).toEqual(
      { looks: ['intervals', 160, 600, 'fractions'], found: [['agrees', 2 ** -200]] }
    )
    for (const widths of [[-10, -110, -209, -309], [
      -10, -109, -209, -309
    ], [-10, -110, -209, -310], [-10, -9, -209, -309]]) {
      expect(made(byWidths(...widths))).toEqual({ looks: [...all, 'fractions'], found: [['wide', 2]] })
    }
  })
  /** At each look but the first, such a side beside another that is about 0: as it is and below 0, on the left and on the right. */
  const four = (sides: (look: number, sign: bigint) => readonly [Ball, Ball]) =>
    made(look => [1n, -1n].flatMap(sign => {
      if (look === 'intervals') return [nearZero(look, -10), nearZero(look, -10)]
      const [side, other] = sides(look, sign)
      return [equal(side, other), equal(other, side)]
    }))
  test('as it may at either end', () => {
    // from 0 up, or up to 0: a width of 2^(exp + 2)
    const found = four((look, sign) => [ball(sign, 1n, look === 160 ? -112 : -212), zero])
    expect(found).toEqual(
      { looks: ['intervals', 160, 600, 'fractions'], found: [1, 2, 3, 4].map(() => ['agrees', 2 ** -200]) }
    )
  })
  test('but not where one side is not 0', () => {
    // 2 +- 1 beside 0 +- 4: a radius of 5, so that the width is 2^4, beside a size of 2^3
    const exponent = (look: number) => -150 * all.indexOf(look)
    const found = four((look, sign) => [ball(2n * sign, 1n, exponent(look)), ball(0n, 4n, exponent(look))])
    expect(found).toEqual({ looks: [...all, 'fractions'], found: [1, 2, 3, 4].map(() => ['wide', 2]) })
  })
})

describe('sides that seem to be 0', () => {
  test('are decided in fractions', () => {
    const rational = looked(N => [equal(N.sub(N.decimal('0.1'), N.decimal('0.1')), N.of(0))])
    expect(rational).toEqual({ looks: ['intervals', 160, 600, 'fractions'], found: [['holds', 0]] })
    const irrational = looked(N => [equal(N.sub(two(N), N.of(2)), N.of(0))])
    expect([irrational.looks, outcomesOf(irrational)]).toEqual([['intervals', 160, 600, 'fractions'], ['agrees']])
  })
  test('or resolve what the last look leaves of the width of the first; the others as they do', () => {
    const found = made(look => [nearZero(look, look === 'intervals' ? -5 : look === 160 ? -150 : -300),
      look === 'intervals' ? equal(span(1, 1 + 2 ** -50), point(1))
        : equal(ball(1n << 100n, 1n, -100), ball(1n, 0n, 0))])
    expect(found).toEqual(
      { looks: ['intervals', 160, 600, 'fractions'], found: [['agrees', 2 ** -295], ['agrees', 2 ** (2 - 100 - 1)]] }
    )
  })
  test('are sides that agree: an inequality that holds by much is none of them', () => {
    const found = made(
      look => look === 'intervals' ? [equal(span(1, 1 + 2 ** -50), point(1)), atMost(span(0, 4), span(4, 8))]
        : [equal(zero, zero), atMost(ball(1n, 1n, 1), ball(3n, 1n, 1))], 'thorough'
    )
    // a width of 2^4 beside a size of 2^4
    expect(found).toEqual({ looks: ['noticing', 'intervals', 160], found: [['holds', 0], ['holds', 1]] })
  })
  test('or nothing, where nothing was known at first', () => {
    expect(made(look => look === 'intervals' ? [equal(wholeLine, point(0))] : [nearZero(look, -1021)]))
      .toEqual({ looks: ['intervals', 160, 'fractions'], found: [['agrees', 2]] })
  })
})

describe('the size of a tensor, or one that the law names', () => {
  const beside = (exponent: number) => made(look => [besideSize(2 ** exponent, nearZero(look, -10))])
  const among = (exponent: number) =>
    made(look => [{ ...nearZero(look, -10), among: [look === 'intervals' ? point(2 ** (exponent - 1))
      : ball(1n, 0n, exponent - 1)] }])
  test('counts at the last look only', () => {
    for (const sized of [beside, among]) {
      expect(sized(30)).toEqual({ looks: all, found: [['agrees', 2 ** -40]] })
      expect(sized(29)).toEqual({ looks: [...all, 'fractions'], found: [['wide', 2 ** -39]] })
    }
  })
  test('which may be a far one', () => {
    const found = made(look => [besideSize(2, nearZero(look, -39))], 'utmost')
    expect(found).toEqual({ looks: ['noticing', ...all, 1601], found: [['agrees', 2 ** -40]] })
  })
})

describe('the utmost care', () => {
  /** Equalities of such widths with 1600 bits that hold with more, beside others. */
  const far = (widths: ReadonlyArray<number>, beside: ReadonlyArray<Relation<Ball>> = []) => made(look => [
    ...widths.map(width => (all.includes(look) ? nearZero(look, look === 'intervals' ? 0 : width) : equal(zero, zero))),
    ...look === 'intervals' ? beside.map(() => equal(point(0), point(0))) : beside
  ], 'utmost')
  const near = ['noticing', ...all, 'fractions']
  const up = (bits: number) => ['noticing', ...all, bits]
  test('takes as many more bits as are missing to 2^-40', () => {
    expect(far([-39])).toEqual({ looks: up(1600 - 39 + 40), found: [['holds', 0]] })
    expect(far([500])).toEqual({ looks: up(1600 + 500 + 40), found: [['holds', 0]] })
    expect(far([-40])).toEqual({ looks: near, found: [['wide', 2]] })
  })
  test('up to 2^16', () => {
    expect(far([2 ** 16 - 1640])).toEqual({ looks: up(2 ** 16), found: [['holds', 0]] })
    expect(far([2 ** 16 - 1639])).toEqual({ looks: near, found: [['wide', 2]] })
  })
  test('for the widest of those that agree', () => {
    expect([far([-50, -39]).looks, far([-30, -50]).looks]).toEqual([up(1601), up(1610)])
    expect(far([-50], [atMost(zero, ball(2n, 1n, 10))])).toEqual(
      { looks: near, found: [['wide', 2], ['holds', 2 ** (12 - 12)]] }
    )
  })
})
