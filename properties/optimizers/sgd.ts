import fc from 'fast-check'
import { iterates } from '../../src/definition/index.js'
import { atMost, type Claim, claim, equal, equalGrids, type Law, sampled } from '../../src/claim/index.js'
import {
  dot, type Grid, interval, mapGrid, minus, normSquared, point, type Rational, rational, sum, vectorOf
} from '../../src/number/index.js'
import type { Memory, Optimizer } from '../../src/optimizer/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { visited } from '../cases/visited.js'

/** Gradient descent with a given learning rate, as a person might write it. */
export interface SgdSubject {
  readonly name: string
  readonly sgd: (options: { readonly learningRate: number }) => Optimizer<Tensor, Memory>
}

interface Descent {
  readonly eta: number
  readonly optimum: ReadonlyArray<number>
  readonly vs: ReadonlyArray<ReadonlyArray<number>>
}

// Few binary digits, so that a short descent is exact in double precision and its bound can be judged in fractions.
const descents = {
  eta: fc.constantFrom(0.25, 0.5, 1, 2),
  optimum: fc.array(fc.integer({ min: -16, max: 16 }), { minLength: 2, maxLength: 2 }),
  vs: fc.array(fc.array(fc.integer({ min: -16, max: 16 }), { minLength: 2, maxLength: 2 }), {
    minLength: 1, maxLength: 8
  })
}

const anyRate = fc.oneof(descents.eta, fc.integer({ min: 0, max: 999 }).map(k => k / 100))

/** The iterates w^1 = 0, ..., w^{T+1} that the subject takes along v_1, ..., v_T. */
const descend = ({ sgd }: SgdSubject, { eta, vs }: Omit<Descent, 'optimum'>): ReadonlyArray<Tensor> =>
  visited(sgd({ learningRate: eta }), T.zeros([2]), vs.length, (_, t) => T.fromFlat([2], vs[t] ?? []))

const exact = (x: ReadonlyArray<number> | Tensor): Grid<Rational> =>
  vectorOf([...('data' in x ? x.data : x)].map(rational.of))

export const sgdLaws: Law<SgdSubject> = (subject): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${subject.name}/definition`,
      title: 'Each step is minus the learning rate times the gradient, for any learning rate',
      statement: String.raw`w^{t+1} = w^t - \eta v_t`,
      source: 'Deep learning homework 1, question 1',
      rows: ['N231-OPT-07', 'HW1-SYS-02']
    },
    // enclosures of numbers that are exact in double precision are points, so that there this is equality
    sampled<Omit<Descent, 'optimum'>>({ eta: anyRate, vs: descents.vs }, given => {
      const ws = iterates(interval)(
        point(given.eta), vectorOf([point(0), point(0)]), given.vs.map(v => vectorOf(v.map(point)))
      )
      return descend(subject, given).flatMap(
        (w, t) => equalGrids(mapGrid(point)(T.toGrid(w)), ws[t] ?? vectorOf([]), `w^${t + 1}`)
      )
    })
  ),
  claim(
    {
      id: `${subject.name}/regret`,
      title: 'The regret is at most the bound, and the bound exceeds it by the last distance over 2 eta',
      statement:
        String.raw`\sum_t \langle w^t - w^*, v_t\rangle \le \frac{\|w^*\|^2}{2\eta} + \frac\eta2\sum_t\|v_t\|^2`,
      source: 'Deep learning homework 1, question 2',
      rows: ['HW1-GD-09', 'HW1-SYS-03']
    },
    sampled<Descent>(descents, given => {
      const N = rational
      const [eta, optimum, vs, ws] = [
        N.of(given.eta), exact(given.optimum), given.vs.map(exact), descend(subject, given).map(exact)
      ]
      const away = ws.map(w => minus(N)(w, optimum))
      const regret = sum(N)([vs.length], t => dot(N)(away[t] ?? optimum, vs[t] ?? optimum))
      const half = N.of(0.5)
      const bound = N.add(
        N.div(N.mul(half, normSquared(N)(optimum)), eta),
        N.mul(N.mul(half, eta), sum(N)([vs.length], t => normSquared(N)(vs[t] ?? optimum))))
      const last = normSquared(N)(away[away.length - 1] ?? optimum)
      return [atMost(regret, bound, 'regret'), equal(N.sub(bound, regret), N.div(N.mul(half, last), eta), 'gap')]
    })
  )
]
