import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { effort, frequency } from '../../src/claim/index.js'

const always = { draw: fc.constant(0), event: () => true }
const judge = (probability: number, draws: number) =>
  frequency({ ...always, probability, drawsPerRun: 1 })(effort(draws), 'a/claim')
/** A share so far from the probability is noticed, by Hoeffding: 2 exp(-2 n d^2) = 1e-9. */
const noticed = (n: number): number => Math.sqrt(Math.log(2e9) / (2 * n))
const both = (x: number) => ({ lo: x, hi: x })

test.each([-0.1, 1.1, NaN])('%d is no probability', probability => {
  expect(() => frequency({ ...always, probability })).toThrow(
    `frequency: expected a probability from 0 to 1, got ${probability}`
  )
})

test('what always happens, as it should, is supported; ten draws a run unless said', () => {
  expect(frequency({ ...always, probability: 1 })(effort(), 'a/claim')).toEqual({
    verdict: 'supported',
    evidence: {
      strength: 'statistical', scope: '1000 of 1000 draws, claimed probability 1; tail bound 1.0e+0', cases: 1000,
      undecidedCases: 0,
      slack: both(noticed(1000)), resolution: noticed(1000)
    }
  })
  expect(frequency({ ...always, event: () => false, probability: 0 })(effort(), 'a/claim').verdict).toBe('supported')
})

// For a share of 1 the bound is 2 p^n: of p = 1/2 it is 2^-30 < 1e-9 for 31 draws, and 2^-29 > 1e-9 for 30.
describe('a share of 1 beside 1/2', () => {
  test('is refuted by 31 draws', () => {
    expect(judge(0.5, 31)).toEqual({
      verdict: 'refuted',
      evidence: {
        strength: 'statistical', scope: '31 of 31 draws, claimed probability 0.5; tail bound 9.3e-10', cases: 31,
        undecidedCases: 0,
        slack: both(-0.5), resolution: noticed(31)
      },
      counterexample: { input: '31 draws', slack: both(-0.5), detail: 'share 1, claimed 0.5' }
    })
  })
  test('and 30 are too few to refute any', () => {
    expect(judge(0.5, 30)).toEqual({
      verdict: 'vacuous',
      evidence: {
        strength: 'statistical', scope: '30 of 30 draws, claimed probability 0.5; tail bound 1.9e-9', cases: 30,
        undecidedCases: 0,
        slack: both(noticed(30) - 0.5), resolution: noticed(30)
      },
      reason: '30 draws are too few to refute any share'
    })
  })
})

test('draws that could refute one share but not the other are enough', () => {
  // 2 * 0.9^31 = 0.0763 refutes nothing; 2 * 0.1^31 would
  expect(judge(0.9, 31)).toMatchObject({
    verdict: 'supported',
    evidence: { scope: '31 of 31 draws, claimed probability 0.9; tail bound 7.6e-2', slack: both(
      noticed(31) - (1 - 0.9)
    ) }
  })
  // 2 * 0.1^9 = 2e-9 refutes nothing, and 2 * 0.1^10 does
  expect(frequency({ ...always, event: () => false, probability: 0.1, drawsPerRun: 1 })(effort(9), 'a/claim').verdict)
    .toBe('vacuous')
  expect([judge(0.1, 9).verdict, judge(0.1, 10).verdict]).toEqual(['vacuous', 'refuted'])
})

test('a share between: the divergence of 3/4 from 1/4 is ln(3) / 2', () => {
  let calls = 0
  const threeOfFour = { draw: fc.constant(0), event: () => (calls += 1) % 4 !== 0, probability: 0.25, drawsPerRun: 1 }
  // the bound is 2 * 3^(-n/2): for 40 draws 5.7e-10, for 36 5.2e-9
  expect(frequency(threeOfFour)(effort(40), 'a/claim')).toMatchObject({
    verdict: 'refuted',
    evidence: { scope: '30 of 40 draws, claimed probability 0.25; tail bound 5.7e-10', slack: both(-0.5) },
    counterexample: { detail: 'share 0.75, claimed 0.25' }
  })
  expect(frequency(threeOfFour)(effort(36), 'a/claim')).toMatchObject({
    verdict: 'supported', evidence: { scope: '27 of 36 draws, claimed probability 0.25; tail bound 5.2e-9' }
  })
})

test('what should never happen, or always, is refuted by one that does, or does not', () => {
  expect(judge(0, 1)).toMatchObject({
    verdict: 'refuted', evidence: { scope: '1 of 1 draws, claimed probability 0; tail bound 0.0e+0', slack: both(-1) }
  })
  let calls = 0
  expect(frequency({ draw: fc.constant(0), event: () => (calls += 1) !== 3, probability: 1 })(effort(1), 'a/claim'))
    .toMatchObject({ verdict: 'refuted' })
})

test('draws are uniform, and the claim\'s own', () => {
  const draw = fc.nat(999)
  const event = (n: number): boolean => n === 0
  expect(frequency({ draw, event, probability: 0.001 })(effort(1000), 'a/claim').verdict).toBe('supported')
  const drawnFor = (id: string, seed: number): ReadonlyArray<number> => {
    const met: Array<number> = []
    frequency({ draw, event: n => met.push(n) > 0, probability: 1 })(effort(2, seed), id)
    return met
  }
  expect(drawnFor('a/claim', 0)).toHaveLength(20)
  expect(drawnFor('a/claim', 0)).toEqual(drawnFor('a/claim', 0))
  expect(drawnFor('a/claim', 0)).not.toEqual(drawnFor('b/claim', 0))
  expect(drawnFor('a/claim', 0)).not.toEqual(drawnFor('a/claim', 1))
})

describe('leaves open', () => {
  const nothing = {
    strength: 'statistical', scope: '20 draws', cases: 0, undecidedCases: 0, slack: null, resolution: null
  }
  test('what is interrupted', () => {
    expect(frequency({ ...always, probability: 1 })({ ...effort(2), cancelled: () => true }, 'a/claim'))
      .toEqual({ verdict: 'undecided', evidence: nothing, reason: 'interrupted' })
  })
  test('an event that answers neither true nor false', () => {
    expect(frequency({ ...always, event: (() => undefined) as unknown as () => boolean, probability:
      1 })(effort(2), 'a/claim')).toEqual({
      verdict: 'undecided', evidence: nothing,
      reason: 'the event raised Refusal: frequency: expected an event that answers true or false, got undefined'
    })
  })
})
