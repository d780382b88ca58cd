import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  atMost, definedBy, effort, equal, everyCase, judgedBy, type Plain, type Relation, sampled
} from '../../src/claim/index.js'
import { fraction, interval, point } from '../../src/number/index.js'
import { refuse } from '../../src/prelude/index.js'

describe('everyCase', () => {
  const squares = (n: number) => everyCase(
    'n = 1, ..., 4', [1, 2, 3, 4].map(k => ({ k })), ({ k }) => [atMost(k * k, n, 'square')]
  )

  test('proves what holds in each case, with the smallest slack', () => {
    const { verdict, evidence } = squares(16)(effort(), 'x')
    expect([verdict, evidence.strength, evidence.cases, evidence.slack]).toEqual(['proved', 'exact', 4, point(0)])
  })

  test('names the first case that fails', () => {
    expect(squares(8)(effort(), 'x')).toMatchObject({
      verdict: 'refuted', evidence: { cases: 3 },
      counterexample: { input: 'k = 3', slack: point(-1), detail: 'square: left 9, right 8' }
    })
  })

  test('does not take an enclosure for a proof', () => {
    const third = interval.div(point(1), point(3))
    expect(everyCase('one', [1], () => [equal(third, third)])(effort(), 'x').verdict).toBe('undecided')
    expect(everyCase('one', [1], () => [equal(fraction(1n, 3n), fraction(2n, 6n))])(effort(), 'x').verdict).toBe(
      'proved'
    )
  })

  test('proves nothing of no cases, and nothing when interrupted', () => {
    expect(everyCase('none', [], () => [])(effort(), 'x').verdict).toBe('vacuous')
    expect(squares(16)({ ...effort(), cancelled: () => true }, 'x')).toMatchObject(
      { verdict: 'undecided', reason: 'interrupted' }
    )
  })
})

test('a sampled inequality says how close it came to an equality', () => {
  const judge = sampled<{ x: number }>({ x: fc.integer({ min: 1, max: 3 }) }, ({ x }) => atMost(x, 4))
  expect(judge(effort(), 'x').evidence.observed).toBe('smaller side at most 0.7500 of the larger')
  const equality = sampled<{ x: number }>({ x: fc.integer({ min: 1, max: 3 }) }, ({ x }) => equal(x, x))
  expect(equality(effort(), 'x').evidence.observed).toBeUndefined()
})

type Law = (k: number) => ReadonlyArray<Relation<Plain>>

const nothing = { lo: NaN, hi: NaN }
const seen = { strength: 'exact', scope: 'all k', cases: 1, undecidedCases: 0, slack: null, resolution: 0 }
const judged = (cases: ReadonlyArray<number>, law: Law) => everyCase('all k', cases, law)(effort(), 'x')
/** Cases 0, 1, 2, of which the second is another. */
const second = (odd: () => ReadonlyArray<Relation<Plain>>): ReturnType<typeof judged> =>
  judged([0, 1, 2], k => (k === 1 ? odd() : [atMost<Plain>(k, 3, 'y')]))

