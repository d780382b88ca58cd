import { reading } from '../../src/check/check.js'
import { placesOf } from '../../src/check/document.js'
import type { Found } from '../../src/check/Line.js'
import type { Edit } from './edits.js'
import { dependsOn, type Formula, type Paper } from './formulas.js'

/** What became of an edit; refused is what does not fit in its shapes or is not understood. */
export type Outcome = 'refuted' | 'refuted at a use' | 'refused' | 'refused at a use' | 'undecided'
  | 'undecided at a use' | 'a definition' | 'a condition' | 'unused' | 'survived'

export interface Tried {
  readonly outcome: Outcome
  /** Of a survivor: whether each step of what was judged is proved. */
  readonly isProved: boolean
  readonly reason: string
}

/** A document with an edit. */
export const editedBy = (document: string, { from, to, text }: Edit): string =>
  document.slice(0, from) + text + document.slice(to)

/** Where a formula stands after an edit. */
export const movedBy = ({ from, to }: Pick<Formula, 'from' | 'to'>, edit: Edit): Pick<Formula, 'from' | 'to'> => {
  const by = edit.text.length - (edit.to - edit.from)
  return { from: from + (edit.from < from ? by : 0), to: to + (edit.from <= to ? by : 0) }
}

const effort = { seed: 1, runs: 200, cancelled: () => false }

const isProved = ({ kind, strength = '' }: Found): boolean => kind === 'figure' || strength.startsWith('proved')

const isUndefined = (lines: ReadonlyArray<Found>): boolean =>
  lines.some(({ verdict, reason = '' }) => verdict !== undefined && verdict !== 'holds' && reason.includes('undefined'))

/** Judges a formula that was edited, or one that uses a definition which was: each formula apart from the others. */
const judged = ({ document, bind = {} }: Paper, edited: Formula, formula: Formula, edit: Edit): Tried => {
  const isUse = edited !== formula
  const text = editedBy(document, edit)
  const [{ from, to }, defined] = [movedBy(formula, edit), movedBy(edited, edit)]
  const place = placesOf(text)
  const how = { bind, isMeant: ({ at }: { readonly at: number }) => at === from, suggests: false }
  const lines = reading(text, effort, how).lines.filter(line => {
    const at = place(line)
    // the edited definition itself, or what its block says of it afterwards
    return (at >= from && at < to) || (line.kind === 'not understood' && at >= defined.from)
  })
  const at = (own: Outcome, use: Outcome, ...kinds: ReadonlyArray<string>): Tried | undefined => {
    const line = lines.find(({ kind, verdict }) => kinds.includes(verdict ?? kind))
    return line === undefined ? undefined : { outcome: isUse ? use : own, isProved: false, reason: line.reason ?? '' }
  }
  return at('refuted', 'refuted at a use', 'wrong')
    ?? at('refused', 'refused at a use', 'not understood')
    // what is undefined says nothing
    ?? at(isUndefined(lines) ? 'refused' : 'undecided', 'undecided at a use', 'undecided', 'vacuous')
    ?? at('a definition', 'a definition', 'definition')
    ?? at('a condition', 'undecided at a use', 'condition')
    ?? { outcome: 'survived', isProved: lines.length > 0 && lines.every(isProved), reason: '' }
}

/** The formulas that say something else after an edit: the edited one, or those that use the definition. */
export const touchedBy = (formulas: ReadonlyArray<Formula>, formula: Formula): ReadonlyArray<Formula> => {
  const { defines, from } = formula
  return defines === undefined ? [formula]
    : formulas.filter(use => use.defines === undefined && use.from > from && dependsOn(formulas, use, defines))
}

/**
 * Judges a document with one edit; where a definition was edited, by the formulas that use it, in order, up to the first that breaks. What
 * is undefined at a use, and so undecided there, may break at a later one; a use that only defines a name says nothing.
 */
export const tried = (
  paper: Paper, formulas: ReadonlyArray<Formula>, formula: Formula, edit: Edit
): Tried => nowRefused(
  touchedBy(formulas, formula).reduce<Tried>((known, use) => {
    if (!['survived', 'unused', 'undecided at a use'].includes(known.outcome)) return known
    const next = judged(paper, formula, use, edit)
    const saysNothing = next.outcome === 'a definition' && use !== formula
    return saysNothing || (known.outcome === 'undecided at a use' && next.outcome === 'survived') ? known
      : { ...next, isProved: known.isProved && next.isProved }
  }, { outcome: 'unused', isProved: true, reason: '' }))

/** What is undefined where it is used says nothing there. */
const nowRefused = (one: Tried): Tried => {
  const says = one.outcome !== 'undecided at a use' || !one.reason.includes('undefined')
  return says ? one : { ...one, outcome: 'refused at a use' }
}
