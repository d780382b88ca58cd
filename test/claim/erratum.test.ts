import fc from 'fast-check'
import { expect, test } from 'vitest'
import { effort, equal, erratum, everyCase, type Judge, type Plain, printsAs, sampled } from '../../src/claim/index.js'

const about = { id: 'test/erratum', title: 'an erratum', statement: 'x', source: 'a test' }
const corrected = { text: '54.598', judge: printsAs('54.598', N => N.exp(N.of(4))) }
const judged = (judge: Judge, givesNoNumber?: boolean) =>
  erratum(about, { printed: { text: 'p', judge, ...givesNoNumber === undefined ? {} : { givesNoNumber } }, corrected }).judge(effort())

const lists = { x: fc.array(fc.integer(), { minLength: 1 }) }
const typo = sampled<{ x: ReadonlyArray<number> }>(lists, ({ x }) =>
  equal<Plain>((x as unknown as { lenght: number }).lenght + 0, x.length))
const missing = everyCase('one case', [{ a: 1 }], c => [equal<Plain>((c as unknown as { b: number }).b * 2, 2)])

test('what is no number confirms no erratum, and the reason says so', () => {
  expect(judged(missing)).toMatchObject({
    verdict: 'undecided', reason: 'the printed form was not refuted: p (a side is no number, at a = 1: left NaN, right 2)'
  })
  expect(judged(typo)).toMatchObject({
    verdict: 'undecided', reason: 'the printed form was not refuted: p (a side is no number, at x = [0]: left NaN, right 1)'
  })
})

test('unless the printed form says that this is what is wrong with it', () => {
  expect(judged(missing, true)).toMatchObject({ verdict: 'erratum', printed: 'p', corrected: '54.598' })
})

test('a measured violation confirms', () => {
  expect(judged(everyCase('one case', [{ a: 1 }], ({ a }) => [equal(a, 2)])).verdict).toBe('erratum')
})
