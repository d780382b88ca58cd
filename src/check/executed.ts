import { allOf, type Effort, type Judge, type Judgement } from '../claim/index.js'
import { unjudged } from '../claim/judgementOf.js'
import type { Scope } from '../notation/index.js'
import { attempt, isLeft } from '../prelude/index.js'
import { type Bindings, refuseUnbound } from './bound.js'
import { reading } from './check.js'
import { type Passage, passagesOf, placesOf } from './document.js'
import type { Found } from './Line.js'
import { refuseRedefined, refuseUnread } from './refuseUnread.js'
import { type Sharpenable, type Tight, tightened } from './tightened.js'

/** What the names are bound to, which formula is judged; if none is named, all are; and how tight it is said to be. */
interface Executed {
  readonly bind?: Bindings
  readonly which?: Passage
  readonly tight?: ReadonlyArray<Tight> | undefined
}

/** Whether each line says something that holds. What only defines or supposes claims nothing. */
export const executed = (text: string, { tight, ...how }: Executed = {}): Judge => {
  const judged = linesJudged(text, how)
  return tight === undefined ? (effort, id) => judged(effort, id).judgement : tightened(tight, judged)
}

const isMeant = (which: Passage | undefined) => ({ at }: Passage): boolean => which === undefined || at === which.at

const linesJudged = (text: string, { which, bind = {} }: Executed): ((effort: Effort, id: string) => Sharpenable) => {
  const read = (effort: Effort | (() => Effort)): ReturnType<typeof reading> => {
    const { lines, ...known } = reading(text, effort, { bind, isMeant: isMeant(which), suggests: false })
    refuseUnbound(known, bind, lines.every(({ kind }) => kind !== 'not understood'))
    return { lines, ...known }
  }
  const linesFor = (effort: () => Effort): ReadonlyArray<Found> => read(effort).lines
  return (effort, id) => {
    const { path, ...whole } = effort
    const found = attempt(() => {
      const { lines: all, scopeBefore } = read(whole)
      const claims = all.filter(isClaim(text, which))
      if (claims.length > 0) refuseHidden(text, all, which, scopeBefore)
      return { all, claims }
    })
    if (isLeft(found)) return { judgement: unjudged(found.left.message), inequalities: [] }
    const { all, claims } = found.right
    const judge = (line: Found) => (spent: Effort): Judgement =>
      judgementOf(spent.path === undefined ? line : replayed(linesFor, all, line, spent, whole))
    return { judgement: together(claims, judge)(effort, id), inequalities: claims.flatMap(sharpenedOf(whole)) }
  }
}

/** What is found of several lines, each of which is told by its number. */
const together = (claims: ReadonlyArray<Found>, judge: (line: Found) => Judge): Judge => {
  const [first, ...more] = claims
  if (first === undefined) return () => unjudged(claimsNothing)
  if (more.length === 0) return judge(first)
  const isOne = more.every(({ line }) => line === first.line)
  const numbered = (k: number): string => `${k + 1} of ${claims.length}`
  return allOf('', claims.map((line, k) => ({
    label: [isOne ? line.step === undefined ? numbered(k) : [] : `line ${line.line}`, line.step ?? []].flat().join(', '),
    judge: judge(line)
  })))
}

/** How an inequality is judged in a sharper form, with all cases. */
const sharpenedOf = (whole: Effort) => ({ sharpened, sizes }: Found): Sharpenable['inequalities'] =>
  (sharpened === undefined ? [] : [sharper => {
    const found = attempt(() => sharpened(sharper, whole))
    return isLeft(found) ? unjudged(found.left.message) : withSizes(found.right, sizes)
  }])

/** A line judged anew from its place in the draw, and all others as they were: a step may depend on those before it. */
const replayed = (
  linesFor: (effort: () => Effort) => ReadonlyArray<Found>, all: ReadonlyArray<Found>, line: Found, spent: Effort,
  whole: Effort
): Found | undefined => {
  const place = all.indexOf(line)
  const before = all.slice(0, place).filter(({ verdict }) => verdict !== undefined).length
  const efforts = all.map((_, k) => (k === before ? spent : whole)).values()
  return linesFor(() => efforts.next().value ?? whole)[place]
}

/** Refuses what in print says more than is judged, or says it of other names. */
const refuseHidden = (
  text: string, lines: ReadonlyArray<Found>, which: Passage | undefined, scopeBefore: (passage: Passage) => Scope
): void => {
  const formulas = which === undefined ? passagesOf(text).filter(({ kind }) => kind === 'display') : [which]
  const at = placesOf(text)
  formulas.forEach(formula => {
    const scope = scopeBefore(formula)
    refuseUnread(formula, scope)
    refuseRedefined(lines.filter(line => at(line) >= formula.at && at(line) < formula.span.to), scope)
  })
}

/** What counts: lines that claim something, and what is not understood up to the end of the formula that is judged. */
const isClaim = (text: string, which: Passage | undefined) => {
  const at = placesOf(text)
  return (line: Found): boolean => line.kind !== 'definition' && line.kind !== 'condition'
    && (which === undefined || at(line) < which.span.to) && (line.kind === 'not understood' || at(line) >= (which?.at ?? 0))
}

const claimsNothing = 'nothing is claimed: there is no relation between two sides that defines or supposes nothing'

const judgementOf = (line: Found | undefined): Judgement => {
  if (line?.kind === 'not understood' || line?.judgement === undefined) return unjudged(line?.reason ?? 'not judged')
  return withSizes(line.judgement, line.sizes)
}

const withSizes = (judgement: Judgement, sizes: string | undefined): Judgement => {
  const { evidence } = judgement
  return sizes === undefined || sizes === 'as it stands' ? judgement
    : { ...judgement, evidence: { ...evidence, scope: `${sizes}${evidence.scope.replace(/^(; )?/, '; ')}` } }
}
