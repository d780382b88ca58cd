import { average, descent, gradientOf, held, iterates, quadratic } from '../../../src/definition/index.js'
import {
  allOf, atMost, type Claim, claim, derivation, type Judge, type Lifted, matrix, positive, scalar, sumOfSquares, vector
} from '../../../src/claim/index.js'
import {
  type Divisible, dot, dualDivisible, fromEntries, grid, type Grid, half, minus, normSquared, sum, vectorOf
} from '../../../src/number/index.js'
import { at } from '../../../src/prelude/index.js'

// The rate of gradient descent: from w^1 = 0, with ||w*|| <= B, subgradients of norm at most rho, and eta = B / (rho sqrt T),
//   f(mean of w^1, ..., w^T) - f(w*)  <=  B rho / sqrt T.
// Down to the regret the lines are run for T = 3 steps on f(w) = (m w)^2 / 2 + b w. A convex quadratic is a sum of these over the axes
// of its Hessian, and so is every line. Of other convex functions the lines need two things, Jensen's inequality and the first-order one,
// which are claimed by themselves; that the rate follows from these two is the last claim here. From the regret on the lines are about
// numbers, and T = m^2 with m any positive number: for every T.

const source = 'Deep learning homework 1, question 3'
const T = 3
const setting = { m: scalar, b: scalar, optimum: scalar, eta: positive }

interface Setting<A> {
  readonly m: A
  readonly b: A
  readonly optimum: A
  readonly eta: A
}

/** The descent: its iterates w^1, ..., w^T and the next, f, and the slope of f at each. */
const run = <A>(N: Divisible<A>, { m, b, optimum, eta }: Setting<A>) => {
  const data = { m: fromEntries([1, 1], [m]), b: vectorOf([b]) }
  const gradient = gradientOf(N)(quadratic(dualDivisible(N))({ m: held(N)(data.m), b: held(N)(data.b) }))
  const all = descent(N)(eta, gradient, vectorOf([N.of(0)]), T)
  const ws = all.slice(0, T)
  const number = (w: Grid<A>): A => w.at(0)
  return {
    ws: ws.map(number),
    slopes: ws.map(gradient).map(number),
    last: number(at(all, T)),
    mean: number(average(N)(ws)),
    f: (w: A): A => quadratic(N)(data)(vectorOf([w])),
    optimum
  }
}

const over = <A>(N: Divisible<A>, terms: ReadonlyArray<A>): A => sum(N)([terms.length], t => at(terms, t))
const mean = <A>(N: Divisible<A>, terms: ReadonlyArray<A>): A => N.div(over(N, terms), N.of(T))
const square = <A>(N: Divisible<A>, x: A): A => N.mul(x, x)
const overTwo = <A>(N: Divisible<A>, x: A): A => N.div(N.of(1), N.mul(N.of(2), x))

const onQuadratics = derivation({
  id: 'homework-1/convergence-rate/chain',
  source,
  variables: setting,
  from: (N, g) => {
    const { f, mean: middle, optimum } = run(N, g)
    return N.sub(f(middle), f(optimum))
  },
  lines: [
    {
      name: 'jensen',
      statement:
        String.raw`f(\bar w) - f(w^*) \le \tfrac1T \sum_t f(w^t) - f(w^*), \quad f(w) = \tfrac{m^2}2 w^2 + b w,\ T = 3`,
      reason: 'Jensen: a convex f of a mean is at most the mean of f, here a parabola and T = 3',
      rows: ['HW1-GD-25'],
      side: (N, g) => {
        const { f, ws, optimum } = run(N, g)
        return N.sub(mean(N, ws.map(f)), f(optimum))
      },
      gains: (N, g) => {
        const { ws, mean: middle } = run(N, g)
        return ws.map(w => [overTwo(N, N.of(T)), N.mul(g.m, N.sub(w, middle))] as const)
      }
    },
    {
      name: 'averaged',
      statement: String.raw`= \tfrac1T \sum_t \left(f(w^t) - f(w^*)\right), \quad T = 3`,
      reason: 'f(w^*) does not vary with t, here with a parabola and T = 3',
      rows: ['HW1-GD-26'],
      side: (N, g) => {
        const { f, ws, optimum } = run(N, g)
        return mean(N, ws.map(w => N.sub(f(w), f(optimum))))
      }
    },
    {
      name: 'first-order',
      statement: String.raw`\le \tfrac1T \sum_t \langle w^t - w^*, \nabla f(w^t)\rangle, \quad T = 3`,
      reason: 'a convex f lies above its tangents, here a parabola and T = 3',
      rows: ['HW1-GD-27'],
      side: (N, g) => {
        const { ws, slopes, optimum } = run(N, g)
        return mean(N, ws.map((w, t) => N.mul(N.sub(w, optimum), at(slopes, t))))
      },
      gains: (N, g) => {
        const { ws, optimum } = run(N, g)
        return ws.map(w => [overTwo(N, N.of(T)), N.mul(g.m, N.sub(w, optimum))] as const)
      }
    },
    {
      name: 'regret',
      statement:
        String.raw`\le \tfrac1{2T\eta} \|w^*\|^2 + \tfrac\eta{2T} \sum_t \|\nabla f(w^t)\|^2, \quad \eta > 0,\ T = 3`,
      reason: 'the regret bound of question 2, over T, here with a parabola and T = 3',
      rows: ['HW1-GD-28'],
      side: (N, g) => {
        const { slopes, optimum } = run(N, g)
        return N.add(
          N.mul(overTwo(N, N.mul(N.of(T), g.eta)), square(N, optimum)),
          N.mul(half(N)(g.eta), mean(N, slopes.map(v => square(N, v)))))
      },
      gains: (N, g) => {
        const { last, optimum } = run(N, g)
        return [[overTwo(N, N.mul(N.of(T), g.eta)), N.sub(last, optimum)]]
      }
    }
  ]
})

