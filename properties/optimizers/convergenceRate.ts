import fc from 'fast-check'
import { type ConvexData, convexFamilies } from '../../proofs-numeric/homework-1/convergence-rate/convex-families.js'
import {
  worstCase, worstCaseSubgradient
} from '../../proofs-numeric/homework-1/convergence-rate/worst-case-function.js'
import { average, gradientOf, gradientStep, held } from '../../src/definition/index.js'
import { atMost, type Claim, claim, equal, equalGrids, type Law, outside, sampled } from '../../src/claim/index.js'
import {
  type Analytic, dot, dualAnalytic, float64, fromEntries, type Grid, type Interval, interval, mapGrid, minus, norm,
  normSquared, point,
  vectorOf
} from '../../src/number/index.js'
import { refuse } from '../../src/prelude/index.js'
import * as T from '../../src/tensor/index.js'
import { atMostCases } from '../cases/fewer.js'
import { quarterList } from '../cases/quarters.js'
import type { SgdSubject } from './sgd.js'
import { visited } from '../cases/visited.js'

/** A convex function of a family, by its data, and the square root m of the number of steps. */
interface Trial {
  readonly family: string
  readonly a: ReadonlyArray<number>
  readonly c: ReadonlyArray<number>
  readonly m: number
}

const families = convexFamilies.map(({ name }) => name)

/** What the rate is about: f with its minimiser c, how far away that is, how steep f can be, and a subgradient of f. */
interface Problem<A> {
  readonly f: (w: Grid<A>) => A
  readonly c: Grid<A>
  readonly B: A
  readonly rho: A
  readonly subgradient: (w: Grid<A>) => Grid<A>
}

const problem = <A>(N: Analytic<A>, { family, a, c }: Trial): Problem<A> => {
  const { f, rho } = convexFamilies.find(({ name }) => name === family)
    ?? refuse('input', 'family', families.join(', '), family)
  const data: ConvexData<A> = { a: fromEntries([2, 2], a.map(N.of)), c: vectorOf(c.map(N.of)) }
  return {
    f: f(N, data),
    c: data.c,
    B: norm(N)(data.c),
    rho: rho(N, data),
    subgradient: gradientOf(N)(f(dualAnalytic(N), { a: held(N)(data.a), c: held(N)(data.c) }))
  }
}

type Subgradient = (w: Grid<number>) => Grid<number>

/** The points w^1 = 0, ..., w^{T+1} that the subject visits. */
const descend = (
  { sgd }: SgdSubject, eta: number, n: number, steps: number, subgradient: Subgradient
): ReadonlyArray<Grid<number>> =>
  visited(sgd({ learningRate: eta }), T.zeros([n]), steps, w => T.fromGrid(subgradient(T.toGrid(w)))).map(T.toGrid)

const enclosed = mapGrid(point)
const width = mapGrid(({ lo, hi }: Interval) => interval.sub(point(hi), point(lo)))

interface Rounded extends Pick<Problem<Interval>, 'f' | 'c' | 'rho'> {
  readonly eta: Interval
  /** What rounding has left of w^t, the subgradient there, and w^{t+1}. */
  readonly w: Grid<Interval>
  readonly v: Grid<Interval>
  readonly next: Grid<Interval>
}

// What one rounded step can add to the bound: its subgradient is one but for a defect, and may be longer than rho; and w^{t+1} is off
// by r, where <w^t - w*, v> gains <w^{t+1} - w*, r> / eta. The size of r is at most the width of the step in intervals.
const addedByRounding = ({ f, c, rho, eta, w, v, next }: Rounded): Interval => {
  const N = interval
  const zero = N.of(0)
  const defect = N.sub(N.sub(f(w), f(c)), dot(N)(minus(N)(w, c), v))
  const r = norm(N)(width(gradientStep(N)(eta)(w, v)))
  const excess = N.sub(normSquared(N)(v), N.mul(rho, rho))
  return [
    N.max(zero, defect),
    N.div(N.mul(norm(N)(minus(N)(next, c)), r), eta),
    N.div(N.mul(eta, N.max(zero, excess)), N.of(2))
  ].reduce(N.add)
}

