import { ofVariable, type RationalFunction, rationalFunction } from '../number/polynomial.js'
import { lowered } from '../number/exactQuotient.js'
import { encloseRational } from '../number/rational.js'
import { attempt, isLeft } from '../prelude/index.js'
import { signsOf, slackOf } from './bySquares.js'
import type { Formula } from './forAll.js'
import { isNeverNegative, type KnownSigns, signOfQuotient } from './neverNegative.js'
import type { Known, Premises, Use } from './Premise.js'
import { relationsOf } from './Relation.js'
import { type RootsAsUnknowns, rootsAsUnknowns, valueAt } from './rootsAsUnknowns.js'
import { showQuotient } from './showQuotient.js'
import { blocksOf, liftBy, namesOf } from './positions.js'
import { groupsOf, usesAlongFlows, usesOf } from './uses.js'
import type { Variables } from './Variable.js'
import { unlessCancelled } from './watched.js'

type Quotient = RationalFunction

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
    const given = premises(roots.N, liftBy(variables, ofVariable))
      .map(premise => ({ ...premise, amount: plain(premise.amount) }))
    const known = signsOf(variables, roots, cancelled)
    const points = pointsFor(known, roots)
    const slacks = related === 'outside' ? [] : relationsOf(related).map(relation => plain(slackOf(relation)))
    const names = namesOf(variables)
    return slacks.map(slack => usesFor(slack, given, known, isStrict, points)?.map(
      ({ premise, times }) => `${premise.told}, ${weight(times, names)}`
    ))
  })
  return isLeft(found) || found.right.length === 0 ? undefined : found.right.reduce(bothOf, [])
}

/** All of the first and all of the second; none, where either was not found. */
const bothOf = (all: Uses | undefined, uses: Uses | undefined): Uses | undefined =>
  (all === undefined || uses === undefined ? undefined : [...new Set([...all, ...uses])])

const weight = (times: Quotient, names: ReadonlyArray<string>): string => {
  const shown = showQuotient(times, names)
  return shown.length <= 40 ? `times ${shown}` : 'with a weight that is a long formula'
}

/** More sums of premises than these are not tried. */
const mostTrials = 40

type Points = ReadonlyArray<ReadonlyArray<number>>

const usesFor = (
  slack: Quotient, premises: ReadonlyArray<Known>, known: KnownSigns, isStrict: boolean, points: Points
): ReadonlyArray<Use> | undefined => {
  const seems = promising(slack, premises, points)
  const mayBe = (uses: ReadonlyArray<Use>): boolean => unlessCancelled(known.cancelled, () => seems(uses))
  const isProof = (uses: ReadonlyArray<Use>): boolean =>
    uses.every(({ times }) => signOfQuotient(times, known) === '+')
    && isNeverNegative(lessAll(slack, uses), known, isStrict)
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
    if (range === undefined) return notNegative.has(position) ? Math.abs(drawn) * 2 : drawn * 2
    const [lo, hi] = [encloseRational(range.lo).hi, encloseRational(range.hi).lo]
    return lo + (drawn + 1) / 2 * (hi - lo)
  })))

/** What is left of a slack without the premises must nowhere be negative; rounding may not decide. */
const promising = (
  slack: Quotient, premises: ReadonlyArray<Known>, points: Points
): (uses: ReadonlyArray<Use>) => boolean => {
  const slacks = points.map(point => valueAt(slack, point))
  const amounts = new Map(premises.map(premise => [premise, points.map(point => valueAt(premise.amount, point))]))
  return uses => points.every((point, k) => {
    const taken = uses.map(({ premise, times }) => valueAt(times, point) * (amounts.get(premise)?.[k] as number))
    const parts = [slacks[k] as number, ...taken.map(part => -part)]
    const [sum, size] = [parts.reduce((a, b) => a + b), parts.reduce((a, b) => a + Math.abs(b), 0)]
    return !(sum < -size / 2 ** 24)
  })
}

const lessAll = (slack: Quotient, uses: ReadonlyArray<Use>): Quotient =>
  uses.reduce((rest, { premise, times }) => {
    const part = rationalFunction.mul(times, premise.amount)
    return lowered(rationalFunction.sub(rest, part))
  }, slack)
