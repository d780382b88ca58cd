import { describe, expect, test } from 'vitest'
import { atMost, type Box, type BoxFormula, effort, enclosed, equal } from '../../src/claim/index.js'

const judge = <K extends string>(box: Box<K>, formula: BoxFormula<K>) => enclosed(box, formula)(effort(), 'a/claim')
const unit = { x: [0, 1] } as const
const square = { x: [0, 1], y: [0, 1] } as const
const point = (x: number) => ({ lo: x, hi: x })
const seen = (scope: string, cases: number, slack: unknown, undecidedCases = 0) =>
  ({ strength: 'enclosed', scope, cases, undecidedCases, slack, resolution: 0 })

describe('the box', () => {
  test.each<[readonly [number, number]]>([[[2, 1]], [[NaN, 1]], [[0, NaN]], [[-Infinity, 1]], [[0, Infinity]]])(
    '%j is refused', range => {
      expect(() => enclosed({ x: range }, (_, { x }) => atMost(x, x)))
        .toThrow(`enclosed: x: expected a range from a finite number up to another, got [${range[0]}, ${range[1]}]`)
    }
  )
  test('may be one point', () => {
    expect(judge({ x: [2, 2] }, (N, { x }) => atMost(x, N.of(5))))
      .toEqual({ verdict: 'proved', evidence: seen('all x in [2, 2]', 1, point(3)) })
  })
  test('may have no sides: then there is nothing to cut', () => {
    expect(judge({}, N => atMost(N.of(1), N.of(2))).verdict).toBe('proved')
    expect(judge({}, N => atMost(N.sqrt(N.of(2)), N.sqrt(N.of(2)))))
      .toMatchObject({ verdict: 'undecided', reason: 'too close to call', evidence: { cases: 1, undecidedCases: 1 } })
  })
})

describe('proves', () => {
  test('in one piece what its enclosure decides', () => {
    expect(judge(unit, (N, { x }) => atMost(x, N.of(2))))
      .toEqual({ verdict: 'proved', evidence: seen('all x in [0, 1]', 1, { lo: 1, hi: 2 }) })
  })
  test('in halves what that leaves open, with the smallest slack of all', () => {
    // x (2 - x) <= 1.5: [0, 1] [1, 2] leaves it open; [0, 1/2] [3/2, 2] is at most 1, and [1/2, 1] [1, 3/2] at most 3/2
    expect(judge(unit, (N, { x }) => atMost(N.mul(x, N.sub(N.of(2), x)), N.of(1.5))))
      .toEqual({ verdict: 'proved', evidence: seen('all x in [0, 1]', 3, { lo: 0, hi: 1 }) })
    // x (1 - x) <= (1 + x) / 2 has its smallest slack, 0, in the first half that is looked at, the lower: there 1/2 below [1/2, 3/4]
    expect(judge(unit, (N, { x }) => atMost(N.mul(x, N.sub(N.of(1), x)), N.mul(N.of(0.5), N.add(N.of(1), x)))))
      .toEqual({ verdict: 'proved', evidence: seen('all x in [0, 1]', 3, { lo: 0, hi: 0.75 }) })
  })
  test('cutting the widest side, and the first of those', () => {
    const onY: BoxFormula<'x' | 'y'> = (N, { y }) => atMost(N.mul(y, N.sub(N.of(2), y)), N.of(2))
    expect(judge({ x: [0, 1], y: [0, 2] }, onY))
      .toEqual({ verdict: 'proved', evidence: seen('all x in [0, 1], y in [0, 2]', 3, { lo: 0, hi: 2 }) })
    const onX: BoxFormula<'x' | 'y'> = (N, { x }) => atMost(N.mul(x, N.sub(N.of(1), x)), N.of(0.5))
    expect(judge(square, onX)).toEqual(
      { verdict: 'proved', evidence: seen('all x in [0, 1], y in [0, 1]', 3, { lo: 0, hi: 0.5 }) }
    )
    // from 2 to 4 y is as wide as from 0 to 2
    expect(judge({ x: [0, 1], y: [2, 4] }, (
      N, { y }
    ) => atMost(N.mul(N.sub(y, N.of(2)), N.sub(N.of(4), y)), N.of(2))).evidence.cases)
      .toBe(3)
  })
})

