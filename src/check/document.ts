import type { Span } from '../prelude/index.js'

/** A part of a document that is read: a formula, declarations, or a heading. */
export interface Passage {
  readonly kind: 'display' | 'inline' | 'declarations' | 'heading'
  readonly text: string
  /** Where the text begins in the document, in code units. */
  readonly at: number
  /** The text with what encloses it. */
  readonly span: Span
}

// In the order in which they are tried: code is no mathematics, declarations stand in a fence of their own or in comments, and [\[1\]](...) is
// a link in Markdown.
const passage = new RegExp([
  '(?:^|\\n)```lemmata[^\\n]*\\n(?<block>[^]*?)\\n?```',
  '(?:^|\\n)```[^]*?\\n```',
  '`[^`\\n]*`',
  '(?:^|\\n)(?<heading>#{1,6}(?=[ \\t])|\\\\(?:sub)*(?:section|chapter)(?=\\*?\\{))',
  '(?:^|\\n)[ \\t]*%[ \\t]*lemmata:(?<comment>[^\\n]*)',
  '\\\\\\$',
  '\\[\\\\\\[[^\\n]*?\\\\\\]\\]',
  '\\$\\$(?<dollars>[^]*?)\\$\\$',
  '\\\\\\[(?<brackets>[^]*?)\\\\\\]',
  '(?<environment>\\\\begin\\{(?<name>(?:align|equation|gather)\\*?)\\}[^]*?\\\\end\\{\\k<name>\\})',
  '\\$(?<dollar>[^$\\n]+(?:\\n[^$\\n]+)?)\\$',
  '\\\\\\((?<round>[^]*?)\\\\\\)'
].join('|'), 'gd')

const kinds: Readonly<Record<string, Passage['kind']>> = {
  block: 'declarations', comment: 'declarations', dollars: 'display', brackets: 'display', environment: 'display',
  dollar: 'inline', round: 'inline', heading: 'heading'
}

/** The formulas and declarations of a document in Markdown or LaTeX, in order. */
export const passagesOf = (document: string): ReadonlyArray<Passage> =>
  [...document.matchAll(passage)].flatMap(match => {
    const name = Object.keys(kinds).find(key => match.groups?.[key] !== undefined)
    const span = { from: match.index, to: match.index + match[0].length }
    const [at = 0] = match.indices?.groups?.[name ?? ''] ?? []
    return name === undefined ? [] : [{ kind: kinds[name] as Passage['kind'], text: match.groups?.[name] ?? '', at, span }]
  })

/** Line and column of a place, both from 1; columns count characters as a person sees them typed. */
export const placeIn = (document: string, at: number): { readonly line: number; readonly column: number } => {
  const before = document.slice(0, at)
  const start = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: [...before.slice(start)].length + 1 }
}

/** The other way: gives where a line and a column of the document are. */
export const placesOf = (document: string): ((place: { readonly line: number; readonly column: number }) => number) => {
  const starts = [0, ...[...document.matchAll(/\n/g)].map(({ index }) => index + 1)]
  return ({ line, column }) => {
    const start = starts[line - 1] ?? document.length
    return start + [...document.slice(start, starts[line])].slice(0, column - 1).join('').length
  }
}

/** The line of a document at a place, without its end. */
export const lineAt = (document: string, at: number): string => {
  const start = document.lastIndexOf('\n', at - 1) + 1
  const end = document.indexOf('\n', at)
  return document.slice(start, end < 0 ? undefined : end).replace(/\r$/, '')
}
