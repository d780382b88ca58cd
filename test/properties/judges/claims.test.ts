import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { estimated } from '../../../properties/judges/estimated.js'
import { frequencies } from '../../../properties/judges/frequencies.js'
import { measured } from '../../../properties/judges/measured.js'
import { sampledFrom } from '../../../properties/judges/sampledFrom.js'
import { sayingZeros } from '../../../properties/judges/sayingZeros.js'
import { type Judgement, atMost, claim, effort, type Evidence, type Judge, outside } from '../../../src/claim/index.js'
import * as T from '../../../src/tensor/index.js'

const about = { id: 'topic/name', title: 'A claim', statement: '', source: '' }
const evidence: Evidence = { strength: 'exact', scope: 'x', cases: 50, undecidedCases: 0, slack: null, resolution: 0 }
const judged = (judge: Judge, runs = 100): Judgement => claim(about, judge).judge(effort(runs))

describe('beside estimates', () => {
  const told = (given: Evidence): Evidence => estimated(claim(about, () => ({ verdict: 'supported',
    evidence: given }))).judge(effort()).evidence
  test('the evidence says so', () => {
    expect(told(evidence)).toEqual({
      ...evidence, strength: 'estimated', scope: 'x, beside extrapolated differences',
        observed: 'an error at fewer than one input in 50 may not have been met'
    })
    expect(told({ ...evidence,
      observed: 'y was 0' }).observed).toBe('y was 0; an error at fewer than one input in 50 may not have been met')
  })
})

describe('measured once', () => {
  const told = (found: Judgement): Judgement => measured(claim(about, () => found)).judge(effort())
  const example = { ...evidence, strength: 'example', scope: 'x, measured once' }
  test('nothing is proved', () => {
    expect(told({ verdict: 'proved', evidence })).toEqual({ verdict: 'supported', evidence: example })
    expect(told({ verdict: 'supported', evidence })).toEqual({ verdict: 'supported', evidence: example })
    expect(told({ verdict: 'vacuous', evidence, reason: 'why' })).toEqual(
      { verdict: 'vacuous', evidence: example, reason: 'why' }
    )
  })
})

describe('inputs drawn together', () => {
  const pair = fc.nat(5).chain(n => fc.record({ n: fc.constant(n), m: fc.nat(n) }))
  test('are judged case by case', () => {
    expect(judged(sampledFrom(pair, ({ n, m }) => atMost(m, n))).verdict).toBe('supported')
    const wrong = judged(sampledFrom(pair, ({ n, m }) => atMost(m + 1, n)))
    expect(wrong.verdict === 'refuted' ? wrong.counterexample.input : '').toBe('n = 0, m = 0')
    expect(judged(sampledFrom(pair, () => outside)).verdict).toBe('vacuous')
  })
  test('a coarser scale is said', () => {
    const scope = (coarsest?: number): string => judged(sampledFrom(fc.constant({ n: 1 }), ({ n }) => atMost(n, n),
      coarsest)).evidence.scope
    expect([scope(), scope(2 ** -10)].map(text => text.includes('known to'))).toEqual([false, true])
    expect(scope(2 ** -10)).toContain('; known to 2^-10 of their size')
  })
  test('what the law raises refutes nothing', () => {
    const raised = judged(sampledFrom(pair, () => { throw new Error('no such law') }))
    expect([raised.verdict, 'reason' in raised ? raised.reason : ''])
      .toEqual(['undecided', expect.stringContaining('the law raised Error: no such law')])
  })
})

describe('what was 0 in most entries', () => {
  const told = (entries: ReadonlyArray<ReadonlyArray<number>>, observed?: string): string | undefined => {
    const judge = sayingZeros(see => claim(about, () => {
      entries.forEach(data => { see('dx', T.fromFlat([data.length], data)) })
      return { verdict: 'supported', evidence: { ...evidence, ...observed === undefined ? {} : { observed } } }
    }))
    return judge.judge(effort()).evidence.observed
  }
  test('is said, over all tensors of the name', () => {
    expect([told([[0, 0, 1]]), told([[0, 1]]), told([[0, 0], [1, 2, 0]]), told([[0, 1], [1, 2]]), told([])])
      .toEqual(['dx was 0 in 2 of 3 entries', undefined, 'dx was 0 in 3 of 5 entries', undefined, undefined])
    expect([told([[0]], 'close'), told([[1]], 'close')]).toEqual(['close; dx was 0 in 1 of 1 entries', 'close'])
  })
})

