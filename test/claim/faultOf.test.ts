import { expect, test } from 'vitest'
import { strengths } from '../../src/claim/Claim.js'
import { faultOf } from '../../src/claim/faultOf.js'

const evidence = { strength: 'sampled', scope: 's', cases: 1, undecidedCases: 0, slack: null, resolution: null }
const counterexample = { input: 'x = 1', slack: { lo: -1, hi: -1 }, detail: 'd', path: '0:1' }
const proved = { verdict: 'proved', evidence }

test('each kind of judgement has no fault', () => {
  const good: ReadonlyArray<object> = [
    proved,
    { verdict: 'supported', evidence },
    { verdict: 'refuted', evidence, counterexample },
    { verdict: 'erratum', evidence, counterexample, printed: { text: 'p' }, corrected: { text: 'c' } },
    { verdict: 'vacuous', evidence, reason: 'why' },
    { verdict: 'undecided', evidence, reason: '' }
  ]
  expect(good.map(faultOf)).toEqual(good.map(() => undefined))
})

test('each strength is one', () => {
  const faults = strengths.map(strength => faultOf({ verdict: 'proved', evidence: { ...evidence, strength } }))
  expect(faults).toEqual(strengths.map(() => undefined))
})

test.each([
  [undefined, 'nothing: it must return a Judgement'],
  [null, 'null: it must return a Judgement'],
  [5, '5: it must return a Judgement'],
  ['proved', '"proved": it must return a Judgement'],
  [{ ...proved, then: () => proved }, 'a promise: it must return a Judgement, so it cannot be async'],
  [{ ...proved, then: 'later' }, undefined],
  [{}, 'the verdict undefined: it must be one of proved, supported, refuted, erratum, vacuous, undecided'],
  [{
    verdict: 'true', evidence
  }, 'the verdict "true": it must be one of proved, supported, refuted, erratum, vacuous, undecided'],
  [{
    verdict: 'toString', evidence
  }, 'the verdict "toString": it must be one of proved, supported, refuted, erratum, vacuous, undecided'],
  [{ verdict: [
    'proved'
  ], evidence }, 'the verdict ["proved"]: it must be one of proved, supported, refuted, erratum, vacuous, undecided'],
  [{ verdict: 'proved' }, 'the verdict proved without evidence'],
  [{ verdict: 'supported', evidence: null }, 'the verdict supported without evidence'],
  [{ verdict: 'supported', evidence: 'much' }, 'the verdict supported without evidence']
])('%o: %s', (answer, fault) => {
  expect(faultOf(answer)).toBe(fault)
})

const withEvidence = (changes: object, verdict = 'proved') =>
  faultOf({ verdict, evidence: { ...evidence, ...changes }, reason:
    'why', counterexample, printed: { text: 'p' }, corrected: { text: 'c' } })

test.each([
  [{ strength:
    'strong' }, 'strength is "strong": it must be one of exact, enclosed, sampled, statistical, estimated, example'],
  [{ strength:
    undefined }, 'strength is undefined: it must be one of exact, enclosed, sampled, statistical, estimated, example'],
  [{ scope: 5 }, 'scope is 5: it must be a string'],
  [{ cases: 1.5 }, 'cases is 1.5: it must be a whole number'],
  [{ cases: -1 }, 'cases is -1: it must be a whole number'],
  [{ cases: '1' }, 'cases is "1": it must be a whole number'],
  [{ undecidedCases: -1 }, 'undecidedCases is -1: it must be a whole number'],
  [{ undecidedCases: NaN }, 'undecidedCases is NaN: it must be a whole number'],
  [{ slack: undefined }, 'slack is undefined: it must be null or an interval { lo, hi }'],
  [{ slack: 3 }, 'slack is 3: it must be null or an interval { lo, hi }'],
  [{ slack: { lo: 1 } }, 'slack is {"lo":1}: it must be null or an interval { lo, hi }'],
  [{ slack: { hi: 1 } }, 'slack is {"hi":1}: it must be null or an interval { lo, hi }'],
  [{ slack: { lo: NaN, hi: 2 } }, 'slack is [NaN, 2]: it must be without NaN'],
  [{ slack: { lo: 1, hi: NaN } }, 'slack is [1, NaN]: it must be without NaN'],
  [{ resolution: undefined }, 'resolution is undefined: it must be null or a number of at least 0'],
  [{ resolution: -1 }, 'resolution is -1: it must be null or a number of at least 0'],
  [{ resolution: NaN }, 'resolution is NaN: it must be null or a number of at least 0'],
  [{ resolution: '1' }, 'resolution is "1": it must be null or a number of at least 0'],
  [{ observed: 5 }, 'observed is 5: it must be a string'],
  [{ observed: null }, 'observed is null: it must be a string'],
  [{ tightness: 5 }, 'tightness is 5: it must be a string']
])('evidence with %o', (changes, fault) => {
  expect(withEvidence(changes)).toBe(`the verdict proved on evidence whose ${fault}`)
})

