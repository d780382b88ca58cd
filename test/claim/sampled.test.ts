import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  atMost, type Case, effort, equal, outside, type Plain, sampled, type SampledOptions
} from '../../src/claim/index.js'

interface Input {
  readonly x: number
}
const judge = (law: (input: Input) => Case<Plain>, options?: SampledOptions) =>
  sampled<Input>({ x: fc.constant(2) }, law, options)(effort(20), 'a/claim')

test('supports what holds on what is drawn', () => {
  expect(judge(({ x }) => atMost(x, 4))).toEqual({
    verdict: 'supported',
    evidence: {
      strength: 'sampled', scope: '20 drawn cases, 1 distinct; x = 2', cases: 20, undecidedCases: 0,
      slack: { lo: 2, hi: 2 }, resolution: 0,
      observed: 'smaller side at most 0.5000 of the larger', ratio: 0.5
    }
  })
})

test('refutes what does not, whichever relation it is', () => {
  expect(judge(({ x }) => [equal(x, 2), equal(x, 3, 'x')]))
    .toMatchObject({
      verdict: 'refuted', counterexample: { input: 'x = 2', slack: { lo: -1, hi: -1 }, detail: 'x: left 2, right 3' }
    })
})

test('counts what is outside the premise', () => {
  expect(judge(() => outside)).toMatchObject({ verdict: 'vacuous', reason: 'the premise is not met in 20 of 20 cases' })
})

test('what a law raises is the law\'s', () => {
  expect(judge(() => { throw new Error('no') })).toMatchObject({
    verdict: 'undecided', reason: 'something was raised in 20 of 20 cases, first at x = 2: the law raised Error: no'
  })
})

describe('coarsest', () => {
  test.each([0, -1, NaN, 2 ** -10 + 2 ** -60, 1])('%d is refused', coarsest => {
    expect(() => sampled<Input>({ x: fc.constant(2) }, ({ x }) => equal(x, x), { coarsest }))
      .toThrow(`sampled: expected coarsest above 0 and at most 2^-10, got ${coarsest}`)
  })
  // [1, 1 + w] and [1, 1 + w] agree to 2w beside their size, which is told as the next power of two
  const agreeing = (width: number) =>
    (): Case<Plain> => equal<Plain>({ lo: 1, hi: 1 + width }, { lo: 1, hi: 1 + width })
  test('says from where an entry is too coarse: 2^-26 unless said, and 2^-10 at most', () => {
    expect([judge(agreeing(2 ** -28)), judge(agreeing(2 ** -24))].map(({ verdict }) => verdict)).toEqual(
      ['supported', 'undecided']
    )
    expect([2 ** -24, 2 ** -8].map(width => judge(agreeing(width), { coarsest: 2 ** -10 }).verdict)).toEqual(
      ['supported', 'undecided']
    )
    expect(judge(agreeing(2 ** -24), { coarsest: 2 ** -10 }).evidence.scope)
      .toBe('20 drawn cases, 1 distinct; x = 2; known to 2^-10 of their size')
  })
})
