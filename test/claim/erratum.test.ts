import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Counterexample, type Effort, effort, equal, erratum, everyCase, type Evidence, type Judge, type Judgement,
  judgedBy, type Plain,
  printsAs, sampled
} from '../../src/claim/index.js'

const about = { id: 'test/erratum', title: 'an erratum', statement: 'x', source: 'a test' }
const corrected = { text: '54.598', judge: printsAs('54.598', N => N.exp(N.of(4))) }
const judged = (judge: Judge, givesNoNumber?: boolean) =>
  erratum(about, { printed: { text: 'p', judge, ...givesNoNumber === undefined ? {} : { givesNoNumber } }, corrected })
    .judge(effort())

const lists = { x: fc.array(fc.integer(), { minLength: 1 }) }
const typo = sampled<{ x: ReadonlyArray<number> }>(lists, ({ x }) =>
  equal<Plain>((x as unknown as { lenght: number }).lenght + 0, x.length))
const missing = everyCase('one case', [{ a: 1 }], c => [equal<Plain>((c as unknown as { b: number }).b * 2, 2)])

test('what is no number confirms no erratum, and the reason says so', () => {
  expect(judged(missing)).toMatchObject({
    verdict: 'undecided',
    reason: 'the printed form was not refuted: p (a side is no number, at a = 1: left NaN, right 2)'
  })
  expect(judged(typo)).toMatchObject({
    verdict: 'undecided',
    reason: 'the printed form was not refuted: p (a side is no number, at x = [0]: left NaN, right 1)'
  })
})

test('unless the printed form says that this is what is wrong with it', () => {
  expect(judged(missing, true)).toMatchObject(
    { verdict: 'erratum', printed: { text: 'p' }, corrected: { text: '54.598', tex: '54.598' } }
  )
  expect(judged(missing, false)).toMatchObject({ verdict: 'undecided' })
})

test('what was raised confirms none either', () => {
  const raising = everyCase(
    'one case', [{ a: 1 }], () => [equal<Plain>(judgedBy('f', () => { throw new Error('no') }), 2)]
  )
  const reason = 'the printed form was not refuted: p (f raised Error: no)'
  expect(judged(raising)).toMatchObject({ verdict: 'undecided', reason })
  expect(judged(raising, true)).toMatchObject({ verdict: 'undecided', reason })
})

const evidence = (scope: string): Evidence =>
  ({ strength: 'exact', scope, cases: 1, undecidedCases: 0, slack: null, resolution: 0 })
const [ofPrinted, ofCorrected] = [evidence('printed'), evidence('corrected')]
const counterexample: Counterexample = {
  input: 'x = 1', slack: { lo: -1, hi: -1 }, detail: 'left 2, right 1', path: '3:0'
}
const answering = (judgement: Judgement): Judge => () => judgement
const refuted = answering({ verdict: 'refuted', evidence: ofPrinted, counterexample })
const proved = answering({ verdict: 'proved', evidence: ofCorrected })
const both = (printed: Judge, right: Judge, spent: Effort = effort()): Judgement =>
  erratum(about, { printed: { text: 'p', judge: printed }, corrected: { text: 'c', judge: right } }).judge(spent)

test('a measured violation confirms, with the evidence of the correction', () => {
  const confirmed = {
    verdict: 'erratum', evidence: ofCorrected, counterexample, printed: { text: 'p' }, corrected: { text: 'c' }
  }
  expect(both(refuted, proved)).toEqual(confirmed)
  expect(both(refuted, answering({ verdict: 'supported', evidence: ofCorrected }))).toEqual(confirmed)
})

describe('a printed form that is not refuted', () => {
  test.each<[string, Judgement]>([
    ['proved', { verdict: 'proved', evidence: ofPrinted }],
    ['supported', { verdict: 'supported', evidence: ofPrinted }],
    ['vacuous: why', { verdict: 'vacuous', evidence: ofPrinted, reason: 'why' }],
    ['undecided: why', { verdict: 'undecided', evidence: ofPrinted, reason: 'why' }],
    ['erratum', { verdict: 'erratum', evidence: ofPrinted, counterexample, printed: { text: 'q' }, corrected: {
      text: 'r'
    } }]
  ])('but %s', (told, judgement) => {
    expect(both(answering(judgement), proved))
      .toEqual({ verdict: 'undecided', evidence: ofPrinted, reason: `the printed form was not refuted: p (${told})` })
  })
})

describe('a correction that does not hold is the verdict', () => {
  test.each<[Judgement]>([
    [{ verdict: 'vacuous', evidence: ofCorrected, reason: 'why' }],
    [{ verdict: 'undecided', evidence: ofCorrected, reason: 'why' }]
  ])('%j', judgement => {
    expect(both(refuted, answering(judgement))).toEqual(judgement)
  })
  test('refuted, without the path: a replay is of the printed form', () => {
    const { path: _, ...rest } = counterexample
    expect(both(refuted, answering({ verdict: 'refuted', evidence: ofCorrected, counterexample })))
      .toStrictEqual({ verdict: 'refuted', evidence: ofCorrected, counterexample: rest })
  })
  test('an erratum itself', () => {
    expect(both(refuted, answering(
      { verdict: 'erratum', evidence: ofCorrected, counterexample, printed: { text: 'q' }, corrected: { text: 'r' } }
    )))
      .toEqual({ verdict: 'undecided', evidence: ofCorrected, reason: 'the correction is itself an erratum' })
  })
})

test('both are judged under its id; a path leads into the printed form only', () => {
  const met: Array<unknown> = []
  const noting = (judge: Judge): Judge => (spent, id) => {
    met.push([id, spent.runs, 'path' in spent ? spent.path : 'none'])
    return judge(spent, id)
  }
  both(noting(refuted), noting(proved), { ...effort(7), path: '3:0' })
  expect(met).toEqual([['test/erratum', 7, '3:0'], ['test/erratum', 7, 'none']])
})

test('a form has the TeX that is given, or that of its figure; words have none', () => {
  const form = (judge: Judge, text: string, tex?: string) => ({ text, judge, ...tex === undefined ? {} : { tex } })
  const seen = (...[text, tex]: readonly [string, string?]) =>
    erratum(about, { printed: form(refuted, text, tex), corrected: form(proved, 'words') }).judge(effort())
  expect(seen('x_1', 'x_1')).toMatchObject({ printed: { text: 'x_1', tex: 'x_1' } })
  expect(seen('-8.520e+26')).toMatchObject({ printed: { tex: String.raw`-8.520 \cdot 10^{26}` } })
  expect(seen('1e-8')).toMatchObject({ printed: { tex: String.raw`1 \cdot 10^{-8}` } })
  expect(seen('54.599')).toMatchObject({ printed: { tex: '54.599' } })
  expect(seen('3 rows')).toHaveProperty('printed', { text: '3 rows' })
})

test('the claim says what it is about, and is expected to be an erratum', () => {
  const given = { printed: { text: 'p', judge: refuted }, corrected: { text: 'c', judge: proved } }
  const { judge: _, ...said } = erratum(about, given)
  expect(said).toEqual({ ...about, rows: [], expected: 'erratum' })
  expect(erratum({ ...about, rows: ['a row'] }, given).rows).toEqual(['a row'])
})
