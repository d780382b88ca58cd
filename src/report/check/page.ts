import { type Passage, passagesOf, placeIn, placesOf } from '../../check/document.js'
import { type Line, summaryOf } from '../../check/Line.js'
import type { Span } from '../../prelude/index.js'
import { escape } from '../../drawing/escape.js'
import { style } from '../style.js'
import { head } from './head.js'
import { pieceOf } from './passage.js'
import { blocksOf, type Piece } from './prose.js'
import { checkStyle } from './style.js'

/** A document and what was found in it, as one page that needs nothing else: each formula has the colour of its verdict. */
export const page = (file: string, document: string, lines: ReadonlyArray<Line>): string => [
  '<!doctype html>',
  '<html lang="en">',
  '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
  `<title>${escape(file)}: ${summaryOf(lines)['lines'] ?? 0} lines</title>`,
  `<style>${style}${checkStyle}</style></head>`,
  '<body><main>',
  head(file, lines),
  ...blocksOf(piecesOf(document, lines)).map(({ html, at }) =>
    `<div class="row"><span class="at">${placeIn(document, at).line}</span><div>${html}</div></div>`),
  '</main></body></html>',
  ''
].join('\n')

const piecesOf = (document: string, lines: ReadonlyArray<Line>): ReadonlyArray<Piece> => {
  const placeOf = placesOf(document)
  const found = lines.map((line, number) => ({ line, number, at: placeOf(line) }))
  // a heading is text like any other
  const passages = passagesOf(document).filter(({ kind }) => kind !== 'heading')
  const text = (from = 0, to = document.length): Piece =>
    ({ kind: 'text', content: document.slice(from, to), at: from })
  const inside = ({ from, to }: Span, { at }: { readonly at: number }): boolean => at >= from && at < to
  return [
    ...passages.flatMap((passage: Passage, k) => [
      text(passages[k - 1]?.span.to, passage.span.from),
      pieceOf(passage, found.filter(one => inside(passage.span, one)))
    ]),
    text(passages[passages.length - 1]?.span.to)
  ]
}
