import { describe, expect, test } from 'vitest'
import { colours, text } from '../../src/report/index.js'
import { proved, refuted, session, slip, supported, undecided } from './sample.js'

describe('the summary', () => {
  test('has a line a topic with verdicts, weakest evidence, and seconds', () => {
    const lines = text(session([proved, supported, slip])).split('\n')
    expect(lines[2]).toMatch(/^topic +verdicts +weakest +s$/)
    expect(lines[3]).toMatch(/^bound +1 proved, 1 supported +sampled +0\.50$/)
    expect(lines[4]).toMatch(/^values +1 erratum +enclosed +0\.25$/)
  })
  test('says what was printed and what is right', () => {
    expect(text(session([slip]))).toContain('erratum confirmed: printed 8.516e26, right 8.520e26  (values/w2)')
  })
  test('closes with the totals', () => {
    const told = text(session([proved, supported]))
    expect(told).toMatch(/\nseed 7, 50 cases a sampled claim, 1\.50 s\n2 claims: 1 proved, 1 supported; all as expected\n$/)
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
    expect(text(session([{ ...refuted, claim: { ...refuted.claim, expected: 'erratum' } }]))).toContain('expected: an erratum')
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

test('--all gives every claim with its undecided cases and its resolution', () => {
  const told = text(session([proved, supported]), { all: true })
  expect(told).toMatch(/proved +bound\/gap {2}Title of bound\/gap\n +properties\/bound\.ts\n +exact; every real x; smallest slack 0; resolution 0; 0\.25 s/)
  expect(told).toMatch(/sampled; 1000 drawn cases; 3 undecided; smallest slack \[0\.125, 0\.25\];\n {11}resolution 8\.88e-16; 0\.25 s/)
})
