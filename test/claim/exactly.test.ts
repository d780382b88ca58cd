import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  array, atMost, between, drawn, type Effort, effort, equal, exactly, fractional, type Identity, positive, scalar,
  type Variables, vector
} from '../../src/claim/index.js'
import { exactlyIn } from '../../src/claim/exactly.js'
import { power } from '../../src/number/index.js'

const judge = <V extends Variables>(variables: V, identity: Identity<V>, spent: Effort = effort()) =>
  exactly(variables, identity)(spent, 'a/claim')
const stopped: Effort = { ...effort(), cancelled: () => true }
const exact = (scope: string, cases: number) =>
  ({ strength: 'exact', scope, cases, undecidedCases: 0, slack: { lo: 0, hi: 0 }, resolution: 0 })
const one = { a: scalar }
const refusal =
  'Refusal: exactly: expected equalities; sumOfSquares, enclosed and forAll judge inequalities, got an inequality'

describe('proves', () => {
  test('on as many points as the degrees ask for', () => {
    // degree 2 in two variables together
    expect(judge({ a: scalar, b: scalar }, (N, { a, b }) =>
      equal(N.mul(N.add(a, b), N.sub(a, b)), N.sub(N.square(a), N.square(b)))))
      .toEqual({ verdict: 'proved', evidence: exact('every real a, b, by lattice (6 points)', 6) })
  })
  test('up to 16 points, and by the normal form beyond', () => {
    const powers = (k: number): Identity<typeof one> =>
      (N, { a }) => equal(N.mul(power(N)(a, k - 1), a), power(N)(a, k))
    expect(judge(one, powers(15))).toEqual(
      { verdict: 'proved', evidence: exact('every real a, by lattice (16 points)', 16) }
    )
    expect(judge(one, powers(16))).toEqual({ verdict: 'proved', evidence: exact('every real a, by normal form', 1) })
  })
  test('beside a pole, which is told, on points further on', () => {
    expect(judge(one, (N, { a }) => equal(N.div(N.of(2), a), N.div(N.of(2), a))))
      .toEqual({ verdict: 'proved', evidence: exact('every real a, where a is not 0, by lattice (2 points)', 2) })
    // positive numbers begin at 1
    expect(judge({ a: positive }, (N, { a }) => equal(N.div(N.of(2), a), N.div(N.of(2), a))))
      .toEqual({ verdict: 'proved', evidence: exact('every a > 0, by lattice (2 points)', 2) })
  })
  test('of what does not stand for every number as well', () => {
    expect(judge({ p: fractional }, (_, { p }) => equal(p, p)))
      .toEqual({ verdict: 'proved', evidence: exact('every p > 0, by lattice (2 points)', 2) })
  })
  test('by the normal form where each set of points has a pole', () => {
    // three points beginning at 0, 1, 1, 2 and 3 have 1 or 3 among them
    const identity: Identity<typeof one> = (N, { a }) => {
      const inverse = N.div(N.of(1), N.mul(N.sub(a, N.of(1)), N.sub(a, N.of(3))))
      return equal(inverse, inverse)
    }
    expect(judge(one, identity))
      .toEqual(
        { verdict: 'proved', evidence: exact('every real a, where (a - 1) (a - 3) is not 0, by normal form', 1) }
      )
  })
})

describe('refutes', () => {
  test('at the first point where the sides differ', () => {
    const slack = { lo: -1, hi: -1 }
    expect(judge({ a: scalar, b: scalar }, (N, { a, b }) =>
      between('layer', 'definition', equal(b, N.add(a, N.add(b, b)), 'y[0]'))))
      .toEqual({
      verdict: 'refuted',
      evidence: { ...exact('every real a, b, by lattice (3 points)', 2), slack },
      counterexample: { input: 'a = 0, b = 1', slack, detail: 'y[0]: layer 1, definition 2' }
    })
  })
  test('with sides that have no names: left and right; beyond 16 points too', () => {
    const slack = { lo: -65534, hi: -65534 }
    expect(judge(one, (N, { a }) => equal(power(N)(a, 16), a))).toEqual({
      verdict: 'refuted',
      evidence: { ...exact('every real a, by lattice (17 points)', 3), slack },
      counterexample: { input: 'a = 2', slack, detail: 'left 65536, right 2' }
    })
  })
  test('the slack is minus the distance, enclosed, whichever side is larger', () => {
    // the doubles on both sides of the nearest one, 2^-53 apart from it
    const slack = { lo: -(2 / 3 + 2 ** -53), hi: -(2 / 3 - 2 ** -53) }
    const third: Identity<typeof one> = (N, { a }) => equal(N.div(a, N.of(3)), a)
    expect(judge(one, third)).toMatchObject(
      { verdict: 'refuted', counterexample: { slack, detail: 'left 1/3, right 1' } }
    )
    expect(judge(one, (N, { a }) => equal(a, N.div(a, N.of(3)))))
      .toMatchObject({ evidence: { slack }, counterexample: { slack, detail: 'left 1, right 1/3' } })
  })
  test('arrays are not drawn again', () => {
    expect(judge({ x: vector(2) }, (_, { x }) => equal(x.at(0), x.at(1)))).toMatchObject({
      verdict: 'refuted', evidence: { strength: 'exact' }, counterexample: { input: 'x[0] = 0, x[1] = 1' }
    })
  })
  test('what does not stand for every number is looked for among what is drawn', () => {
    const two = { a: scalar, p: drawn(fc.constant(0.5)) }
    expect(judge(two, (N, { p }) => equal(p, N.of(0.5)))).toMatchObject({
      verdict: 'undecided', reason: 'false at a = 0, p = 0, but in no case that was drawn',
      evidence: { strength: 'sampled', cases: 100 }
    })
    expect(judge(two, (N, { p }) => equal(p, N.of(0.25)), effort(1))).toMatchObject({
      verdict: 'refuted', evidence: { strength: 'sampled' },
      counterexample: { detail: 'left 0.5, right 0.25', slack: { lo: -0.25, hi: -0.25 } }
    })
    expect(judge({ p: fractional, x: array([2]) }, (_, { p, x }) => equal(x.at(0), p)))
      .toMatchObject({ verdict: 'refuted', evidence: { strength: 'sampled' } })
  })
  test('what is raised on what is drawn is counted', () => {
    const halves: Identity<{ readonly p: typeof scalar }> = (N, { p }) => {
      if ((p as { readonly den?: unknown }).den === 2n) throw new RangeError('a half')
      return equal(p, N.add(p, N.of(1)))
    }
    expect(judge({ p: drawn(fc.constant(0.5)) }, halves, effort(1)))
      .toMatchObject({
        verdict: 'undecided', reason: 'false at p = 0, but in no case that was drawn',
        evidence: { cases: 1, undecidedCases: 1 }
      })
  })
})

