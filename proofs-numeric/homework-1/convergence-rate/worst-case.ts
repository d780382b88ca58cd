import fc from 'fast-check'
import { average, descent, gradientOf, quadratic } from '../../../src/definition/index.js'
import {
  atMost, type Claim, claim, equal, equalGrids, erratum, exactly, everyCase, sampled
} from '../../../src/claim/index.js'
import {
  type Divisible, dot, dualDivisible, float64, fromEntries, type Grid, integer, minus, normSquared, type Ordered, power,
  rational, vectorOf
} from '../../../src/number/index.js'
import { at } from '../../../src/prelude/index.js'
import { worstCase, worstCaseSubgradient } from './worst-case-function.js'

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
    id: 'homework-1/convergence-rate/worst-case-subgradient',
    title: 'The worst-case function lies above its tangents, and its subgradients are no longer than rho',
    statement:
      String.raw`f(u) \ge f(w) + \langle v, u - w\rangle,\ \|v\| \le \rho, \quad f(w) = \rho \max(0, \max_i (c - w_i))`,
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

/** Descent with the tuned step on the worst-case function of T = m^2 coordinates, with B = 3 and rho = 2 for every T. */
const attainment = (m: number) => {
  const [N, T] = [rational, m * m]
  const [B, rho, root] = [N.of(3), N.of(2), N.of(m)]
  const given = { rho, c: N.div(B, root) }
  const [f, v] = [worstCase(N)(given), worstCaseSubgradient(N)(given)]
  const optimum = vectorOf(Array.from({ length: T }, () => given.c))
  const ws = descent(N)(N.div(B, N.mul(rho, root)), v, vectorOf(Array.from({ length: T }, () => N.of(0))), T)
  const visited = ws.slice(0, T)
  return { T, B, rho, root, optimum, f, visited, slopes: visited.map(v), last: at(ws, T), mean: average(N)(visited) }
}

const attained: Claim = claim(
  {
    id: 'homework-1/convergence-rate/attained',
    title: 'The worst-case function attains B rho / sqrt T, so that no constant below 1 will do',
    statement: String.raw`f(\bar w) - f(w^*) = \frac{B\rho}{\sqrt T},\ w^{T+1} = w^*, \quad f(w) = \rho \max\left(0, \max_{i \le T} (B / \sqrt T - w_i)\right),\ \eta = \frac B{\rho\sqrt T}`,
    source,
    rows: ['HW1-GD-32', 'HW1-GD-35']
  },
  // that each v is a subgradient is seen against w* and 0, between which the descent goes; no shorter step would end at w*
  everyCase('T = 1, 4, 9, ..., 144, with B = 3 and rho = 2 for all', roots(12), ({ m }) => {
    const N = rational
    const { T, B, rho, root, optimum, f, visited, slopes, last, mean } = attainment(m)
    const forT = (name: string) => `${name} at T = ${T}`
    return [
      equal(normSquared(N)(optimum), N.mul(B, B), forT('||w*||^2')),
      equal(f(optimum), N.of(0), forT('f(w*)')),
      ...slopes.map(v => equal(normSquared(N)(v), N.mul(rho, rho), forT('||v||^2'))),
      ...visited.flatMap((w, t) => [optimum, vectorOf(optimum.entries.map(() => N.of(0)))].map(u =>
        atMost(N.add(f(w), dot(N)(at(slopes, t), minus(N)(u, w))), f(u), forT('the tangent')))),
      ...equalGrids(last, optimum, forT('w^{T+1}')),
      equal(N.mul(f(mean), root), N.mul(B, rho), forT('gap sqrt T'))
    ]
  })
)

/** f(mean) - f(w*) for f(w) = (w - 1)^2 / 2 but for a constant, w* = 1, T = m^2 and eta = 1 / m: B = 1 and, from 0 to 1, rho = 1. */
const gapOnParabola = <A>(N: Divisible<A>, m: number): A => {
  const parabola = <B>(D: Divisible<B>): ((w: Grid<B>) => B) =>
    quadratic(D)({ m: fromEntries([1, 1], [D.of(1)]), b: vectorOf([D.of(-1)]) })
  const ws = descent(N)(N.div(N.of(1), N.of(m)), gradientOf(N)(parabola(dualDivisible(N))), vectorOf([N.of(0)]), m * m)
    .slice(0, m * m)
  return N.sub(parabola(N)(average(N)(ws)), parabola(N)(vectorOf([N.of(1)])))
}

const proportional: Claim = erratum(
  {
    id: 'homework-1/convergence-rate/proportional',
    title: 'A bound is no proportionality: on a parabola the gap is no constant over sqrt T, for T <= 64',
    statement: String.raw`f(\bar w) - f(w^*) \le \frac{B\rho}{\sqrt T}, \quad f(w) = \tfrac12 (w - 1)^2,\ B = \rho = 1`,
    source,
    rows: ['HW1-GD-34']
  },
  {
    printed: {
      text: 'f(mean) - f(w*) is proportional to 1 / sqrt T; but for f = (w - 1)^2 / 2, gap sqrt T differs between T = 4 and T = 16',
      tex: String.raw`f(\bar w) - f(w^*) \text{ is proportional to } 1 / \sqrt T \text{; but for } f = \tfrac12 (w - 1)^2 \text{, the gap times } \sqrt T \text{ differs between } T = 4 \text{ and } T = 16`,
      judge: exactly({}, N => equal(N.mul(gapOnParabola(N, 2), N.of(2)), N.mul(gapOnParabola(N, 4), N.of(4))))
    },
    corrected: {
      text: 'f(mean) - f(w*) <= B rho / sqrt T',
      tex: String.raw`f(\bar w) - f(w^*) \le \frac{B \rho}{\sqrt T}`,
      judge: everyCase('f = (w - 1)^2 / 2, B = rho = 1, T = 1, 4, 9, ..., 64', roots(8), ({ m }) =>
        [atMost(gapOnParabola(rational, m), rational.div(rational.of(1), rational.of(m)), `T = ${m * m}`)])
    }
  }
)

const parabola: Claim = claim(
  {
    id: 'homework-1/convergence-rate/parabola',
    title: 'On a parabola the gap is (1 - (1 - 1/sqrt T)^T)^2 / (2T): it falls as 1/T',
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
