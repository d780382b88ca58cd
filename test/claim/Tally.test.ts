import { expect, test } from 'vitest'
import type { Measured } from '../../src/claim/Measured.js'
import {
  casesOf, type Cause, count, countWithout, entriesOf, evidenceOf, newTally, type Tally, undecidedCases
} from '../../src/claim/Tally.js'

const coarsest = 2 ** -26
const holds: Measured = {
  outcome: 'holds', slack: { lo: 3, hi: 4 }, resolution: 0, width: -Infinity, place: '', left: { lo: 1, hi: 1 },
  right: { lo: 2, hi: 2 },
  sides: ['left', 'right']
}
const agrees = (resolution: number, changes: Partial<Measured> = {}): Measured =>
  ({ ...holds, outcome: 'agrees', resolution, width: -40, ...changes })

const counted = (...cases: ReadonlyArray<ReadonlyArray<Measured>>): Tally => {
  const tally = newTally()
  cases.forEach((measured, k) => { count(tally, measured, coarsest, () => `x = ${k + 1}`) })
  return tally
}
const unasked = (): string => { throw new Error('the first case alone is told') }

test('a new tally has counted nothing', () => {
  expect(newTally()).toStrictEqual({
    drawn: 0, without: {}, slack: null, ratio: 0, exact: 0, resolutions: new Map(), coarse: 0, firstCoarse: ''
  })
})

test('cases that came to nothing are counted by cause, with the first in words', () => {
  const tally = newTally()
  countWithout(tally, 'raised', () => 'x = 1')
  countWithout(tally, 'raised', unasked)
  countWithout(tally, 'premise', () => '')
  const without = { raised: { cases: 2, first: 'x = 1' }, premise: { cases: 1, first: '' } }
  expect(tally).toStrictEqual({ ...newTally(), drawn: 3, without })
})

test('four causes leave a case undecided, and three make it none', () => {
  const causes: ReadonlyArray<Cause> = ['premise', 'empty', 'nowhere', 'open', 'wide', 'perhaps', 'raised']
  const only = (cause: Cause): Tally => {
    const tally = newTally()
    countWithout(tally, cause, () => '')
    return tally
  }
  expect(causes.filter(cause => undecidedCases(only(cause)) === 1)).toEqual(['open', 'wide', 'perhaps', 'raised'])
  expect(causes.filter(cause => casesOf(only(cause)) === 0)).toEqual(['premise', 'empty', 'nowhere'])
  const all = newTally()
  for (const cause of causes) for (let k = 0; k < 2; k++) countWithout(all, cause, () => '')
  expect([undecidedCases(all), casesOf(all)]).toEqual([8, 8])
  expect([undecidedCases(newTally()), casesOf(newTally())]).toEqual([0, 0])
})

test('a case in which nothing is related is empty', () => {
  expect(counted([], [holds]).without).toEqual({ empty: { cases: 1, first: 'x = 1' } })
  expect(counted([]).drawn).toBe(1)
})

test('a case counts once, by the worst of its relations, and tells the first of these', () => {
  const outcomes = ['wide', 'open', 'perhaps', 'nowhere'] as const
  const entries = outcomes.map(outcome => ({ ...holds, outcome, place: outcome }))
  const causeOf = (measured: ReadonlyArray<Measured>) => counted([holds, ...measured]).without
  const told = (place: string) => ({ cases: 1, first: `x = 1: ${place}: left 1, right 2` })
  expect(causeOf(entries)).toEqual({ nowhere: told('nowhere') })
  expect(causeOf(entries.slice(0, 3))).toEqual({ perhaps: told('perhaps') })
  expect(causeOf(entries.slice(0, 2))).toEqual({ open: told('open') })
  expect(causeOf(entries.slice(0, 1))).toEqual({ wide: told('wide') })
  expect(causeOf([])).toEqual({})
  expect(causeOf([{ ...holds, outcome: 'open', place: 'a' }, { ...holds, outcome: 'open', place: 'b' }])).toEqual(
    { open: told('a') }
  )
  expect(counted([holds], entries, entries))
    .toMatchObject({ drawn: 3, without: { nowhere: { cases: 2, first: 'x = 2: nowhere: left 1, right 2' } } })
})

