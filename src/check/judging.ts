import type { Effort } from '../claim/index.js'
import { attempt, isLeft, orThrow, refuse } from '../prelude/index.js'
import {
  plain, plainName, type Scope, type Statement, type Step, substituted, type Term, typeOf
} from '../notation/index.js'
import { asRead } from './asRead.js'
import { isFigure, linked } from './chains.js'
import { defined } from './defined.js'
import { ended } from './ended.js'
import { isRounded } from './figures.js'
import { applied } from './given.js'
import { isName, isNew } from './isNew.js'
import type { Judged } from './judgeStep.js'
import { judgeUnder } from './judgeUnder.js'
import type { Found, Line } from './Line.js'
import { spoken } from './names.js'
import type { Place, Reading, Waiting } from './Reading.js'
import { between } from './steps.js'
import { notUnderstood, placeOf, withLines } from './tell.js'

/** The reading after one statement: a definition, a condition, or steps that are judged, if there is an effort. */
export const judging = (
  known: Reading, statement: Statement, place: Place, effort: (() => Effort) | undefined
): Reading => {
  const { first, steps, conditions } = statement
  const [step] = steps
  if (first === undefined || step === undefined) return known
  const solve = place.address.map(address => known.scope.get(`solve ${address}`)).find(setting => setting !== undefined)
  if (solve?.kind === 'setting' && solve.value.kind === 'matrix') {
    const [unknown, as] = solve.value.rows[0]?.map(term => (term.kind === 'name' ? term.name : plain(term))) ?? []
    return { ...known, waiting: [...known.waiting, { statement, unknown: unknown ?? '', as: as ?? '', place }] }
  }
  if (isDefinition(known, first, step, place)) return definition(known, { first, steps, conditions }, place, effort)
  const used = usedIn(known, [first, ...steps.map(({ side }) => side)])
  if (place.announced === 'condition' || place.announced === 'case') return withLines(
    { ...known, used }, [condition(known, { steps, conditions }, first, place)]
  )
  return solved(
    { ...withLines(known, judgedSteps(known, statement, first, place, effort)), used }, first, steps[0]?.side, effort
  )
}

/**
 * With :=, where it is announced, where nothing stands for it yet, or where a condition waits for it. What speaks of itself on the right is
 * an equation, and "when k = y" says when.
 */
const isDefinition = (
  { scope, waiting }: Reading, first: Term, { sign, side }: Step, { announced }: Place
): boolean => {
  const isSolution = first.kind === 'name' && waiting.some(({ as }) => as === first.name)
  const isNamed = announced === 'definition' ? isName(first) : announced !== 'case' && isNew(scope, first)
  const own = first.kind === 'name' ? first.name : first.kind === 'call' ? first.function : undefined
  const isOfItself = own !== undefined && spoken(side).includes(own)
  return sign === ':=' || (sign === '=' && (isSolution || (isNamed && !isOfItself)))
}

/** The names that are used, as they are printed. */
const usedIn = ({ used }: Reading, terms: ReadonlyArray<Term>): ReadonlySet<string> =>
  new Set([...used, ...terms.flatMap(spoken).map(name => plainName(name.replace(/[\^_]$/, '')))])

export const checksNothing = 'a condition: nothing was checked'

const condition = ({ scope }: Reading, { steps }: Statement, first: Term, place: Place): Line => {
  steps.forEach(({ sign, side, span }, k) => {
    if (sign === ':=') refuse('input', 'the line', '= in a condition', ':=', span)
    else between(scope, sign, steps[k - 1]?.side ?? first, side)
  })
  const read = [plain(first), ...steps.map(({ sign, side }) => `${sign} ${plain(side)}`)].join(' ')
  return { ...placeOf(place, first.span.from), kind: 'condition', read, reason: checksNothing }
}

const judgedSteps = (
  known: Reading, { steps, conditions, follows = false }: Statement, first: Term, place: Place,
  effort: (() => Effort) | undefined
): ReadonlyArray<Line> => {
  const { scope, last } = known
  if (effort === undefined) return []
  return steps.reduce<ReadonlyArray<Line>>((done, { sign, side, span }, k) => {
    if (sign === ':=') return refuse('input', 'the line', '= after the first side', ':=', span)
    const before = steps[k - 1]?.side ?? first
    const equals = linked(last?.sides, { first, steps: steps.slice(0, k) })
    const exact = [...equals].reverse().find(term => !isRounded(scope, term))
    const left = isFigure(side) ? exact ?? before : before
    const isAfterError = k === 0 ? last?.isWrong : done[k - 1]?.verdict === 'wrong'
    const beginning = isAfterError === true && sign === '=' && equals.length > 1 ? equals[0] : undefined
    const asked = { sign, left, right: side, conditions }
    const judged = attempt(
      () => ended(() => mending(place, judgeUnder(scope, place.under, asked, beginning, effort())))
    )
    const which = steps.length > 1 ? { step: `step ${k + 1} of ${steps.length}` } : {}
    const line = isLeft(judged) ? notUnderstood(known, place, judged.left)
      : follows && judged.right.verdict === 'wrong' ? notUnderstood(known, place, { ...following, span })
        : { ...placeOf(place, span.from), ...judged.right }
    return [...done, { ...line, ...which }]
  }, [])
}

