import { claimCard } from './claimCard.js'
import { escape } from '../drawing/escape.js'
import type { Figure } from '../claim/Figure.js'
import { front } from './front.js'
import { documentGroups, errataOf, functionGroups, type Group } from './groups.js'
import { linePlot } from '../drawing/linePlot.js'
import { reportStyle } from './reportStyle.js'
import { script, search } from './search.js'
import { isExpected, type NotCheckable, type Session } from './Session.js'
import { seconds as inSeconds } from './short.js'
import { style } from './style.js'
import { showWays } from './ways.js'

/** The report as one html file that needs nothing else: formulas as MathML, plots as SVG, every word from outside escaped. */
export const html = (session: Session, figures: ReadonlyArray<Figure> = []): string => {
  const [documents, laws] = [documentGroups(session), functionGroups(session)]
  const fold = folded(session, figures)
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>Lemmata: ${session.judged.length} claims judged</title>`,
    `<style>${style}${reportStyle}</style></head>`,
    '<body><a class="skip" href="#claims">Skip to the claims</a>',
    '<main>',
    front(session),
    '<section id="claims" tabindex="-1"><h2>The claims</h2>',
    search(session, documents, laws),
    documents.length === 0 ? '' : `<p class="small">${showWays(session.judged)}.</p>`,
    ...documents.map(fold('h3')),
    lawsOf(session, laws.map(fold('h4'))),
    session.pattern === undefined ? notCheckable(session.notCheckable) : '',
    '</section></main>',
    `<footer>Seed ${session.seed}, ${session.runs} cases for each sampled claim, ${inSeconds(session.seconds)} s. <a href="#">Back to the top</a></footer>`,
    `<script>${script}</script>`,
    '</body></html>',
    ''
  ].filter((part, i, parts) => part !== '' || i === parts.length - 1).join('\n')
}

type Heading = 'h3' | 'h4'

const heading = (level: Heading, title: string, claims: number, errors: number): string =>
  `<summary><${level}>${escape(title)}</${level}> <span class="small">${claims} ${claims === 1 ? 'claim' : 'claims'}` +
  `${errors === 0 ? '' : `, <b class="errors">${errors} ${errors === 1 ? 'error' : 'errors'}</b>`}</span></summary>`

/** A document or a function with its claims, closed unless one of them is not as expected. */
const folded = (session: Session, figures: ReadonlyArray<Figure>) =>
  (level: Heading) => ({ name, title, judged }: Group): string => [
    `<details class="group" id="group-${escape(name)}"${judged.every(isExpected) ? '' : ' open'}>`,
    heading(level, title, judged.length, errataOf(judged).length),
    ...figures.filter(({ topic }) => topic.split('/')[0] === name).map(({ title: told, caption, plot }) =>
      `<figure>${linePlot(plot)}<figcaption><b>${escape(told)}.</b> ${escape(caption)}</figcaption></figure>`),
    ...judged.map(claimCard(session, level === 'h3' ? 'h4' : 'h5')),
    '</details>'
  ].join('\n')

const lawsOf = ({ file, documents = [] }: Session, groups: ReadonlyArray<string>): string => {
  if (groups.length === 0) return ''
  const isOpen = documents.length === 0 || groups.some(group => group.includes('" open>'))
  return [
    `<details class="group" id="group-laws"${isOpen ? ' open' : ''}>`,
    `<summary><h3>${file === undefined ? 'Laws of the library, function by function'
      : `Claims of ${escape(file)}`}</h3></summary>`,
    ...groups,
    '</details>'
  ].join('\n')
}

const notCheckable = (rows: ReadonlyArray<NotCheckable>): string => rows.length === 0 ? '' : [
  '<details class="group" id="not-checkable">',
  `<summary><h3>What nothing can check</h3> <span class="small">${rows.length} statements</span></summary>`,
  '<div class="scroll"><table><thead><tr><th>Row</th><th>Statement</th><th class="optional">Place</th><th>Why not</th></tr></thead><tbody>',
  ...rows.map(({ row, document, place, statement, reason }) =>
    `<tr><td><code>${escape(row)}</code></td><td>${escape(statement)}</td>` +
      `<td class="optional small">${escape(document)}, ${escape(place)}</td><td>${escape(reason)}</td></tr>`),
  '</tbody></table></div></details>'
].join('\n')
