import { describe, expect, test } from 'vitest'
import { colours, text } from '../../src/report/index.js'
import { proved, refuted, session, slip, supported, undecided } from './sample.js'

describe('the summary', () => {
  const documents = [{ name: 'homework', title: 'A homework', rows: ['HW1-GD-09'] }]
  test('has a line a document with its claims and errors', () => {
    const lines = text(session([proved, supported, slip], { documents })).split('\n')
    expect(lines.slice(0, 3)).toEqual([
      '                     claims  errors',
      'A homework                1       1',
      'Laws of the library       2       0'
    ])
  })
  test('says what was printed, what is right, and why', () => {
    expect(text(session([slip]))).toContain(
      'The error:\n\n  printed  8.516e26\n  right    8.520e26\n  Title of values/w2 (Homework 1, question 2)\n')
  })
  test('says how many errors there are, and where the report is', () => {
    const told = text(session(['a', 'b', 'c', 'd'].map(id => ({ ...slip, claim: { ...slip.claim, id } }))), {
      report: 'out/report.html'
    })
    expect(told).toContain('3 of the 4 errors; --all prints every one:')
    expect(told).toContain('\nthe report is in out/report.html\n')
  })
  test('says how many statements of the documents are run as they are written', () => {
    const file = 'proofs-numeric/homework/topic.ts'
    const run = { ...proved, claim: { ...proved.claim, file, executed: { given: '', bound: {} } } }
    const said = { ...supported, claim: { ...supported.claim, file, spoken: 'it is a limit' as const } }
    const beside = { ...slip, claim: { ...slip.claim, file } }
    const law = { ...refuted, claim: { ...refuted.claim, file: 'properties/one.ts' } }
    expect(text(session([run, said, beside, law], { documents })).replace(/\n/g, ' '))
      .toContain('1 of 3 statements of the documents are run as they are written, 1 are sentences')
  })
  test('says of one claim how tight it is, of several with all else', () => {
    const tight = { ...proved, judgement: {
      ...proved.judgement, evidence: { ...proved.judgement.evidence, tightness: 'attained at x = 1' }
    } }
    expect(text(session([tight]))).toContain('\n\nTightness: attained at x = 1.\n\n')
    expect(text(session([proved]))).not.toContain('Tightness')
    expect(text(session([tight, supported]))).not.toContain('Tightness')
    expect(text(session([tight, supported]), { all: true })).toContain('Tightness: attained at x = 1.')
  })
  test('closes with the totals', () => {
    const told = text(session([proved, supported]))
    expect(told).toMatch(
      /\nseed 7, 50 cases a sampled claim, 1\.50 s\n2 claims: 1 proved, 1 supported; all as expected\n$/
    )
  })
  test('tells anything unexpected in full, with the command that replays it', () => {
    const told = text(session([proved, refuted]))
    expect(told).toContain('counterexample: x = 0.25\n  left 0.25, right 0.0625\n  slack [-0.1875, -0.125]')
    expect(told).toContain('replay: lemmata verify values/wrong --seed 7 --runs 50 --path 2:1:0\n')
    expect(told).toContain('1 not as expected')
  })
  test('replays claims of a file from that file', () => {
    expect(text(session([refuted], { file: '/home/me/my claims.mjs' }))).toContain('--claims "/home/me/my claims.mjs"')
  })
  test('says when an erratum was expected and not found', () => {
    expect(text(session([{ ...refuted, claim: { ...refuted.claim, expected: 'erratum' } }]))).toContain(
      'expected: an erratum'
    )
  })
  test('says how far an interrupted run came', () => {
    const told = text(session([proved], { selected: 9 }))
    expect(told).toMatch(/interrupted: 1 of 9 claims were judged\n[^]*1 claim: 1 proved; 8 not judged\n$/)
    expect(text(session([], { selected: 9 }))).toMatch(/\n0 claims; 9 not judged\n$/)
  })
  test('counts the rows that nothing can check, unless a pattern was given', () => {
    expect(text(session([proved]))).toContain('1 row of the ledger cannot be checked')
    expect(text(session([proved], { pattern: 'bound' }))).not.toContain('ledger')
  })
  test('is plain unless colours are asked for', () => {
    expect(text(session([refuted, undecided]))).not.toContain('\u001b')
    expect(text(session([refuted]), { paint: colours })).toContain('\u001b[31m')
  })
})

test('--all has a line a topic with verdicts, weakest evidence, and seconds', () => {
  const told = text(session([proved, supported, slip]), { all: true })
  expect(told).toMatch(
    /\ntopic +verdicts +weakest +s\nbound +1 proved, 1 supported +sampled +0\.50\nvalues +1 erratum +enclosed +0\.25\n/
  )
  expect(told).toContain('printed 8.516e26, right 8.520e26')
})

test('--all gives every claim with what it rests on', () => {
  const told = text(session([proved, supported]), { all: true }).replace(/\n {11}/g, ' ')
  expect(told).toMatch(
    /proved +bound\/gap {2}Title of bound\/gap properties\/bound\.ts exact: every real x\. 4 cases\. 0\.25 s\./
  )
  expect(told).toMatch(
    /sampled: 1000 drawn cases\. Rounding left 3 of 1000 cases open\. At the closest the sides were/
  )
})
