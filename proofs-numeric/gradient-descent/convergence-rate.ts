import { average, descent, gradientOf, held, quadratic } from '../../src/definition/index.js'
import { type Claim, derivation, positive, scalar } from '../../src/claim/index.js'
import { type Divisible, dualDivisible, fromEntries, type Grid, sum, vectorOf } from '../../src/number/index.js'

// The rate of gradient descent: from w^1 = 0, with ||w*|| <= B, subgradients of norm at most rho, and eta = B / (rho sqrt T),
//   f(mean of w^1, ..., w^T) - f(w*)  <=  B rho / sqrt T.
// Down to the regret the lines are run for T = 3 steps on f(w) = (m w)^2 / 2 + b w. A convex quadratic is a sum of these over the axes
// of its Hessian, and so is every line; what other convex functions need of the lines is claimed by itself. From the regret on the lines
// are about numbers, and T = m^2 with m any positive number: for every T.

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
    last: number(all[T] ?? vectorOf([N.of(0)])),
    mean: number(average(N)(ws)),
    f: (w: A): A => quadratic(N)(data)(vectorOf([w])),
    optimum
  }
}

const over = <A>(N: Divisible<A>, terms: ReadonlyArray<A>): A => sum(N)([terms.length], (t = 0) => terms[t] ?? N.of(0))
const mean = <A>(N: Divisible<A>, terms: ReadonlyArray<A>): A => N.div(over(N, terms), N.of(T))
const square = <A>(N: Divisible<A>, x: A): A => N.mul(x, x)
const half = <A>(N: Divisible<A>, x: A): A => N.div(x, N.of(2))
const overTwo = <A>(N: Divisible<A>, x: A): A => N.div(N.of(1), N.mul(N.of(2), x))

const onQuadratics = derivation({
  id: 'convergence-rate',
  source,
  variables: setting,
  from: (N, g) => {
    const { f, mean: middle, optimum } = run(N, g)
    return N.sub(f(middle), f(optimum))
  },
  lines: [
    {
      name: '1-jensen',
      statement: String.raw`f(\bar w) - f(w^*) \le \tfrac1T \sum_t f(w^t) - f(w^*)`,
      reason: 'Jensen: a convex f of a mean is at most the mean of f',
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
      name: '2-averaged',
      statement: String.raw`= \tfrac1T \sum_t \left(f(w^t) - f(w^*)\right)`,
      reason: 'f(w^*) does not vary with t',
      rows: ['HW1-GD-26'],
      side: (N, g) => {
        const { f, ws, optimum } = run(N, g)
        return mean(N, ws.map(w => N.sub(f(w), f(optimum))))
      }
    },
    {
      name: '3-first-order',
      statement: String.raw`\le \tfrac1T \sum_t \langle w^t - w^*, \nabla f(w^t)\rangle`,
      reason: 'a convex f lies above its tangents',
      rows: ['HW1-GD-27'],
      side: (N, g) => {
        const { ws, slopes, optimum } = run(N, g)
        return mean(N, ws.map((w, t) => N.mul(N.sub(w, optimum), slopes[t] ?? w)))
      },
      gains: (N, g) => {
        const { ws, optimum } = run(N, g)
        return ws.map(w => [overTwo(N, N.of(T)), N.mul(g.m, N.sub(w, optimum))] as const)
      }
    },
    {
      name: '4-regret',
      statement: String.raw`\le \tfrac1{2T\eta} \|w^*\|^2 + \tfrac\eta{2T} \sum_t \|\nabla f(w^t)\|^2`,
      reason: 'the regret bound of question 2, over T',
      rows: ['HW1-GD-28'],
      side: (N, g) => {
        const { slopes, optimum } = run(N, g)
        return N.add(
          N.mul(overTwo(N, N.mul(N.of(T), g.eta)), square(N, optimum)),
          N.mul(half(N, g.eta), mean(N, slopes.map(v => square(N, v)))))
      },
      gains: (N, g) => {
        const { last, optimum } = run(N, g)
        return [[overTwo(N, N.mul(N.of(T), g.eta)), N.sub(last, optimum)]]
      }
    }
  ]
})

export const claims: ReadonlyArray<Claim> = onQuadratics
