import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { effort, type Judgement } from '../../src/claim/Claim.js'
import type { Measured } from '../../src/claim/Measured.js'
import { outside } from '../../src/claim/Relation.js'
import { runCases, usualCoarsest } from '../../src/claim/runCases.js'
import { seedFor } from '../../src/claim/seed.js'
import { Refusal } from '../../src/prelude/index.js'
import { byNumber, Chain, holds, judge, type Measure, violatedBy } from './cases.js'

const nowhere: Measured = { ...holds, outcome: 'nowhere', left: { lo: NaN, hi: NaN } }

const supported = (scope: string, cases: number, changes: object = {}) => ({
  verdict: 'supported',
  evidence: { strength: 'sampled', scope, cases, undecidedCases: 0, slack: { lo: 0, hi: 0 }, resolution: 0, ...changes }
})

describe('cases that are not violated', () => {
  test('are drawn as often as the effort says, and support the law', () => {
    expect(judge(byNumber, () => [holds])).toStrictEqual(supported('100 drawn cases; n from 0 to 99', 100))
    expect(judge(byNumber, () => [holds], {}, effort(7, 3))).toStrictEqual(supported('7 drawn cases; n from 0 to 6', 7))
    expect(judge(byNumber, () => [holds], {}, effort(1))).toStrictEqual(supported('1 drawn case; n = 0', 1))
    expect(judge(byNumber, () => [holds], {}, effort(0)))
      .toMatchObject({ verdict: 'vacuous', reason: 'no case was drawn', evidence: { scope: '0 drawn cases' } })
  })
  test('may be drawn in one way for all', () => {
    expect(judge(fc.constant({ n: 4 }), () => [holds], {}, effort(1))).toStrictEqual(
      supported('1 drawn case; n = 4', 1)
    )
  })
  test('are told apart', () => {
    expect(judge(turn => byNumber(turn).map(({ n }) => ({ n: n % 10 })), () => [holds]))
      .toStrictEqual(supported('100 drawn cases, 10 distinct; n from 0 to 9', 100))
    expect(judge(fc.constant('text'), () => [holds], {}, effort(3))).toStrictEqual(
      supported('3 drawn cases, 1 distinct', 3)
    )
  })
  test('are none outside the premise', () => {
    expect(judge(byNumber, ({ n }) => (n % 4 === 0 ? outside : [holds])))
      .toStrictEqual(supported('75 drawn cases, 25 more outside the premise; n from 1 to 99', 75))
    expect(judge(byNumber, () => outside)).toMatchObject({
      verdict: 'vacuous', reason: 'the premise is not met in 100 of 100 cases',
      evidence: { scope: '0 drawn cases, 100 more outside the premise' }
    })
  })
  test('are none where nothing is related', () => {
    expect(judge(byNumber, ({ n }) => (n < 30 ? [] : [holds]))).toStrictEqual(
      supported('70 drawn cases; n from 30 to 99', 70)
    )
    expect(judge(byNumber, () => []))
      .toMatchObject({ verdict: 'vacuous', reason: 'nothing is related in 100 of 100 cases, first at n = 0' })
  })
  test('are none where a side is undefined, and what to draw instead is told', () => {
    const shifted = (by: number) => (turn: () => number) => byNumber(turn).map(({ n }) => ({ x: n - by }))
    const root: Measure<{ x: number }> = ({ x }) => (x < 0 ? [holds, nowhere] : [holds])
    expect(judge(shifted(50), root)).toStrictEqual(supported('50 drawn cases; x from 0 to 49', 50))
    expect(judge(shifted(60), root)).toMatchObject({
      verdict: 'vacuous', evidence: { scope: '40 drawn cases; x from 0 to 39', cases: 40 },
      reason: 'a side is undefined in 60 of 100 cases, first at x = -60: left NaN, right 1: draw x above 0'
    })
  })
  test('are told with the conditions that hold by construction', () => {
    expect(judge(byNumber, () => [holds], { conditions: ['eta > 0', 'y > 0'] }))
      .toStrictEqual(supported('100 drawn cases; eta > 0, y > 0, n from 0 to 99', 100))
    expect(judge(fc.constant('text'), () => [holds], { conditions: ['eta > 0'] }, effort(1)))
      .toStrictEqual(supported('1 drawn case; eta > 0', 1))
  })
  test('are coarse beyond 2^-26, or what was said instead', () => {
    const agreeing: Measured = { ...holds, outcome: 'agrees', resolution: 2 ** -25, width: -25 }
    expect(usualCoarsest).toBe(2 ** -26)
    expect(judge(byNumber, () => [agreeing])).toMatchObject({
      verdict: 'undecided', evidence: { scope: '100 drawn cases; n from 0 to 99' },
      reason: '100 of 100 entries are known to no better than 2^-26 of their size, first at n = 0: left 1, right 1'
    })
    expect(judge(byNumber, () => [agreeing], { coarsest: 2 ** -20 }))
      .toStrictEqual(
        supported('100 drawn cases; n from 0 to 99; known to 2^-20 of their size', 100, { resolution: 2 ** -25 })
      )
    expect(judge(byNumber, () => [agreeing], { coarsest: 2 ** -25 })).toMatchObject({ verdict: 'supported' })
  })
})

