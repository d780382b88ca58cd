import type { RationalFunction } from '../number/polynomial.js'
import type { CallAt } from './factsOfCalls.js'
import type { RootsAsUnknowns } from './rootsAsUnknowns.js'

/** The positions of the variables in a quotient. */
export const positionsIn = ({ num, den }: RationalFunction): ReadonlyArray<number> =>
  [...new Set([...num.values(), ...den.values()].flatMap(({ monomial }) => monomial))]

/** The values of functions that occur in these, and in their arguments, and so on. */
export const callsIn = (all: ReadonlyArray<RationalFunction>, { callAt }: RootsAsUnknowns): ReadonlyArray<CallAt> => {
  const found = new Map<number, CallAt>()
  const visit = (one: RationalFunction): void => positionsIn(one).forEach(position => {
    const call = callAt(position)
    if (call === undefined || found.has(position)) return
    found.set(position, { ...call, position })
    visit(call.of)
  })
  all.forEach(visit)
  return [...found.values()]
}
