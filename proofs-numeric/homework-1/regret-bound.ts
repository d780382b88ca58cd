import { iterates } from '../../src/definition/index.js'
import {
  allOf, array, type ArrayOf, type Claim, claim, derivation, equal, exactly, positive, type Scalar, vector
} from '../../src/claim/index.js'
import {
  type Divisible, dot, type Grid, half, minus, normSquared, rowsOf, scale, sum, vectorOf
} from '../../src/number/index.js'
import { at } from '../../src/prelude/index.js'

// The regret bound of gradient descent: for w^1 = 0, w^{t+1} = w^t - eta v_t, any w* and any v_1, ..., v_T,
//   sum_t <w^t - w*, v_t>  <=  ||w*||^2 / (2 eta) + (eta / 2) sum_t ||v_t||^2.
// The derivation is run for three steps of three coordinates, the statement for T = 1..32 in two, and for every T by its induction step
// in three.

export const source = 'Deep learning homework 1, question 2'

/** The homework's setting with T steps in three dimensions: w1 is where it starts, v holds one step a row. */
const steps = 3
export const setting: Readonly<Record<'eta', Scalar> & Record<'w1' | 'optimum' | 'v', ArrayOf>> =
  { eta: positive, w1: vector(3), optimum: vector(3), v: array([steps, 3]) }

export interface Setting<A> {
  readonly eta: A
  readonly w1: Grid<A>
  readonly optimum: Grid<A>
  readonly v: Grid<A>
}

const run = <A>(N: Divisible<A>, { eta, w1, v }: Setting<A>) => {
  const vs = rowsOf(v)
  return { vs, ws: iterates(N)(eta, w1, vs) }
}

const overSteps = <A>(N: Divisible<A>, given: Setting<A>, term: (w: Grid<A>, v: Grid<A>, next: Grid<A>) => A): A => {
  const { vs, ws } = run(N, given)
  return sum(N)([vs.length], t => term(at(ws, t), at(vs, t), at(ws, t + 1)))
}

export const overTwoEta = <A>(N: Divisible<A>, eta: A, x: A): A => N.div(x, N.mul(N.of(2), eta))
export const distance = <A>(N: Divisible<A>, w: Grid<A>, optimum: Grid<A>): A => normSquared(N)(minus(N)(w, optimum))

export const regret = <A>(N: Divisible<A>, given: Setting<A>): A =>
  overSteps(N, given, (w, v) => dot(N)(minus(N)(w, given.optimum), v))

/** (eta / 2) sum_t ||v_t||^2 */
export const stepCosts = <A>(N: Divisible<A>, given: Setting<A>): A =>
  N.mul(half(N)(given.eta), overSteps(N, given, (_, v) => normSquared(N)(v)))

export const lastIterate = <A>(N: Divisible<A>, given: Setting<A>): Grid<A> => {
  const { ws } = run(N, given)
  return at(ws, ws.length - 1)
}

const lines = derivation({
  id: 'homework-1/regret-bound',
  source,
  variables: setting,
  from: regret,
  lines: [
    {
      name: 'scaled',
      statement:
        String.raw`\sum_t \langle w^t - w^*, v_t\rangle = \tfrac1\eta \sum_t \langle w^t - w^*, \eta v_t\rangle`,
      reason: 'the inner product is homogeneous',
      rows: ['HW1-GD-10', 'HW1-GD-16'],
      side: (N, g) => N.div(overSteps(N, g, (w, v) => dot(N)(minus(N)(w, g.optimum), scale(N)(g.eta, v))), g.eta)
    },
    {
      name: 'polarised',
      statement:
        String.raw`= \tfrac1{2\eta} \sum_t \left(\|w^t - w^*\|^2 + \|\eta v_t\|^2 - \|w^t - w^* - \eta v_t\|^2\right)`,
      reason: 'the square of a difference, (2), solved for the inner product',
      rows: ['HW1-GD-14'],
      side: (N, g) => overTwoEta(N, g.eta, overSteps(N, g, (w, v) => {
        const [away, step] = [minus(N)(w, g.optimum), scale(N)(g.eta, v)]
        return N.sub(N.add(normSquared(N)(away), normSquared(N)(step)), normSquared(N)(minus(N)(away, step)))
      }))
    },
    {
      name: 'update',
      statement:
        String.raw`= \tfrac1{2\eta} \sum_t \left(\|w^t - w^*\|^2 + \eta^2\|v_t\|^2 - \|w^{t+1} - w^*\|^2\right)`,
      reason: 'the update w^{t+1} = w^t - eta v_t',
      rows: ['HW1-GD-15'],
      side: (N, g) => overTwoEta(N, g.eta, overSteps(N, g, (w, v, next) =>
        N.sub(N.add(distance(N, w, g.optimum), N.mul(N.mul(g.eta, g.eta), normSquared(N)(v))), distance(
          N, next, g.optimum
        ))))
    },
    {
      name: 'split',
      statement: String.raw`= \tfrac1{2\eta} \sum_t \left(\|w^t - w^*\|^2 - \|w^{t+1} - w^*\|^2\right) + \tfrac\eta2 \sum_t \|v_t\|^2`,
      reason: 'the sum is split, and eta^2 / (2 eta) = eta / 2',
      rows: ['HW1-GD-17', 'HW1-GD-18'],
      side: (N, g) => N.add(
        overTwoEta(N, g.eta, overSteps(
          N, g, (w, _, next) => N.sub(distance(N, w, g.optimum), distance(N, next, g.optimum))
        )),
        stepCosts(N, g))
    },
    {
      name: 'telescoped',
      statement:
        String.raw`= \tfrac1{2\eta} \left(\|w^1 - w^*\|^2 - \|w^{T+1} - w^*\|^2\right) + \tfrac\eta2 \sum_t \|v_t\|^2`,
      reason: 'neighbouring terms cancel',
      rows: ['HW1-GD-19'],
      side: (N, g) => N.add(
        overTwoEta(N, g.eta, N.sub(distance(N, g.w1, g.optimum), distance(N, lastIterate(N, g), g.optimum))),
        stepCosts(N, g))
    },
    {
      name: 'dropped',
      statement: String.raw`\le \tfrac1{2\eta} \|w^1 - w^*\|^2 + \tfrac\eta2 \sum_t \|v_t\|^2, \quad \eta > 0`,
      reason: 'a square is not negative, and dropping its negative makes the right side larger',
      rows: ['HW1-GD-20', 'HW1-GD-22'],
      side: (N, g) => N.add(overTwoEta(N, g.eta, distance(N, g.w1, g.optimum)), stepCosts(N, g)),
      gains: (N, g) => minus(N)(lastIterate(N, g), g.optimum).entries.map(
        x => [overTwoEta(N, g.eta, N.of(1)), x] as const
      )
    }
  ]
})

