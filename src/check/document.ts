import type { Macros } from '../notation/index.js'
import type { Span } from '../prelude/index.js'
import { during, macrosFrom } from './commands.js'
import { type Defined, definitionsIn } from './macros.js'
import { blank, isLaTeX, readable } from './source.js'

/** A part of a document that is read: a formula, declarations, or a heading. */
export interface Passage {
  readonly kind: 'display' | 'inline' | 'declarations' | 'heading'
  readonly text: string
  /** Where the text begins in the document, in code units. */
  readonly at: number
  /** The text with what encloses it. */
  readonly span: Span
  /** The commands that the document defines before it. */
  readonly macros: Macros
  /** Where words say it, "x is positive": these. */
  readonly words?: string
}

// In the order in which they are tried: declarations stand in a fence of their own or in comments, and [\[1\]](...) is a link in Markdown.
const passage = (shortcuts: ReadonlyArray<string>): RegExp => new RegExp([
  '(?:^|\\n)```lemmata[^\\n]*\\n(?<block>[^]*?)\\n?```',
  '(?:^|\\n)(?<heading>#{1,6}(?=[ \\t])|\\\\(?:sub)*(?:section|chapter)(?=\\*?\\{))',
  '(?:^|\\n)[ \\t]*%[ \\t]*lemmata:(?<comment>[^\\n]*)',
  '\\\\\\$',
  '\\[\\\\\\[[^\\n]*?\\\\\\]\\]',
  '\\$\\$(?<dollars>[^]*?)\\$\\$',
  '\\\\\\\\\\[-?[\\d.]+ *[a-z]{2}\\]',
  '\\\\\\[(?<brackets>[^]*?)\\\\\\]',
  '\\\\begin\\{displaymath\\}(?<body>[^]*?)\\\\end\\{displaymath\\}',
  ...shortcuts.length === 0 ? [] : [`(?<shortcut>${shortcuts.join('|')})`],
  '(?<environment>\\\\begin\\{(?<name>(?:align|alignat|equation|gather|multline|flalign|eqnarray)\\*?)\\}[^]*?\\\\end\\{\\k<name>\\})',
  '\\$(?<dollar>[^$\\n]+(?:\\n[^$\\n]+)?)\\$',
  '\\\\\\((?<round>[^]*?)\\\\\\)'
].join('|'), 'gd')

const kinds: Readonly<Record<string, Passage['kind']>> = {
  block: 'declarations', comment: 'declarations', dollars: 'display', brackets: 'display', body: 'display',
  environment: 'display', shortcut: 'display',
  dollar: 'inline', round: 'inline', heading: 'heading'
}

/** \be ... \ee, where these are commands of the document for the beginning and the end of one environment. */
const shortcutsIn = (definitions: ReadonlyArray<Defined>): ReadonlyArray<string> => {
  const named = (which: string): ReadonlyArray<readonly [string, string]> => definitions.flatMap(({ name, macro }) => {
    const [, environment] = 'body' in macro && macro.parameters === 0
      ? new RegExp(`^\\s*\\\\${which}\\{((?:align|equation|gather|eqnarray)\\*?)\\}\\s*$`).exec(macro.body) ?? [] : []
    return environment === undefined || !/^\\[a-zA-Z@]+$/.test(name) ? [] : [[`\\${name}(?![a-zA-Z])`, environment]]
  })
  const ends = named('end')
  return named('begin').flatMap(([begin, environment]) =>
    ends.flatMap(([end, of]) => (of === environment ? [`${begin}[^]*?${end}`] : [])))
}

/** The formulas and declarations of a document in Markdown or LaTeX, in order. */
export const passagesOf = (document: string): ReadonlyArray<Passage> => {
  const source = readable(document)
  const definitions = definitionsIn(source)
  const text = definitions.reduce((left, { span: { from, to } }) =>
    `${left.slice(0, from)}${blank(left.slice(from, to))}${left.slice(to)}`, source)
  const known = macrosFrom(definitions, isLaTeX(document) ? text : '')
  return [...text.matchAll(passage(shortcutsIn(definitions)))].flatMap(match => {
    const name = Object.keys(kinds).find(key => match.groups?.[key] !== undefined)
    const span = { from: match.index, to: match.index + match[0].length }
    const [at = 0] = match.indices?.groups?.[name ?? ''] ?? []
    const macros = during(known(span.from), known(span.to))
    return name === undefined ? []
      : [{ kind: kinds[name] as Passage['kind'], text: match.groups?.[name] ?? '', at, span, macros }]
  })
}

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
