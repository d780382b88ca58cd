import type { Edit } from './edits.js'
import { follows, isProvedBy, isSameValue, type Why } from './exactProof.js'
import type { Scope } from '../../src/notation/index.js'
import { attempt, isLeft } from '../../src/prelude/index.js'
import { type Formula, formulasOf, type Paper, scopeAfter } from './formulas.js'
import { editedBy, movedBy, touchedBy } from './outcome.js'

/** A paper with the name under which its survivors are listed. */
export interface Named extends Paper {
  readonly name: string
}

/** One edit of one formula. */
export interface Planted {
  readonly name: string
  readonly paper: Named
  readonly formulas: ReadonlyArray<Formula>
  readonly formula: Formula
  readonly edit: Edit
  /** The formula as it reads after the edit. */
  readonly reads: string
}

const header = /%[ \t]*lemmata:[^\n]*\n/

/** All edits of a paper. */
export const plantedIn = (paper: Named): ReadonlyArray<Planted> => {
  const formulas = formulasOf(paper)
  return formulas.flatMap(formula => formula.edits.map(edit => {
    const { from, to } = movedBy(formula, edit)
    const reads = editedBy(paper.document, edit).slice(from, to).replace(header, '').replace(/\s+/g, ' ').trim()
    return { name: paper.name, paper, formulas, formula, edit, reads }
  }))
}

/** Whether an edit that survives is true for the reason that is told: the edited formula, or those that use the definition. */
export const isTrue = ({ paper, formulas, formula, edit }: Planted, why: Why): boolean => {
  const document = editedBy(paper.document, edit)
  const places = touchedBy(formulas, formula).map(use => movedBy(use, edit))
  const scope = scopeAfter({ ...paper, document }, Math.max(...places.map(({ from }) => from)))
  return isProvedBy(scope, places.map(({ from, to }) => document.slice(from, to).replace(header, '')), why)
}

/** Whether an edited statement follows from what it was before, which is judged by itself; a definition, if it defines the same. */
export const isImplied = ({ paper, formula, edit }: Planted): boolean => {
  const document = editedBy(paper.document, edit)
  const { from, to } = movedBy(formula, edit)
  const [before, after] = [paper.document.slice(formula.from, formula.to), document.slice(from, to)]
  const found = attempt(() => (formula.defines !== undefined
    ? isSameValue(scopeWithin(paper, formula.from), bodyOf(before), bodyOf(after))
    : follows(scopeAfter(paper, formula.from), before.replace(header, ''), after.replace(header, ''))))
  return !isLeft(found) && found.right
}

/** What names mean before a line of a block, which ends there. */
const scopeWithin = (paper: Paper, from: number): Scope => {
  const document = `${paper.document.slice(0, from)}\`\`\`\n`
  return scopeAfter({ ...paper, document }, document.length)
}

const bodyOf = (definition: string): string => definition.slice(definition.indexOf(':=') + 2)

export const shown = ({ name, edit: { kind, from, to, text }, paper, reads }: Planted): string =>
  `${name}: ${kind}: "${paper.document.slice(from, to)}" becomes "${text}" in ${reads}`
