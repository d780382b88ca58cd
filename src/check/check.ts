import type { Effort } from '../claim/index.js'
import { attempt, chainEither, isLeft, pipe, type Refusal, refuse } from '../prelude/index.js'
import { type Atom, plain, readStatement, type Scope, type Statement, type Term, texAtoms } from '../notation/index.js'
import { declared, defined } from './declarations.js'
import { passagesOf, placeIn } from './document.js'
import { ended } from './ended.js'
import { judgeStep } from './judgeStep.js'
import type { Line } from './Line.js'

/** A line and the scope of what comes after it. */
interface Reading {
  readonly scope: Scope
  readonly lines: ReadonlyArray<Line>
  /** The last display, or row of one, which the next may go on from. */
  readonly last?: Statement
}

/**
 * Judges a document as it is written: its formulas in order, each step of a chain against the side before it. Names mean what the
 * declarations before them say; what is not understood is said, with what would settle it.
 *
 * @example
 * const document = '```lemmata\nx \\in \\mathbb{R}\n```\n$$(x + 1)^2 = x^2 + x + 1$$\n'
 * const effort = { seed: 1, runs: 100, cancelled: () => false }
 * check(document, effort).map(({ line, column, verdict }) => [line, column, verdict]) // [[4, 13, 'wrong']]
 */
export const check = (document: string, effort: Effort): ReadonlyArray<Line> =>
  passagesOf(document).reduce<Reading>((known, { kind, text, at }) => {
    const next = kind === 'declarations' ? declaring(document, known.scope, text, at)
      : reading(document, known, text, at, kind === 'inline', effort)
    return { ...next, lines: [...known.lines, ...next.lines] }
  }, { scope: new Map(), lines: [] }).lines

const declaring = (document: string, scope: Scope, text: string, at: number): Reading =>
  text.split('\n').reduce<Reading & { readonly at: number }>((known, source) => {
    const next = attempt(() => declared(known.scope, source))
    const after = known.at + source.length + 1
    if (!isLeft(next)) return { scope: next.right, lines: known.lines, at: after }
    const line: Line = { ...placeIn(document, known.at), source: source.trim(), kind: 'not understood', read: '', reason: next.left.message }
    return { scope: known.scope, lines: [...known.lines, line], at: after }
  }, { scope, lines: [], at })

type Told = Readonly<Pick<Refusal, 'expected' | 'got' | 'span'>>

/** A formula; an aligned one has a line in each row, which may go on from the row before. */
const reading = (document: string, before: Reading, tex: string, at: number, isInline: boolean, effort: Effort): Reading => {
  const atoms = texAtoms(tex)
  const source = tex.trim().replace(/\s+/g, ' ')
  const notUnderstood = ({ expected, got, span }: Told): Line =>
    ({ ...placeIn(document, at + (span?.from ?? 0)), source, kind: 'not understood', read: '', reason: `expected ${expected}, got ${got}` })
  const begin: Reading = { ...before, lines: [] }
  const isPassedOver = isInline && !/=|\\(?:le|ge)/.test(tex)
  if (isLeft(atoms)) return isPassedOver ? begin : { ...begin, lines: [notUnderstood(atoms.left)] }
  const found = rowsOf(atoms.right).reduce<Reading>((known, row) => {
    const statement = pipe(readStatement(known.scope, row), chainEither(read => attempt(() => continued(read, isInline ? undefined : known.last))))
    if (isLeft(statement)) return isPassedOver ? known : { ...known, lines: [...known.lines, notUnderstood(statement.left)] }
    if (statement.right.steps.length === 0) return isInline ? known : { ...known, last: statement.right }
    const next = attempt(() => ended(() => judging(document, known.scope, statement.right, at, source, effort)))
    const lines = isLeft(next) ? [notUnderstood(next.left)] : next.right.lines
    return { scope: isLeft(next) ? known.scope : next.right.scope, lines: [...known.lines, ...lines], last: statement.right }
  }, begin)
  return isInline && before.last !== undefined ? { ...found, last: before.last } : found
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

const judging = (document: string, scope: Scope, statement: Statement, at: number, source: string, effort: Effort): Reading => {
  const { first, steps, conditions } = statement
  const [step] = steps
  if (first === undefined || step === undefined) return { scope, lines: [] }
  const place = (from: number): Pick<Line, 'line' | 'column' | 'source'> => ({ ...placeIn(document, at + from), source })
  if (conditions.length > 0) return refuse('input', 'the line', 'its conditions among the declarations', 'a condition after it', step.span)
  if (step.sign === ':=' || (step.sign === '=' && isNew(scope, first))) {
    const [name, body] = [plain(first), plain(step.side)]
    const line: Line = { ...place(first.span.from), kind: 'definition', read: `${name} := ${body}`, reason: `defines ${name}` }
    const after = defined(scope, { first, steps: [step], conditions: [] }, source)
    const rest = steps.length === 1 ? { scope: after, lines: [] }
      : judging(document, after, { first: step.side, steps: steps.slice(1), conditions }, at, source, effort)
    return { scope: rest.scope, lines: [line, ...rest.lines] }
  }
  const lines = steps.reduce<ReadonlyArray<Line>>((done, { sign, side, span }, k) => {
    if (sign === ':=') return refuse('input', 'the line', '= after the first side', ':=', span)
    const left = steps[k - 1]?.side ?? first
    const beginning = done[k - 1]?.verdict === 'wrong' && sign === '=' ? first : undefined
    const judged = judgeStep(scope, { sign, left, right: side }, beginning, effort)
    const which = steps.length > 1 ? { step: `step ${k + 1} of ${steps.length}` } : {}
    return [...done, { ...place(span.from), ...judged, ...which }]
  }, [])
  return { scope, lines }
}

/** A bare name that nothing stands for, or a call of one on bare names: what it is said to equal defines it. */
const isNew = (scope: Scope, first: Term): boolean =>
  (first.kind === 'name' && !scope.has(first.name))
  || (first.kind === 'call' && !scope.has(first.function) && first.arguments.length > 0 && first.arguments.every(arg => arg.kind === 'name')
    && /[^a-z0-9]|^.$/i.test(first.function))
