import type { Part } from '../claim/index.js'
import { orThrow } from '../prelude/index.js'
import { type RelationSign, type RelationTerm, type Scope, type Term, typeOf } from '../notation/index.js'
import { judgeSides, saysAnything } from './judgeSides.js'
import { dependenciesOf, freeIndices } from './names.js'
import type { Sides } from './places.js'
import { choicesOf } from './tried.js'

/** Two sides of one shape, whatever the sizes; others are refused. */
export const between = (
  scope: Scope, sign: RelationSign, left: Term, right: Term, conditions: ReadonlyArray<RelationTerm> = []
): Sides => {
  const free = freeIndices(scope, [left, right])
  orThrow(typeOf(scope, { kind: 'binary', operator: 'subtract', left, right, span: right.span }, free))
  return { sign, left, right, free, conditions }
}

/** A step of a line for each choice of its sizes and labels. */
export const partsOf = (scope: Scope, sides: Sides): ReadonlyArray<Part> =>
  choicesOf(scope, dependenciesOf(scope, [sides.left, sides.right])).filter(choice => saysAnything(scope, sides, choice)).map(choice => ({
    label: [...choice.sizes, ...choice.labels].map(([name, value]) => `${name} = ${value}`).join(', '),
    judge: judgeSides(scope, sides, choice)
  }))

/** "n = 1..3, T = 1..4": the sizes on which terms depend. */
export const rangesOf = (scope: Scope, terms: ReadonlyArray<Term>): string => {
  const names = dependenciesOf(scope, terms)
  const sizes = [...scope].flatMap(([name, symbol]) =>
    (names.has(name) && symbol.kind === 'size' ? [`${name} = ${symbol.from}..${symbol.to}`] : []))
  return sizes.length === 0 ? 'as it stands' : sizes.join(', ')
}
