import { type Graph, symbolic, tex, text } from '../../expression/index.js'
import { decimal } from '../../number/writtenDecimal.js'
import { type Ball, ball, float64, floatRun, type Rational, toInterval } from '../../number/index.js'
import { nearestDouble } from '../../number/nearestDouble.js'
import { attempt, isLeft } from '../../prelude/index.js'
import type { Derivative, Difference, Figure, Method, Quotient, Request } from './Answer.js'
import { differencesOverBalls, differencesOverDoubles, type Sections } from './differences.js'
import { type At, lifted, outputOf } from './modes.js'
import { showBall, type System } from './System.js'
import type { Truth } from './truth.js'

/** One input, and what each mode found for it. */
export interface Found<A> {
  readonly request: Request
  readonly at: At
  readonly truth: Truth
  readonly name: string
  readonly formula: Graph
  readonly got: Readonly<Record<Method, A>>
  readonly agrees: boolean
}

/** The derivative by one input: each mode, each difference, the enclosure of the truth, and how far all are from it. */
export const derivative = <A>(
  system: System<A>, { request: { graph, digits, h }, at, truth, name, formula, got, agrees }: Found<A>
): Derivative => {
  const exact = truth.gradient[name] as Ball
  const step = h === undefined ? undefined : decimal('--h', h).value
  const section = sectionOf(graph, at, truth, name, formula)
  const differences = digits === undefined
    ? differencesOverDoubles(section, step === undefined ? undefined : nearestDouble(step))
    : differencesOverBalls(digits)(section, step)
  return {
    formula: writtenOut(text, formula),
    tex: writtenOut(tex, formula),
    modes: mapped(got, system.show),
    differences,
    enclosure: enclosureOf(exact, digits),
    ulps: { ...mapped(got, a => unitsOff(system, exact, system.toBall(a))), ...quotientsOff(system, exact, differences) },
    agrees
  }
}

const mapped = <A, B>({ forward, reverse, symbolic: formal }: Readonly<Record<Method, A>>, f: (a: A) => B): Readonly<Record<Method, B>> =>
  ({ forward: f(forward), reverse: f(reverse), symbolic: f(formal) })

const writtenOut = (write: (graph: Graph) => string, formula: Graph): string => {
  const written = attempt(() => write(formula))
  return isLeft(written) ? '' : written.right
}

/** The ends of the enclosure: doubles around the truth, or the digits asked for and three more. */
const enclosureOf = (exact: Ball, digits: number | undefined): readonly [Figure, Figure] => {
  const { lo, hi } = toInterval(exact)
  if (digits === undefined) return [{ text: String(lo), near: lo }, { text: String(hi), near: hi }]
  const ends = [exact.mid - exact.rad, exact.mid + exact.rad].map(mid => showBall(digits + 3)({ ...exact, mid, rad: 0n }))
  return [ends[0] as Figure, ends[1] as Figure]
}

// Enough bits for differences of whatever can be asked for.
const wide = ball(16_000)

// No unit belongs to a true value of 0.
const unitsOff = <A>({ unit }: System<A>, exact: Ball, got: Ball): number => {
  if (exact.mid === 0n && exact.rad === 0n) return got.mid === 0n ? 0 : Infinity
  const N = ball(64)
  const { lo, hi } = toInterval(N.div(N.abs(wide.sub(got, exact)), unit(exact)))
  return Number((lo / 2 + hi / 2).toPrecision(3))
}

const quotientsOff = <A>(system: System<A>, exact: Ball, differences: Derivative['differences']): Partial<Record<Quotient, number>> => {
  const taken = Object.entries(differences) as ReadonlyArray<readonly [Quotient, Difference | string]>
  const read = (d: Difference): Ball => wide.ofRational(decimal('a difference', d.value.text).value)
  return Object.fromEntries(taken.flatMap(([quotient, d]) => (typeof d === 'string' ? [] : [[quotient, unitsOff(system, exact, read(d))]])))
}

// The model's second and third derivatives are formulas about three times as long as the one before.
const longestModelled = 400

const sectionOf = (graph: Graph, at: At, truth: Truth, name: string, formula: Graph): Sections => {
  const N = ball(truth.bits)
  const point = lifted(N, at)
  const second = graph.nodes.length > longestModelled ? undefined : symbolic(formula)[name]
  const third = second === undefined ? undefined : symbolic(second)[name]
  const x = at[name] as Rational
  const doublesAt = lifted(float64, at)
  const run = outputOf(floatRun, graph, lifted(floatRun, at))
  const relative = (run.hi - run.lo) / 2 / Math.min(Math.abs(run.lo), Math.abs(run.hi))
  return {
    f: a => outputOf(float64, graph, { ...doublesAt, [name]: a }),
    ballF: bits => a => outputOf(ball(bits), graph, { ...lifted(ball(bits), at), [name]: a }),
    x,
    near: nearestDouble(x),
    value: truth.values[graph.output] as Ball,
    second: second === undefined ? undefined : outputOf(N, second, point),
    third: third === undefined ? undefined : outputOf(N, third, point),
    noise: relative > 2 ** -53 && relative < 1 ? relative : 2 ** -53
  }
}
