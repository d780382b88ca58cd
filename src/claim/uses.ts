import { ofVariable, type Polynomial, type RationalFunction, rationalFunction } from '../number/polynomial.js'
import { type Arc, flowsFor } from './flows.js'
import { type KnownSigns, signOfQuotient } from './neverNegative.js'
import type { Known, Use } from './Premise.js'

type Quotient = RationalFunction

/** More flows than these are not looked at. */
const mostFlows = 400

const positionOf = (unknown: Quotient | undefined): number | undefined =>
  [...unknown?.num.values() ?? []][0]?.monomial[0]

/** The premises along each flow that makes the unknowns vanish, of which they are differences; for each function by itself. */
export const usesAlongFlows = (
  slack: Quotient, premises: ReadonlyArray<Known>, known: KnownSigns
): ReadonlyArray<ReadonlyArray<Use>> => {
  const arcs = premises.flatMap(premise => {
    const [above, below] = [positionOf(premise.above), positionOf(premise.below)]
    return above === undefined || below === undefined ? [] : [{ premise, above, below }]
  })
  const outflowAt = (position: number): Quotient => coefficientAt(slack, [position], position, known)
  const unknowns = [...new Set(arcs.flatMap(({ above, below }) => [above, below]))]
  const together = unknowns.reduce<ReadonlyArray<ReadonlyArray<number>>>((parts, unknown) => {
    const part = parts.find(members => arcs.some(({ above, below }) => members.includes(above) && below === unknown))
    return part === undefined ? [...parts, [unknown]]
      : parts.map(members => (members === part ? [...members, unknown] : members))
  }, [])
  const usesAlong = (nodes: ReadonlyArray<number>) => (flow: ReadonlyArray<Arc>): ReadonlyArray<Use> =>
    flow.flatMap(({ from, to, amount }) => {
      const arc = arcs.find(({ above, below }) => above === nodes[from] && below === nodes[to])
      return arc === undefined ? [] : [{ premise: arc.premise, times: amount }]
    })
  const each = Math.floor(mostFlows ** (1 / together.length))
  return together.reduce<ReadonlyArray<ReadonlyArray<Use>>>((all, nodes) => {
    const found = flowsFor(nodes.map(outflowAt), amount => signOfQuotient(amount, known))
    const flows = found.slice(0, each).map(usesAlong(nodes))
    return all.flatMap(uses => flows.map(flow => [...uses, ...flow]))
  }, [[]])
}

/** The premises that are not along a flow, one by one and all together; and there and back between two nodes, for each two and for all. */
export const groupsOf = (premises: ReadonlyArray<Known>): ReadonlyArray<ReadonlyArray<Known>> => {
  const single = premises.filter(({ above }) => above === undefined)
  const isBack = (there: Known, back: Known): boolean => there.above !== undefined
    && positionOf(there.above) === positionOf(back.below) && positionOf(there.below) === positionOf(back.above)
  const cycles = premises.flatMap(
    (there, k) => premises.slice(k + 1).filter(back => isBack(there, back)).map(back => [there, back])
  )
  const kinds = [...new Set(single.map(({ told }) => told.replace(/ at .*$/, '')))]
  const ofKinds = kinds.map(kind => single.filter(({ told }) => told.startsWith(`${kind} at `)))
  return [
    ...single.map(one => [one]),
    ...ofKinds.filter(all => all.length > 1),
    ...cycles,
    ...cycles.length > 1 ? [cycles.flat()] : []
  ]
}

/** The group so many times that a term vanishes that it has in common with what is left, and twice as often, and once. */
export const usesOf = (
  group: ReadonlyArray<Known>, rest: Quotient, known: KnownSigns
): ReadonlyArray<ReadonlyArray<Use>> => {
  const there = new Set(positionsIn(rest))
  const isThere = ({ amount }: Known): boolean => positionsIn(amount).every(position => there.has(position))
  const used = group.filter(premise => premise.above !== undefined || isThere(premise))
  if (used.length === 0) return []
  const sum = used.map(({ amount }) => amount).reduce(rationalFunction.add)
  const ratios = [...sum.num.values()].flatMap(({ monomial }) => {
    const free = monomial.filter(position => !known.notNegative.has(position))
    const at = free.length > 0 ? free : monomial
    const [inRest, inSum] = [coefficientAt(rest, at, undefined, known), coefficientAt(sum, at, undefined, known)]
    return inSum.num.size === 0 || inRest.num.size === 0 ? [] : [rationalFunction.div(inRest, inSum)]
  }).filter(ratio => signOfQuotient(ratio, known) === '+')
  const isSame = (one: Quotient, other: Quotient): boolean => rationalFunction.sub(one, other).num.size === 0
  const different = ratios.filter((ratio, k) => !ratios.slice(0, k).some(other => isSame(ratio, other)))
  const twice = different.map(ratio => rationalFunction.add(ratio, ratio))
  return [...different, ...twice, rationalFunction.of(1)].map(times => used.map(premise => ({ premise, times })))
}

/** The positions of the variables in the numerator, as often as they stand there. */
const positionsIn = ({ num }: Quotient): ReadonlyArray<number> => [...num.values()].flatMap(({ monomial }) => monomial)

/** What a product of variables is multiplied by, where that is made of variables that are never negative; or of any, beside an unknown. */
const coefficientAt = (
  { num, den }: Quotient, at: ReadonlyArray<number>, unknown: number | undefined, { notNegative }: KnownSigns
): Quotient => {
  const count = (monomial: ReadonlyArray<number>, position: number): number =>
    monomial.filter(other => other === position).length
  const terms: Polynomial = [...num.values()].reduce((sum, { monomial, coefficient }) => {
    const rest = monomial.filter(position => !at.includes(position))
    const isThere = at.every(position => count(monomial, position) === count(at, position))
      && (unknown !== undefined || rest.every(position => notNegative.has(position)))
    if (!isThere) return sum
    const term = rest.map(ofVariable).reduce(rationalFunction.mul, rationalFunction.ofRational(coefficient))
    return rationalFunction.add(sum, term)
  }, rationalFunction.of(0)).num
  return { num: terms, den }
}
