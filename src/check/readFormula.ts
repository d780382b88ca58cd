import type { Effort } from '../claim/index.js'
import { attempt, chainEither, isLeft, pipe, refuse } from '../prelude/index.js'
import { piecesOf, readStatement, type Statement, texAtoms } from '../notation/index.js'
import { type Passage, placeIn } from './document.js'
import { ended } from './ended.js'
import { judging } from './judging.js'
import { withCommands } from './macros.js'
import type { Place, Reading } from './Reading.js'
import { rowsOf } from './rows.js'
import { notUnderstood, placeOf, withLines } from './tell.js'
import { announcedBy } from './words.js'

/** The reading after one formula: each row of it, and each statement in a row. */
export const readFormula = (document: string, before: Reading, { kind, text: tex, at, macros }: Passage, effort: Effort): Reading => {
  const isInline = kind === 'inline'
  const place: Place = {
    document, at, source: tex.trim().replace(/\s+/g, ' '), announced: announcedBy(document, at), address: addressOf(document, tex, at)
  }
  if (place.address.some(address => before.scope.has(`skip ${address}`))) {
    return withLines(before, [{ ...placeOf(place, 0), kind: 'skipped', read: '', reason: 'skipped, as declared' }])
  }
  const atoms = texAtoms(tex, macros)
  const isPassedOver = tex.trim() === '' || (isInline && !/=|\\(?:le|ge)/.test(withCommands(tex, macros)))
  if (isLeft(atoms)) return isPassedOver ? before : withLines(before, [notUnderstood(before, place, atoms.left)])
  const after = rowsOf(atoms.right).flatMap(piecesOf).reduce<Reading>((known, piece) => {
    const last = isInline ? undefined : known.last
    const statement = pipe(readStatement(known.scope, piece), chainEither(read => attempt(() => continued(read, last))))
    if (isLeft(statement)) return isPassedOver ? known : withLines(known, [notUnderstood(known, place, statement.left)])
    const found = statement.right
    if (found.steps.length === 0) return isInline ? known : { ...known, last: found }
    const next = attempt(() => ended(() => judging(known, found, place, effort)))
    return { ...isLeft(next) ? withLines(known, [notUnderstood(known, place, next.left)]) : next.right, last: found }
  }, before)
  return isInline && before.last !== undefined ? { ...after, last: before.last } : after
}

/** A line goes by its tag, and by the lines of the file on which it stands. */
const addressOf = (document: string, tex: string, at: number): ReadonlyArray<string> => {
  const lineOf = (offset: number): number => placeIn(document, at + Math.max(0, offset)).line
  const [first, last] = [lineOf(tex.search(/\S/)), lineOf(tex.trimEnd().length)]
  const lines = Array.from({ length: last - first + 1 }, (_, k) => String(first + k))
  const [, tag] = /\\tag\*?\{([^{}]*)\}/.exec(tex) ?? []
  return tag === undefined ? lines : [`(${tag.replace(/^\((.*)\)$/, '$1')})`, ...lines]
}

/** A line that begins with a relation goes on from the last side of the line before it. */
const continued = (statement: Statement, last: Statement | undefined): Statement => {
  const before = last?.steps[last.steps.length - 1]?.side ?? last?.first
  if (statement.first !== undefined) return statement
  return before === undefined ? refuse('input', 'the line', 'a side before the relation', 'none') : { ...statement, first: before }
}
