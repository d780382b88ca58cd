import { claimCard, slip } from './claimCard.js'
import { byVerdict, failings, showVerdicts, strengthsOf, verdicts } from './counts.js'
import { escape } from './escape.js'
import type { Figure } from './Figure.js'
import { seconds as inSeconds } from './short.js'
import { linePlot } from './plot.js'
import { type NotCheckable, type Session, type Topic, topics, unexpected } from './Session.js'
import { style } from './style.js'

/** The report as one html file that needs nothing else: formulas as MathML, plots as SVG, every word from outside escaped. */
export const html = (session: Session, figures: ReadonlyArray<Figure> = []): string => [
  '<!doctype html>',
  '<html lang="en">',
  '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
  `<title>Lemmata: ${session.judged.length} claims judged</title>`,
  `<style>${style}</style></head>`,
  '<body><main>',
  head(session),
  contents(session),
  surprises(session),
  errata(session),
  ...topics(session).map(topicSection(session, figures)),
  session.pattern === undefined ? notCheckable(session.notCheckable) : '',
  `<footer>Seed ${session.seed}, ${session.runs} cases for each sampled claim, ${inSeconds(session.seconds)} s.</footer>`,
  '</main></body></html>',
  ''
].filter((part, i, parts) => part !== '' || i === parts.length - 1).join('\n')

const head = (session: Session): string => {
  const { judged } = session
  const [counts, wrong] = [byVerdict(judged), failings(session)]
  const present = verdicts.filter(v => counts[v] > 0)
  return [
    '<header><h1>Lemmata</h1>',
    '<p class="lead">What course notes and homework state about the mathematics of deep learning, judged by computing it.</p>',
    `<p class="outcome${wrong === '' ? '' : ' bad'}">${judged.length} claims judged, <b>${wrong === '' ? 'all as expected' : wrong}</b></p>`,
    `<div class="share" aria-hidden="true">${present.map(v => `<i class="${v}" style="flex:${counts[v]}"></i>`).join('')}</div>`,
    '<ul class="counts">',
    ...present.map(v => `<li class="${v}"><span class="dot"></span><b>${counts[v]}</b> ${meaning[v]}</li>`),
    '</ul></header>'
  ].join('\n')
}

const meaning = {
  proved: 'proved, exactly or by enclosure',
  supported: 'supported by the cases drawn',
  erratum: 'errors in print, confirmed',
  vacuous: 'vacuous',
  undecided: 'undecided',
  refuted: 'refuted'
} as const

const anchor = (name: string): string => `topic-${escape(name)}`

const contents = (session: Session): string => {
  const rows = topics(session).map(({ name, judged }) => {
    const strengths = strengthsOf(judged)
    return `<tr><td><a href="#${anchor(name)}">${escape(name)}</a></td>` +
      `<td class="number">${judged.length}</td><td>${showVerdicts(judged)}</td>` +
      `<td class="optional">${strengths[0] ?? ''}</td><td class="optional">${strengths[strengths.length - 1] ?? ''}</td>` +
      `<td class="number">${inSeconds(judged.reduce((sum, j) => sum + j.seconds, 0))}</td></tr>`
  })
  return [
    '<table><thead><tr><th>Topic</th><th class="number">Claims</th><th>Verdicts</th><th class="optional">Strongest evidence</th>' +
      '<th class="optional">Weakest</th><th class="number">Seconds</th></tr></thead><tbody>',
    ...rows,
    '</tbody></table>'
  ].join('\n')
}

const surprises = (session: Session): string => {
  const found = unexpected(session)
  return found.length === 0 ? '' : [
    '<section><h2>Not as expected</h2><ul>',
    ...found.map(({ claim, judgement }) => `<li><a href="#${escape(claim.id)}">${escape(claim.title)}</a>: ${judgement.verdict}</li>`),
    '</ul></section>'
  ].join('\n')
}

const errata = ({ judged }: Session): string => {
  const slips = judged.flatMap(({ claim, judgement }) => (judgement.verdict === 'erratum' ? [
    `<div class="slip"><p class="words">${slip(judgement.printed, judgement.corrected)}</p>` +
      `<p class="small"><a href="#${escape(claim.id)}">${escape(claim.title)}</a> · ${escape(claim.source)}</p></div>`
  ] : []))
  return slips.length === 0 ? '' : ['<section><h2>Errata confirmed</h2>', ...slips, '</section>'].join('\n')
}

const topicSection = (session: Session, figures: ReadonlyArray<Figure>) => ({ name, judged }: Topic): string => [
  `<section id="${anchor(name)}"><h2>${escape(name)}</h2>`,
  ...figures.filter(f => f.topic === name).map(({ title, caption, plot }) =>
    `<figure>${linePlot(plot)}<figcaption><b>${escape(title)}.</b> ${escape(caption)}</figcaption></figure>`),
  ...judged.map(claimCard(session)),
  '</section>'
].join('\n')

const notCheckable = (rows: ReadonlyArray<NotCheckable>): string => rows.length === 0 ? '' : [
  '<section><h2>What nothing can check</h2>',
  '<table><thead><tr><th>Row</th><th>Statement</th><th class="optional">Place</th><th>Why not</th></tr></thead><tbody>',
  ...rows.map(({ row, document, place, statement, reason }) =>
    `<tr><td><code>${escape(row)}</code></td><td>${escape(statement)}</td>` +
      `<td class="optional small">${escape(document)}, ${escape(place)}</td><td>${escape(reason)}</td></tr>`),
  '</tbody></table></section>'
].join('\n')