describe('refutes', () => {
  const refuted = (input: string, slack: unknown, detail: string, cases = 1) => ({
    verdict: 'refuted', evidence: seen('all x in [0, 1]', cases, slack), counterexample: { input, slack, detail }
  })
  test('on all of a piece', () => {
    expect(judge(unit, (N, { x }) => atMost(N.of(2), x))).toEqual(
      refuted('x = [0, 1]', { lo: -2, hi: -1 }, 'left 2, right [0, 1]')
    )
  })
  test('in the middle of it', () => {
    expect(judge(unit, (N, { x }) => atMost(x, N.of(0.25)))).toEqual(
      refuted('x = 0.5', point(-0.25), 'left 0.5, right 0.25')
    )
  })
  test('in either corner of the box', () => {
    expect(judge(unit, (N, { x }) => atMost(x, N.of(0.75)))).toEqual(
      refuted('x = 1', point(-0.25), 'left 1, right 0.75')
    )
    expect(judge(unit, (N, { x }) => atMost(N.of(0.25), x))).toEqual(
      refuted('x = 0', point(-0.25), 'left 0.25, right 0')
    )
    expect(judge(square, (N, { x, y }) => atMost(N.sub(y, x), N.of(0.75))))
      .toMatchObject({ counterexample: { input: 'x = 0, y = 1', slack: point(-0.25) } })
  })
  test('in the middle of a later piece', () => {
    // 1/16 - (x - 3/4)^2 is at most 0 on the lower half, and 1/16 in the middle of the upper
    expect(judge(unit, (N, { x }) => atMost(N.sub(N.of(1 / 16), N.square(N.sub(x, N.of(0.75)))), N.of(0))))
      .toEqual(refuted('x = 0.75', point(-1 / 16), 'left 0.0625, right 0', 3))
  })
  test('not yet in the corner of a piece that is not the box', () => {
    // 1/64 - (x - 1/2)^2 - y^2 is above 0 around (1/2, 0) only. The pieces, the lower half first: all; [0, 1/2] x [0, 1]; [0, 1/2]^2;
    // [0, 1/4] x [0, 1/2], which holds; [1/4, 1/2] x [0, 1/2]; [1/4, 1/2] x [0, 1/4]; [1/4, 3/8] x [0, 1/4], which holds;
    // [3/8, 1/2] x [0, 1/4]; [3/8, 1/2] x [0, 1/8], with 1/64 - 2/256 in its middle.
    const formula: BoxFormula<'x' | 'y'> = (N, { x, y }) =>
      atMost(N.sub(N.sub(N.of(1 / 64), N.square(N.sub(x, N.of(0.5)))), N.square(y)), N.of(0))
    expect(judge(square, formula)).toMatchObject({
      verdict: 'refuted', evidence: { cases: 9 },
      counterexample: { input: 'x = 0.4375, y = 0.0625', slack: point(-1 / 128) }
    })
  })
})

describe('is vacuous where the formula is undefined', () => {
  test('at a corner of the box', () => {
    expect(judge({ x: [-1, 1] }, (N, { x }) => atMost(N.of(0), N.sqrt(x))))
      .toEqual({
        verdict: 'vacuous', evidence: seen('all x in [-1, 1]', 1, null, 1), reason: 'the formula is undefined at x = -1'
      })
  })
  test('in the middle of a later piece', () => {
    // 1 / (4x - 3) is from -1 to -1/3 on the lower half
    expect(judge(unit, (N, { x }) => atMost(N.of(-2), N.div(N.of(1), N.sub(N.mul(N.of(4), x), N.of(3))))))
      .toMatchObject({
        verdict: 'vacuous', evidence: { cases: 3, undecidedCases: 1, slack: { lo: 1 } },
        reason: 'the formula is undefined at x = 0.75'
      })
  })
  test('at a corner of a later piece', () => {
    const formula: BoxFormula<'x' | 'y'> = (N, { x, y }) =>
      atMost(N.of(0), N.div(N.of(1), N.add(N.square(N.sub(x, N.of(0.5))), N.square(y))))
    expect(judge(square, formula)).toEqual({
      verdict: 'vacuous', evidence: seen('all x in [0, 1], y in [0, 1]', 2, null, 1),
      reason: 'the formula is undefined at x = 0.5, y = 0'
    })
  })
})

