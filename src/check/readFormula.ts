import type { Effort } from '../claim/index.js'
import { attempt, chainEither, isLeft, pipe, refuse } from '../prelude/index.js'
import { piecesOf, readStatement, settings, type Statement } from '../notation/index.js'
import type { Announcement } from './announced.js'
import { linked } from './chains.js'
import { type Passage, placeIn } from './document.js'
import { ended } from './ended.js'
import { atomsIn } from './environments.js'
import { givensOf, isClaim, parted, relationsIn } from './given.js'
import { checksNothing, judging } from './judging.js'
import { withCommands } from './macros.js'
import type { Chain, Place, Reading } from './Reading.js'
import { rowsOf } from './rows.js'
import { summed } from './summed.js'
import { notUnderstood, placeOf, withLines } from './tell.js'
import { announcedBy } from './words.js'

/** The reading after one formula: each row of it, and each statement in a row. Without an effort nothing is judged. */
export const readFormula = (
  document: string, before: Reading, passage: Passage, announcement: Announcement | undefined,
  effort: (() => Effort) | undefined, how: Pick<Place, 'suggests'> = {}
): Reading => {
  const { kind, text, at, macros } = passage
  const isInline = kind === 'inline'
  const tex = isInline ? text : text.replace(typedTag, '')
  const source = tex.trim().replace(/\s+/g, ' ')
  const condition = announcement?.condition
  const isCondition = condition !== undefined && !(condition.kind === 'limit' && isClaim(before.scope, passage))
  const said = announcedBy(document, at, isInline && !tex.includes('=') && inequality.test(tex))
  const place: Place = {
    document, at, source, address: addressOf(document, text, at),
    announced: isCondition && said !== 'case' ? 'condition' : said,
    under: isCondition ? [] : givensOf(before.scope, announcement?.under ?? []),
    ...how
  }
  if (place.address.some(address => before.scope.has(`skip ${address}`))) {
    return withLines(before, [{ ...placeOf(place, 0), kind: 'skipped', read: '', reason: 'skipped, as declared' }])
  }
  const atoms = atomsIn(tex, macros)
  const isPassedOver = tex.trim() === '' || (isInline && !/=|\\(?:le|ge)/.test(withCommands(tex, macros)))
  if (isLeft(atoms)) return isPassedOver ? before
    : withLines(isInline ? before : endedAt(before), [notUnderstood(before, place, atoms.left)])
  const after = rowsOf(atoms.right).flatMap(piecesOf).reduce<Reading>((known, piece) => {
    const asWritten = readStatement(known.scope, piece)
    const read = known.scope.has(settings.summation)
      ? pipe(asWritten, chainEither(found => attempt(() => summed(known.scope, found))))
      : asWritten
    const last = isInline || isLeft(read) || read.right.first !== undefined ? undefined : known.last
    const statement = pipe(read, chainEither(found => attempt(() => continued(found, last))))
    const start = endedAt(known, last)
    if (isLeft(statement)) {
      const isRange = isCondition && isInline && relationsIn(known.scope, passage) !== undefined
      const line = isRange ? { ...placeOf(place, 0), kind: 'condition', read: source, reason: checksNothing } as const
        : notUnderstood(known, place, statement.left)
      return isPassedOver ? known : withLines(start, [line])
    }
    const { statement: found, own } = parted(known.scope, statement.right, piece)
    const sides = linked(last?.sides, found)
    if (found.steps.length === 0 && found.conditions.length > 0
      && !isInline) return withLines(start, [notUnderstood(known, place, noClaim)])
    if (found.steps.length === 0 || (isInline && found.steps.every(({ sign }) => sign === '!='))) {
      return isInline ? known : { ...known, last: { sides, isWrong: false } }
    }
    const next = attempt(
      () => ended(() => judging(start, found, { ...place, under: [...place.under, ...own] }, effort))
    )
    const lines = isLeft(next) ? withLines(start, [notUnderstood(known, place, next.left)]) : next.right
    return { ...lines, last: { sides, isWrong: lines.lines.slice(known.lines.length).at(-1)?.verdict === 'wrong' } }
  }, before)
  return isInline ? endedAt(after, before.last) : after
}

/** The reading with this chain to go on from, or with none: after a line that is not understood nobody knows what the next goes on from. */
const endedAt = ({ last: _, ...known }: Reading, last?: Chain): Reading =>
  (last === undefined ? known : { ...known, last })

const inequality = /[<>≤≥]|\\[lg](?:e|t|eq|eqslant)(?![a-z])/

/** The number of a display as it is typed: \quad (1). */
const typedTag = /\\q?quad\s*\((\d+(?:\.\d+)*)\)\s*$/

const noClaim = { expected: 'a claim before its conditions', got: 'none', span: undefined } as const

/** A line goes by its tag, and by the lines of the file on which it stands. */
const addressOf = (document: string, tex: string, at: number): ReadonlyArray<string> => {
  const lineOf = (offset: number): number => placeIn(document, at + Math.max(0, offset)).line
  const [first, last] = [lineOf(tex.search(/\S/)), lineOf(tex.trimEnd().length)]
  const lines = Array.from({ length: last - first + 1 }, (_, k) => String(first + k))
  const [, tag] = /\\tag\*?\{([^{}]*)\}/.exec(tex) ?? typedTag.exec(tex) ?? []
  return tag === undefined ? lines : [`(${tag.replace(/^\((.*)\)$/, '$1')})`, ...lines]
}

/** A line that begins with a relation goes on from the last side of the line before it. */
const continued = (statement: Statement, last: Chain | undefined): Statement => {
  const before = last?.sides.at(-1)
  if (statement.first !== undefined) return statement
  return before === undefined ? refuse('input', 'the line', 'a side before the relation', 'none that was understood')
    : { ...statement, first: before }
}
