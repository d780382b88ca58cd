import { cut } from '../claim/cut.js'
import { replayCommand } from '../claim/replay.js'
import { show } from '../claim/show.js'
import { escape } from './escape.js'
import { brief, seconds as inSeconds } from './short.js'
import { formula } from './formula.js'
import { isExpected, type Judged, type Session } from './Session.js'

/** One claim: its verdict and formula, and below the fold what the verdict rests on. */
export const claimCard = (session: Session) => (judged: Judged): string => {
  const { claim, judgement } = judged
  const surprising = !isExpected(judged)
  return [
    `<details class="claim ${judgement.verdict}${surprising ? ' surprise' : ''}" id="${escape(claim.id)}"${surprising ? ' open' : ''}>`,
    '<summary>',
    `<div class="headline"><span class="badge">${judgement.verdict}</span><h3>${escape(claim.title)}</h3>` +
      `<span class="rank">${judgement.evidence.strength}</span></div>`,
    `<div class="formula">${formula(claim.statement)}</div>`,
    judgement.verdict === 'erratum' ? `<p class="verdictline">${slip(judgement.printed, judgement.corrected)}</p>` : '',
    '</summary>',
    `<dl class="facts">${factsOf(session, judged).map(([name, fact]) => `<dt>${name}</dt><dd>${fact}</dd>`).join('\n')}</dl>`,
    '</details>'
  ].filter(part => part !== '').join('\n')
}

/** What is in print, and what is right. */
export const slip = (printed: string, corrected: string): string =>
  `printed <del>${escape(printed)}</del>, right <ins>${escape(corrected)}</ins>`

type Fact = readonly [name: string, html: string]

const factsOf = (session: Session, judged: Judged): ReadonlyArray<Fact> => {
  const { claim, judgement, seconds } = judged
  const { evidence } = judgement
  return [
    ['Claim', `<code>${escape(claim.id)}</code>`],
    ['File', `<code>${escape(claim.file)}</code>`],
    ['Evidence', `${evidence.strength}: ${escape(evidence.scope)}`],
    ['Cases', `${evidence.cases}, of them ${evidence.undecidedCases} undecided`],
    ...(evidence.slack === null ? [] : [['Smallest slack', escape(brief(evidence.slack))] as const]),
    ...(evidence.resolution === null ? [] : [['Resolution', escape(brief(evidence.resolution))] as const]),
    ...(evidence.observed === undefined ? [] : [['Observed', escape(evidence.observed)] as const]),
    ...findings(session, judged),
    ['Source', escape(claim.source)],
    ...(claim.rows.length === 0 ? [] : [['Ledger', `<code>${claim.rows.map(escape).join('</code> <code>')}</code>`] as const]),
    ['Time', `${inSeconds(seconds)} s`]
  ]
}

const findings = (session: Session, { claim, judgement }: Judged): ReadonlyArray<Fact> => {
  if (judgement.verdict === 'vacuous' || judgement.verdict === 'undecided') return [['Reason', escape(judgement.reason)]]
  if (!('counterexample' in judgement)) return []
  const { input, detail, slack } = judgement.counterexample
  return [
    [judgement.verdict === 'erratum' ? 'Printed form fails at' : 'Counterexample', `<code>${escape(cut(input))}</code>`],
    ['There', `<code>${escape(cut(detail))}</code>; slack <code>${escape(show(slack))}</code>`],
    ['Replay', `<code>${escape(replayCommand(claim.id, session, judgement, session.file))}</code>`]
  ]
}
