import type { Interval } from '../number/Interval.js'
import { refuse } from '../prelude/index.js'
import { heading, type Place, type Relation } from './Relation.js'
import { show } from './show.js'
import type { Grade, System } from './System.js'

/**
 * What a relation was found to be.
 * - `holds`, `violated`: decided by the numbers themselves, or by enclosures that leave no choice;
 * - `agrees`: the enclosures of two sides that should be equal meet. That is as good as they are narrow: see `resolution`;
 * - `wide`: they agree, but with all the bits that were tried no better than numbers of that size would by chance;
 * - `open`: an inequality whose slack may have either sign;
 * - `perhaps`: it is not known whether both sides are defined;
 * - `nowhere`: a side is not defined, so that there is nothing to compare.
 */
export type Outcome = 'holds' | 'agrees' | 'wide' | 'violated' | 'open' | 'perhaps' | 'nowhere'

export interface Measured {
  readonly outcome: Outcome
  readonly slack: Interval
  /** How far apart two sides that agree might be, beside their size. */
  readonly resolution: number
  /** The exponent of the width of what is known of their difference. */
  readonly width: number
  readonly place: Place
  readonly left: Interval
  readonly right: Interval
  readonly sides: readonly [string, string]
  /** Of an inequality between positive numbers: how much of the larger side the smaller one is. */
  readonly ratio?: number
}

/** The exponent of the least width that counts: below the smallest normal doubles there is nothing to tell apart. */
export const leastWidth = -1021

/** "dp.w[2,1]: layer 3, definition 4". */
export const describe = ({ place, left, right, sides }: Pick<Measured, 'place' | 'left' | 'right' | 'sides'>): string =>
  `${heading(place)}${sides[0]} ${show(left)}, ${sides[1]} ${show(right)}`

/** Both sides as texts, the left one first, also where the relation was made the other way round. */
export const shownSides = (
  { left, right, sides }: Pick<Measured, 'left' | 'right' | 'sides'>
): readonly [string, string] =>
  (sides[0] === 'right' ? [show(right), show(left)] : [show(left), show(right)])

const minusDistance = ({ lo, hi }: Interval): Interval =>
  ({ lo: 0 - Math.max(Math.abs(lo), Math.abs(hi)), hi: lo <= 0 && hi >= 0 ? 0
    : 0 - Math.min(Math.abs(lo), Math.abs(hi)) })

const leftAndRight = ['left', 'right'] as const

/**
 * An inequality holds when all of its slack is at least 0, is violated when all of it is below, and is open in between; an equality holds
 * when its sides are one number, is violated when they cannot be equal, and else agrees. So a true relation is never refuted.
 */
export const measure = <A>(system: System<A>) => (relation: Relation<A>): Measured => {
  const { kind, left, right, place, sides = leftAndRight } = relation
  if (kind !== '=' && kind !== '<=') refuse(
    'input', 'a relation', 'what equal or atMost makes', `the kind ${String(kind)}`
  )
  const [l, r] = [system.enclose(left), system.enclose(right)]
  const grade = worst(system.grade(left), system.grade(right))
  if (grade !== 'defined') return {
    outcome: grade, slack: nothing, resolution: Infinity, width: Infinity, place, left: l, right: r, sides
  }
  const difference = system.sub(right, left)
  const apart = system.enclose(difference)
  const outcome = outcomeOf(kind, system.lower(difference), system.upper(difference))
  const width = system.width(difference)
  const found: Measured = {
    outcome,
    slack: kind === '=' ? minusDistance(apart) : apart,
    resolution: width === -Infinity ? 0 : relative(width - sizeOf(system, relation)),
    width, place, left: l, right: r, sides
  }
  return kind === '<=' && l.lo > 0 && r.lo > 0 ? { ...found, ratio: l.hi / r.lo } : found
}

const outcomeOf = (kind: '=' | '<=', lower: number, upper: number): Outcome =>
  kind === '<=' ? (lower >= 0 ? 'holds' : upper < 0 ? 'violated' : 'open')
    : lower > 0 || upper < 0 ? 'violated' : lower === 0 && upper === 0 ? 'holds' : 'agrees'

/** 2^exponent, and never 0, which says exact; two numbers of which nothing is known, not even the size, are not resolved at all. */
const relative = (exponent: number): number =>
  (Number.isNaN(exponent) ? Infinity : Math.max(Number.MIN_VALUE, 2 ** exponent))

const nothing: Interval = { lo: NaN, hi: NaN }

const worst = (a: Grade, b: Grade): Grade =>
  a === 'nowhere' || b === 'nowhere' ? 'nowhere' : a === 'perhaps' || b === 'perhaps' ? 'perhaps' : 'defined'

/**
 * The exponent of the size beside which an agreement counts: that of the larger side, of its tensor, or of what the law names. Entries of
 * which nothing is known lend none.
 */
const sizeOf = <A>({ size }: System<A>, { left, right, among = [], size: named = 0 }: Relation<A>): number =>
  among.reduce((most, entry) => {
    const own = size(entry)
    return own > most && own < Infinity ? own : most
  }, Math.max(size(left), size(right), Math.log2(named)))
