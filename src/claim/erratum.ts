import {
  type Claim, claim, type Counterexample, type Judge, type Judgement, type Seen, type Statement
} from './Claim.js'
import { texOf } from './texOf.js'

/** One form of a statement: what a reader sees, and how it is judged. */
export interface Form extends Seen {
  readonly judge: Judge
  /** What is wrong with it is that it gives no number: NaN or infinity, which else confirm nothing, for a slip gives them too. */
  readonly givesNoNumber?: boolean
}

/**
 * An error in print and its correction, as one claim: confirmed when the printed form is refuted and the corrected one holds. A printed
 * form is refuted by numbers that were measured, and by nothing that was raised.
 *
 * @example
 * const about = { id: 'numbers/pi', title: 'Digits of pi', statement: '\\pi = 3.15', source: 'a page' }
 * const printed = { text: '3.15', judge: printsAs('3.15', N => N.pi()) }
 * const corrected = { text: '3.14', judge: printsAs('3.14', N => N.pi()) }
 * erratum(about, { printed, corrected }).judge(effort()).verdict // 'erratum'
 */
export const erratum = (
  about: Statement, { printed, corrected }: { readonly printed: Form; readonly corrected: Form }
): Claim => ({
  ...claim(about, (effort, id) => {
    // A replay names a case of the printed form; the corrected form is then judged from its own beginning.
    const wrong = printed.judge(effort, id)
    const { path: _, ...fresh } = effort
    const right = corrected.judge(fresh, id)
    return confirm(printed, corrected, wrong, right)
  }),
  expected: 'erratum'
})

const withoutPath = ({ input, slack, detail }: Counterexample): Counterexample => ({ input, slack, detail })

const confirm = (printed: Form, corrected: Form, wrong: Judgement, right: Judgement): Judgement => {
  if (right.verdict !== 'proved' && right.verdict !== 'supported') {
    return right.verdict === 'erratum' ? {
      verdict: 'undecided', evidence: right.evidence, reason: 'the correction is itself an erratum'
    }
      : right.verdict === 'refuted' ? { ...right, counterexample: withoutPath(right.counterexample) } : right
  }
  return wrong.verdict === 'refuted' && wrong.counterexample.raised !== true
    && (printed.givesNoNumber === true || isMeasured(wrong.counterexample))
    ? { verdict: 'erratum', evidence: right.evidence, counterexample:
      wrong.counterexample, printed: seen(printed), corrected: seen(corrected) }
    : { verdict: 'undecided', evidence: wrong.evidence, reason:
      `the printed form was not refuted: ${printed.text} (${whyNot(wrong)})` }
}

const seen = (form: Form): Seen => {
  const tex = texOf(form)
  return tex === undefined ? { text: form.text } : { text: form.text, tex }
}

/** The slack of a violation is a number, unless a side is none. */
const isMeasured = ({ slack }: Counterexample): boolean => !Number.isNaN(slack.lo)

const whyNot = (wrong: Judgement): string => {
  if (wrong.verdict !== 'refuted') return 'reason' in wrong ? `${wrong.verdict}: ${wrong.reason}` : wrong.verdict
  const { input, detail, raised } = wrong.counterexample
  return raised === true ? detail : `a side is no number, at ${input}: ${detail}`
}