describe('how closely cases are looked at', () => {
  test('thoroughly the first three, even outside the premise', () => {
    for (const found of [[holds], outside] as const) {
      const cares: Array<string> = []
      judge(byNumber, (_, care) => { cares.push(care); return found }, {}, effort(5))
      expect(cares).toEqual(['thorough', 'thorough', 'thorough', 'usual', 'usual'])
    }
  })
  test('thoroughly each that is judged to shrink a failure, or again', () => {
    const seen: Array<string> = []
    judge((turn: () => number) => fc.tuple(byNumber(turn), new Chain(1)).map(([{ n }, k]) => ({ n, k })), (
      { n, k }, care
    ) => {
      seen.push(`${n} ${k} ${care}`)
      return n < 4 ? [holds] : [violatedBy(1)]
    })
    expect(seen).toEqual(
      ['0 1 thorough', '1 1 thorough', '2 1 thorough', '3 1 usual', '4 1 usual', '4 0 thorough', '4 0 thorough']
    )
  })
})

describe('what is raised', () => {
  const no = new Error('no')
  test('leaves a case undecided, and is told as by whom the judge says', () => {
    const raising = (below: number): Measure<{ n: number }> => ({ n }) => { if (n < below) throw no; return [holds] }
    expect(judge(byNumber, raising(5))).toStrictEqual(
      supported('100 drawn cases; n from 0 to 99', 100, { undecidedCases: 5 })
    )
    expect(judge(byNumber, raising(6))).toMatchObject({
      verdict: 'undecided', evidence: { cases: 100, undecidedCases: 6, scope: '100 drawn cases; n from 0 to 99' },
      reason: 'something was raised in 6 of 100 cases, first at n = 0: the formula raised Error: no'
    })
  })
  test('is explained by what N has', () => {
    expect(judge(byNumber, () => { throw new TypeError('N.plus is not a function') }, { N:
      { add: 1, mul: 1 } }, effort(1))).toMatchObject({
      reason:
        'something was raised in 1 of 1 case, first at n = 0: the formula raised TypeError: N.plus is not a function: '
          + 'N has no `plus`; it has add, mul'
    })
  })
  test('as a slip in the formula is one in each case: it is looked for no more', () => {
    const calls = (error: Error): readonly [number, Judgement] => {
      let count = 0
      const found = judge(byNumber, () => { count += 1; throw error })
      return [count, found]
    }
    const reason = (message: string) =>
      `something was raised in 100 of 100 cases, first at n = 0: the formula raised Refusal: ${message}`
    expect(calls(new Refusal('input', 'N.add', '2 numbers', '3')))
      .toMatchObject([1, { verdict: 'undecided', reason: reason('N.add: expected 2 numbers, got 3') }])
    expect(calls(new Refusal('domain', 'N.add', '2 numbers', '3')))
      .toMatchObject([100, { verdict: 'undecided', reason: reason('N.add: expected 2 numbers, got 3') }])
  })
})

describe('the seed', () => {
  test('is that of the id, for draws and turns', () => {
    const seen: Array<readonly [number, number]> = []
    const ids = ['a/a', 'layers/affine', 'norms/triangle', 'losses/cross-entropy']
    const inputs = (turn: () => number) => fc.integer().map(x => ({ x, turn: turn() }))
    for (const id of ids) {
      const measure: Measure<{ x: number; turn: number }> = ({ x, turn }) => { seen.push([x, turn]); return [holds] }
      runCases(inputs, { measure, who: 'the law' })(effort(2, 7), id)
    }
    const seeds = ids.map(id => seedFor(7, id))
    expect(new Set(seeds.map(Math.sign))).toEqual(new Set([1, -1]))
    const expected = seeds.flatMap(seed => {
      const drawn: Array<number> = []
      fc.check(fc.property(fc.integer(), x => { drawn.push(x) }), { seed, numRuns: 2 })
      // a seed below 0 is counted as the 32 bits that it is written in
      return drawn.map((x, k) => [x, 100 * (seed < 0 ? seed + 2 ** 32 : seed) + k])
    })
    expect(seen).toEqual(expected)
  })
})
