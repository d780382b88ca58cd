import type { Effort } from '../claim/index.js'
import { type Scope, withMacros } from '../notation/index.js'
import { attempt, isLeft } from '../prelude/index.js'
import { announcementsIn } from './announced.js'
import { type Bindings, withBound } from './bound.js'
import { declared } from './declarations.js'
import { type Passage, passagesOf, placeIn } from './document.js'
import type { Line } from './Line.js'
import { readFormula } from './readFormula.js'
import { begun, type Place, type Reading } from './Reading.js'
import { closing, opened } from './sections.js'
import { toldUnused } from './unused.js'

/**
 * Judges a document as it is written: its formulas in order, each step of a chain against the side before it. Names mean what the
 * declarations before them say; what is not understood is said, with what would settle it. `effort` is what one step may cost; a function
 * is asked for it before each step, so that it can set the step a limit of time.
 *
 * @example
 * const document = '```lemmata\nx \\in \\mathbb{R}\n```\n$$(x + 1)^2 = x^2 + x + 1$$\n'
 * const effort = { seed: 1, runs: 100, cancelled: () => false }
 * check(document, effort).map(({ line, column, verdict }) => [line, column, verdict]) // [[4, 13, 'wrong']]
 */
export const check = (document: string, effort: Effort | (() => Effort)): ReadonlyArray<Line> =>
  reading(document, effort).lines.map(({ judgement: _, sharpened: __, ...line }) => line)

/** What the names of a document are bound to in a program, and which of its formulas are judged: all, if nothing is said. */
interface How extends Pick<Place, 'suggests'> {
  readonly bind?: Bindings
  readonly isMeant?: (passage: Passage) => boolean
}

/** A document read to its end: its lines, and what its names mean there. */
interface Whole extends Reading {
  /** What names mean before a passage of it. */
  readonly scopeBefore: (passage: Passage) => Scope
}

/** Reads a document to its end. */
export const reading = (
  document: string, effort: Effort | (() => Effort), { bind = {}, isMeant = () => true, ...how }: How = {}
): Whole => {
  const each = typeof effort === 'function' ? effort : () => effort
  const passages = passagesOf(document)
  const announcements = announcementsIn(document, passages)
  const scopes = new Map<Passage['at'], Scope>()
  const after = passages.reduce<Reading>((before, passage) => {
    scopes.set(passage.at, before.scope)
    const known = { ...before, scope: withMacros(before.scope, passage.macros) }
    switch (passage.kind) {
      case 'heading': return closing(known, passage.text)
      case 'declarations': return declaring(document, known, passage, bind)
      default: return readFormula(
        document, known, passage, announcements.get(passage), isMeant(passage) ? each : undefined, how
      )
    }
  }, begun)
  const inOrder = [...after.lines].sort((a, b) => a.line - b.line || a.column - b.column)
  return {
    ...after, lines: toldUnused(inOrder, after.used), scopeBefore: ({ at }) => scopes.get(at) ?? begun.scope
  }
}

/** Each line of a block by itself: what is not understood of one leaves the others as they are. Comments without a gap are one block. */
const declaring = (
  document: string, known: Reading, { text, at, span }: Passage, bind: Bindings
): Reading => {
  const { block, scope } = known
  const since = document.slice(block?.to, span.to).trimStart()
  const isSame = block !== undefined && since.startsWith('%')
    && since === document.slice(span.from, span.to).trimStart()
  const before = isSame ? block.before : scope
  const after = text.split('\n').reduce<{ readonly reading: Reading; readonly at: number }>(
    ({ reading, at: from }, source) => {
      const next = attempt(
        () => withBound(reading.scope, source, bind) ?? declared(reading.scope, source, before)
      )
      const line: Line | undefined = isLeft(next)
        ? { ...placeIn(document, from), source: source.trim(), kind:
          'not understood', read: '', reason: next.left.message } : undefined
      const known = isLeft(next) ? reading : opened(reading, next.right)
      return {
        reading: line === undefined ? known : { ...known, lines: [...known.lines, line] }, at: from + source.length + 1
      }
    }, { reading: known, at }
  )
  return { ...after.reading, block: { before, to: span.to } }
}
