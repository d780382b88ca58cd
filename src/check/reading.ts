import type { Effort } from '../claim/index.js'
import { attempt, chainEither, isLeft, orThrow, pipe, type Refusal, refuse } from '../prelude/index.js'
import {
  type Atom, piecesOf, plain, readStatement, type Scope, type Statement, substituted, type Term, texAtoms, typeOf
} from '../notation/index.js'
import { defined } from './defined.js'
import { type Passage, placeIn } from './document.js'
import { ended } from './ended.js'
import { isRounded } from './figures.js'
import { judgeStep } from './judgeStep.js'
import type { Line } from './Line.js'
import { spoken } from './names.js'
import type { Section } from './sections.js'
import { between } from './steps.js'
import { type Announced, announcedBy } from './words.js'

/** How far a document was read: what its names mean there, and what was found. */
export interface Reading {
  readonly scope: Scope
  readonly lines: ReadonlyArray<Line>
  readonly sections: ReadonlyArray<Section>
  /** Names whose declarations ended with their section. */
  readonly lost: ReadonlySet<string>
  /** Names that lines speak of. */
  readonly used: ReadonlySet<string>
  /** The last display, or row of one, which the next may go on from. */
  readonly last?: Statement
  /** Conditions that a later line solves. */
  readonly waiting: ReadonlyArray<Waiting>
}

interface Waiting {
  readonly statement: Statement
  readonly unknown: string
  readonly as: string
  readonly place: Place
}

export const begun: Reading = { scope: new Map(), lines: [], sections: [], lost: new Set(), used: new Set(), waiting: [] }

type Told = Readonly<Pick<Refusal, 'expected' | 'got' | 'span'>>

interface Place {
  readonly document: string
  readonly at: number
  readonly source: string
  readonly announced: Announced
  readonly address: ReadonlyArray<string>
  readonly isInline: boolean
}

/** The reading after one formula: each row of it, and each statement in a row. */
export const readingOf = (document: string, before: Reading, { kind, text: tex, at }: Passage, effort: Effort): Reading => {
  const isInline = kind === 'inline'
  const place: Place = { document, at, source: tex.trim().replace(/\s+/g, ' '), announced: announcedBy(document, at), address: addressOf(document, tex, at), isInline }
  if (place.address.some(address => before.scope.has(`skip ${address}`))) {
    return withLines(before, [{ ...placeOf(place, 0), kind: 'skipped', read: '', reason: 'skipped, as declared' }])
  }
  const atoms = texAtoms(tex)
  const isPassedOver = isInline && !/=|\\(?:le|ge)/.test(tex)
  if (isLeft(atoms)) return isPassedOver ? before : withLines(before, [notUnderstood(before, place, atoms.left)])
  const after = rowsOf(atoms.right).flatMap(piecesOf).reduce<Reading>((known, piece) => {
    const statement = pipe(readStatement(known.scope, piece), chainEither(read => attempt(() => continued(read, isInline ? undefined : known.last))))
    if (isLeft(statement)) return isPassedOver ? known : withLines(known, [notUnderstood(known, place, statement.left)])
    const found = statement.right
    if (found.steps.length === 0) return isInline ? known : { ...known, last: found }
    const next = attempt(() => ended(() => judging(known, found, place, effort)))
    return { ...isLeft(next) ? withLines(known, [notUnderstood(known, place, next.left)]) : next.right, last: found }
  }, before)
  return isInline && before.last !== undefined ? { ...after, last: before.last } : after
}

const withLines = (reading: Reading, lines: ReadonlyArray<Line>): Reading => ({ ...reading, lines: [...reading.lines, ...lines] })

const placeOf = ({ document, at, source }: Place, from: number): Pick<Line, 'line' | 'column' | 'source'> => ({ ...placeIn(document, at + from), source })

