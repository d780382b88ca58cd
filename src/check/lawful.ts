import { allOf, type Effort } from '../claim/index.js'
import { orThrow, refuse } from '../prelude/index.js'
import { type LawSymbol, randomIn, rangeOfLaw, type Scope, type Term, typeOf } from '../notation/index.js'
import { dependenciesOf } from './names.js'
import type { Sides } from './places.js'
import { partsOf } from './steps.js'

const few: Effort = { seed: 1, runs: 50, cancelled: () => false }
const span = { from: 0, to: 0 }
const number = (text: string): Term => ({ kind: 'number', text, span })

/** Refuses terms with an expectation over what are no probabilities: they are proved to add up to 1, and none may be negative. */
export const refuseUnlawful = (scope: Scope, terms: ReadonlyArray<Term>, effort: Effort = few): void => {
  for (const name of dependenciesOf(scope, terms)) {
    const law = scope.get(name)
    if (law?.kind === 'law' && law.probability !== undefined) refuseOne(scope, law, law.probability, effort)
  }
}

const refuseOne = (scope: Scope, law: LawSymbol, probability: Term, effort: Effort): void => {
  const { of, index } = law
  const refused = (expected: string): never =>
    refuse('input', 'the line', `${expected} where the expectation over ${of} is declared`, 'others')
  const verdictOf = (known: Scope, sides: Omit<Sides, 'conditions'>): string => {
    orThrow(typeOf(known, sides.left, sides.free))
    return allOf('', partsOf(known, { ...sides, conditions: [] })())({ ...effort, runs:
      Math.min(effort.runs, few.runs) }, 'law').verdict
  }
  if (randomIn(scope, probability).some(name => name !== of)) refused(
    'probabilities that depend on nothing else that is random'
  )
  const total: Term = { kind: 'expectation', over: [of], of: number('1'), span }
  if (verdictOf(scope, { sign: '=', left: total, right: number('1'), free: [] }) !== 'proved') refused(
    'probabilities that add up to 1'
  )
  const free = index === undefined ? [] : [index]
  const known = new Map([...scope, [of, rangeOfLaw(scope, law, span)] as const])
  const least = verdictOf(known, { sign: '>=', left: probability, right: number('0'), free })
  if (least !== 'proved' && least !== 'supported') refused('probabilities of which none is negative')
}
