import { expect, test } from 'vitest'
import { json } from '../../src/report/index.js'
import { proved, refuted, session, slip, supported, undecided } from './sample.js'

const read = (...judged: Parameters<typeof session>[0]) =>
  JSON.parse(json(session(judged))) as Record<string, unknown> & {
    claims: ReadonlyArray<Record<string, unknown>>
  }
const always = [
  'id', 'file', 'rows', 'title', 'statement', 'source', 'verdict', 'expected', 'asExpected', 'strength', 'scope',
  'cases', 'undecidedCases',
  'slack', 'resolution', 'seconds'
]

test('has the documented fields and no others', () => {
  const found = read(proved, slip, refuted)
  expect(Object.keys(found)).toEqual(['seed', 'runs', 'claims', 'notCheckable', 'strays', 'summary'])
  expect(Object.keys(found.claims[0] ?? {}).sort()).toEqual([...always].sort())
  expect(Object.keys(found.claims[1] ?? {}).sort()).toEqual(
    [...always, 'counterexample', 'replay', 'printed', 'corrected'].sort()
  )
  expect(Object.keys(found.claims[2] ?? {}).sort()).toEqual([...always, 'counterexample', 'replay'].sort())
})

test('has the facts of a sampled claim', () => {
  expect(read(supported).claims[0]).toEqual({
    id: 'bound/law', file: 'properties/bound.ts', rows: ['HW1-GD-09'], title: 'Title of bound/law',
    statement: String.raw`x \le x^2`, source: 'Homework 1, question 2',
    verdict: 'supported', expected: 'holds', asExpected: true,
    strength: 'sampled', scope: '1000 drawn cases', cases: 1000, undecidedCases: 3,
    slack: [0.125, 0.25], resolution: 2 ** -50, seconds: 0.25
  })
})

test('sums up by verdict and strength', () => {
  expect(read(proved, supported, slip, refuted)['summary']).toEqual({
    selected: 4,
    total: 4,
    asExpected: 3,
    byVerdict: { proved: 1, supported: 1, erratum: 1, vacuous: 0, undecided: 0, refuted: 1 },
    byStrength: { exact: 1, enclosed: 1, sampled: 2, statistical: 0, estimated: 0, example: 0 },
    byWay: { executed: 0, spoken: 0, beside: 4 }
  })
})

test('says how words and code hang together', () => {
  const named = { ...proved, claim: { ...proved.claim, executed: { given: 'x > 0', bound: { f: 'sigmoid' } } } }
  const said = { ...proved, claim: { ...proved.claim, spoken: 'it is a limit' as const, expects: 'enclosed' as const } }
  const found = read(named, said, slip)
  expect(found['summary']).toMatchObject({ byWay: { executed: 1, spoken: 1, beside: 1 } })
  expect(found.claims[0]).toMatchObject({ executed: { given: 'x > 0', bound: { f: 'sigmoid' } } })
  expect(found.claims[1]).toMatchObject({ spoken: 'it is a limit', expects: 'enclosed' })
})

test('names the rows that nothing can check, with the reason', () => {
  expect(read(proved)['notCheckable']).toEqual([{ row: 'HW1-AD-32', reason: 'wording' }])
})

test('writes what JSON has no number for as words', () => {
  expect(read(undecided).claims[0]).toMatchObject({ slack: ['NaN', 'Infinity'], resolution: 'Infinity' })
})