const notUnderstood = ({ lost }: Reading, place: Place, { expected, got, span }: Told): Line => {
  const ended = lost.has(got) ? '; its declaration ended with its section' : ''
  return { ...placeOf(place, span?.from ?? 0), kind: 'not understood', read: '', reason: `expected ${expected}, got ${got}${ended}` }
}

/** A line goes by its tag, and by the lines of the file on which it stands. */
const addressOf = (document: string, tex: string, at: number): ReadonlyArray<string> => {
  const [first, last] = [tex.search(/\S/), tex.trimEnd().length].map(offset => placeIn(document, at + Math.max(0, offset)).line) as [number, number]
  const [, tag] = /\\tag\*?\{([^{}]*)\}/.exec(tex) ?? []
  return [...tag === undefined ? [] : [`(${tag.replace(/^\((.*)\)$/, '$1')})`], ...Array.from({ length: last - first + 1 }, (_, k) => String(first + k))]
}

const rowsOf = (atoms: ReadonlyArray<Atom>): ReadonlyArray<ReadonlyArray<Atom>> => {
  const [only, more] = atoms.filter(atom => atom.kind !== 'sign' || atom.text !== ' ')
  return only?.kind === 'rows' && more === undefined ? only.rows.map(cells => cells.flat()).filter(row => row.length > 0) : [atoms]
}

/** A line that begins with a relation goes on from the last side of the line before it. */
const continued = (statement: Statement, last: Statement | undefined): Statement => {
  const before = last?.steps[last.steps.length - 1]?.side ?? last?.first
  if (statement.first !== undefined) return statement
  return before === undefined ? refuse('input', 'the line', 'a side before the relation', 'none') : { ...statement, first: before }
}

const judging = (known: Reading, statement: Statement, place: Place, effort: Effort): Reading => {
  const { first, steps, conditions } = statement
  const [step] = steps
  if (first === undefined || step === undefined) return known
  const solve = place.address.map(address => known.scope.get(`solve ${address}`)).find(setting => setting !== undefined)
  if (solve?.kind === 'setting' && solve.value.kind === 'matrix') {
    const [unknown, as] = solve.value.rows[0]?.map(term => (term.kind === 'name' ? term.name : plain(term))) ?? []
    return { ...known, waiting: [...known.waiting, { statement, unknown: unknown ?? '', as: as ?? '', place }] }
  }
  const isSolution = first.kind === 'name' && known.waiting.some(({ as }) => as === first.name)
  if (step.sign === ':=' || (isSolution && step.sign === '=') || (step.sign === '=' && (place.announced === 'definition' ? isName(first) : isNew(known.scope, first)))) {
    return definition(known, { first, steps, conditions }, place, effort)
  }
  const used = new Set([...known.used, ...[first, ...steps.map(({ side }) => side)].flatMap(spoken)])
  if (place.announced === 'condition') {
    steps.forEach(({ sign, side, span }, k) => {
      if (sign === ':=') refuse('input', 'the line', '= in a condition', ':=', span)
      else between(known.scope, sign, steps[k - 1]?.side ?? first, side)
    })
    const read = [plain(first), ...steps.map(({ sign, side }) => `${sign} ${plain(side)}`)].join(' ')
    return withLines({ ...known, used }, [{ ...placeOf(place, first.span.from), kind: 'condition', read, reason: 'a condition: nothing was checked' }])
  }
  return solved({ ...withLines(known, judgedSteps(known, statement, first, place, effort)), used }, first, steps[0]?.side, effort)
}

