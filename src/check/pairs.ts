import { refuse } from '../prelude/index.js'
import { type ManyTerm, partsOf, plain, type RelationSign, type RelationTerm, type Term } from '../notation/index.js'
import { spoken } from './names.js'

/**
 * Refuses \sum_{i < j} (x_i - x_j)^2 in a line that says nothing else of j: it may be the sum over all such pairs, or over i for each j.
 * Where j is an index beside such sums too, as in a_j = \sum_{i < j} x_i, or the line says how far it goes, it is a given one.
 */
export const refusePairs = (
  sides: ReadonlyArray<Term>, free: ReadonlyArray<string>, conditions: ReadonlyArray<RelationTerm>
): void => {
  const isGiven = (index: string): boolean =>
    [...sides.flatMap(side => besidePairs(side, index)), ...conditions.flatMap(spoken)].includes(index)
  free.filter(index => !isGiven(index)).forEach(index => {
    const [of] = sides.flatMap(side => pairsIn(side, index))
    if (of?.where === undefined) return
    const [{ index: other } = { index: '' }] = of.ranges
    const both = `what is summed over: both ${other} and ${index}, as in \\sum_{${other}, ${index} : ${other} ${spelt[of.where.sign]} ${index}}`
    const alone = `or ${other} alone, for each ${index}, with "\\text{for } ${index} = 1, \\ldots, n" after the line`
    refuse('input', 'the line', `${both}; ${alone}`, plain(of.where), of.where.span)
  })
}

const spelt: Readonly<Record<RelationSign, string>> = {
  '=': '=', '~': '=', '<': '<', '>': '>', '!=': '\\ne', '<=': '\\le', '>=': '\\ge'
}

const isOwn = (term: Term, index: string): boolean =>
  term.kind === 'many' && term.ranges.some(range => range.index === index)

const isPair = (term: Term, index: string): term is ManyTerm =>
  term.kind === 'many' && term.where !== undefined && spoken(term.where).includes(index) && !isOwn(term, index)

/** The sums over other indices whose condition the index is in. */
const pairsIn = (term: Term, index: string): ReadonlyArray<ManyTerm> =>
  (isPair(term, index) ? [term] : isOwn(term, index) ? [] : partsOf(term).flatMap(part => pairsIn(part, index)))

/** The index, wherever it stands outside of these. */
const besidePairs = (term: Term, index: string): ReadonlyArray<string> =>
  (isPair(term, index) || isOwn(term, index) ? []
    : term.kind === 'name' ? [term.name] : partsOf(term).flatMap(part => besidePairs(part, index)))