describe('each case of several', () => {
  test('proves with the smallest slack of all', () => {
    expect(judged([0, 2, 1], k => [atMost<Plain>(k, 3), atMost<Plain>(k, 9)])).toEqual(
      { verdict: 'proved', evidence: { ...seen, cases: 3, slack: point(1) } })
    // the first of those with the smallest lower end
    expect(judged([1, 2], k => [atMost<Plain>(0, { lo: 1, hi: 4 * k })]).evidence.slack).toEqual({ lo: 1, hi: 4 })
    expect(judged([1], () => [equal<Plain>(fraction(1n, 3n), fraction(1n, 3n))])).toEqual(
      { verdict: 'proved', evidence: { ...seen, slack: point(0) } })
  })
  test('refutes when one is violated', () => {
    expect(second(() => [equal<Plain>(1, 1), equal<Plain>(1, 3, 'y'), equal<Plain>(1, 9)])).toEqual({
      verdict: 'refuted', evidence: { ...seen, cases: 2, slack: point(0) },
      counterexample: { input: '1', slack: point(-2), detail: 'y: left 1, right 3' }
    })
  })
  test('is vacuous when in one nothing is related, or a side is undefined', () => {
    expect(second(() => [])).toEqual(
      { verdict: 'vacuous', evidence: { ...seen, slack: point(3) }, reason: 'nothing is related for 1' }
    )
    expect(second(() => [equal<Plain>(nothing, 1, 'y')])).toEqual(
      { verdict: 'vacuous', evidence: { ...seen, slack: point(3) }, reason:
        'a side is undefined for 1: y: left NaN, right 1' })
    expect(judged([], () => [])).toEqual(
      { verdict: 'vacuous', evidence: { ...seen, cases: 0 }, reason: 'there are no cases' }
    )
  })
  test('is open when one only agrees, or may be undefined', () => {
    const open = (reason: string) =>
      ({ verdict: 'undecided', evidence: { ...seen, cases: 2, undecidedCases: 1, slack: point(3) }, reason })
    expect(second(() => [equal<Plain>({ lo: 0, hi: 2 }, 1, 'y')])).toEqual(
      open('not exact for 1: y: left [0, 2], right 1')
    )
    expect(second(() => [atMost<Plain>({ lo: 0, hi: 2 }, 1, 'y')])).toEqual(
      open('not exact for 1: y: left [0, 2], right 1')
    )
    expect(second(() => [equal<Plain>({ lo: -Infinity, hi: Infinity }, 1)])).toEqual(
      open('not exact for 1: left [-Infinity, Infinity], right 1'))
  })
  test('is refuted by what the judged function raises, and open by what others do', () => {
    const raising = (): number => refuse('shape', 'affine', 'x with 4 columns', '5')
    expect(second(() => [equal<Plain>(judgedBy('layer', raising), 1)])).toEqual({
      verdict: 'refuted', evidence: { ...seen, cases: 2, slack: point(3) }, counterexample:
        { input: '1', slack: nothing, detail: 'layer raised Refusal: affine: expected x with 4 columns, got 5', raised:
          true }
    })
    const open = (reason: string) =>
      ({ verdict: 'undecided', evidence: { ...seen, cases: 2, undecidedCases: 1, slack: point(3) }, reason })
    expect(second(() => [equal<Plain>(definedBy('its definition', raising), 1)])).toEqual(
      open('for 1: its definition raised Refusal: affine: expected x with 4 columns, got 5'))
    expect(second(() => [equal<Plain>(raising(), 1)])).toEqual(
      open('for 1: the law raised Refusal: affine: expected x with 4 columns, got 5'))
  })
  test('stops when it is interrupted, and says how many are left', () => {
    let asked = 0
    const cancelled = () => {
      asked += 1
      return asked > 1
    }
    expect(everyCase('all k', [0, 1, 2], k => [atMost<Plain>(k, 3)])({ ...effort(), cancelled }, 'x')).toEqual({
      verdict: 'undecided', evidence: { ...seen, cases: 1, undecidedCases: 2, slack: point(3) }, reason: 'interrupted'
    })
  })
})

describe('doubles that may have been rounded', () => {
  const strength = (left: Plain, right: Plain) => {
    const { strength: found, scope } = judged([1], () => [atMost<Plain>(left, right)]).evidence
    return [found, scope]
  }
  const [exact, example] = [['exact', 'all k'], ['example', 'all k, computed in doubles']]
  test('make an example of the proof', () => {
    expect([strength(0.5, 1), strength(1, 1.5), strength(1, 2 ** 53), strength(-(2 ** 53), 1)]).toEqual(
      [example, example, example, example])
  })
  test('are no whole numbers below 2^53, no fractions and no intervals', () => {
    expect([strength(1, 2 ** 53 - 1), strength(1 - 2 ** 53, 1)]).toEqual([exact, exact])
    expect([strength(fraction(1n, 2n), fraction(3n, 2n)), strength(point(0.5), point(1.5))]).toEqual([exact, exact])
  })
  test('count in each case, and stay counted', () => {
    expect(judged([0.5, 1], k => [equal<Plain>(1, 1), equal<Plain>(k, k)])).toEqual(
      { verdict: 'proved', evidence: {
        ...seen, strength: 'example', scope: 'all k, computed in doubles', cases: 2, slack: point(0)
      } })
  })
})
