import { type BinaryTerm, partsOf, type Scope, type Statement, type Term } from '../notation/index.js'
import { largest, refuse } from '../prelude/index.js'
import { indicesIn } from './names.js'

/**
 * The statement with the sums that the summation convention leaves out: an index that stands twice in a product is summed over, unless all
 * sides have it and one of them once, as \partial L / \partial x_i = (\partial L / \partial y_i) (\partial y_i / \partial x_i) has i.
 */
export const summed = (scope: Scope, { first, steps, conditions }: Statement): Statement => {
  const sides = [...first === undefined ? [] : [first], ...steps.map(({ side }) => side)]
  const count = (index: string, term: Term): number => countIn(scope, index, term)
  const kept = sides.flatMap(side => indicesIn(scope, side)).filter(index =>
    sides.every(side => count(index, side) > 0) && sides.some(side => count(index, side) === 1))
  const of = sumsIn(scope, count, kept)
  return {
    ...first === undefined ? {} : { first: of(first) },
    steps: steps.map(step => ({ ...step, side: of(step.side) })),
    conditions
  }
}

type Count = (index: string, term: Term) => number

const sumsIn = (scope: Scope, count: Count, kept: ReadonlyArray<string>): ((term: Term) => Term) => {
  const side = (term: Term): Term => {
    if (isSum(term)) return { ...term, left: side(term.left), right: side(term.right) }
    if (term.kind === 'unary') return { ...term, of: side(term.of) }
    const of = factor(term)
    const repeated = [...new Set(indicesIn(scope, of))].filter(index => !kept.includes(index) && count(index, of) > 1)
    const often = repeated.find(index => count(index, of) > 2)
    if (often !== undefined) return refuse('input', 'the formula', `a sum sign over ${often}`, `${often} ${count(often, of)} times in a product`, of.span)
    return repeated.length === 0 ? of : { kind: 'many', operator: 'sum', ranges: repeated.map(index => ({ index })), of, span: of.span }
  }
  /** Brackets, arguments and what is divided by have sums of their own. */
  const factor = (term: Term): Term => {
    if (isSum(term)) return side(term)
    switch (term.kind) {
      case 'binary': {
        const [left, right] = term.operator === 'power' ? [side, side] : [factor, term.operator === 'divide' ? side : factor]
        return { ...term, left: left(term.left), right: right(term.right) }
      }
      case 'unary': return { ...term, of: factor(term.of) }
      case 'call': return { ...term, arguments: term.arguments.map(side) }
      case 'many': return { ...term, of: sumsIn(scope, count, [...kept, ...term.ranges.map(({ index }) => index)])(term.of) }
      default: return term
    }
  }
  return side
}

/** How often an index stands in a product; of the terms of a sum, or above and below in a derivative, where it stands most. */
const countIn = (scope: Scope, index: string, term: Term): number => {
  const parts = (): ReadonlyArray<number> => partsOf(term).map(part => countIn(scope, index, part))
  if (term.kind === 'many' && term.ranges.some(range => range.index === index)) return 0
  if (term.kind === 'entry' || term.kind === 'item') return indicesIn(scope, term).filter(other => other === index).length
  return isSum(term) || term.kind === 'derivative' ? largest(parts()) : parts().reduce((all, some) => all + some, 0)
}

const isSum = (term: Term): term is BinaryTerm & { readonly operator: 'add' | 'subtract' } =>
  term.kind === 'binary' && (term.operator === 'add' || term.operator === 'subtract')
