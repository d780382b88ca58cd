import type { Analytic } from '../number/Arithmetic.js'
import { elementaryRational } from '../number/elementaryRational.js'
import type { Rational } from '../number/rational.js'
import { leastWidth, type Measured, measure } from './Measured.js'
import { isUndecided } from './raised.js'
import { outside, type Relation } from './Relation.js'
import { type Checked, noticed, noticing } from './slips.js'
import { type AnalyticSystem, balls, fractions, intervals } from './System.js'

/** Relations in one number system, or that the premise is not met. */
type Found<A> = ReadonlyArray<Relation<A>> | typeof outside
type Looked = ReadonlyArray<Measured> | typeof outside

/** Sides of which this part of their size is known are told from all but very near numbers. */
const resolved = 2 ** -40

const mostBits = 1600

/** What doubles leave open is looked at again with so many bits. */
export const moreBits: ReadonlyArray<number> = [160, 600, mostBits]

// As many bits as are computed in about a second.
const farthest = 2 ** 16

/** An agreement of sides that are both 0 resolves by no size of theirs; but each look narrows it by about as many bits as it has more. */
const narrowing = 100

/** How closely to look: from doubles up, as far as need be; at least once with 160 bits; or at once with all bits. */
export type Care = 'usual' | 'thorough' | 'utmost'

/**
 * Evaluates relations over intervals of doubles, and again with more bits until each is decided: an inequality by the sign of its slack, an
 * equality when its sides cannot be equal, or agree to 2^-40 of their size. A rational formula that stays open is decided in fractions. The
 * tensor of an entry lends it its size at the last look only: until then more bits tell more.
 */
export const looksAt = (formula: <A>(N: Analytic<A>) => Found<A>, care: Care): Looked => {
  if (care !== 'usual') notice(formula(noticing))
  const earlier: Array<ReadonlyArray<Measured>> = []
  let found: Looked = look(intervals, onTheirOwn(formula))
  for (const [k, bits] of moreBits.entries()) {
    if (found === outside || !found.some((m, i) => isOpen(earlier)(m, i) || wanted(care, k, m))) return concluded(
      formula, found, earlier
    )
    earlier.push(found)
    found = look(balls(bits), bits === mostBits ? formula : onTheirOwn(formula))
  }
  if (care === 'utmost') found = looksFar(formula, found)
  return found === outside || !found.some(isOpen(earlier)) ? concluded(formula, found, earlier)
    : inFractions(formula) ?? found.map(
      (m, i): Measured => (m.outcome === 'agrees' && isOpen(earlier)(m, i) ? { ...m, outcome: 'wide' } : m)
    )
}

const notice = (found: Found<Checked>): void => {
  if (found !== outside) noticed(found.flatMap(({ left, right }) => [left, right]))
}

/** Whether to look again at what agrees already. */
const wanted = (care: Care, k: number, { outcome }: Measured): boolean =>
  outcome === 'agrees' && (care === 'utmost' || (care === 'thorough' && k === 0))

const onTheirOwn = (formula: <A>(N: Analytic<A>) => Found<A>) => <A>(N: Analytic<A>): Found<A> => {
  const found = formula(N)
  return found === outside ? outside : found.map(({ kind, left, right, place, sides }) =>
    ({ kind, left, right, place, ...sides === undefined ? {} : { sides } }))
}

/** Sides that seem to be 0 have no size: fractions decide, or they resolve what the last look leaves of the width that the first had. */
const concluded = (
  formula: <A>(N: Analytic<A>) => Found<A>, found: Looked, [first]: ReadonlyArray<ReadonlyArray<Measured>>
): Looked => {
  if (found === outside || first === undefined || !found.some(seemsZero)) return found
  return inFractions(formula) ?? found.map((m, i) => {
    const before = first[i]?.width ?? m.width
    return seemsZero(m) && before < Infinity ? { ...m, resolution: 2 ** (m.width - before) } : m
  })
}

const seemsZero = ({ outcome, resolution }: Measured): boolean => outcome === 'agrees' && resolution > resolved

/** Sides beyond 2^1500 that agree are looked at until they are known to 2^-40 itself, where that many bits can be had. */
const looksFar = (formula: <A>(N: Analytic<A>) => Found<A>, found: Looked): Looked => {
  if (found === outside) return outside
  const width = found.reduce((most, m) => (m.outcome === 'agrees' ? Math.max(most, m.width) : most), -Infinity)
  const bits = mostBits + width + -Math.log2(resolved)
  return width > Math.log2(resolved) && bits <= farthest ? look(balls(bits), formula) : found
}

const look = <A>(system: AnalyticSystem<A>, formula: (N: Analytic<A>) => Found<A>): Looked => {
  const found = formula(system.N)
  return found === outside ? outside : found.map(measure(system))
}

const isOpen = (earlier: ReadonlyArray<ReadonlyArray<Measured>>) => (m: Measured, i: number): boolean =>
  m.outcome === 'open' || m.outcome === 'perhaps'
    || (m.outcome === 'agrees' && !isResolved(m, earlier.map(seen => seen[i])))

// Doubles end at 2^-1074, and what is below them is not told apart there; bits do not end.
const isResolved = (last: Measured, earlier: ReadonlyArray<Measured | undefined>): boolean =>
  last.resolution <= resolved || (earlier.length > 0 && last.width <= leastWidth)
    || (mayBeZero(last) && narrowsAlways([...earlier, last].map(m => m?.width ?? Infinity)))

/** Whether both sides may be 0, and nothing but their width speaks against it. */
const mayBeZero = ({ left, right }: Measured): boolean => left.lo <= 0 && left.hi >= 0 && right.lo <= 0 && right.hi >= 0

const narrowsAlways = (widths: ReadonlyArray<number>): boolean =>
  widths.length > 2 && widths.every((width, k) => k === 0 || width <= (widths[k - 1] ?? 0) - narrowing)

const inFractions = (formula: (N: Analytic<Rational>) => Found<Rational>): Looked | undefined => {
  try {
    const found = formula(elementaryRational)
    return found === outside ? outside : found.map(measure(fractions))
  } catch (error) {
    if (isUndecided(error)) return undefined
    throw error
  }
}