const squareOfDifference: Claim = claim(
  {
    id: 'homework-1/regret-bound/square-of-difference',
    title: 'The square of a difference, of any two vectors and of those of the descent',
    statement: String.raw`\|x - y\|^2 = \|x\|^2 - 2\langle x, y\rangle + \|y\|^2`,
    source,
    rows: ['HW1-GD-11', 'HW1-GD-12']
  },
  exactly({ x: vector(3), y: vector(3) }, (N, { x, y }) => equal(
    normSquared(N)(minus(N)(x, y)),
    N.add(N.sub(normSquared(N)(x), N.mul(N.of(2), dot(N)(x, y))), normSquared(N)(y))))
)

/** What the bound exceeds the regret by, minus ||w^{T+1} - w*||^2 / (2 eta): zero, as is to be shown. */
const gapDefect = <A>(N: Divisible<A>, given: Setting<A>): A => {
  const bound = N.add(overTwoEta(N, given.eta, normSquared(N)(given.optimum)), stepCosts(N, given))
  return N.sub(N.sub(bound, regret(N, given)), overTwoEta(
    N, given.eta, distance(N, lastIterate(N, given), given.optimum)
  ))
}

const gapAfter = (T: number) => exactly(
  { eta: positive, optimum: vector(2), v: array([T, 2]) }, (N, { eta, optimum, v }) =>
    equal(gapDefect(N, { eta, optimum, v, w1: vectorOf([N.of(0), N.of(0)]) }), N.of(0))
)

const gapForManyT: Claim = claim(
  {
    id: 'homework-1/regret-bound/gap',
    title: 'From w^1 = 0 the bound exceeds the regret by exactly the last distance, for T = 1..32',
    statement: String.raw`\frac{\|w^*\|^2}{2\eta} + \frac\eta2\sum_{t=1}^T\|v_t\|^2 - \sum_{t=1}^T\langle w^t - w^*, v_t\rangle = \frac{\|w^{T+1} - w^*\|^2}{2\eta}, \quad \eta > 0`,
    source,
    rows: ['HW1-GD-09', 'HW1-GD-23']
  },
  allOf('every eta > 0 and every real w*, v_1, ..., v_T of two coordinates, for T = 1..32',
    Array.from({ length: 32 }, (_, k) => ({ label: `T = ${k + 1}`, judge: gapAfter(k + 1) })))
)

const gapForEveryT: Claim = claim(
  {
    id: 'homework-1/regret-bound/gap-induction',
    title: 'One more step keeps the gap, which proves the bound for every T, here in three coordinates',
    statement: String.raw`\tfrac\eta2 \|v\|^2 - \langle w - w^*, v\rangle = \tfrac1{2\eta}\left(\|w - \eta v - w^*\|^2 - \|w - w^*\|^2\right), \quad \eta > 0`,
    source,
    rows: ['HW1-GD-09']
  },
  exactly({ eta: positive, w: vector(3), optimum: vector(3), v: vector(3) }, (N, { eta, w, optimum, v }) => {
    const next = minus(N)(w, scale(N)(eta, v))
    return equal(
      N.sub(N.mul(half(N)(eta), normSquared(N)(v)), dot(N)(minus(N)(w, optimum), v)),
      overTwoEta(N, eta, N.sub(distance(N, next, optimum), distance(N, w, optimum))))
  })
)

export const claims: ReadonlyArray<Claim> = [...lines, squareOfDifference, gapForManyT, gapForEveryT]
