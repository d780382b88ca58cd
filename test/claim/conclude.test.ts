import { expect, test } from 'vitest'
import type { Evidence } from '../../src/claim/Claim.js'
import { conclude, power } from '../../src/claim/conclude.js'
import { type Cause, newTally, type Tally } from '../../src/claim/Tally.js'

const evidence: Evidence = {
  strength: 'sampled', scope: 's', cases: 1, undecidedCases: 0, slack: null, resolution: null
}
const help = ': draw x above 0'
const tallyOf = (drawn: number, without: Partial<Record<Cause, number>>, changes: Partial<Tally> = {}): Tally => ({
  ...newTally(),
  drawn,
  exact: drawn,
  without: Object.fromEntries(Object.entries(without).map(([cause, cases]) => [cause, { cases, first: '' }])),
  ...changes
})
const concluded = (tally: Tally) => conclude(tally, evidence, help, 2 ** -26)
const supported = { verdict: 'supported', evidence }

test('where no case was drawn there is nothing to judge', () => {
  expect(concluded(newTally())).toStrictEqual(
    { verdict: 'vacuous', evidence, reason: 'no case was drawn: draw x above 0' }
  )
})

test('what was decided in each case is supported', () => {
  expect(concluded(tallyOf(10, {}))).toStrictEqual(supported)
})

test.each([
  ['premise', 'the premise is not met'], ['empty', 'nothing is related'], ['nowhere', 'a side is undefined']
] as const)('a half of %s leaves enough evidence, and one more too little', (cause, words) => {
  expect(concluded(tallyOf(10, { [cause]: 5 }))).toStrictEqual(supported)
  expect(concluded(tallyOf(10, { [cause]: 6 }))).toStrictEqual(
    { verdict: 'vacuous', evidence, reason: `${words} in 6 of 10 cases${help}` }
  )
  expect(concluded(tallyOf(9, { [cause]: 4 }))).toStrictEqual(supported)
  expect(concluded(tallyOf(9, { [cause]: 5 }))).toStrictEqual(
    { verdict: 'vacuous', evidence, reason: `${words} in 5 of 9 cases${help}` }
  )
})

test('the causes count together and are told together, each with the case that was first', () => {
  const without = {
    nowhere: { cases: 2, first: 'x = 2' }, empty: { cases: 2, first: '' }, premise: { cases: 2, first: '' }
  }
  expect(concluded(tallyOf(10, {}, { without }))).toStrictEqual({
    verdict: 'vacuous', evidence,
    reason: 'the premise is not met in 2 of 10 cases; nothing is related in 2 of 10 cases; '
      + 'a side is undefined in 2 of 10 cases, first at x = 2: draw x above 0'
  })
})

test('one case is one case', () => {
  expect(concluded(tallyOf(1, { premise: 1 }))).toMatchObject(
    { reason: `the premise is not met in 1 of 1 case${help}` }
  )
})

test('too little evidence comes before what is undecided in it', () => {
  expect(concluded(tallyOf(10, { premise: 6, open: 4 })))
    .toStrictEqual({ verdict: 'vacuous', evidence, reason: `the premise is not met in 6 of 10 cases${help}` })
})

test('without an entry there is no support: nothing is known, unless some case is undecided', () => {
  expect(concluded(tallyOf(2, { empty: 1 }, { exact: 0 })))
    .toStrictEqual({ verdict: 'vacuous', evidence, reason: `nothing is related in 1 of 2 cases${help}` })
  expect(concluded(tallyOf(2, { open: 2 }, { exact: 0 })))
    .toStrictEqual({ verdict: 'undecided', evidence, reason: 'too close to call in 2 of 2 cases' })
})

test.each([
  ['open', 'too close to call'], ['wide', 'the sides agree, but cannot be told apart from others of their size'],
  ['perhaps', 'a side may be undefined'], ['raised', 'something was raised']
] as const)('one case of %s in twenty is few, and one more too many', (cause, words) => {
  expect(concluded(tallyOf(20, { [cause]: 1 }))).toStrictEqual(supported)
  expect(concluded(tallyOf(20, { [cause]: 2 }))).toStrictEqual(
    { verdict: 'undecided', evidence, reason: `${words} in 2 of 20 cases` }
  )
  expect(concluded(tallyOf(19, { [cause]: 1 }))).toStrictEqual(
    { verdict: 'undecided', evidence, reason: `${words} in 1 of 19 cases` }
  )
})

test('of the cases that are evidence: 20 of 30 with one undecided, and 19 of 30', () => {
  expect(concluded(tallyOf(30, { premise: 10, open: 1 }))).toStrictEqual(supported)
  expect(concluded(tallyOf(30, { premise: 11, open: 1 })))
    .toStrictEqual({ verdict: 'undecided', evidence, reason: 'too close to call in 1 of 30 cases' })
})

test('all that is undecided counts together and is told, the worst first', () => {
  const one = (first: string) => ({ cases: 1, first })
  expect(concluded(tallyOf(
    40, {}, { without: { wide: one('x = 4'), open: one('x = 3'), perhaps: one('x = 2'), raised: one('x = 1') } }
  )))
    .toStrictEqual({
      verdict: 'undecided', evidence,
      reason: ['something was raised in 1 of 40 cases, first at x = 1', 'a side may be undefined in 1 of 40 cases, first at x = 2',
        'too close to call in 1 of 40 cases, first at x = 3',
        'the sides agree, but cannot be told apart from others of their size in 1 of 40 cases, first at x = 4'].join(
          '; '
        )
    })
})

test('one coarse entry in twenty is few, and one more too many', () => {
  const coarse = (entries: number, n: number) =>
    concluded(
      tallyOf(10, {}, { exact: entries - n, resolutions: new Map([[-20, n]]), coarse: n, firstCoarse: 'x = 1: y' })
    )
  expect(coarse(20, 1)).toStrictEqual(supported)
  expect(coarse(20, 2)).toStrictEqual({
    verdict: 'undecided', evidence,
    reason: '2 of 20 entries are known to no better than 2^-26 of their size, first at x = 1: y'
  })
  expect(coarse(19, 1)).toStrictEqual({
    verdict: 'undecided', evidence,
    reason: '1 of 19 entries are known to no better than 2^-26 of their size, first at x = 1: y'
  })
})

test('undecided cases are told before coarse entries', () => {
  expect(concluded(tallyOf(10, { open: 1 }, { coarse: 10, firstCoarse: 'x = 1' })))
    .toStrictEqual({ verdict: 'undecided', evidence, reason: 'too close to call in 1 of 10 cases' })
})

test('a power of two is told as such', () => {
  expect([2 ** -26, 1, 8, 0.3, 1e-6].map(power)).toEqual(['2^-26', '2^0', '2^3', '0.3', '0.000001'])
})
