import { describe, expect, test } from 'vitest'
import { asExpected, claim, effort, type Evidence, type Judgement } from '../../src/claim/Claim.js'

const evidence: Evidence = { strength: 'exact', scope: 'x', cases: 1, undecidedCases: 0, slack: null, resolution: 0 }
const proved: Judgement = { verdict: 'proved', evidence }
const about = { id: 'topic/name', title: 'A title', statement: 'x = x', source: 'algebra' }

describe('effort', () => {
  test('is 100 cases from seed 0 unless it is said, and is never cancelled', () => {
    expect([effort(), effort(7), effort(7, 3)].map(
      ({ runs, seed, cancelled, ...rest }) => [runs, seed, cancelled(), rest]
    ))
      .toEqual([[100, 0, false, {}], [7, 0, false, {}], [7, 3, false, {}]])
  })
})

describe('a claim', () => {
  test('says of itself what the statement does, and is expected to hold', () => {
    const { judge, ...said } = claim(about, () => proved)
    expect(said).toEqual({ ...about, rows: [], expected: 'holds' })
    expect(judge(effort())).toBe(proved)
    expect(claim({ ...about, rows: ['A1', 'A2'] }, () => proved).rows).toEqual(['A1', 'A2'])
  })
  test('hands its judge the effort and its name', () => {
    const heard: Array<unknown> = []
    const spent = effort(5, 6)
    claim(about, (given, id) => {
      heard.push(given, id)
      return proved
    }).judge(spent)
    expect(heard).toEqual([spent, 'topic/name'])
  })
})

describe('a verdict is as expected', () => {
  const verdicts = ['proved', 'supported', 'refuted', 'erratum', 'vacuous', 'undecided'] as const
  const expectedOf = (expected: 'holds' | 'erratum') =>
    verdicts.filter(verdict => asExpected({ expected }, { verdict, evidence } as Judgement))
  test('of what holds: proved or supported', () => { expect(expectedOf('holds')).toEqual(['proved', 'supported']) })
  test('of an erratum: an erratum', () => { expect(expectedOf('erratum')).toEqual(['erratum']) })
})
