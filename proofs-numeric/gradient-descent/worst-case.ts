import fc from 'fast-check'
import { average, descent, gradientOf, quadratic, worstCase, worstCaseSubgradient } from '../../src/definition/index.js'
import { atMost, type Claim, claim, equal, erratum, exactly, everyCase, sampled } from '../../src/claim/index.js'
import {
  type Divisible, dot, dualDivisible, float64, fromEntries, type Grid, integer, minus, normSquared, type Ordered, power,
  rational, vectorOf
} from '../../src/number/index.js'

// How far the bound B rho / sqrt T is from the truth: it is attained, so that no smaller constant will do; and it is an upper bound
// only, so that on a smooth function descent is faster.

const source = 'Deep learning homework 1, question 3'

/** Whole numbers in doubles, exact or refused, with their order. */
const whole: Divisible<number> & Ordered<number> = { ...integer, compare: float64.compare }

/** sqrt T = m for T = 1, 4, 9, ... */
const roots = (count: number) => Array.from({ length: count }, (_, k) => ({ m: k + 1 }))

const numbers = (n: number) => fc.array(fc.integer({ min: -6, max: 6 }), { minLength: n, maxLength: n })

const subgradient: Claim = claim(
  {
    id: 'convergence-rate/worst-case-subgradient',
    title: 'The worst-case function lies above its tangents, and its subgradients are no longer than rho',
    statement: String.raw`f(u) \ge f(w) + \langle v, u - w\rangle,\ \|v\| \le \rho, \quad f(w) = \rho \max(0, \max_i (c - w_i))`,
    source
  },
  sampled<{ c: number; rho: number; u: ReadonlyArray<number>; w: ReadonlyArray<number> }>(
    { c: fc.integer({ min: 0, max: 6 }), rho: fc.integer({ min: 1, max: 6 }), u: numbers(4), w: numbers(4) },
    ({ c, rho, u, w }) => {
      const f = worstCase(whole)({ rho, c })
      const v = worstCaseSubgradient(whole)({ rho, c })(vectorOf(w))
      const tangent = f(vectorOf(w)) + dot(whole)(v, minus(whole)(vectorOf(u), vectorOf(w)))
      return [atMost(tangent, f(vectorOf(u)), 'tangent'), atMost(normSquared(whole)(v), rho * rho, 'length')]
    })
)

/** Descent with the tuned step on the worst-case function of T coordinates, for B and rho such that all numbers are whole. */
const attainment = (m: number) => {
  const N = whole
  const [T, rho] = [m * m, 2]
  const B = rho * T * m
  const given = { rho, c: B / m }
  const f = worstCase(N)(given)
  const optimum = vectorOf(Array.from({ length: T }, () => given.c))
  const v = worstCaseSubgradient(N)(given)
  const ws = descent(N)(B / (rho * m), v, vectorOf(Array.from({ length: T }, () => 0)), T).slice(0, T)
  return { T, rho, B, m, gap: f(average(N)(ws)) - f(optimum), length: normSquared(N)(optimum), lowest: f(optimum) }
}

const attained: Claim = claim(
  {
    id: 'convergence-rate/attained',
    title: 'The worst-case function attains B rho / sqrt T exactly, so that the constant 1 is the best and the slope over log T is -1/2',
    statement: String.raw`f(\bar w) - f(w^*) = \frac{B\rho}{\sqrt T}, \quad f(w) = \rho \max\left(0, \max_{i \le T} (B / \sqrt T - w_i)\right)`,
    source,
    rows: ['HW1-GD-32', 'HW1-GD-35']
  },
  everyCase('T = 1, 4, 9, ..., 400, with rho = 2 and B = 2 T sqrt T', roots(20), ({ m }) => {
    const { T, rho, B, gap, length, lowest } = attainment(m)
    return [
      equal(length, B * B, `||w*||^2 at T = ${T}`),
      equal(lowest, 0, `f(w*) at T = ${T}`),
      equal(gap * m, B * rho, `gap sqrt T at T = ${T}`)
    ]
  })
)

/** f(mean) - f(w*) for f(w) = (w - 1)^2 / 2 but for a constant, w* = 1, T = m^2 and eta = 1 / m: B = 1 and, from 0 to 1, rho = 1. */
const gapOnParabola = <A>(N: Divisible<A>, m: number): A => {
  const parabola = <B>(D: Divisible<B>): ((w: Grid<B>) => B) => quadratic(D)({ m: fromEntries([1, 1], [D.of(1)]), b: vectorOf([D.of(-1)]) })
  const ws = descent(N)(N.div(N.of(1), N.of(m)), gradientOf(N)(parabola(dualDivisible(N))), vectorOf([N.of(0)]), m * m).slice(0, m * m)
  return N.sub(parabola(N)(average(N)(ws)), parabola(N)(vectorOf([N.of(1)])))
}

const proportional: Claim = erratum(
  {
    id: 'convergence-rate/proportional',
    title: 'An upper bound is no proportionality: on a parabola the gap is not a constant over sqrt T',
    statement: String.raw`f(\bar w) - f(w^*) = O\left(1 / \sqrt T\right)`,
    source,
    rows: ['HW1-GD-34']
  },
  {
    printed: {
      text: 'f(mean) - f(w*) is proportional to 1 / sqrt T; but for f = (w - 1)^2 / 2, gap sqrt T differs between T = 4 and T = 16',
      judge: exactly({}, N => equal(N.mul(gapOnParabola(N, 2), N.of(2)), N.mul(gapOnParabola(N, 4), N.of(4))))
    },
    corrected: {
      text: 'f(mean) - f(w*) <= B rho / sqrt T',
      judge: everyCase('f = (w - 1)^2 / 2, B = rho = 1, T = 1, 4, 9, ..., 64', roots(8), ({ m }) =>
        [atMost(gapOnParabola(rational, m), rational.div(rational.of(1), rational.of(m)), `T = ${m * m}`)])
    }
  }
)

const parabola: Claim = claim(
  {
    id: 'convergence-rate/parabola',
    title: 'On a parabola the gap falls as 1/T: T times the gap is (1 - (1 - 1/sqrt T)^T)^2 / 2, below 1/2',
    statement: String.raw`T \left(f(\bar w) - f(w^*)\right) = \tfrac12 \left(1 - \left(1 - 1/\sqrt T\right)^T\right)^2, \quad f(w) = \tfrac12 (w - 1)^2`,
    source,
    rows: ['HW1-GD-34']
  },
  exactly({}, N => [2, 4, 8].map(m => {
    const left = N.sub(N.of(1), power(N)(N.sub(N.of(1), N.div(N.of(1), N.of(m))), m * m))
    return equal(N.mul(N.of(m * m), gapOnParabola(N, m)), N.div(N.mul(left, left), N.of(2)), `T = ${m * m}`)
  }))
)

export const claims: ReadonlyArray<Claim> = [subgradient, attained, proportional, parabola]
