import { ofVariable, type Polynomial, type RationalFunction, rationalFunction } from '../number/polynomial.js'
import type { Analytic } from '../number/Arithmetic.js'
import { lowered } from '../number/exactQuotient.js'
import { encloseRational } from '../number/rational.js'
import { attempt, isLeft } from '../prelude/index.js'
import { signsOf, slackOf } from './bySquares.js'
import { type Arc, flowsFor } from './flows.js'
import type { Formula } from './forAll.js'
import { isNeverNegative, type KnownSigns, signOfQuotient } from './neverNegative.js'
import { relationsOf } from './Relation.js'
import { type RootsAsUnknowns, rootsAsUnknowns, valueAt } from './rootsAsUnknowns.js'
import { showQuotient } from './showQuotient.js'
import { blocksOf, liftBy, namesOf } from './positions.js'
import type { Lifted, Variables } from './Variable.js'
import { unlessCancelled } from './watched.js'

/** Something that is known not to be negative, whatever the values of the variables. */
export interface Premise<A> {
  /** In words, what is known. */
  readonly told: string
  readonly amount: A
  /** The amount is one unknown less another, and more in which neither is. */
  readonly above?: A
  readonly below?: A
}

/** What is known of the variables, written once over any number system. */
export type Premises<V extends Variables> = <A>(N: Analytic<A>, given: Lifted<V, A>) => ReadonlyArray<Premise<A>>

type Quotient = RationalFunction
type Known = Premise<Quotient>

/** How often each premise is used: "f(x) from its tangent at y, times 1". */
export type Uses = ReadonlyArray<string>

/**
 * Proves inequalities from what is known: the slack of each, less non-negative multiples of premises, is seen to be a sum of squares. The
 * multiples are looked for among few: unknowns that stand in premises as a difference make a flow of them; others are chosen so that a term
 * of the slack vanishes. Whatever is found is checked, so that a choice can miss a proof and never make one. Tells which premises it used.
 */
export const fromPremises = <V extends Variables>(
  variables: V, formula: Formula<V>, premises: Premises<V>, isStrict: boolean, cancelled: () => boolean
): Uses | undefined => {
  const found = attempt(() => {
    const roots = rootsAsUnknowns(blocksOf(variables).length)
    const related = formula(roots.N, liftBy(variables, ofVariable))
    const plain = ({ num, den }: Quotient): Quotient => lowered({ num: roots.reduced(num), den: roots.reduced(den) })
    const given = premises(roots.N, liftBy(variables, ofVariable)).map(premise => ({ ...premise, amount: plain(premise.amount) }))
    const known = signsOf(variables, roots, cancelled)
    const points = pointsFor(known, roots)
    const slacks = related === 'outside' ? [] : relationsOf(related).map(relation => plain(slackOf(relation)))
    const names = namesOf(variables)
    return slacks.map(slack => usesFor(slack, given, known, isStrict, points)?.map(({ premise, times }) => `${premise.told}, ${weight(times, names)}`))
  })
  return isLeft(found) || found.right.length === 0 ? undefined
    : found.right.reduce<Uses | undefined>((all, uses) => (all === undefined || uses === undefined ? undefined : [...new Set([...all, ...uses])]), [])
}

interface Use {
  readonly premise: Known
  readonly times: Quotient
}

const weight = (times: Quotient, names: ReadonlyArray<string>): string => {
  const shown = showQuotient(times, names)
  return shown.length <= 40 ? `times ${shown}` : 'with a weight that is a long formula'
}

/** More flows than these are not looked at, and more sums of premises than these are not tried. */
const mostFlows = 400
const mostTrials = 40

type Points = ReadonlyArray<ReadonlyArray<number>>

