import type { Passage } from '../../check/document.js'
import { escape } from '../../drawing/escape.js'
import { byKeyboard } from '../scrolls.js'
import { coloured } from './coloured.js'
import { anchorOf, finding, type Found } from './finding.js'
import type { Piece } from './prose.js'
import { toneOf, wordOf, worstOf } from './tone.js'

/** What was found, and where in the document. */
type Placed = Found & { readonly at: number }

/** A formula or declarations as html, with what was found in them. */
export const pieceOf = ({ kind, text, at, span, macros }: Passage, found: ReadonlyArray<Placed>): Piece => {
  if (kind === 'declarations') {
    return { kind: 'block', content: `<pre class="declarations">${declarations(text)}</pre>${found.map(finding)
      .join('\n')}`, at }
  }
  const marks = found.map(({ line, at: place }) => ({ from: place - at, tone: toneOf(line) }))
  const [first] = found
  if (kind === 'display') return {
    kind: 'block', content: card(coloured(text, marks, true, macros), found), at: span.from
  }
  const drawn = coloured(text, marks, false, macros)
  if (first === undefined) return {
    kind: 'inline', at: span.from,
    content: isLong(drawn) ? `<span class="box" ${byKeyboard('a formula')}><span>${drawn}</span></span>` : drawn
  }
  // a link is a stop of the tab key already
  const classes = `${isLong(drawn) ? 'box ' : ''}${worstOf(found.map(({ line }) => line))}`
  const title = escape([first.line.read, wordOf(first.line)].filter(words => words !== '').join(': '))
  const content = `<a class="${classes}" href="#${anchorOf(first.number)}" title="${title}"><span>${drawn}</span></a>`
  return { kind: 'inline', at: span.from, below: card('', found), content }
}

// More may be wider than the screen of a phone.
const narrow = 20

/** Whether so many letters, digits and signs are drawn that the formula may have to scroll. */
const isLong = (drawn: string): boolean =>
  drawn.replace(/<annotation[^]*?<\/annotation>|<[^>]*>/g, '').length > narrow

/** A formula and what was found in it. */
const card = (drawn: string, found: ReadonlyArray<Found>): string => {
  const formula = drawn === '' ? ''
    : `<div class="formula"${isLong(drawn) ? ` ${byKeyboard('a formula')}` : ''}>${drawn}</div>`
  return found.length === 0 ? formula
    : [`<div class="claim ${worstOf(found.map(({ line }) => line))}">`, formula, ...found.map(finding), '</div>'].join(
      '\n'
    )
}

const declarations = (text: string): string =>
  escape(text.trim()).replace(/(^|[^\\])(%.*)$/gm, '$1<span class="small">$2</span>')