describe('leaves open', () => {
  test('what is interrupted, on the points and before', () => {
    expect(judge(one, (_, { a }) => equal(a, a), stopped))
      .toEqual(
        { verdict: 'undecided', evidence: exact('every real a, by lattice (2 points)', 0), reason: 'interrupted' }
      )
    expect(judge(one, (N, { a }) => equal(Array.from({ length: 70 }, () => a).reduce(N.add), a), stopped))
      .toEqual({ verdict: 'undecided', evidence: exact('every real a', 0), reason: 'interrupted' })
  })
  test('what is wrong only past 200 points, each set with a pole among these', () => {
    // the points have one a, at which the left side is 0, for the first 257 values of b; one of these is 8
    const identity: Identity<{ readonly a: typeof scalar; readonly b: typeof scalar }> = (N, { a, b }) => {
      const zeroOn = [0, 1, 2, 3].map(k => N.sub(a, N.of(k))).reduce(N.mul)
      return equal(N.div(N.mul(zeroOn, power(N)(b, 256)), N.sub(b, N.of(8))), N.of(0))
    }
    expect(judge({ a: scalar, b: scalar }, identity)).toEqual({
      verdict: 'undecided',
      evidence: exact('every real a, b, where b - 8 is not 0, by normal form', 1),
      reason: 'the normal forms differ, and a divisor vanishes on every set of points that was tried'
    })
  })
  test('an inequality', () => {
    expect(judge(one, (_, { a }) => atMost(a, a))).toEqual({
      verdict: 'undecided', evidence: exact('every real a', 0),
      reason: `the formula raised ${refusal}`
    })
  })
  test('slips: a third number for N.add, a number that is none of N on either side', () => {
    const reasonOf = (identity: Identity<typeof one>): unknown => ({ reason: '', ...judge(one, identity) }).reason
    expect(reasonOf((N, { a }) => equal((N.add as (...all: ReadonlyArray<unknown>) => typeof a)(a, a, a), a)))
      .toBe('the formula raised Refusal: N.add: expected 2 numbers, got 3')
    const none =
      'the formula raised Refusal: what is related: expected a number of N, such as N.of(2) or N.pi(), got the number 2'
    expect(reasonOf((_, { a }) => equal(a, 2 as unknown as typeof a))).toBe(none)
    expect(reasonOf((_, { a }) => equal(2 as unknown as typeof a, a))).toBe(none)
    expect(reasonOf((N, { a }) => equal((N as unknown as { readonly log: (x: unknown) => typeof a }).log(a), a)))
      .toMatch(/^the formula raised TypeError: N.log is not a function: N has no `log`; it has of, add, sub, mul, /)
  })
})

describe('is vacuous', () => {
  test('of no relations', () => {
    expect(judge(one, () => [])).toEqual(
      { verdict: 'vacuous', evidence: exact('every real a', 0), reason: 'nothing is related' }
    )
  })
  test('where a divisor is 0 for all values, on few points and on many', () => {
    const nowhere = (k: number): Identity<typeof one> =>
      (N, { a }) => equal(N.div(power(N)(a, k), N.sub(a, a)), N.of(1))
    const found = {
      verdict: 'vacuous', evidence: exact('every real a, where a - a is not 0, by normal form', 0),
      reason: 'a divisor is 0 for all values: a side is undefined'
    }
    expect([judge(one, nowhere(1)), judge(one, nowhere(20))]).toEqual([found, found])
  })
  test('even where another relation of many is false only where that is not seen', () => {
    expect(judge(one, (N, { a }) => [equal(N.div(a, N.sub(a, a)), N.of(1)), equal(a, a)])).toMatchObject(
      { verdict: 'vacuous' }
    )
  })
})

test('names are checked, except inside', () => {
  expect(() => judge({ 'x[0]': scalar }, (_, given) => equal(given['x[0]'], given['x[0]'])))
    .toThrow('exactly: expected names of letters and digits, the first a letter, got "x[0]"')
  expect(exactlyIn({ 'x[0]': scalar }, (_, given) => equal(given['x[0]'], given['x[0]']))(effort(), 'a/claim').verdict)
    .toBe('proved')
})