const usesFor = (
  slack: Quotient, premises: ReadonlyArray<Known>, known: KnownSigns, isStrict: boolean, points: Points
): ReadonlyArray<Use> | undefined => {
  const seems = promising(slack, premises, points)
  const mayBe = (uses: ReadonlyArray<Use>): boolean => unlessCancelled(known.cancelled, () => seems(uses))
  const isProof = (uses: ReadonlyArray<Use>): boolean =>
    uses.every(({ times }) => signOfQuotient(times, known) === '+') && isNeverNegative(lessAll(slack, uses), known, isStrict)
  const flows = [...usesAlongFlows(slack, premises, known), []]
  const plain = flows.filter(mayBe).slice(0, mostTrials).find(isProof)
  if (plain !== undefined) return plain
  const groups = groupsOf(premises)
  const more = [...flows.slice(0, mostTrials), []].flatMap(uses => {
    const rest = lessAll(slack, uses)
    return groups.flatMap(group => usesOf(group, rest, known).map(others => [...uses, ...others]))
  })
  return more.filter(mayBe).slice(0, mostTrials).find(isProof)
}

/** Some values of the variables, to see what cannot be a proof before it is tried. */
const pointsFor = ({ notNegative, ranges, blocks }: KnownSigns, { withCalls }: RootsAsUnknowns): Points =>
  Array.from({ length: 24 }, (_, k) => withCalls(blocks.map((__, position) => {
    const drawn = (Math.sin(12.9898 * (k + 1) + 78.233 * (position + 1)) * 43758.5453) % 1
    const range = ranges.get(position)
    if (range !== undefined) return encloseRational(range.lo).hi + (drawn + 1) / 2 * (encloseRational(range.hi).lo - encloseRational(range.lo).hi)
    return notNegative.has(position) ? Math.abs(drawn) * 2 : drawn * 2
  })))

/** What is left of a slack without the premises must nowhere be negative; rounding may not decide. */
const promising = (slack: Quotient, premises: ReadonlyArray<Known>, points: Points): (uses: ReadonlyArray<Use>) => boolean => {
  const slacks = points.map(point => valueAt(slack, point))
  const amounts = new Map(premises.map(premise => [premise, points.map(point => valueAt(premise.amount, point))]))
  return uses => points.every((point, k) => {
    const parts = [slacks[k] as number, ...uses.map(({ premise, times }) => -valueAt(times, point) * (amounts.get(premise)?.[k] as number))]
    const [sum, size] = [parts.reduce((a, b) => a + b), parts.reduce((a, b) => a + Math.abs(b), 0)]
    return !(sum < -size / 2 ** 24)
  })
}

const lessAll = (slack: Quotient, uses: ReadonlyArray<Use>): Quotient =>
  uses.reduce((rest, { premise, times }) => lowered(rationalFunction.sub(rest, rationalFunction.mul(times, premise.amount))), slack)

const positionOf = (unknown: Quotient | undefined): number | undefined => [...unknown?.num.values() ?? []][0]?.monomial[0]

/** The premises along each flow that makes the unknowns vanish, of which they are differences; for each function by itself. */
const usesAlongFlows = (slack: Quotient, premises: ReadonlyArray<Known>, known: KnownSigns): ReadonlyArray<ReadonlyArray<Use>> => {
  const arcs = premises.flatMap(premise => {
    const [above, below] = [positionOf(premise.above), positionOf(premise.below)]
    return above === undefined || below === undefined ? [] : [{ premise, above, below }]
  })
  const outflowAt = (position: number): Quotient => coefficientAt(slack, [position], position, known)
  const unknowns = [...new Set(arcs.flatMap(({ above, below }) => [above, below]))]
  const together = unknowns.reduce<ReadonlyArray<ReadonlyArray<number>>>((parts, unknown) => {
    const part = parts.find(members => arcs.some(({ above, below }) => members.includes(above) && below === unknown))
    return part === undefined ? [...parts, [unknown]] : parts.map(members => (members === part ? [...members, unknown] : members))
  }, [])
  const usesAlong = (nodes: ReadonlyArray<number>) => (flow: ReadonlyArray<Arc>): ReadonlyArray<Use> => flow.flatMap(({ from, to, amount }) => {
    const arc = arcs.find(({ above, below }) => above === nodes[from] && below === nodes[to])
    return arc === undefined ? [] : [{ premise: arc.premise, times: amount }]
  })
  const each = Math.floor(mostFlows ** (1 / together.length))
  return together.reduce<ReadonlyArray<ReadonlyArray<Use>>>((all, nodes) => {
    const flows = flowsFor(nodes.map(outflowAt), amount => signOfQuotient(amount, known)).slice(0, each).map(usesAlong(nodes))
    return all.flatMap(uses => flows.map(flow => [...uses, ...flow]))
  }, [[]])
}

