import { allOf, type Effort, type Judge, type Judgement } from '../claim/index.js'
import { unjudged } from '../claim/judgementOf.js'
import { attempt, isLeft } from '../prelude/index.js'
import { type Bindings, refuseUnbound } from './bound.js'
import { reading } from './check.js'
import { placesOf } from './document.js'
import type { Found } from './Line.js'

/** Which lines of a document are judged, by where they begin, and what its names are bound to. */
interface Executed {
  readonly isMeant?: (at: number) => boolean
  readonly bind?: Bindings
}

/** Whether each line there says something that holds. What only defines or supposes claims nothing. */
export const executed = (text: string, { isMeant = () => true, bind = {} }: Executed = {}): Judge => {
  const at = placesOf(text)
  const linesFor = (effort: Effort): ReadonlyArray<Found> => {
    const { lines, ...known } = reading(text, effort, bind)
    refuseUnbound(known, bind, lines.every(({ kind }) => kind !== 'not understood'))
    return lines.filter(line => line.kind !== 'definition' && line.kind !== 'condition' && isMeant(at(line)))
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

const claimsNothing = 'nothing is claimed: there is no relation between two sides that defines or supposes nothing'

const judgementOf = (line: Found | undefined): Judgement => {
  if (line?.kind === 'not understood' || line?.judgement === undefined) return unjudged(line?.reason ?? 'not judged')
  const { judgement, sizes } = line
  const { evidence } = judgement
  return sizes === undefined || sizes === 'as it stands' ? judgement
    : { ...judgement, evidence: { ...evidence, scope: `${sizes}${evidence.scope.replace(/^(; )?/, '; ')}` } }
}
