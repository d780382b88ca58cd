import { expect, test } from 'vitest'
import type { Counterexample, Evidence, Judgement } from '../../src/claim/Claim.js'
import { replayCall, replayCommand } from '../../src/claim/replay.js'

const evidence: Evidence = {
  strength: 'sampled', scope: 's', cases: 1, undecidedCases: 0, slack: null, resolution: null
}
const counterexample: Counterexample = { input: 'x = 1', slack: { lo: -1, hi: -1 }, detail: 'left 1, right 2' }
const supported: Judgement = { verdict: 'supported', evidence }
const refuted: Judgement = { verdict: 'refuted', evidence, counterexample: { ...counterexample, path: '3:1:0' } }
const erratum: Judgement = { verdict: 'erratum', evidence, counterexample:
  { ...counterexample, path: '7' }, printed: { text: 'p' }, corrected: { text: 'c' } }
const spent = { seed: 5, runs: 40 }

test('the command gives the claim, the seed, the runs, and the path and the file where there are any', () => {
  expect(replayCommand('numbers/small', spent, supported)).toBe('lemmata verify numbers/small --seed 5 --runs 40')
  expect(replayCommand('numbers/small', spent, { verdict: 'refuted', evidence, counterexample }))
    .toBe('lemmata verify numbers/small --seed 5 --runs 40')
  expect(replayCommand('numbers/small', spent, refuted)).toBe(
    'lemmata verify numbers/small --seed 5 --runs 40 --path 3:1:0'
  )
  expect(replayCommand('numbers/small', spent, erratum)).toBe(
    'lemmata verify numbers/small --seed 5 --runs 40 --path 7'
  )
  expect(replayCommand('numbers/small', spent, refuted, './my claims.js'))
    .toBe('lemmata verify numbers/small --seed 5 --runs 40 --path 3:1:0 --claims "./my claims.js"')
  expect(replayCommand('numbers/small', spent, supported, 'claims.js'))
    .toBe('lemmata verify numbers/small --seed 5 --runs 40 --claims claims.js')
})

test('an id that begins with - stands where no flag is looked for', () => {
  expect(replayCommand('-x/y', spent, supported)).toBe('lemmata verify --seed 5 --runs 40 -- -x/y')
  expect(replayCommand('-x y', spent, refuted)).toBe('lemmata verify --seed 5 --runs 40 --path 3:1:0 -- "-x y"')
  expect(replayCommand('x-', spent, supported)).toBe('lemmata verify x- --seed 5 --runs 40')
})

test.each([
  ['a_B9/c.d:e@f+g-h', 'a_B9/c.d:e@f+g-h'],
  ['a b', '"a b"'],
  ['a~', '"a~"'],
  ['~b', '"~b"'],
  ["it's", '"it\'s"'],
  ['größe', '"größe"'],
  // a backslash that protects nothing
  ['a\\b', '"a\\b"'],
  ['a\\ b', '"a\\ b"'],
  ['a\\.b', '"a\\.b"'],
  ['a\\-b', '"a\\-b"'],
  // one that would
  ['a\\', "'a\\'"],
  ['a\\\\b', "'a\\\\b'"],
  ['a\\/b', "'a\\/b'"],
  // what shells read inside double quotes
  ['a"b', "'a\"b'"],
  ['a$', "'a$'"],
  ['$a', "'$a'"],
  ['a`b', "'a`b'"],
  ['a!b', "'a!b'"],
  ['a%b', "'a%b'"],
  ['a\nb', "'a\nb'"],
  ['', "''"],
  ["it's $5, isn't it", "'it'\\''s $5, isn'\\''t it'"]
])('%j is given to a shell as %s', (id, quoted) => {
  expect(replayCommand(id, spent, supported)).toBe(`lemmata verify ${quoted} --seed 5 --runs 40`)
})

test('the call in a program gives the runs, then the seed, and the path where there is one', () => {
  expect(replayCall(spent, supported)).toBe('assertClaim(claim, effort(40, 5))')
  expect(replayCall(spent, { verdict: 'refuted', evidence, counterexample })).toBe('assertClaim(claim, effort(40, 5))')
  expect(replayCall(spent, refuted)).toBe('assertClaim(claim, { ...effort(40, 5), path: "3:1:0" })')
})
