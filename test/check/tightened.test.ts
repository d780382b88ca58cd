import { expect, test } from 'vitest'
import { tightened } from '../../src/check/tightened.js'
import { effort, type Judgement } from '../../src/claim/index.js'

const evidence = { strength: 'sampled', scope: 'drawn cases', cases: 9, undecidedCases: 0, slack: null, resolution: null } as const
const supported: Judgement = { verdict: 'supported', evidence }
const refuted = (detail: string): Judgement =>
  ({ verdict: 'refuted', evidence, counterexample: { input: 'x = 1', slack: { lo: -1, hi: -1 }, detail } })
const found = (strict: Judgement) => tightened(['attained'], () => supported, () => [strict])(effort(), 'a')

test('where the strict form fails by more than an equality, the statement does', () => {
  const violated = refuted('n = 2: left 3, right 2')
  expect(found(violated)).toBe(violated)
  expect(found(refuted('n = 2: whether the sides differ: left 0, right 1')))
    .toEqual({ verdict: 'supported', evidence: { ...evidence, tightness: 'attained at n = 2, x = 1' } })
})
