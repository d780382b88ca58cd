import { allOf, type Effort, type Judge, type Judgement } from '../claim/index.js'
import { unjudged } from '../claim/judgementOf.js'
import { attempt, isLeft } from '../prelude/index.js'
import { type Bindings, refuseUnbound } from './bound.js'
import { reading } from './check.js'
import { type Passage, placesOf } from './document.js'
import type { Found } from './Line.js'
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
    return lines.filter(isClaim(text, which))
  }
  return (effort, id) => {
    const { path, ...whole } = effort
    const found = attempt(() => linesFor(whole))
    if (isLeft(found)) return unjudged(found.left.message)
    const lines = found.right
    const [first, ...more] = lines
    if (first === undefined) return unjudged(claimsNothing)
    if (more.length === 0) return judgementOf(path === undefined ? first : linesFor(effort)[0])
    const isOne = more.every(({ line }) => line === first.line)
    return allOf('', lines.map((line, k) => ({
      label: [isOne ? [] : `line ${line.line}`, line.step ?? []].flat().join(', '),
      judge: spent => judgementOf(spent.path === undefined ? line : linesFor(spent)[k])
    })))(effort, id)
  }
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
