import { escape } from '../../drawing/escape.js'

/** A part of a document: text as it stands there, or html for what stands in a line of text or between paragraphs. */
export interface Piece {
  readonly kind: 'text' | 'inline' | 'block'
  readonly content: string
  /** Where it begins in the document. */
  readonly at: number
  /** What is told below the paragraph. */
  readonly below?: string
}

/** A paragraph or another block as html, and where it begins. */
export interface Block {
  readonly html: string
  readonly at: number
}

interface Flow {
  readonly blocks: ReadonlyArray<Block>
  /** The paragraph that is not at its end. */
  readonly open: string
  readonly at: number
  readonly below: string
}

/** The blocks of a document: paragraphs end at empty lines; titles, points of lists and rows of tables are their own. The rest is text. */
export const blocksOf = (pieces: ReadonlyArray<Piece>): ReadonlyArray<Block> =>
  closed(pieces.reduce<Flow>((flow, piece) => {
    switch (piece.kind) {
      case 'block': return block(flow, piece.content, piece.at)
      case 'inline': return { ...opened(flow, piece.content, piece.at), below: flow.below + (piece.below ?? '') }
      case 'text': return [...piece.content.matchAll(token)].reduce((known, match) =>
        withText(known, match[0], match.groups ?? {}, piece.at + match.index), flow)
    }
  }, { blocks: [], open: '', at: 0, below: '' })).blocks

const token =
  /(?<code>(?<=^|\n)```[^\n]*\n(?<listing>[^]*?)\n?```)|(?<gap>\r?\n(?:[ \t]*\r?\n)+)|(?<end>\r?\n)|[^\n\r]+|\r/g

const withText = (
  flow: Flow, text: string, { code, listing = '', gap, end }: Readonly<Record<string, string>>, at: number
): Flow => {
  if (code !== undefined) return block(flow, `<pre>${escape(listing)}</pre>`, at)
  if (gap !== undefined) return closed(flow)
  if (end !== undefined) return title.test(flow.open) ? closed(flow) : { ...flow, open: `${flow.open}\n` }
  const isPoint = /(?:^|\n)$/.test(flow.open) && startsBlock.test(text)
  return opened(isPoint ? closed(flow) : flow, words(text), at)
}

const block = (flow: Flow, html: string, at: number): Flow => {
  const { blocks } = closed(flow)
  return { blocks: [...blocks, { html, at }], open: '', at: 0, below: '' }
}

const opened = (flow: Flow, html: string, at: number): Flow =>
  ({ ...flow, open: flow.open + html, at: flow.open.trim() === '' ? at : flow.at })

const closed = ({ blocks, open, at, below }: Flow): Flow =>
  ({
    blocks: open.trim() === '' ? blocks : [...blocks, { html: paragraph(open.trim()) + below, at }],
    open: '', at: 0, below: ''
  })

const title = /^\s*(?:(?<signs>#{1,6}) (?<words>.*)|\\(?<sub>(?:sub)*)section\*?\{(?<name>.*)\})\s*$/
const startsBlock = /^\s*(?:#{1,6} |[-*+|] |\d+[.)] |\\(?:sub)*section\b|\\item\b)/

const paragraph = (html: string): string => {
  const { signs, words: plain, sub = '', name } = title.exec(html)?.groups ?? {}
  if (plain === undefined
    && name === undefined) return `<p${startsBlock.test(html) ? ' class="point"' : ''}>${html}</p>`
  const level = Math.min(4, signs === undefined ? 2 + sub.length / 'sub'.length : signs.length + 1)
  return `<h${level}>${plain ?? name ?? ''}</h${level}>`
}

/** A line of text, in which code and what is strong are set apart. */
const words = (text: string): string => escape(text)
  .replace(/`([^`]+)`/g, '<code>$1</code>')
  .replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>')
  .replaceAll('\\$', '$')
