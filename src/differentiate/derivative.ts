import { type Graph, tex, text } from '../expression/index.js'
import { decimal } from '../number/writtenDecimal.js'
import { type Ball, ball, toInterval } from '../number/index.js'
import { nearestDouble } from '../number/nearestDouble.js'
import { attempt, isLeft } from '../prelude/index.js'
import type { Derivative, Difference, Shown, Method, Quotient, Request } from './Answer.js'
import { differencesOverDoubles } from './differences.js'
import { differencesOverBalls } from './differencesOverBalls.js'
import type { At } from './modes.js'
import { sectionOf } from './sections.js'
import { judged, showBall, type System } from './System.js'
import { derivativeIn, type Truth } from './truth.js'

/** One input, and what each mode found for it. */
export interface Found<A> {
  readonly request: Request
  readonly at: At
  readonly truth: Truth
  readonly name: string
  readonly formula: Graph
  readonly got: Readonly<Record<Method, A>>
  readonly consistent: boolean
}

/** The derivative by one input: each mode, each difference, the enclosure of the truth, and how far all are from it. */
export const derivative = <A>(
  system: System<A>, { request: { graph, digits, h }, at, truth, name, formula, got, consistent }: Found<A>
): Derivative => {
  const { value: exact, exists } = derivativeIn(truth, name)
  const step = h === undefined ? undefined : decimal('--h', h).value
  const section = sectionOf(graph, at, truth, name, formula, { value: exact, exists })
  const differences = digits === undefined
    ? differencesOverDoubles(section, step === undefined ? undefined : nearestDouble(step))
    : differencesOverBalls(digits)(section, step)
  const modes = mapped(got, a => judged(system, a, exact))
  return {
    formula: writtenOut(text, formula),
    tex: writtenOut(tex, formula),
    modes,
    differences,
    enclosure: enclosureOf(exact, digits),
    ulps: { ...mapped(got, a => unitsOff(system, exact, system.toBall(a))), ...quotientsOff(
      system, exact, differences
    ) },
    agrees: Object.values(modes).every(({ digits: right }) => right !== 0),
    consistent
  }
}

const mapped = <A, B>(
  { forward, reverse, symbolic: formal }: Readonly<Record<Method, A>>, f: (a: A) => B
): Readonly<Record<Method, B>> =>
  ({ forward: f(forward), reverse: f(reverse), symbolic: f(formal) })

const writtenOut = (write: (graph: Graph) => string, formula: Graph): string => {
  const written = attempt(() => write(formula))
  return isLeft(written) ? '' : written.right
}

/** The ends of the enclosure: doubles around the truth, or the digits asked for and three more. */
const enclosureOf = (exact: Ball, digits: number | undefined): readonly [Shown, Shown] => {
  const { lo, hi } = toInterval(exact)
  if (digits === undefined) return [{ text: String(lo), near: lo }, { text: String(hi), near: hi }]
  const ends = [exact.mid - exact.rad, exact.mid + exact.rad].map(
    mid => showBall(digits + 3)({ ...exact, mid, rad: 0n })
  )
  return [ends[0] as Shown, ends[1] as Shown]
}

// Enough bits for differences of whatever can be asked for.
const wide = ball(16_000)

// No unit belongs to a true value of 0.
const unitsOff = <A>({ unit }: System<A>, exact: Ball, got: Ball): number => {
  if (exact.mid === 0n && exact.rad === 0n) return got.mid === 0n ? 0 : Infinity
  if (!Number.isFinite(got.exp)) return Infinity
  const N = ball(64)
  const { lo, hi } = toInterval(N.div(N.abs(wide.sub(got, exact)), unit(exact)))
  return Number((lo / 2 + hi / 2).toPrecision(3))
}

const quotientsOff = <A>(
  system: System<A>, exact: Ball, differences: Derivative['differences']
): Partial<Record<Quotient, number>> => {
  const taken = Object.entries(differences) as ReadonlyArray<readonly [Quotient, Difference | string]>
  const read = (d: Difference): Ball =>
    (Number.isFinite(d.value.near) ? wide.ofRational(decimal('a difference', d.value.text).value) : wide.of(NaN))
  return Object.fromEntries(taken.flatMap(
    ([quotient, d]) => (typeof d === 'string' ? [] : [[quotient, unitsOff(system, exact, read(d))]])
  ))
}
