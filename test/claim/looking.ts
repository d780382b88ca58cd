import { type Care, looksAt } from '../../src/claim/looks.js'
import type { Outcome } from '../../src/claim/Measured.js'
import { equal, outside, type Relation } from '../../src/claim/Relation.js'
import type { Analytic } from '../../src/number/Arithmetic.js'
import type { Ball } from '../../src/number/ball.js'
import { bitLength } from '../../src/number/dyadic.js'
import { type Interval, point } from '../../src/number/Interval.js'
import { refuse } from '../../src/prelude/index.js'

/** Where a formula is evaluated: a number stands for balls of so many bits. */
type Where = 'noticing' | 'intervals' | 'fractions' | number

const whereOf = <A>(N: Analytic<A>): Where => {
  const third = N.div(N.of(1), N.of(3)) as object
  return 'mid' in third ? bitLength((third as Ball).mid)
    : 'lo' in third ? 'intervals' : 'num' in third ? 'fractions' : 'noticing'
}

type Found<A> = ReadonlyArray<Relation<A>> | typeof outside

/** Where a formula was evaluated, and what of its relations was found: the outcome and the resolution of each. */
interface Looked {
  readonly looks: ReadonlyArray<Where>
  readonly found: ReadonlyArray<readonly [Outcome, number]> | typeof outside
}

export const looked = (formula: <A>(N: Analytic<A>, where: Where) => Found<A>, care: Care = 'usual'): Looked => {
  const looks: Array<Where> = []
  const found = looksAt(N => {
    const where = whereOf(N)
    looks.push(where)
    return formula(N, where)
  }, care)
  return { looks, found: found === outside ? outside
    : found.map(({ outcome, resolution }) => [outcome, resolution] as const) }
}

/** The same of relations between numbers made up for each look; fractions do not decide. */
export const made = (relations: (look: 'intervals' | number) => Found<unknown>, care: Care = 'usual'): Looked =>
  looked(<A>(_N: Analytic<A>, where: Where) => where === 'noticing' ? [] as Found<A>
    : where === 'fractions' ? refuse('undecided', 'fractions', 'a fraction', 'none')
      : relations(where) as Found<A>, care)

export const outcomesOf = ({ found }: Looked): ReadonlyArray<Outcome> | typeof outside =>
  found === outside ? outside : found.map(([outcome]) => outcome)

/** The square of the root of 2, which no number of bits tells from 2. */
export const two = <A>(N: Analytic<A>): A => N.square(N.sqrt(N.of(2)))

export const span = (lo: number, hi: number): Interval => ({ lo, hi })
export const ball = (mid: bigint, rad: bigint, exp: number): Ball => ({ mid, exp, rad })
export const zero: Ball = ball(0n, 0n, 0)
export const all: ReadonlyArray<Where> = ['intervals', 160, 600, 1600]

/** That 0 is what is known to be near 0: between -2^(width - 1) and 2^(width - 1), so that it has no size beside its width. */
export const nearZero = (look: 'intervals' | number, width: number): Relation<unknown> => look === 'intervals'
  ? equal<Interval>(span(-(2 ** (width - 1)), 2 ** (width - 1)), point(0)) : equal<Ball>(ball(0n, 1n, width - 2), zero)

/** That of widths given for each look. */
export const byWidths = (...widths: ReadonlyArray<number>) =>
  (look: 'intervals' | number): ReadonlyArray<Relation<unknown>> =>
    [nearZero(look, widths[all.indexOf(look)] ?? NaN)]
