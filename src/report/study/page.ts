import { escape } from '../../drawing/escape.js'
import type { Drawn, Finding, Outcome, Settings, Study, Table } from '../../study/index.js'
import { style } from '../style.js'
import { said } from './text.js'

/** An experiment that was repeated. */
export interface Repeated {
  readonly study: Study
  readonly settings: Settings
  readonly seed: number
  /** The folder whose files were read, if there was one. */
  readonly data?: string
  readonly outcome: Outcome
}

/** What came of an experiment, as one html file that needs nothing else. */
export const studyPage = ({ study, settings, seed, data, outcome }: Repeated): string => [
  '<!doctype html>',
  '<html lang="en">',
  '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
  `<title>Lemmata: ${escape(study.title)}</title>`,
  `<style>${style}${studyStyle}</style></head>`,
  '<body><main>',
  `<header><h1>${escape(study.title)}</h1><p class="lead">${escape(study.about)}</p></header>`,
  '<div class="claim"><dl class="facts">',
  fact('from', `${study.document}, ${study.place}`),
  fact('reported', study.reported),
  fact('settings', [...Object.entries(settings).map(([name, value]) => `${name} ${String(value)}`), `seed ${seed}`].join(', ')),
  ...study.files === undefined ? [] : [
    fact('data', data ?? `${study.withoutFiles ?? 'drawn at random from the seed'}; --data DIR takes ${study.files}`)
  ],
  '</dl></div>',
  ...outcome.findings.length === 0 ? [] : ['<h2>What was found</h2>', ...outcome.findings.map(found), ...rowsNote(outcome.findings)],
  ...outcome.tables.map(table),
  ...outcome.pictures.map(picture),
  '</main></body></html>',
  ''
].join('\n')

const studyStyle = 'main { max-width: 49rem } .claim > .facts { border-top: 0 } '
  + '.plain { width: auto; min-width: 50% } .plain td.number { white-space: nowrap } '
  + '@media (max-width: 40rem) { .plain :is(th, td):not(:last-child) { padding-right: .6rem } }'

/** Where it can be read what a row states. */
const rowsNote = (findings: ReadonlyArray<Finding>): ReadonlyArray<string> => {
  const [row] = findings.flatMap(({ rows }) => rows)
  return row === undefined ? []
    : [`<p class="small">What the document states in a row of its ledger is printed by <code>lemmata ledger ${escape(row)}</code>.</p>`]
}

const fact = (name: string, value: string): string => `<dt>${escape(name)}</dt><dd>${escape(value)}</dd>`

const tone = ({ verdict, expected }: Finding): string =>
  (verdict === 'undecided' ? 'undecided' : verdict === 'supported' ? 'supported' : expected === 'erratum' ? 'erratum' : 'refuted')

const found = (finding: Finding): string =>
  `<div class="claim"><dl class="facts"><dt><span class="badge ${tone(finding)}">${escape(said(finding))}</span></dt>`
  + `<dd>${escape(finding.statement)}</dd>${fact('found', finding.found)}`
  + `${finding.rows.length === 0 ? '' : fact(finding.rows.length === 1 ? 'ledger row' : 'ledger rows', finding.rows.join(', '))}</dl></div>`

const table = ({ title, columns, rows }: Table): string => [
  `<h2>${escape(title.replace(/^./, first => first.toUpperCase()))}</h2><div class="scroll" tabindex="0" role="group" aria-label="${escape(title)}"><table class="plain">`,
  `<tr>${columns.map((head, k) => `<th${k === 0 ? '' : ' class="number"'}>${escape(head)}</th>`).join('')}</tr>`,
  ...rows.map(row => `<tr>${row.map((cell, k) => `<td${k === 0 ? '' : ' class="number"'}>${escape(cell)}</td>`).join('')}</tr>`),
  '</table></div>'
].join('\n')

const picture = ({ title, caption, svg }: Drawn): string =>
  `<figure>${svg}<figcaption><b>${escape(title)}.</b> ${escape(caption)}</figcaption></figure>`
