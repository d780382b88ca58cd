import { expect, test } from 'vitest'
import { type Effort, effort, type Judgement } from '../../src/claim/Claim.js'
import { judgementOf, unjudged } from '../../src/claim/judgementOf.js'

const without = (reason: string) => ({
  verdict: 'undecided',
  evidence: {
    strength: 'example', scope: 'nothing was judged', cases: 0, undecidedCases: 0, slack: null, resolution: null
  },
  reason
})

test('a judgement is handed on as it is, and the judge is told the effort', () => {
  const spent = effort(3, 4)
  const judgement: Judgement = {
    verdict: 'proved',
    evidence: { strength: 'exact', scope: 'every x', cases: 1, undecidedCases: 0, slack: null, resolution: 0 }
  }
  const asked: Array<Effort> = []
  expect(judgementOf({ judge: given => { asked.push(given); return judgement } }, spent)).toBe(judgement)
  expect(asked).toEqual([spent])
  expect(asked[0]).toBe(spent)
})

test('a judge that raises leaves the claim undecided', () => {
  expect(judgementOf({ judge: () => { throw new RangeError('too large') } }, effort()))
    .toStrictEqual(without('the judge raised RangeError: too large'))
})

test('so does one that answers with anything but a judgement', () => {
  expect(judgementOf({ judge: () => undefined as unknown as Judgement }, effort()))
    .toStrictEqual(without('the judge returned nothing: it must return a Judgement'))
  expect(judgementOf({ judge: () => ({ verdict: 'proved' }) as Judgement }, effort()))
    .toStrictEqual(without('the judge returned the verdict proved without evidence'))
})

test('what was not judged rests on nothing', () => {
  expect(unjudged('why')).toStrictEqual(without('why'))
})
