import { type Evidence, strengths, type Verdict } from './Claim.js'
import { written } from './thrown.js'

type Fields = Readonly<Record<string, unknown>>

// A record, so that the compiler misses what is missing.
const verdicts: Readonly<Record<Verdict, true>> =
  { proved: true, supported: true, refuted: true, erratum: true, vacuous: true, undecided: true }

/** What is wrong with the form of a judge's answer; undefined if it is a judgement. */
export const faultOf = (answer: unknown): string | undefined => {
  if (answer === undefined) return 'nothing: it must return a Judgement'
  if (!isFields(answer)) return `${written(answer)}: it must return a Judgement`
  if (typeof answer['then'] === 'function') return 'a promise: it must return a Judgement, so it cannot be async'
  const { verdict, evidence } = answer
  if (!isOneOf(verdicts, verdict)) return `the verdict ${written(verdict)}: it must be one of ${Object.keys(verdicts)
    .join(', ')}`
  if (!isFields(evidence)) return `the verdict ${verdict} without evidence`
  const odd = rules.find(({ name, holds }) => !holds(evidence[name], verdict))
  if (odd !== undefined) return `the verdict ${verdict} on evidence whose ${odd.name} is ${shown(evidence[odd.name])}: it must be ${odd.form}`
  const lacking = lackingIn(answer, verdict)
  return lacking === undefined ? undefined : `the verdict ${verdict} without ${lacking}`
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

const isOneOf = <K extends string>(names: Readonly<Record<K, true>>, value: unknown): value is K =>
  typeof value === 'string' && Object.hasOwn(names, value)

const isText = (value: unknown): boolean => typeof value === 'string'

const isSeen = (value: unknown): boolean =>
  isFields(value) && isText(value['text']) && (value['tex'] === undefined || isText(value['tex']))
const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0
const isInterval = (value: unknown): value is { readonly lo: number; readonly hi: number } =>
  isFields(value) && typeof value['lo'] === 'number' && typeof value['hi'] === 'number'

// A violation may be that something is NaN.
const mayBeNaN: ReadonlyArray<Verdict> = ['refuted', 'vacuous', 'undecided']

interface Rule {
  readonly name: keyof Evidence
  readonly form: string
  readonly holds: (value: unknown, verdict: Verdict) => boolean
}

const rules: ReadonlyArray<Rule> = [
  { name: 'strength', form: `one of ${strengths.join(', ')}`, holds: value =>
    strengths.some(strength => strength === value) },
  { name: 'scope', form: 'a string', holds: isText },
  { name: 'cases', form: 'a whole number', holds: isCount },
  { name: 'cases', form: 'at least 1', holds: (value, verdict) => verdict !== 'supported' || value !== 0 },
  { name: 'undecidedCases', form: 'a whole number', holds: isCount },
  { name: 'slack', form: 'null or an interval { lo, hi }', holds: value => value === null || isInterval(value) },
  {
    name: 'slack', form: 'without NaN',
    holds: (value, verdict) =>
      !isInterval(value) || mayBeNaN.includes(verdict) || !(Number.isNaN(value.lo) || Number.isNaN(value.hi))
  },
  { name: 'resolution', form: 'null or a number of at least 0', holds: value =>
    value === null || typeof value === 'number' && value >= 0 },
  { name: 'observed', form: 'a string', holds: value => value === undefined || isText(value) },
  { name: 'tightness', form: 'a string', holds: value => value === undefined || isText(value) },
  { name: 'ratio', form: 'a number', holds: value => value === undefined || typeof value === 'number' }
]

const shown = (value: unknown): string => (isInterval(value) ? `[${value.lo}, ${value.hi}]` : written(value))

/** What a verdict must come with, besides its evidence. */
const lackingIn = ({ reason, counterexample, printed, corrected }: Fields, verdict: Verdict): string | undefined => {
  if (verdict === 'vacuous' || verdict === 'undecided') return isText(reason) ? undefined : 'a reason in words'
  if (verdict !== 'refuted' && verdict !== 'erratum') return undefined
  const { input, detail, slack, path = '' } = isFields(counterexample) ? counterexample : {} as Fields
  if (![input, detail, path].every(isText) || !isInterval(slack)) return 'a counterexample { input, slack, detail }'
  return verdict === 'refuted' || [printed, corrected].every(isSeen) ? undefined : 'the printed and the corrected form'
}