/** What is found, with a suggestion where one is wanted. */
const mending = (
  { suggests = true }: Place, { mended, ...found }: Judged
): Omit<Found, 'line' | 'column' | 'source' | 'step'> => {
  const suggestion = suggests ? mended?.() : undefined
  return suggestion === undefined ? found : { ...found, suggestion }
}

const following = {
  expected: 'what holds for all values; what follows from the line before alone is not judged', got: 'what does not'
}

/** Whether conditions say nothing new of what a definition is about. */
const isKnownAnyway = (scope: Scope, under: Place['under'], first: Term, { side }: Step): boolean => {
  const names = [first, side].flatMap(spoken)
  const { left, told } = applied(scope, under.filter(({ isCertain, isLimit }) => isCertain && !isLimit), {
    sign: '=', left: side, right: side, conditions: []
  })
  return told.length === 0 && left.every(({ about }) => about.every(name => !names.includes(name)))
}

/** What a line defines, and the steps that go on from it. */
const definition = (
  known: Reading, { first, steps, conditions }: Statement & { readonly first: Term }, place: Place,
  effort: (() => Effort) | undefined
): Reading => {
  const [step, ...rest] = steps
  if (step === undefined) return known
  if (conditions.length > 0) {
    return refuse('input', 'the line', 'a definition without a condition; cases say what holds when', 'one', step.span)
  }
  const [given] = place.announced === undefined && step.sign === '='
    ? place.under.filter(({ isLimit, isCertain }) => isCertain && !isLimit)
    : []
  if (given !== undefined && !isKnownAnyway(known.scope, place.under, first, step)) {
    return refuse(
      'input', 'the line',
      `a definition with :=, or "let", if it is meant without ${given.told}; cases say what holds when`, 'one under it',
      step.span
    )
  }
  // f = w = a + b: where w is new too, it is defined before f
  if (rest.length > 0 && isNew(known.scope, step.side)) {
    const inner = judging(
      known, { first: step.side, steps: rest, conditions }, { ...place, announced: undefined }, effort
    )
    return definition(inner, { first, steps: [step], conditions }, place, effort)
  }
  const [name, read] = [plain(first), `${plain(first)} := ${plain(asRead(known.scope, step.side))}`]
  if (first.kind === 'name' && spoken(step.side).includes(first.name)) {
    return refuse(
      'input', 'the line', `${name} declared in the block, which this line cannot define by itself`, read, step.span
    )
  }
  const line: Line = { ...placeOf(place, first.span.from), kind: 'definition', read, reason: `defines ${name}` }
  const scope = defined(known.scope, { first, steps: [step], conditions: [] }, place.source)
  if (first.kind === 'name' || first.kind === 'entry') orThrow(typeOf(scope, first.kind === 'name' ? first : first.of))
  const used = usedIn(known, [step.side])
  const after = solved({ ...withLines(known, [line]), scope, used }, first, step.side, effort)
  return rest.length === 0 ? after
    : judging(after, { first: step.side, steps: rest, conditions }, { ...place, announced: undefined }, effort)
}

/** Conditions that wait for this name are judged at what it is. */
const solved = (known: Reading, first: Term, value: Term | undefined, effort: (() => Effort) | undefined): Reading => {
  const isMet = ({ as }: Waiting): boolean => value !== undefined && first.kind === 'name' && first.name === as
  return known.waiting.filter(isMet).reduce<Reading>((reading, { statement, unknown, place }) => {
    const inserted = (term: Term): Term => substituted(term, new Map([[unknown, value as Term]]))
    const lines = judgedSteps(reading, {
      ...statement, steps: statement.steps.map(step => ({ ...step, side: inserted(step.side) }))
    }, inserted(statement.first as Term), place, effort)
    return withLines({ ...reading, waiting: reading.waiting.filter(waiting => waiting.place !== place) }, lines)
  }, known)
}