const rate = (subject: SgdSubject): Claim => atMostCases(250, claim(
  {
    id: `${subject.name}/rate`,
    title: 'With the tuned rate the mean iterate is within B rho / sqrt T of the minimum, on four families',
    statement: String.raw`f(\bar w) - f(w^*) \le \frac{B\rho}{\sqrt T}, \quad \eta = \frac B{\rho\sqrt T}`,
    source: 'Deep learning homework 1, question 3',
    rows: ['HW1-GD-28', 'HW1-GD-32', 'HW1-GD-35']
  },
  sampled<Trial>({ family: fc.constantFrom(...families),
    a: quarterList(4, 12), c: quarterList(2, 12), m: fc.integer({ min: 2, max: 4 }) }, trial => {
    const [N, steps] = [interval, trial.m ** 2]
    const { B, rho, subgradient } = problem(float64, trial)
    if (!(B > 0 && rho > 0)) return outside
    const exact = problem(N, trial)
    const [eta, m] = [B / (rho * trial.m), N.of(trial.m)]
    const all = descend(subject, eta, 2, steps, subgradient)
    const ws = all.slice(0, steps)
    const gap = N.sub(exact.f(average(N)(ws.map(enclosed))), exact.f(exact.c))
    const added = ws.map((w, t) =>
      addedByRounding(
        { ...exact, eta: point(eta), w: enclosed(w), v: enclosed(subgradient(w)), next: enclosed(all[t + 1] ?? w) }
      ))
    // a learning rate that is off raises the bound by the square of what it is off, and it may be off by rounding alone
    const mistuned = N.sub(N.div(exact.B, m), N.mul(N.of(eta), exact.rho))
    const noise = N.add(N.div(added.reduce(N.add), N.of(steps)), N.div(N.mul(mistuned, mistuned), N.of(2 * eta)))
    return [
      equal(N.of(eta), N.div(exact.B, N.mul(exact.rho, m)), 'the tuned learning rate'),
      atMost(gap, N.add(N.div(N.mul(exact.B, exact.rho), m), { lo: 0, hi: noise.hi }))
    ]
  })
))

const attained = (subject: SgdSubject): Claim => claim(
  {
    id: `${subject.name}/rate-attained`,
    title: 'On the worst-case function the mean iterate is exactly B rho / sqrt T above the minimum',
    statement: String.raw`f(\bar w) - f(w^*) = \frac{B\rho}{\sqrt T},\ w^{T+1} = w^*, \quad f(w) = \rho \max\left(0, \max_{i \le T} (B / \sqrt T - w_i)\right)`,
    source: 'Deep learning homework 1, question 3',
    rows: ['HW1-GD-32', 'HW1-GD-35']
  },
  // with powers of two for rho, sqrt T and the step size all is exact in double precision
  sampled<{ rho: number; eta: number; m: number }>(
    { rho: fc.constantFrom(0.25, 0.5, 1, 2, 4), eta: fc.constantFrom(0.25, 0.5, 1, 2, 4), m: fc.constantFrom(1, 2, 4) },
    ({ rho, eta, m }) => {
      const B = eta * rho * m
      const given = { rho, c: B / m }
      const f = worstCase(float64)(given)
      const all = descend(subject, eta, m * m, m * m, worstCaseSubgradient(float64)(given))
      const reached = average(float64)(all.slice(0, m * m))
      const optimum = vectorOf(reached.entries.map(() => given.c))
      return [equal(f(reached) - f(optimum), B * rho / m), ...equalGrids(all[m * m] ?? reached, optimum, 'w^{T+1}')]
    })
)

export const convergenceRateLaws: Law<SgdSubject> = (subject): ReadonlyArray<Claim> =>
  [rate(subject), attained(subject)]
