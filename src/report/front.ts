import { forms } from './claimCard.js'
import { byStrength, byVerdict, failings, verdicts } from './counts.js'
import { escape } from '../drawing/escape.js'
import { documentGroups, errataOf, examples, type Found, functionGroups, type Group } from './groups.js'
import { type Session, unexpected } from './Session.js'

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

/** "1 document", "5 of 6 documents": those with errors, among those that were judged. */
const places = (documents: ReadonlyArray<Group>): string => {
  const wrong = documents.filter(({ judged }) => errataOf(judged).length > 0).length
  return wrong === documents.length ? plural(wrong, 'document') : `${wrong} of ${plural(documents.length, 'document')}`
}

/** The first screen: the documents with the errors found in each, three of them, and what the words of the report mean. */
export const front = (session: Session): string => {
  const documents = documentGroups(session)
  const errors = errataOf(session.judged).length
  const wrong = failings(session)
  const found = documents.length === 0 ? plural(session.judged.length, 'claim') + ' judged'
    : `${plural(errors, 'error')} found in ${places(documents)}`
  return [
    `<header><p class="name">Lemmata</p><h1>${found}</h1>`,
    '<p class="lead">What is stated about the mathematics of deep learning, judged by computing it. ' +
      `${counted(session)}: <b class="${wrong === '' ? 'good' : 'bad'}">${wrong === '' ? asTheyShould(session) : wrong}</b>.</p></header>`,
    '<div class="front"><div>',
    documents.length === 0 ? '' : contents(session, documents),
    words(session),
    '</div>',
    shown(examples(documents)),
    '</div>',
    surprises(session)
  ].filter(part => part !== '').join('\n')
}

/** "437 claims of documents and 674 laws of the library". */
const counted = (session: Session): string => {
  const [claims, laws] = [documentGroups(session), functionGroups(session)].map(
    groups => groups.flatMap(({ judged }) => judged).length) as [number, number]
  const ofLaws = plural(laws, session.file === undefined ? 'law of the library' : 'claim', session.file === undefined ? 'laws of the library' : 'claims')
  return claims === 0 ? ofLaws : `${plural(claims, 'claim')} of documents${laws === 0 ? '' : ` and ${ofLaws}`}`
}

const asTheyShould = ({ judged }: Session): string => {
  const errors = errataOf(judged).length
  const right = `${judged.length - errors} hold`
  return errors === 0 ? right : `${right}; ${errors} are wrong as printed, and the corrections hold`
}

/** Where everything is: a line a document, and the laws and the rest below. */
const contents = (session: Session, documents: ReadonlyArray<Group>): string => {
  const laws = functionGroups(session).flatMap(({ judged }) => judged).length
  const unjudged = session.pattern === undefined ? session.notCheckable.length : 0
  return [
    '<nav aria-label="Documents"><table><thead><tr><th>Document</th><th class="number">Claims</th><th class="number">Errors</th></tr></thead><tbody>',
    ...documents.map(({ name, title, judged }) => {
      const errors = errataOf(judged).length
      return `<tr><td><a href="#group-${escape(name)}">${escape(title)}</a></td>` +
        `<td class="number">${judged.length}</td><td class="number${errors === 0 ? '' : ' errors'}">${errors}</td></tr>`
    }),
    '</tbody></table>',
    '<p class="small">Below, each document in the order of its pages' +
      (laws === 0 ? ''
        : `; then <a href="#group-laws">${plural(laws, 'law')} of the library</a>, function by function`) +
      (unjudged === 0 ? ''
        : `; last <a href="#not-checkable">${plural(unjudged, 'statement')} that nothing can check</a>`) + '.</p></nav>'
  ].join('\n')
}

const shown = (errata: ReadonlyArray<Found>): string => errata.length === 0 ? '' : [
  `<section class="examples" aria-labelledby="examples"><h2 id="examples">${errata.length === 1 ? 'One of them'
    : `${['', '', 'Two', 'Three'][errata.length] ?? ''} of them`}</h2>`,
  ...errata.map(found => `<div class="example">${forms(found)}` +
    `<p class="small">${escape(found.claim.title)}. <a href="#${escape(found.claim.id)}">${escape(found.claim.source)}</a></p></div>`),
  '</section>'
].join('\n')

const meanings = ({ runs }: Session): ReadonlyArray<readonly [string, string]> => [
  ['proved', 'Holds for every value that is named, shown in exact arithmetic or by enclosures.'],
  ['enclosed', 'Among the proved: by intervals that certainly contain the true numbers.'],
  ['supported', `Held in every case that was drawn at random, usually ${runs} of them: evidence, but no proof.`],
  ['erratum', 'An error in print: what is printed was refuted, and the correction beside it holds.']
]

const words = (session: Session): string => {
  const counts = byVerdict(session.judged)
  const count = (word: string): string => {
    const verdict = verdicts.find(v => v === word)
    const found = verdict !== undefined ? counts[verdict]
      : byStrength(session.judged.filter(({ judgement }) => judgement.verdict === 'proved')).enclosed
    return ` <span class="small">${found}</span>`
  }
  return `<dl class="words">${meanings(session).map(([word, meaning]) =>
    `<div class="${word}"><dt>${word}${count(word)}</dt><dd>${meaning}</dd></div>`).join('\n')}</dl>`
}

const surprises = (session: Session): string => {
  const found = unexpected(session)
  return found.length === 0 ? '' : [
    '<section><h2>Not as expected</h2><ul>',
    ...found.map(({ claim, judgement }) =>
      `<li><a href="#${escape(claim.id)}">${escape(claim.title)}</a>: ${judgement.verdict}</li>`),
    '</ul></section>'
  ].join('\n')
}
