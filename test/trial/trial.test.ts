import { expect, test } from 'vitest'
import * as ways from '../../src/claim/index.js'
import * as laws from '../../properties/index.js'
import { trials } from '../../properties/trial/index.js'

const count = (isCounted: (trial: (typeof trials)[number]) => boolean): number => trials.filter(isCounted).length

const isHeld = ({ verdict }: (typeof trials)[number]): boolean => verdict === 'proved' || verdict === 'supported'

test('at least 80 false statements and 60 true ones are on trial, and most of them are decided', () => {
  expect(count(({ isTrue }) => !isTrue)).toBeGreaterThanOrEqual(80)
  expect(count(({ isTrue }) => isTrue)).toBeGreaterThanOrEqual(60)
  expect(count(trial => !trial.isTrue && trial.verdict !== 'refuted')).toBeLessThanOrEqual(15)
  expect(count(trial => trial.isTrue && isHeld(trial))).toBeGreaterThanOrEqual(50)
  expect(count(trial => trial.isTrue && trial.verdict === 'refuted')).toBe(0)
  expect(count(trial => !trial.isTrue && isHeld(trial))).toBe(0)
})

// What is exported beside the ways of judging: data, relations, and what is made of a judgement. A new export belongs to one of both lists.
const judgesNothing = new Set([
  'array', 'arrayOf', 'assertClaim', 'atMost', 'besideSize', 'between', 'claim', 'definedBy', 'drawn', 'effort',
  'equal', 'equalEntries', 'equalGrids', 'expectations', 'fractional', 'judgedBy', 'matrix', 'nonnegative', 'outside', 'positive',
  'relationsOf', 'roundsTo', 'scalar', 'share', 'spelled', 'spokenReasons', 'strengths', 'vector', 'within'
])

const judging = [
  ...Object.keys(ways).filter(name => !judgesNothing.has(name)),
  ...Object.keys(laws).filter(name => name.endsWith('Laws'))
]

test('what judges nothing is no function that gives a judge', () => {
  expect([...judgesNothing].filter(name => !(name in ways))).toEqual([])
  expect(Object.keys(laws).filter(name => !name.endsWith('Laws'))).toEqual(['labels', 'claims'])
})

test.each(judging)('%s is on trial with at least two false statements and a true one', name => {
  expect(count(({ way, isTrue }) => way === name && !isTrue)).toBeGreaterThanOrEqual(2)
  expect(count(({ way, isTrue }) => way === name && isTrue)).toBeGreaterThanOrEqual(1)
})

test('no two trials have one name, and each title tells the verdict', () => {
  const ids = trials.map(({ claim }) => claim.id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { way, verdict, claim } of trials) {
    expect(claim.id.startsWith(`trial/${way}/`)).toBe(true)
    expect(claim.title.toLowerCase().startsWith(`${verdict}: `)).toBe(true)
  }
})