test.each([
  { cases: 0 }, { cases: 7, undecidedCases: 3 }, { slack: { lo: -1, hi: 2 } }, { resolution: 0 }, { resolution: 0.5 },
  { observed: 'close' }, { observed: undefined }
])('evidence may have %o', changes => {
  expect(withEvidence(changes)).toBeUndefined()
})

test('what cases support is supported by at least one', () => {
  expect(withEvidence({ cases: 0 }, 'supported')).toBe(
    'the verdict supported on evidence whose cases is 0: it must be at least 1'
  )
  expect(withEvidence({ cases: 1 }, 'supported')).toBeUndefined()
})

test('the slack may be NaN where something was found to be none, or nothing was decided', () => {
  const verdicts = ['proved', 'supported', 'refuted', 'erratum', 'vacuous', 'undecided']
  expect(verdicts.filter(verdict => withEvidence({ slack: { lo: NaN, hi: NaN } }, verdict) === undefined))
    .toEqual(['refuted', 'vacuous', 'undecided'])
})

test('of more than one fault the first of the evidence is told', () => {
  expect(withEvidence({ scope: 5, cases: -1, observed: 5 })).toBe(
    'the verdict proved on evidence whose scope is 5: it must be a string'
  )
})

test.each(['vacuous', 'undecided'])('%s comes with a reason', verdict => {
  expect(faultOf({ verdict, evidence })).toBe(`the verdict ${verdict} without a reason in words`)
  expect(faultOf({ verdict, evidence, reason: 5 })).toBe(`the verdict ${verdict} without a reason in words`)
})

test.each(['refuted', 'erratum'])('%s comes with a counterexample in the right form', verdict => {
  const of = (example: unknown) => faultOf(
    { verdict, evidence, counterexample: example, printed: { text: 'p' }, corrected: { text: 'c' } }
  )
  const { path: _path, ...unplaced } = counterexample
  const wrong = [
    undefined, null, 'x = 1', {}, { ...counterexample, input: 5 }, { ...counterexample, detail: undefined },
    { ...counterexample, path: 0 },
    { ...counterexample, slack: -1 }, { ...counterexample, slack: { lo: 1, hi: '1' } },
    { ...counterexample, slack: { lo: '1', hi: 1 } }
  ]
  expect(wrong.map(of)).toEqual(
    wrong.map(() => `the verdict ${verdict} without a counterexample { input, slack, detail }`)
  )
  expect(of(unplaced)).toBeUndefined()
  expect(of({ ...counterexample, slack: { lo: NaN, hi: NaN } })).toBeUndefined()
})

test('an erratum comes with both forms', () => {
  const fault = 'the verdict erratum without the printed and the corrected form'
  const of = (forms: object) => faultOf({ verdict: 'erratum', evidence, counterexample, ...forms })
  expect(of({ printed: { text: 'p', tex: 'p' }, corrected: { text: 'c' } })).toBeUndefined()
  expect(of({ corrected: { text: 'c' } })).toBe(fault)
  expect(of({ printed: { text: 'p' } })).toBe(fault)
  expect(of({ printed: 'p', corrected: 'c' })).toBe(fault)
  expect(of({ printed: { text: 'p', tex: 1 }, corrected: { text: 'c' } })).toBe(fault)
})