test('the least slack is kept, of what holds or agrees', () => {
  const slack = (lo: number, hi: number): Measured => ({ ...holds, slack: { lo, hi } })
  expect(counted([slack(5, 6), slack(2, 9)], [slack(3, 3)]).slack).toEqual({ lo: 2, hi: 9 })
  // of equal ones the first
  expect(counted([slack(2, 8), slack(2, 9)]).slack).toEqual({ lo: 2, hi: 8 })
  expect(counted([slack(7, 8), agrees(2 ** -50, { slack: { lo: -1, hi: 0 } })]).slack).toEqual({ lo: -1, hi: 0 })
  for (const outcome of ['open', 'wide', 'perhaps', 'nowhere'] as const) {
    expect(counted([{ ...holds, outcome, slack: { lo: -9, hi: 9 }, ratio: 7 }]))
      .toMatchObject({ slack: null, ratio: 0, exact: 0, resolutions: new Map(), coarse: 0 })
  }
})

test('the largest ratio is kept', () => {
  const ratio = (x: number): Measured => ({ ...holds, ratio: x })
  expect(counted([ratio(0.25), ratio(0.75), holds], [ratio(0.5)]).ratio).toBe(0.75)
  expect(counted([holds]).ratio).toBe(0)
})

test('entries are counted by the power of two above what they resolve, and exact ones apart', () => {
  const fine = [agrees(2 ** -50), agrees(1.25 * 2 ** -51), agrees(2 ** -51), agrees(2 ** -50)]
  const tally = counted([holds, agrees(0)], fine, [{ ...holds, resolution: 2 ** -30 }])
  expect(tally.exact).toBe(2)
  expect(tally.resolutions).toEqual(new Map([[-50, 3], [-51, 1], [-30, 1]]))
  expect(entriesOf(tally)).toBe(7)
  expect(entriesOf(newTally())).toBe(0)
})

test('an agreement that resolves less than the coarsest is coarse, unless there is nothing left to tell apart', () => {
  const above = 1.5 * coarsest
  expect(counted([agrees(coarsest)])).toMatchObject({ coarse: 0, firstCoarse: '' })
  expect(counted([agrees(above, { place: 'y' }), agrees(above)], [agrees(Infinity)]))
    .toMatchObject({ coarse: 3, firstCoarse: 'x = 1: y: left 1, right 2' })
  expect(counted([holds], [agrees(above)])).toMatchObject({ coarse: 1, firstCoarse: 'x = 2: left 1, right 2' })
  // the smallest normal doubles have exponent -1022
  expect(counted([agrees(above, { width: -1021 })])).toMatchObject({ coarse: 0, firstCoarse: '' })
  expect(counted([agrees(above, { width: -1020 })]).coarse).toBe(1)
  expect(counted([{ ...agrees(above), outcome: 'holds' }])).toMatchObject({ coarse: 0, firstCoarse: '' })
})

test('the evidence says how much was counted', () => {
  const open: Measured = { ...holds, outcome: 'open' }
  expect(evidenceOf(counted([{ ...holds, ratio: 1 / 3 }], [open], []), 'some x')).toStrictEqual({
    strength: 'sampled', scope: 'some x', cases: 2, undecidedCases: 1, slack: { lo: 3, hi: 4 }, resolution: 0,
    observed: 'smaller side at most 0.3333 of the larger', ratio: 1 / 3
  })
  expect(evidenceOf(newTally(), '')).toStrictEqual({
    strength: 'sampled', scope: '', cases: 0, undecidedCases: 0, slack: null, resolution: null
  })
})

test('the resolution is that of the best half', () => {
  const resolutionOf = (...measured: ReadonlyArray<Measured>) => evidenceOf(counted(measured), '').resolution
  const [fine, middle, rough] = [agrees(2 ** -50), agrees(2 ** -40), agrees(2 ** -30)]
  expect(resolutionOf(holds)).toBe(0)
  expect(resolutionOf(fine)).toBe(2 ** -50)
  expect(resolutionOf(agrees(0.75 * 2 ** -50))).toBe(2 ** -50)
  // exactly half are exact, and one less
  expect(resolutionOf(rough, holds)).toBe(0)
  expect(resolutionOf(rough, middle, holds)).toBe(2 ** -40)
  // exactly half are fine, and one less
  expect(resolutionOf(rough, fine)).toBe(2 ** -50)
  expect(resolutionOf(rough, middle, fine)).toBe(2 ** -40)
  expect(resolutionOf(rough, rough, fine)).toBe(2 ** -30)
  expect(resolutionOf(rough, rough, rough, middle, fine, holds)).toBe(2 ** -40)
  expect(resolutionOf(middle, fine, rough)).toBe(2 ** -40)
  expect(resolutionOf({ ...holds, outcome: 'open' })).toBe(null)
})
