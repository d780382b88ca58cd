import { type Claim, claim, type Effort, type Judge, type Judgement, type Verdict } from '../../src/claim/index.js'

// Our claims are true, so a judge that says yes too often changes no verdict of theirs. Here statements of known truth are judged, and what
// a judge says of them is compared with what it should say, as strings: nothing that is on trial has a part in that.

/** A counterexample's numbers by name, as they are printed. */
type Printed = Readonly<Record<string, number>>

/** A statement, whether it is true, and what should be said of it. */
export interface Trial {
  /** The way of judging, or the suite: "forAll", "lossLaws". */
  readonly way: string
  readonly isTrue: boolean
  readonly verdict: Verdict
  readonly claim: Claim
}

interface Statement {
  readonly name: string
  /** In plain words. */
  readonly says: string
  /** In TeX. */
  readonly statement: string
  readonly isTrue: boolean
  readonly verdict: Verdict
  readonly judge: Judge
  readonly isFalseAt: IsFalseAt | undefined
  /** How many cases are drawn for it. */
  readonly runs: number
}

/** Whether the statement is false at a counterexample as it is printed, by plain arithmetic. */
type IsFalseAt = (at: Printed, input: string) => boolean

const usualRuns = 100

/** A false statement, which should be refuted; with plain arithmetic that tells whether it is false at the counterexample printed. */
export const refuted = (
  name: string, says: string, statement: string, judge: Judge, isFalseAt?: IsFalseAt
): Statement =>
  ({ name, says, statement, isTrue: false, verdict: 'refuted', judge, isFalseAt, runs: usualRuns })

/** A false statement of which more cannot be said. */
export const unproved = (
  verdict: 'vacuous' | 'undecided', name: string, says: string, statement: string, judge: Judge
): Statement =>
  ({ name, says, statement, isTrue: false, verdict, judge, isFalseAt: undefined, runs: usualRuns })

/** A true statement, and how far this way of judging comes with it. */
export const right = (
  verdict: Exclude<Verdict, 'refuted'>, name: string, says: string, statement: string, judge: Judge
): Statement =>
  ({ name, says, statement, isTrue: true, verdict, judge, isFalseAt: undefined, runs: usualRuns })

/** The statement with four times the cases, where fewer than one in ten can show that it is false. */
export const onMore = (stated: Statement): Statement => ({ ...stated, runs: 4 * usualRuns })

/** Statements of one way of judging on trial. */
export const onTrial = (way: string, statements: ReadonlyArray<Statement>): ReadonlyArray<Trial> =>
  statements.map(stated => {
    const { name, says, statement, isTrue, verdict } = stated
    const source = `A ${isTrue ? 'true' : 'false'} statement, made to try ${way}`
    const about = { id: `trial/${way}/${name}`, title: `${titled(verdict)}: ${says}`, statement, source }
    const judge = (effort: Effort, id: string) =>
      compared(stated, { seed: effort.seed, runs: stated.runs, cancelled: effort.cancelled }, id)
    return { way, isTrue, verdict, claim: claim(about, judge) }
  })

const titled = (verdict: Verdict): string => `${verdict.slice(0, 1).toUpperCase()}${verdict.slice(1)}`

/** What the judge says of the statement, beside what it should say. */
const compared = (stated: Statement, effort: Effort, id: string): Judgement => {
  try {
    const found = stated.judge(effort, id)
    if (effort.cancelled()) return {
      verdict: 'undecided', evidence: evidence('not judged to the end', 1), reason: 'interrupted'
    }
    return found.verdict === stated.verdict ? asItShould(stated, found)
      : differs(stated, `${found.verdict} (${toldOf(found)})`)
  } catch (error) {
    return differs(stated, `nothing: its judge raised ${String(error)}`)
  }
}

const asItShould = ({ isFalseAt, ...stated }: Statement, found: Judgement): Judgement => {
  const input = found.verdict === 'refuted' ? found.counterexample.input : ''
  return found.verdict !== 'refuted' || isFalseAt === undefined || isFalseAt(numbersIn(input), input)
    ? { verdict: 'supported', evidence: evidence(
      `judged at ${stated.runs} runs: ${found.verdict} (${toldOf(found)})`, 0
    ) }
    : differs(stated, `refuted by what does not violate it: ${toldOf(found)}`)
}

const differs = ({ says, isTrue, verdict, runs }: Omit<Statement, 'isFalseAt'>, found: string): Judgement => ({
  verdict: 'refuted',
  evidence: evidence(`judged at ${runs} runs`, 0),
  counterexample: {
    input: says, slack: { lo: NaN, hi: NaN },
    detail: `a ${isTrue ? 'true' : 'false'} statement should be ${verdict}, found ${found}`
  }
})

const evidence = (scope: string, undecidedCases: number): Judgement['evidence'] =>
  ({ strength: 'example', scope, cases: 1, undecidedCases, slack: null, resolution: null })

// More than a reader wants to see of a counterexample.
const longest = 240

const toldOf = (found: Judgement): string => {
  const told = 'reason' in found ? found.reason
    : found.verdict === 'refuted' ? `at ${found.counterexample.input}: ${found.counterexample.detail}`
      : found.evidence.scope
  return told.length > longest ? `${told.slice(0, longest)}...` : told
}

/** "x = 0.25, eta = 2^-20, v[1] = -3" as numbers by name; what is no number is left out. */
const numbersIn = (input: string): Printed => Object.fromEntries([...input.matchAll(named)].map(
  ([, name = '', sign = '', exponent, digits]) =>
    [name, Number(`${sign}1`) * (exponent === undefined ? Number(digits) : 2 ** Number(exponent))]))

const named = /([^\s,{]+) = (-?)(?:2\^(-?\d+)|([\d.]+(?:e[+-]?\d+)?))(?![\w^])/g
