import { interval } from '../number/intervalArithmetic.js'
import { encloseRational } from '../number/rational.js'
import { attempt, isLeft } from '../prelude/index.js'
import type { Judge, Judgement } from './Claim.js'
import { type Box, enclosed } from './enclosed.js'
import type { Formula } from './forAll.js'
import { outside, type Relation, relationsOf } from './Relation.js'
import { liftBy, rangesOf } from './positions.js'
import type { Lifted, Range, Variables } from './Variable.js'
import { doublesIn } from './within.js'

/** Boxes of more sides than these take too many pieces. */
export const mostSides = 3
const mostPieces = 4000

/**
 * Proves inequalities in at most three numbers, of each of which a range is known, on all of it: the box is cut until the enclosure of each
 * piece decides. With `isStrict` both sides must differ everywhere.
 *
 * @example
 * onRanges({ x: within('0', '1') }, (N, { x }) => atMost(N.sin(x), N.of(0.9)))(effort(), 'sine/low').verdict // 'proved'
 */
export const onRanges = <V extends Variables>(
  variables: V, formula: Formula<V>, { isStrict = false }: { readonly isStrict?: boolean } = {}
): Judge => {
  const names = Object.keys(variables)
  const ranges = [...rangesOf(variables).values()]
  const isBox = names.length > 0 && names.length <= mostSides && ranges.length === names.length
    && Object.values(variables).every(({ kind }) => kind === 'scalar')
  if (!isBox) return () => undecided('not an inequality in at most three numbers that all have a range')
  const boxOf = (endsOf: typeof outer): Box<string> =>
    Object.fromEntries(names.map((name, k) => [name, endsOf(ranges[k] as Range)]))
  // what the formula gives over this box, as often as it is asked
  const relations = <A>(N: Parameters<typeof formula<A>>[0], lifted: Lifted<V, A>): ReadonlyArray<Relation<A>> => {
    const found = formula(N, lifted)
    return found === outside ? [] : relationsOf(found)
  }
  const count = attempt(
    () => relations(interval, liftBy(variables, k => interval.of(outer(ranges[k] as Range)[0]))).length
  )
  if (isLeft(count) || count.right === 0) return () =>
    undecided(isLeft(count) ? count.left.message : 'nothing is related')
  const judgeOf = (k: number, endsOf: typeof outer): Judge => enclosed(boxOf(endsOf), (N, at) =>
    relations(N, at as Lifted<V, ReturnType<typeof N.of>>)[k] as Relation<ReturnType<typeof N.of>>, {
      isStrict, mostPieces
    })
  return (effort, id) => Array.from({ length: count.right }, (_, k) => k).reduce<Judgement | undefined>((before, k) => {
    if (before !== undefined && before.verdict !== 'proved') return before
    const found = judgeOf(k, outer)(effort, id)
    if (found.verdict === 'proved') return {
      ...found, evidence: { ...found.evidence, observed: `on ${found.evidence.scope}` }
    }
    // an end says nothing where it is left out, or is no double; and where sides are undefined at some place they need not be elsewhere
    const inside = found.verdict === 'undecided' || ranges.some(isEmpty) ? found : judgeOf(k, doublesIn)(effort, id)
    return inside.verdict === 'refuted' ? inside
      : { verdict: 'undecided', evidence: found.evidence, reason: 'not seen on the whole range' }
  }, undefined) as Judgement
}

const undecided = (reason: string): Judgement =>
  ({ verdict: 'undecided', reason, evidence: {
    strength: 'enclosed', scope: 'nothing was judged', cases: 0, undecidedCases: 0, slack: null, resolution: null
  } })

const outer = ({ lo, hi }: Range): readonly [number, number] => [encloseRational(lo).lo, encloseRational(hi).hi]

const isEmpty = (range: Range): boolean => {
  const [from, to] = doublesIn(range)
  return from > to
}
