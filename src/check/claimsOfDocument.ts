import { allOf, type Claim, claim, type Effort, type Judge, type Judgement } from '../claim/index.js'
import { unjudged } from '../claim/judgementOf.js'
import { refuse } from '../prelude/index.js'
import { found } from './check.js'
import { lineAt, type Passage, passagesOf, placesOf } from './document.js'
import type { Found } from './Line.js'

/** What a page of claims says of itself. */
export interface Page {
  /** What the ids of its claims begin with. */
  readonly id: string
  readonly source: string
}

/**
 * The claims of a page in Markdown. A display with a name, \tag{square} or \tag{square; ROW-1, ROW-2} with the rows
 * that it settles, is one; its title is the heading above it. The last, as-written, is that every line of the page is
 * understood and holds.
 *
 * @example
 * const page = '# A square\n```lemmata\nx, y \\in \\mathbb{R}\n```\n$$(x + y)^2 = x^2 + 2xy + y^2 \\tag{square}$$\n'
 * const claims = claimsOfDocument(page, { id: 'algebra', source: 'algebra' })
 * claims.map(({ id }) => id) // ['algebra/square', 'algebra/as-written']
 * claims.map(({ judge }) => judge({ seed: 1, runs: 100, cancelled: () => false }).verdict) // ['proved', 'proved']
 */
export const claimsOfDocument = (text: string, { id, source }: Page): ReadonlyArray<Claim> => {
  const passages = passagesOf(text)
  const named = passages.flatMap(passage => nameIn(passage).map(name => ({ ...name, passage })))
  const twice = named.find(({ name }, k) => name === everything || named.findIndex(other => other.name === name) < k)
  if (twice !== undefined) return refuse('input', 'a page', 'names that differ', `two claims named ${twice.name}`)
  const [lines, at] = [judgedOnce(text), placesOf(text)]
  const headings = passages.filter(({ kind }) => kind === 'heading')
  return [
    ...named.map(({ name, rows, passage }) => claim(
      {
        id: `${id}/${name}`, title: headingOf(text, headings.filter(({ at }) => at < passage.at).at(-1)), source, rows,
        statement: passage.text.replace(tag, '').trim()
      },
      every(lines, line => at(line) >= passage.span.from && at(line) < passage.span.to))),
    claim(
      {
        id: `${id}/${everything}`, title: `${headingOf(text, headings[0])}: every line`, source,
        statement: '\\text{every line of the page holds}'
      },
      every(lines, () => true))
  ]
}

const everything = 'as-written'

/** A tag that begins with a letter; a number is the number of an equation. */
const tag = /\\tag\*?\{\s*([a-z][a-z0-9-]*[a-z]|[a-z])\s*(?:;([^{}]*))?\}/

const nameIn = ({ kind, text }: Passage): ReadonlyArray<Pick<Claim, 'rows'> & { readonly name: string }> => {
  const [, name, rows = ''] = kind === 'display' ? tag.exec(text) ?? [] : []
  return name === undefined ? [] : [{ name, rows: rows.split(',').map(row => row.trim()).filter(row => row !== '') }]
}

const headingOf = (text: string, heading: Passage | undefined): string =>
  (heading === undefined ? 'A page' : lineAt(text, heading.at).replace(/^#+\s*/, '').trim())

type Lines = (effort: Effort) => ReadonlyArray<Found>

/** The lines of a page. Those of the last effort are kept, for each claim of the page asks for them; a replay or an interruption is not. */
const judgedOnce = (text: string): Lines => {
  let kept: { readonly of: Effort; readonly lines: ReadonlyArray<Found> } | undefined
  return effort => {
    if (effort.path !== undefined) return found(text, effort)
    if (kept?.of.seed === effort.seed && kept.of.runs === effort.runs) return kept.lines
    const lines = found(text, effort)
    if (!effort.cancelled()) kept = { of: effort, lines }
    return lines
  }
}

/** Whether each line there says something that holds. What only defines or supposes claims nothing. */
const every = (lines: Lines, isThere: (line: Found) => boolean): Judge => {
  const linesThere = (effort: Effort): ReadonlyArray<Found> => lines(effort)
    .filter(line => line.kind !== 'definition' && line.kind !== 'condition' && isThere(line))
  return (effort, id) => {
    const { path: _, ...whole } = effort
    const parts = linesThere(whole).map((line, k) => ({
      label: [`line ${line.line}`, line.step ?? []].flat().join(', '),
      judge: (spent: Effort) => judgementOf(spent.path === undefined ? line : linesThere(spent)[k])
    }))
    return allOf('', parts)(effort, id)
  }
}

const judgementOf = (line: Found | undefined): Judgement =>
  (line?.kind === 'not understood' || line?.judgement === undefined ? unjudged(line?.reason ?? 'not judged')
    : line.judgement)
