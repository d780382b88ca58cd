import { allOf, type Effort, type Judge, type Judgement } from '../claim/index.js'
import { unjudged } from '../claim/judgementOf.js'
import { attempt, isLeft } from '../prelude/index.js'
import { type Bindings, refuseUnbound } from './bound.js'
import { reading } from './check.js'
import { type Passage, passagesOf, placesOf } from './document.js'
import type { Found } from './Line.js'
import { refuseRedefined, refuseUnread } from './refuseUnread.js'
import { type Tight, tightened } from './tightened.js'

/** What the names are bound to, which formula is judged; if none is named, all are; and how tight it is said to be. */
interface Executed {
  readonly bind?: Bindings
  readonly which?: Passage
  readonly tight?: Tight | undefined
}

/** Whether each line says something that holds. What only defines or supposes claims nothing. */
export const executed = (text: string, { tight, ...how }: Executed = {}): Judge => {
  const judge = linesJudged(text, how, false)
  return tight === undefined ? judge : tightened(tight, judge, linesJudged(text, how, true))
}

const linesJudged = (text: string, { which, bind = {} }: Omit<Executed, 'tight'>, isStrict: boolean): Judge => {
  const isMeant = ({ at }: Passage): boolean => which === undefined || at === which.at
  const linesFor = (effort: Effort): ReadonlyArray<Found> => {
    const { lines, ...known } = reading(text, effort, { bind, isMeant, isStrict })
    refuseUnbound(known, bind, lines.every(({ kind }) => kind !== 'not understood'))
    return lines
  }
  const claimsFor = (effort: Effort): ReadonlyArray<Found> => linesFor(effort).filter(isClaim(text, which))
  const firstFor = (effort: Effort): ReadonlyArray<Found> => {
    const lines = linesFor(effort)
    const claims = lines.filter(isClaim(text, which))
    if (claims.length > 0) refuseHidden(text, lines, { bind, ...which && { which } })
    return claims
  }
  return (effort, id) => {
    const { path, ...whole } = effort
    const found = attempt(() => firstFor(whole))
    if (isLeft(found)) return unjudged(found.left.message)
    const lines = found.right
    const [first, ...more] = lines
    if (first === undefined) return unjudged(claimsNothing)
    if (more.length === 0) return judgementOf(path === undefined ? first : claimsFor(effort)[0])
    const isOne = more.every(({ line }) => line === first.line)
    return allOf('', lines.map((line, k) => ({
      label: [isOne ? [] : `line ${line.line}`, line.step ?? []].flat().join(', '),
      judge: spent => judgementOf(spent.path === undefined ? line : claimsFor(spent)[k])
    })))(effort, id)
  }
}

/** Refuses what in print says more than is judged, or says it of other names. */
const refuseHidden = (text: string, lines: ReadonlyArray<Found>, { bind = {}, which }: Executed): void => {
  const formulas = which === undefined ? passagesOf(text).filter(({ kind }) => kind === 'display') : [which]
  const at = placesOf(text)
  formulas.forEach(formula => {
    const nothing = { seed: 0, runs: 0, cancelled: () => false }
    const { scope } = reading(text.slice(0, formula.span.from), nothing, { bind, isMeant: () => false })
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
  const { judgement, sizes } = line
  const { evidence } = judgement
  return sizes === undefined || sizes === 'as it stands' ? judgement
    : { ...judgement, evidence: { ...evidence, scope: `${sizes}${evidence.scope.replace(/^(; )?/, '; ')}` } }
}
