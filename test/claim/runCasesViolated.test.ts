import { describe, expect, test } from 'vitest'
import { effort } from '../../src/claim/Claim.js'
import { judgedBy } from '../../src/claim/raised.js'
import { outside } from '../../src/claim/Relation.js'
import { Refusal } from '../../src/prelude/index.js'
import { byNumber, Chain, downFrom, holds, type Input, judge, type Measure, violatedBy } from './cases.js'

const no = new Error('no')

/** The evidence where the first case that is drawn violates. */
const first = (slack: number) => ({
  strength: 'sampled', scope: '1 drawn case, the last of which fails', cases: 1, undecidedCases: 0,
  slack: { lo: slack, hi: slack },
  resolution: null
})

describe('a violated law', () => {
  test('is refuted by the case that violates it, which is counted and is none of those that were met', () => {
    expect(judge(byNumber, ({ n }) => (n < 10 ? [holds] : [holds, { ...violatedBy(2), place: 'y' }, violatedBy(3)])))
      .toStrictEqual({
        verdict: 'refuted',
        evidence: {
          strength: 'sampled', scope: '11 drawn cases, the last of which fails; n from 0 to 9', cases: 11,
          undecidedCases: 0,
          slack: { lo: -2, hi: -2 }, resolution: 0
        },
        counterexample: {
          input: 'n = 10', slack: { lo: -2, hi: -2 }, detail: 'y: left 1, right 3', sides: ['1', '3'], path: '10'
        }
      })
  })
  test.each<readonly [string, () => ReturnType<Measure<Input>>]>([
    ['holds', () => [holds]],
    ['is outside the premise', () => outside],
    ['raises', () => { throw no }],
    ['raises a slip', () => { throw new Refusal('input', 'N.add', '2 numbers', '3') }]
  ])('is shrunk to the smallest that violates it, where the next %s', (_, next) => {
    expect(judge(downFrom(10), ({ n }) => (n < 8 ? next() : [violatedBy(n)]))).toStrictEqual({
      verdict: 'refuted',
      evidence: first(-8),
      counterexample: {
        input: 'n = 8', slack: { lo: -8, hi: -8 }, detail: 'left 1, right 9', sides: ['1', '9'], path: '0:0:0'
      }
    })
  })
  test('is shrunk by the inputs of its own turn', () => {
    expect(judge((turn: () => number) => new Chain(3).map(k => ({ k, n: turn() % 100 })), ({ n }) =>
      (n < 10 ? [holds] : [violatedBy(1)])))
      .toMatchObject({ verdict: 'refuted', counterexample: { input: 'k = 0, n = 10', path: '10:0:0:0' } })
  })
  test('is shrunk by at most 500 cases', () => {
    let calls = 0
    const found = judge(downFrom(1000), ({ n }) => { calls += 1; return [violatedBy(n)] })
    expect(found).toMatchObject(
      { verdict: 'refuted', counterexample: { input: 'n = 500', detail: 'left 1, right 501' } }
    )
    // the first, 500 to shrink it, and the smallest again
    expect(calls).toBe(502)
    calls = 0
    expect(judge(downFrom(500), ({ n }) => { calls += 1; return [violatedBy(n)] })).toMatchObject(
      { counterexample: { input: 'n = 0' } }
    )
    expect(calls).toBe(502)
  })
  test('is told as it is judged again', () => {
    let calls = 0
    const next = (): number => { calls += 1; return calls }
    expect(judge(downFrom(0), () => [violatedBy(next())])).toMatchObject({
      evidence: { slack: { lo: -2, hi: -2 } }, counterexample: { slack: { lo: -2, hi: -2 }, detail: 'left 1, right 3' }
    })
  })
  test('that is not violated again is told so', () => {
    let calls = 0
    expect(judge(downFrom(0), () => ((calls += 1) === 1 ? [violatedBy(1)] : [holds]))).toMatchObject({
      verdict: 'refuted', evidence: { slack: { lo: -1, hi: -1 } },
      counterexample: {
        input: 'n = 0', slack: { lo: -1, hi: -1 },
        detail: 'left 1, right 2 (not when it is judged again: something remembers earlier calls)'
      }
    })
  })
  test('is one too where the judged function raises, and is shrunk as well', () => {
    expect(judge(downFrom(10), ({ n }) => judgedBy('swish', () => { if (n > 7) throw no; return [holds] })))
      .toStrictEqual({
        verdict: 'refuted',
        evidence: first(NaN),
        counterexample: {
          input: 'n = 8', slack: { lo: NaN, hi: NaN }, detail: 'swish raised Error: no', raised: true, path: '0:0:0'
        }
      })
  })
})

describe('a path', () => {
  const above7: Measure<Input> = ({ n }) => (n < 8 ? [holds] : [violatedBy(n)])
  test('leads to the same counterexample at once', () => {
    const seen: Array<number> = []
    const again = judge(downFrom(10), (input, care) => {
      seen.push(input.n)
      return above7(input, care)
    }, {}, { ...effort(), path: '0:0:0' })
    expect(again).toStrictEqual(judge(downFrom(10), above7))
    expect(seen).toEqual([8, 8])
  })
  test('leads to the case it says, which is not shrunk further', () => {
    expect(judge(downFrom(10), above7, {}, { ...effort(), path: '0' })).toMatchObject(
      { counterexample: { input: 'n = 10', path: '0' } }
    )
  })
  test('keeps the turn', () => {
    const seen: Array<number> = []
    expect(judge(byNumber, ({ n }) => { seen.push(n); return n < 12 ? [holds] : [violatedBy(1)] }, {}, {
      ...effort(), path: '12'
    }))
      .toMatchObject({ verdict: 'refuted', counterexample: { input: 'n = 12', path: '12' } })
    expect(seen).toEqual([12, 12])
  })
})

describe('a request to end', () => {
  const asking = (most: number) => {
    let asked = 0
    return { spent: { ...effort(), cancelled: () => (asked += 1) > most }, asked: () => asked }
  }
  test('leaves the law undecided, and is asked for once before each case', () => {
    const { spent, asked } = asking(3)
    const seen: Array<number> = []
    expect(judge(byNumber, ({ n }) => { seen.push(n); return [holds] }, {}, spent)).toStrictEqual({
      verdict: 'undecided', reason: 'interrupted',
      evidence: {
        strength: 'sampled', scope: '3 drawn cases; n from 0 to 2', cases: 3, undecidedCases: 0,
        slack: { lo: 0, hi: 0 }, resolution: 0
      }
    })
    expect(seen).toEqual([0, 1, 2])
    expect(asked()).toBe(4)
  })
  test('ends shrinking as well, and what was found stays', () => {
    const { spent, asked } = asking(10)
    let calls = 0
    expect(judge(downFrom(1000), () => { calls += 1; return [violatedBy(1)] }, {}, spent))
      .toMatchObject({ verdict: 'refuted', counterexample: { input: 'n = 991' } })
    // ten, and the smallest again
    expect([calls, asked()]).toEqual([11, 11])
  })
})