/** The premises that are not along a flow, one by one and all together; and there and back between two nodes, for each two and for all. */
const groupsOf = (premises: ReadonlyArray<Known>): ReadonlyArray<ReadonlyArray<Known>> => {
  const single = premises.filter(({ above }) => above === undefined)
  const cycles = premises.flatMap((there, k) => premises.slice(k + 1).flatMap(back =>
    (there.above !== undefined && positionOf(there.above) === positionOf(back.below) && positionOf(there.below) === positionOf(back.above)
      ? [[there, back]] : [])))
  const kinds = [...new Set(single.map(({ told }) => told.replace(/ at .*$/, '')))]
  return [
    ...single.map(one => [one]), ...kinds.map(kind => single.filter(({ told }) => told.startsWith(`${kind} at `))).filter(all => all.length > 1),
    ...cycles, ...cycles.length > 1 ? [cycles.flat()] : []
  ]
}

/** The group so many times that a term vanishes that it has in common with what is left, and twice as often, and once. */
const usesOf = (group: ReadonlyArray<Known>, rest: Quotient, known: KnownSigns): ReadonlyArray<ReadonlyArray<Use>> => {
  const there = new Set([...rest.num.values()].flatMap(({ monomial }) => monomial))
  const isThere = ({ amount }: Known): boolean => [...amount.num.values()].every(({ monomial }) => monomial.every(position => there.has(position)))
  const used = group.filter(premise => premise.above !== undefined || isThere(premise))
  if (used.length === 0) return []
  const sum = used.map(({ amount }) => amount).reduce(rationalFunction.add)
  const ratios = [...sum.num.values()].flatMap(({ monomial }) => {
    const free = monomial.filter(position => !known.notNegative.has(position))
    const [inRest, inSum] = [rest, sum].map(of => coefficientAt(of, free.length > 0 ? free : monomial, undefined, known)) as [Quotient, Quotient]
    return inSum.num.size === 0 || inRest.num.size === 0 ? [] : [rationalFunction.div(inRest, inSum)]
  }).filter(ratio => signOfQuotient(ratio, known) === '+')
  const different = ratios.filter((ratio, k) => !ratios.slice(0, k).some(other => rationalFunction.sub(ratio, other).num.size === 0))
  const twice = different.map(ratio => rationalFunction.add(ratio, ratio))
  return [...different, ...twice, rationalFunction.of(1)].map(times => used.map(premise => ({ premise, times })))
}

/** What a product of variables is multiplied by, where that is made of variables that are never negative; or of any, beside an unknown. */
const coefficientAt = ({ num, den }: Quotient, at: ReadonlyArray<number>, unknown: number | undefined, { notNegative }: KnownSigns): Quotient => {
  const count = (monomial: ReadonlyArray<number>, position: number): number => monomial.filter(other => other === position).length
  const terms: Polynomial = [...num.values()].reduce((sum, { monomial, coefficient }) => {
    const rest = monomial.filter(position => !at.includes(position))
    const isThere = at.every(position => count(monomial, position) === count(at, position))
      && (unknown !== undefined || rest.every(position => notNegative.has(position)))
    return isThere
      ? rationalFunction.add(sum, rest.map(ofVariable).reduce(rationalFunction.mul, rationalFunction.ofRational(coefficient))) : sum
  }, rationalFunction.of(0)).num
  return { num: terms, den }
}