describe('frequencies', () => {
  const die = fc.integer({ min: 1, max: 6 })
  const event = (name: string, happens: (n: number) => boolean, probability: number) => ({ name, happens, probability })
  const of = (events: Parameters<typeof frequencies<number, number>>[0]['events'], outcome = (
    n: number
  ): number => n): Judge =>
    frequencies({ who: 'the die', draw: die, outcome, events })
  const six = event('a six', n => n === 6, 1 / 6)
  test('of a fair die are near what is claimed', () => {
    const found = judged(of([six, event('even', n => n % 2 === 0, 1 / 2)]))
    expect([found.verdict, found.evidence.cases, found.evidence.strength]).toEqual(['supported', 20000, 'statistical'])
    expect(found.evidence.scope).toMatch(
      /^20000 draws, 2 events; furthest off is (a six|even), tail bound \d\.\de[-+]\d$/
    )
    expect(found.evidence.resolution).toBe(Math.sqrt(Math.log(4e9) / 40000))
    expect(found.evidence.slack?.lo).toBe(found.evidence.slack?.hi)
    expect((found.evidence.slack?.lo ?? 1) < Math.sqrt(Math.log(4e9) / 40000)).toBe(true)
  })
  test('are refuted where they are off, by the one that is furthest', () => {
    const found = judged(of([event('even', n => n % 2 === 0, 1 / 2), event('a six', n => n === 6, 0.25)]))
    if (found.verdict !== 'refuted') throw new Error(found.verdict)
    expect([found.counterexample.input, found.counterexample.detail])
      .toEqual(['20000 draws', expect.stringMatching(/^a six: share 0\.1[67]\d*, claimed 0\.2500$/)])
    expect([found.evidence.slack, found.counterexample.slack.hi < -0.07]).toEqual([found.counterexample.slack, true])
  })
  test('that are always or never met are sure', () => {
    expect([judged(of([event('any', () => true, 1)])), judged(
      of([event('none', () => false, 0)])
    ), judged(of([event('any', () => true,
      0.99)]))].map(({ verdict }) => verdict))
      .toEqual(['supported', 'supported', 'refuted'])
  })
  test('of few draws show nothing', () => {
    const found = judged(of([event('even', n => n % 2 === 0, 0.5)]), 0)
    expect(found).toMatchObject({ verdict: 'vacuous', reason: '0 draws are too few to refute any share' })
    expect(judged(of([six]), 1)).toMatchObject({ verdict: 'supported', evidence: { cases: 200 } })
  })
  test('a share is judged with all others: two events have twice the bound of one', () => {
    // at the share 1/2 of a claim of 0.55 Chernoff's bound for 1000 draws is 2 exp(-1000 KL(.5, .55)) for one event
    const bound = (events: number): string => {
      const n = 4000
      const kl = 0.5 * Math.log(0.5 / 0.52) + 0.5 * Math.log(0.5 / 0.48)
      return Math.min(1, 2 * events * Math.exp(-n * kl)).toExponential(1)
    }
    let turn = 0
    const each = (): boolean => { turn += 1; return turn % 2 === 0 }
    const half = judged(
      frequencies({ who: 'it', draw: die, outcome: each, events: [{ name: 'half', happens: (is: boolean) => is,
        probability: 0.52 }] }), 20
    )
    expect([half.evidence.scope, half.evidence.slack?.lo]).toEqual([
      `4000 draws, 1 events; furthest off is half, tail bound ${bound(1)}`,
      Math.sqrt(Math.log(2e9) / 8000) - Math.abs(0.5 - 0.52)
    ])
    turn = 0
    const two = judged(frequencies({
      who: 'it', draw: die, outcome: each,
      events: [{ name: 'half', happens: (is: boolean) => is, probability: 0.52 }, {
        name: 'other', happens: (is: boolean) => !is,
          probability: 0.5
      }]
    }), 20)
    expect(two.evidence.scope).toBe(`4000 draws, 2 events; furthest off is half, tail bound ${bound(2)}`)
  })
  test('what is judged raises: refuted; cancelled: undecided', () => {
    expect(judged(of([six], n => { throw new TypeError(`no ${n > 0 ? 'die' : ''}`) })))
      .toMatchObject({ verdict: 'refuted', counterexample: { detail: 'the die raised TypeError: no die' } })
    expect(claim(about, of([six])).judge({ ...effort(), cancelled: () => true })).toMatchObject({ verdict: 'undecided',
      reason: 'interrupted' })
  })
})
