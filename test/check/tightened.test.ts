import { expect, test } from 'vitest'
import { stated } from '../../src/check/index.js'
import { tightened } from '../../src/check/tightened.js'
import { effort, type Judgement } from '../../src/claim/index.js'

const evidence = { strength: 'sampled', scope: 'drawn cases', cases: 9, undecidedCases: 0, slack: null, resolution: null } as const
const supported: Judgement = { verdict: 'supported', evidence }
const refuted = (detail: string): Judgement =>
  ({ verdict: 'refuted', evidence, counterexample: { input: 'x = 1', slack: { lo: -1, hi: -1 }, detail } })
const found = (strict: Judgement) => tightened(['attained'], () => ({ judgement: supported, inequalities: [() => strict] }))(effort(), 'a')

test('where the strict form fails by more than an equality, the statement does', () => {
  const violated = refuted('n = 2: left 3, right 2')
  expect(found(violated)).toBe(violated)
  expect(found(refuted('n = 2: whether the sides differ: left 0, right 1')))
    .toEqual({ verdict: 'supported', evidence: { ...evidence, tightness: 'attained at n = 2, x = 1' } })
})

const pixels = (most: number, tight: 'attained' | 'loose', from = 0) => stated({
  id: 'pixels', title: 'Pixels', source: 'images', declarations: `x, y, z, w \\in [${from}, 6]`, tex: `x + y - z - w \\le ${most}`, tight: [tight]
}).judge(effort(50))

test('what is linear is attained at the ends of its ranges', () => {
  expect(pixels(12, 'attained')).toMatchObject({ evidence: { tightness: expect.stringContaining('attained at') as string } })
  expect(pixels(12, 'loose').verdict).toBe('undecided')
  expect(pixels(13, 'loose').verdict).toMatch(/proved|supported/)
  expect(pixels(11, 'attained').verdict).toBe('refuted')
})

test('an end of a range at which both sides are equal refutes nothing', () => {
  const ended = (tight: 'attained' | 'loose') => stated({
    id: 'end', title: 'An end', source: 'ranges', declarations: 'x \\in [0, 2]', tex: 'x \\le 2', tight: [tight]
  }).judge(effort(50)).verdict
  expect([ended('attained'), ended('loose')]).toEqual(['proved', 'undecided'])
})
