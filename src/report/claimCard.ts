import { cut } from '../claim/cut.js'
import { replayCommand } from '../claim/replay.js'
import { escape } from '../drawing/escape.js'
import type { Found } from './groups.js'
import { drawn, phrase } from './phrase.js'
import { said } from './said.js'
import { isExpected, type Judged, type Session } from './Session.js'

/** One claim: its verdict and formula, and below the fold what the verdict rests on. */
export const claimCard = (session: Session, level: 'h4' | 'h5') => (judged: Judged): string => {
  const { claim, judgement } = judged
  const surprising = !isExpected(judged)
  const { strength } = judgement.evidence
  return [
    `<article class="claim ${judgement.verdict}${surprising ? ' surprise'
      : ''}" id="${escape(claim.id)}">`,
    `<div class="headline"><b class="badge">${judgement.verdict}</b><${level}>${escape(claim.title)}</${level}></div>`,
    judgement.verdict === 'erratum' ? forms({ ...judged, judgement })
      : stated(claim),
    `<details${surprising ? ' open' : ''}><summary>${strength}${place(session, claim.source)}</summary>`,
    `<dl class="facts">${factsOf(session, judged).map(([name, fact]) => `<dt>${name}<dd>${fact}`)
      .join('\n')}</dl>`,
    '</details></article>'
  ].join('\n')
}

/** A statement as a formula; a sentence as words, which break where the line ends. */
const stated = ({ statement, spoken }: Judged['claim'], isDisplay = true): string =>
  (spoken === undefined ? `<div class="formula">${drawn(statement, isDisplay)}</div>`
    : `<div class="formula sentence">${phrase({ text: statement, tex: statement })}</div>`)

/** Where it is stated, if that is more than the document under which it stands. */
const place = ({ documents = [] }: Session, source: string): string =>
  (documents.some(({ title }) => title === source) ? '' : `<span> · ${escape(source)}</span>`)

/** What is in print, and what is right. */
export const forms = ({ judgement: { printed, corrected } }: Found): string =>
  `<dl class="forms"><dt>printed</dt><dd><div class="formula wrong">${phrase(printed)}</div></dd>` +
  `<dt>right</dt><dd><div class="formula right">${phrase(corrected)}</div></dd></dl>`

/** The beginning of a long scope; `--json` has all of it. */
const briefly = (scope: string): string =>
  (scope.length <= mostOfScope ? scope : `${scope.slice(0, scope.lastIndexOf(' ', mostOfScope))} ...`)

const mostOfScope = 84

type Fact = readonly [name: string, html: string]

const code = (text: string): string => `<code>${escape(text)}</code>`

const factsOf = (session: Session, { claim, judgement }: Judged): ReadonlyArray<Fact> => [
  ['Judged', escape(said({ ...judgement.evidence, scope: briefly(judgement.evidence.scope) }))],
  ...(judgement.verdict === 'erratum' && judgement.corrected.tex !== claim.statement
    ? [['Statement', stated(claim, false)] as const]
    : []),
  ...names(session, claim),
  ...findings(session, claim, judgement),
  ...(claim.rows.length === 0 ? [] : [['Ledger', claim.rows.map(code).join(' ')] as const]),
  ['Claim', `<a>${escape(claim.id)}</a> in ${escape(claim.file)}`]
]

/** What the names of a statement stand for that is run as it is written; or why it is none. */
const names = (session: Session, { id, executed, spoken }: Judged['claim']): ReadonlyArray<Fact> => [
  ...(spoken === undefined ? [] : [['A sentence', escape(spoken)] as const]),
  ...(executed === undefined ? [] : [['Run as written, with', given(session, id, executed.given)] as const]),
  ...Object.entries(executed?.bound ?? {}).map(([name, by]): Fact => [code(name), `the function ${code(by)}`])
]

/** The declarations, or where they stand already, or the beginning of them does. */
const given = ({ judged }: Session, id: string, declarations: string): string => {
  const before = judged.slice(0, judged.findIndex(({ claim }) => claim.id === id)).map(({ claim }) => ({
    id: claim.id, text: claim.executed?.given ?? ''
  }))
  const begin = before.reduce((known, one) => (one.text.length > Math.max(known.text.length, shortest - 1)
    && (declarations === one.text || declarations.startsWith(`${one.text}\n`)) ? one : known), { id, text: '' })
  const rest = declarations.slice(begin.text.length).split('\n').map(line => line.trim()).join('\n').trim()
  return [
    ...begin.id === id ? [] : [`the names of <a href="#${escape(begin.id)}">${escape(begin.id)}</a>`],
    ...rest === '' ? [] : [`<pre>${escape(rest)}</pre>`]
  ].join(', and ')
}

/** Fewer letters than these are not sent for to another place. */
const shortest = 120

const findings = (session: Session, claim: Judged['claim'], judgement: Judged['judgement']): ReadonlyArray<Fact> => {
  if (judgement.verdict === 'vacuous' || judgement.verdict === 'undecided') return [
    ['Reason', escape(judgement.reason)]
  ]
  if (!('counterexample' in judgement)) return []
  const { input, detail } = judgement.counterexample
  return [
    [judgement.verdict === 'erratum' ? 'Print fails at' : 'Counterexample', code(cut(input))],
    ['There', code(cut(detail))],
    ['Replay', code(replayCommand(claim.id, session, judgement, session.file))]
  ]
}