// x - x is enclosed by a point only on one: the lowest piece is halved down to [0, 2^-1074], whose halves are 0 and itself, one after the
// other. The upper half of each of 1074 is left. From the 1075th on each piece of odd number is this one.
describe('gives up after 50,000 pieces', () => {
  const given = (reason: string) =>
    ({ verdict: 'undecided', evidence: seen('all x in [0, 1]', 50_001, point(0), 1075), reason })
  test('as its enclosures are too wide', () => {
    expect(judge(unit, (N, { x }) => atMost(N.sub(x, x), N.of(0)))).toEqual(
      given('the enclosures are too wide near x = [0, 5e-324]')
    )
  })
  test('as the formula may be undefined', () => {
    expect(judge(unit, (N, { x }) => atMost(N.sqrt(N.sub(x, x)), N.of(0))))
      .toEqual(given('the formula may be undefined near x = [0, 5e-324]'))
  })
})

describe('leaves open', () => {
  const open = (reason: string, cases: number) =>
    ({ verdict: 'undecided', evidence: seen('all x in [0, 1]', cases, null, 1), reason })
  test('what is interrupted', () => {
    expect(enclosed(unit, (N, { x }) => atMost(x, N.of(2)))({ ...effort(), cancelled: () => true }, 'a/claim'))
      .toEqual(open('interrupted', 1))
  })
  test('all but one inequality', () => {
    const got = (reason: string) =>
      open(`the formula raised Refusal: enclosed: expected one inequality, by atMost, got ${reason}`, 1)
    expect(judge(unit, (_, { x }) => equal(x, x))).toEqual(got('an equality: no cutting makes its enclosure a point'))
    const many = (count: number): BoxFormula<'x'> => ((_: unknown, { x }: { readonly x: number }) =>
      Array.from({ length: count }, () => atMost(x, x))) as unknown as BoxFormula<'x'>
    expect(judge(unit, many(2))).toEqual(got('2 relations: claim each on its own'))
    expect(judge(unit, many(0))).toEqual(got('0 relations: claim each on its own'))
  })
  test('slips, on either side', () => {
    const none = open(
      'the formula raised Refusal: what is related: expected a number of N, such as N.of(2) or N.pi(), got the number 2', 0
    )
    expect(judge(unit, (_, { x }) => atMost(x, 2 as unknown as typeof x))).toEqual(none)
    expect(judge(unit, (_, { x }) => atMost(2 as unknown as typeof x, x))).toEqual(none)
  })
  test('what a formula raises, with help', () => {
    expect(
      judge(unit, (N, { x }) => atMost((N as unknown as { readonly twice: (a: unknown) => typeof x }).twice(x), x))
    )
      .toMatchObject({
        verdict: 'undecided',
        reason: expect.stringContaining('N.twice is not a function: N has no `twice`; it has ') as string
      })
  })
})

test('strictly, sides that may be equal are cut further, and those that are equal are a counterexample', () => {
  const strictly = (formula: BoxFormula<'x'>) =>
    enclosed(unit, formula, { isStrict: true })(effort(), 'a/claim').verdict
  expect(strictly((N, { x }) => atMost(N.mul(x, N.sub(N.of(1), x)), N.of(0.375)))).toBe('proved')
  expect(strictly((N, { x }) => atMost(x, N.of(1)))).toBe('refuted')
  expect(strictly((_, { x }) => atMost(x, x))).toBe('refuted')
  expect(enclosed(unit, (N, { x }) => atMost(N.square(x), x), { mostPieces: 3 })(effort(), 'a/claim').verdict).toBe(
    'undecided'
  )
})
