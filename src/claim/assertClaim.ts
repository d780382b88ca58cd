import { asExpected, type Claim, type Effort, effort, type Judgement } from './Claim.js'
import { cut } from './cut.js'
import { judgementOf } from './judgementOf.js'
import { replayCall } from './replay.js'
import { show } from './show.js'

/**
 * A judgement in a few lines, for people.
 *
 * @example
 * const judgement = example(N => equal(N.of(1), N.of(1)))(effort(), 'a/b')
 * explain({ id: 'a/b', title: 'One is one' }, judgement) // 'a/b: proved (example; a single example)\n  One is one'
 */
export const explain = (subject: Pick<Claim, 'id' | 'title'>, judgement: Judgement): string => {
  const head = `${subject.id}: ${judgement.verdict} (${judgement.evidence.strength}; ${cut(judgement.evidence.scope)})`
  const about = `  ${subject.title}`
  switch (judgement.verdict) {
    case 'refuted': {
      const { input, detail, slack } = judgement.counterexample
      return [head, about, `  counterexample: ${cut(input)}`, `  ${cut(detail)}`, `  slack ${show(slack)}`].join('\n')
    }
    case 'erratum': return [
      head, about, `  erratum confirmed: printed ${cut(judgement.printed.text)}, right ${cut(judgement.corrected.text)}`
    ].join('\n')
    case 'vacuous':
    case 'undecided': return [head, about, `  ${cut(judgement.reason)}`].join('\n')
    default: return [head, about].join('\n')
  }
}

/**
 * For any test runner: judges the claim, and raises an error that explains the verdict where it is not the expected one. Returns the
 * judgement.
 *
 * @example
 * const about = { id: 'roots/two', title: 'A root', statement: '\\sqrt 4 = 2', source: 'algebra' }
 * assertClaim(claim(about, example(N => equal(N.sqrt(N.of(4)), N.of(2))))).verdict // 'proved'
 */
export const assertClaim = (subject: Claim, spent: Effort = effort()): Judgement => {
  const judgement = judgementOf(subject, spent)
  if (asExpected(subject, judgement)) return judgement
  throw new Error(`${explain(subject, judgement)}\n  replay: ${replayCall(spent, judgement)}`)
}
