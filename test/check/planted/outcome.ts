import { check, type Line } from '../../../src/check/index.js'
import { passagesOf } from '../../../src/check/document.js'
import type { Edit } from './edits.js'
import { dependsOn, type Formula } from './formulas.js'

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

/** The same with one formula beside the definitions: formulas are judged apart from each other. */
const withOnly = (document: string, kept: Formula, edit: Edit): string =>
  editedBy(passagesOf(document).reduce((known, { kind, text, at }) => {
    if ((kind !== 'display' && kind !== 'inline') || at === kept.from) return known
    const border = kind === 'display' ? 2 : 1
    const [start, end] = [at - border, at + text.length + border]
    return known.slice(0, start) + known.slice(start, end).replace(/[^\n]/g, ' ') + known.slice(end)
  }, document), edit)

const effort = { seed: 1, runs: 200, cancelled: () => false }

const isProved = ({ kind, strength = '' }: Line): boolean => kind === 'figure' || strength.startsWith('proved')

/** Judges a formula that was edited, or one that uses a definition which was. */
const judged = (document: string, formula: Formula, edit: Edit, isUse: boolean): Tried => {
  const lines = check(withOnly(document, formula, edit), effort)
  const at = (own: Outcome, use: Outcome, ...kinds: ReadonlyArray<string>): Tried | undefined => {
    const line = lines.find(({ kind, verdict }) => kinds.includes(verdict ?? kind))
    return line === undefined ? undefined : { outcome: isUse ? use : own, isProved: false, reason: line.reason ?? '' }
  }
  return at('refuted', 'refuted at a use', 'wrong')
    ?? at('refused', 'refused at a use', 'not understood')
    ?? at('undecided', 'undecided at a use', 'undecided', 'vacuous')
    ?? at('a definition', 'a definition', 'definition')
    ?? at('a condition', 'undecided at a use', 'condition')
    ?? { outcome: 'survived', isProved: lines.length > 0 && lines.every(isProved), reason: '' }
}

/** The formulas that say something else after an edit: the edited one, or those that use the definition. */
export const touchedBy = (formulas: ReadonlyArray<Formula>, formula: Formula): ReadonlyArray<Formula> => {
  const { defines } = formula
  return defines === undefined ? [formula]
    : formulas.filter(use => use.defines === undefined && dependsOn(formulas, use, defines))
}

/**
 * Judges a document with one edit; where a definition was edited, by the formulas that use it, in order, up to the first that breaks. What
 * is undefined at a use, and so undecided there, may break at a later one.
 */
export const tried = (document: string, formulas: ReadonlyArray<Formula>, formula: Formula, edit: Edit): Tried =>
  touchedBy(formulas, formula).reduce<Tried>((known, use) => {
    if (!['survived', 'unused', 'undecided at a use'].includes(known.outcome)) return known
    const next = judged(document, use, edit, formula.defines !== undefined)
    return known.outcome === 'undecided at a use' && next.outcome === 'survived' ? known
      : { ...next, isProved: known.isProved && next.isProved }
  }, { outcome: 'unused', isProved: true, reason: '' })
