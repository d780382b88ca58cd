import type { Evidence, Judgement } from '../../src/claim/index.js'
import type { About, Judged, Session } from '../../src/report/index.js'

/** A session that was not run: every verdict, with words that would be markup if they were not escaped. */

const about = (id: string, more: Partial<About> = {}): About => ({
  id, title: `Title of ${id}`, statement: String.raw`x \le x^2`, source: 'Homework 1, question 2', rows: ['HW1-GD-09'],
  expected: 'holds', file: 'properties/bound.ts', ...more
})

const evidence = (more: Partial<Evidence> = {}): Evidence =>
  ({ strength: 'exact', scope: 'every real x', cases:
    4, undecidedCases: 0, slack: { lo: 0, hi: 0 }, resolution: 0, ...more })

const judged = (claim: About, judgement: Judgement): Judged => ({ claim, judgement, seconds: 0.25 })

const counterexample = {
  input: 'x = 0.25', slack: { lo: -0.1875, hi: -0.125 }, detail: 'left 0.25, right 0.0625', path: '2:1:0'
}

export const proved: Judged = judged(about('bound/gap'), { verdict: 'proved', evidence: evidence() })

export const supported: Judged = judged(about('bound/law'), {
  verdict: 'supported',
  evidence: evidence({
    strength: 'sampled', scope: '1000 drawn cases', cases: 1000, undecidedCases: 3, slack: { lo: 0.125, hi: 0.25 },
    resolution: 2 ** -50
  })
})

export const slip: Judged = judged(about('values/w2', { expected: 'erratum' }), {
  verdict: 'erratum', evidence: evidence({ strength: 'enclosed' }), counterexample,
  printed: { text: '8.516e26', tex: String.raw`8.516 \cdot 10^{26}` }, corrected: { text: '8.520e26' }
})

export const refuted: Judged = judged(about('values/wrong'), {
  verdict: 'refuted', evidence: evidence({ strength: 'sampled' }), counterexample
})

export const undecided: Judged = judged(about('values/open'), {
  verdict: 'undecided', evidence: evidence({ slack: { lo: NaN, hi: Infinity }, resolution: Infinity }),
  reason: 'interrupted'
})

export const hostile = '<script>alert("1 & 2")</script>'

export const withMarkup: Judged = judged(
  about(`evil/${hostile}`, {
    title: hostile, statement: hostile, source: hostile, rows: [hostile], expected: 'erratum'
  }),
  {
    verdict: 'erratum', evidence: evidence({ scope: hostile }), printed: { text: hostile },
    corrected: { text: hostile, tex: hostile },
    counterexample: { ...counterexample, input: hostile, detail: hostile }
  })

export const session = (all: ReadonlyArray<Judged>, more: Partial<Session> = {}): Session => ({
  seed: 7, runs: 50, judged: all, selected: all.length, seconds: 1.5,
  notCheckable: [
    { row: 'HW1-AD-32', document: 'Homework 1', place:
      'question 5c', statement: 'The fourth part is headed iii.', reason: 'wording' }
  ],
  ...more
})
