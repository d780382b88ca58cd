import { expect, test } from 'vitest'
import { assertClaim, explain } from '../../src/claim/assertClaim.js'
import type { Claim, Counterexample, Effort, Evidence, Judgement } from '../../src/claim/Claim.js'

const about = { id: 'a/b', title: 'One is one' }
const evidence: Evidence = {
  strength: 'sampled', scope: '3 drawn cases', cases: 3, undecidedCases: 0, slack: null, resolution: null
}
const counterexample: Counterexample = {
  input: 'x = 1', slack: { lo: -2, hi: -1 }, detail: 'left 1, right 2', path: '3:1'
}
const long = 'x'.repeat(2001)
const short = `${'x'.repeat(2000)} ... (cut here: 2001 characters in all)`

test('each verdict is told with what it comes with', () => {
  expect(explain(about, { verdict: 'proved', evidence })).toBe('a/b: proved (sampled; 3 drawn cases)\n  One is one')
  expect(explain(about, { verdict: 'supported', evidence })).toBe(
    'a/b: supported (sampled; 3 drawn cases)\n  One is one'
  )
  expect(explain(about, { verdict: 'refuted', evidence, counterexample })).toBe([
    'a/b: refuted (sampled; 3 drawn cases)', '  One is one', '  counterexample: x = 1', '  left 1, right 2',
    '  slack [-2, -1]'
  ].join('\n'))
  expect(explain(about, { verdict: 'erratum', evidence, counterexample, printed:
    { text: 'p' }, corrected: { text: 'c' } })).toBe(
    'a/b: erratum (sampled; 3 drawn cases)\n  One is one\n  erratum confirmed: printed p, right c')
  expect(explain(about, { verdict: 'vacuous', evidence, reason: 'no case was drawn' })).toBe(
    'a/b: vacuous (sampled; 3 drawn cases)\n  One is one\n  no case was drawn')
  expect(explain(about, { verdict: 'undecided', evidence, reason: 'interrupted' })).toBe(
    'a/b: undecided (sampled; 3 drawn cases)\n  One is one\n  interrupted')
})

test('what is long is cut', () => {
  expect(explain(about, { verdict: 'proved', evidence: { ...evidence, scope: long } })).toBe(
    `a/b: proved (sampled; ${short})\n  One is one`
  )
  expect(explain(about, { verdict: 'refuted', evidence, counterexample:
    { ...counterexample, input: long, detail: long } })).toBe(
    `a/b: refuted (sampled; 3 drawn cases)\n  One is one\n  counterexample: ${short}\n  ${short}\n  slack [-2, -1]`)
  expect(explain(about, { verdict: 'erratum', evidence, counterexample, printed:
    { text: long }, corrected: { text: long } })).toBe(
    `a/b: erratum (sampled; 3 drawn cases)\n  One is one\n  erratum confirmed: printed ${short}, right ${short}`)
  expect(explain(about, { verdict: 'undecided', evidence, reason: long })).toBe(
    `a/b: undecided (sampled; 3 drawn cases)\n  One is one\n  ${short}`)
})

const judgedAs = (judgement: Judgement, expected: Claim['expected'] = 'holds', asked: Array<Effort> = []): Claim => ({
  ...about, statement: 'x', source: 'a test', rows: [], expected,
  judge: spent => { asked.push(spent); return judgement }
})

test('the expected verdict raises nothing, and the effort is 100 runs from seed 0 unless said', () => {
  const asked: Array<Effort> = []
  assertClaim(judgedAs({ verdict: 'supported', evidence }, 'holds', asked))
  assertClaim(judgedAs(
    { verdict: 'erratum', evidence, counterexample, printed: { text: 'p' }, corrected: { text: 'c' } }, 'erratum', asked
  ),
    { runs: 4, seed: 9, cancelled: () => false })
  expect(asked.map(({ runs, seed }) => ({ runs, seed }))).toEqual([{ runs: 100, seed: 0 }, { runs: 4, seed: 9 }])
})

test('any other raises what explains it and how to see it again', () => {
  expect(() => { assertClaim(judgedAs({ verdict: 'refuted', evidence, counterexample })) }).toThrow(new Error([
    'a/b: refuted (sampled; 3 drawn cases)', '  One is one', '  counterexample: x = 1', '  left 1, right 2',
    '  slack [-2, -1]',
    '  replay: assertClaim(claim, { ...effort(100, 0), path: "3:1" })'
  ].join('\n')))
  expect(() => { assertClaim(judgedAs({ verdict: 'supported', evidence }, 'erratum')) }).toThrow(new Error(
    'a/b: supported (sampled; 3 drawn cases)\n  One is one\n  replay: assertClaim(claim, effort(100, 0))'))
})

test('a judge that raises is told as well', () => {
  const subject: Claim = { ...judgedAs({ verdict: 'supported', evidence }), judge: () => { throw new Error('no') } }
  expect(() => { assertClaim(subject) }).toThrow(new Error(
    'a/b: undecided (example; nothing was judged)\n  One is one\n  the judge raised Error: no\n'
    + '  replay: assertClaim(claim, effort(100, 0))'))
})