/**
 * T steps of two coordinates from 0 along any v_1, ..., v_T. All that is known of f is said by squares: f(w^t) - f(w*) is
 * <w^t - w*, v_t> less d_t^2, because f is above its tangents, and f(mean) is the mean of f(w^t) less e^2, because of Jensen.
 */
const fromConvexity = (T: number): Judge => {
  const variables = { eta: positive, optimum: vector(2), v: matrix(T, 2), d: vector(T), e: scalar }
  const path = <A>(N: Divisible<A>, { eta, v }: Lifted<typeof variables, A>) => {
    const vs = Array.from({ length: T }, (_, t) => grid([2], i => v.at(t, i)))
    return { vs, ws: iterates(N)(eta, vectorOf([N.of(0), N.of(0)]), vs) }
  }
  const meanOver = <A>(N: Divisible<A>, term: (t: number) => A): A => N.div(sum(N)([T], t => term(t)), N.of(T))
  return sumOfSquares(variables, (N, g) => {
    const { vs, ws } = path(N, g)
    const above = meanOver(N, t => N.sub(dot(N)(minus(N)(at(ws, t), g.optimum), at(vs, t)), square(N, g.d.at(t))))
    const costs = N.mul(half(N)(g.eta), meanOver(N, t => normSquared(N)(at(vs, t))))
    return atMost(
      N.sub(above, square(N, g.e)),
      N.add(N.div(normSquared(N)(g.optimum), N.mul(N.of(2 * T), g.eta)), costs))
  }, (N, g) => [
    [N.of(1), g.e] as const,
    ...g.d.entries.map(x => [N.div(N.of(1), N.of(T)), x] as const),
    ...minus(N)(at(path(N, g).ws, T), g.optimum).entries.map(
      x => [N.div(N.of(1), N.mul(N.of(2 * T), g.eta)), x] as const
    )
  ])
}

const anyConvex: Claim = claim(
  {
    id: 'homework-1/convergence-rate/from-convexity',
    title: 'From Jensen\'s and the first-order inequality alone the bound follows, for T = 1..8 in the plane',
    statement: String.raw`f(\bar w) \le \tfrac1T \sum_t f(w^t),\ f(w^t) - f(w^*) \le \langle w^t - w^*, v_t\rangle \Rightarrow f(\bar w) - f(w^*) \le \frac{\|w^*\|^2}{2T\eta} + \frac\eta{2T} \sum_t \|v_t\|^2,\ \eta > 0`,
    source,
    rows: ['HW1-GD-25', 'HW1-GD-27', 'HW1-GD-28']
  },
  allOf('every eta > 0, every real w*, v_1, ..., v_T of two coordinates, and what either inequality leaves over, for T = 1..8',
    Array.from({ length: 8 }, (_, k) => ({ label: `T = ${k + 1}`, judge: fromConvexity(k + 1) })))
)

export const claims: ReadonlyArray<Claim> = [...onQuadratics, anyConvex]