const judgedSteps = (
  known: Reading, { steps, conditions }: Statement, first: Term, place: Place, effort: Effort
): ReadonlyArray<Line> => {
  const { scope } = known
  return steps.reduce<ReadonlyArray<Line>>((done, { sign, side, span }, k) => {
    if (sign === ':=') return refuse('input', 'the line', '= after the first side', ':=', span)
    const before = steps[k - 1]?.side ?? first
    const exact = [first, ...steps.slice(0, k).map(step => step.side)].reverse().find(term => !isRounded(scope, term))
    const left = isFigure(side) ? exact ?? before : before
    const beginning = done[k - 1]?.verdict === 'wrong' && sign === '=' ? first : undefined
    const judged = attempt(() => ended(() => judgeStep(scope, { sign, left, right: side, conditions }, beginning, effort)))
    const which = steps.length > 1 ? { step: `step ${k + 1} of ${steps.length}` } : {}
    return [...done, { ...isLeft(judged) ? notUnderstood(known, place, judged.left) : { ...placeOf(place, span.from), ...judged.right }, ...which }]
  }, [])
}

/** A figure at the end of a chain is one of what the chain began with, also where figures in between were rounded. */
const isFigure = (side: Term): boolean => side.kind === 'number' && side.text.includes('.')

/** What a line defines, and the steps that go on from it. */
const definition = (known: Reading, { first, steps, conditions }: Statement & { readonly first: Term }, place: Place, effort: Effort): Reading => {
  const [step, ...rest] = steps
  if (step === undefined) return known
  if (conditions.length > 0) return refuse('input', 'the line', 'a definition without a condition; cases say what holds when', 'one', step.span)
  // f = w = a + b: where w is new too, it is defined before f
  if (rest.length > 0 && isNew(known.scope, step.side)) {
    const inner = judging(known, { first: step.side, steps: rest, conditions }, { ...place, announced: undefined }, effort)
    return definition(inner, { first, steps: [step], conditions }, place, effort)
  }
  const name = plain(first)
  const line: Line = { ...placeOf(place, first.span.from), kind: 'definition', read: `${name} := ${plain(step.side)}`, reason: `defines ${name}` }
  const scope = defined(known.scope, { first, steps: [step], conditions: [] }, place.source)
  if (first.kind === 'name' || first.kind === 'entry') orThrow(typeOf(scope, first.kind === 'name' ? first : first.of))
  const used = new Set([...known.used, ...spoken(step.side)].filter(other => other !== name))
  const after = solved({ ...withLines(known, [line]), scope, used }, first, step.side, effort)
  return rest.length === 0 ? after
    : judging(after, { first: step.side, steps: rest, conditions }, { ...place, announced: undefined }, effort)
}

/** Conditions that wait for this name are judged at what it is. */
const solved = (known: Reading, first: Term, value: Term | undefined, effort: Effort): Reading => {
  const isMet = ({ as }: Waiting): boolean => value !== undefined && first.kind === 'name' && first.name === as
  return known.waiting.filter(isMet).reduce<Reading>((reading, { statement, unknown, place }) => {
    const inserted = (term: Term): Term => substituted(term, new Map([[unknown, value as Term]]))
    const lines = judgedSteps(reading, {
      ...statement, steps: statement.steps.map(step => ({ ...step, side: inserted(step.side) }))
    }, inserted(statement.first as Term), place, effort)
    return withLines({ ...reading, waiting: reading.waiting.filter(waiting => waiting.place !== place) }, lines)
  }, known)
}

const isName = (first: Term): boolean => first.kind === 'name' || isCallOfNames(first)

const isCallOfNames = (first: Term): boolean =>
  first.kind === 'call' && first.arguments.length > 0 && first.arguments.every(arg => arg.kind === 'name')

/** A bare name that nothing stands for, a call of one on bare names, or an entry of one: what it is said to equal defines it. */
const isNew = (scope: Scope, first: Term): boolean => {
  switch (first.kind) {
    case 'name': return !scope.has(first.name)
    case 'call': return isCallOfNames(first) && !scope.has(first.function) && /[^a-z0-9]|^.$/i.test(first.function)
    case 'entry': return first.of.kind === 'name' && !scope.has(first.of.name) && first.of.name !== 'I' && first.at.every(at => at.kind === 'name' && !scope.has(at.name))
    default: return false
  }
}
