import fc, { type Arbitrary } from 'fast-check'
import {
  type Claim, claim, equal, equalEntries, everyCase, type Law, type Plain, type Relation, sampled
} from '../../src/claim/index.js'
import type { Params } from '../../src/layer/index.js'
import type { l2Penalty } from '../../src/loss/index.js'
import type {
  chained, clipByNorm, decayed, momentum, nesterov, Optimizer, scheduled, sgd, stepDecay, weightDecay
} from '../../src/optimizer/index.js'
import * as T from '../../src/tensor/index.js'
import { quarterList, quarters } from '../cases/quarters.js'
import type { Tensor } from '../../src/tensor/index.js'
import { visited } from '../cases/visited.js'

/** The parts from which descents are made, as a person might write them. */
export interface PartsSubject {
  readonly l2Penalty: typeof l2Penalty
  readonly weightDecay: typeof weightDecay
  readonly clipByNorm: typeof clipByNorm
  readonly chained: typeof chained
  readonly decayed: typeof decayed
  readonly stepDecay: typeof stepDecay
  readonly scheduled: typeof scheduled
  readonly momentum: typeof momentum
  readonly nesterov: typeof nesterov
  readonly sgd: typeof sgd
}

const list = (length: number): Arbitrary<ReadonlyArray<number>> => quarterList(length, 39)
const vector = (length: number): Arbitrary<Tensor> => quarters([length], 39)

// Filters and weights, which a penalty sees; biases, and the scales and shifts of a norm, which it does not.
const params: Arbitrary<Params> = fc
  .record({ filters: list(4), b: vector(2), gamma: vector(2), beta: vector(2), w: list(4), c: vector(2) })
  .map(({ filters, b, gamma, beta, w, c }) => [
    { w: T.fromFlat([2, 1, 1, 2], filters), b }, { gamma, beta }, {}, { w: T.fromFlat([2, 2], w), b: c }
  ])

const rates = fc.constantFrom(0.25, 0.5, 2)

const zipped = (f: (a: Tensor, b: Tensor) => Tensor) => (one: Params, two: Params): Params =>
  one.map((named, i) => Object.fromEntries(
    Object.entries(named).map(([name, a]) => [name, f(a, two[i]?.[name] as Tensor)])
  ))

const product = (one: Params, two: Params): number =>
  zipped(T.mul)(one, two).flatMap(named => Object.values(named).flatMap(p => [...p.data])).reduce((a, b) => a + b, 0)

const weightsOf = (of: Params): ReadonlyArray<number> => of.flatMap(({ w }) => (w === undefined ? [] : [...w.data]))

const sameParams = (one: Params, two: Params): ReadonlyArray<Relation<Plain>> =>
  one.flatMap((named, i) => Object.entries(named).flatMap(([name, p]) =>
    equalEntries(p, two[i]?.[name] as Tensor, `layer ${i + 1} ${name}`)))

interface OneStep {
  readonly w: Tensor
  readonly g: Tensor
  readonly rate: number
}

interface Along {
  /** The gradients of one parameter. */
  readonly g: ReadonlyArray<number>
}

const along = <S>(rule: Optimizer<Tensor, S>, g: Along['g']): ReadonlyArray<Tensor> =>
  visited(rule, T.zeros([1]), g.length, (_, t) => T.fromFlat([1], [g[t] ?? 0]))

const descent = 'Notes on CS231n, update rules'
const regularisation = 'Notes on CS231n, regularisation'

export const partsLaws: Law<PartsSubject> = (parts): ReadonlyArray<Claim> => [
  claim(
    {
      id: 'l2Penalty/value',
      title: 'The penalty is lambda, or lambda / 2, times the sum of the squares of every w, and of nothing else',
      statement: String.raw`\lambda \sum_l \|W_l\|^2 \text{ or } \tfrac\lambda2 \sum_l \|W_l\|^2`,
      source: regularisation
    },
    sampled<{ readonly p: Params; readonly rate: number }>({ p: params, rate: rates }, ({ p, rate }) => {
      const squares = weightsOf(p).reduce((total, w) => total + w * w, 0)
      return [
        equal<Plain>(parts.l2Penalty(rate, 'full')(p).value, rate * squares, 'full'),
        equal<Plain>(parts.l2Penalty(rate, 'half')(p).value, rate * squares / 2, 'half')
      ]
    })
  ),
  claim(
    {
      id: 'l2Penalty/gradient', title: 'The gradient is the derivative of the penalty: exactly, as it is quadratic',
      statement: String.raw`f(w + v) - f(w) - f(v) = \langle \nabla f(w), v\rangle`, source: regularisation
    },
    sampled<{ readonly p: Params; readonly v: Params; readonly rate: number }>(
      { p: params, v: params, rate: rates }, ({ p, v, rate }) =>
        (['full', 'half'] as const).map(convention => {
          const f = parts.l2Penalty(rate, convention)
          const both = f(zipped(T.add)(p, v)).value - f(p).value - f(v).value
          return equal<Plain>(product(f(p).gradient, v), both, convention)
        })
    )
  ),
  claim(
    {
      id: 'descent/weight-decay', title: 'Weight decay adds to the gradient that of an L2 penalty of half its rate',
      statement: String.raw`g + \lambda w = g + \nabla \tfrac\lambda2 \|w\|^2`, source: regularisation
    },
    sampled<OneStep>({ w: vector(3), g: vector(3), rate: rates }, ({ w, g, rate }) => {
      const [found] = parts.weightDecay(rate).update(g)(w)({})
      return equalEntries(found, T.add(g, parts.l2Penalty(rate, 'half')([{ w }]).gradient[0]?.['w'] ?? g), 'g')
    })
  ),
  claim(
    {
      id: 'descent/not-clipped', title: 'A gradient that is no longer than the bound keeps every bit', source: descent,
      statement: String.raw`\|g\| \le c \Rightarrow g' = g`
    },
    sampled<{ readonly g: Params }>(
      { g: params }, ({ g }) => sameParams(parts.clipByNorm(64).update(g)(g)(g.map(() => ({})))[0], g)
    )
  ),
  claim(
    {
      id: 'descent/clipped', title: 'A gradient longer than the bound is scaled to it, whatever its size',
      statement: String.raw`g \min(1, c / \|g\|)`, source: descent
    },
    // 3, 4, 5: every length on the way is exact
    sampled<{ readonly length: number; readonly bound: number; readonly signs: ReadonlyArray<number> }>(
      {
        length: fc.integer({ min: -700, max: 700 }), bound: fc.integer({ min: -700, max: 700 }),
        signs: fc.tuple(fc.constantFrom(-1, 1), fc.constantFrom(-1, 1))
      },
      ({ length, bound, signs: [s = 1, t = 1] }) => {
        const gradientOf = (k: number): Params =>
          [{ w: T.fromFlat([1], [s * 3 * 2 ** k]) }, { b: T.fromFlat([1], [t * 4 * 2 ** k]) }]
        const [clipped] = parts.clipByNorm(5 * 2 ** bound).update(gradientOf(length))(gradientOf(0))([{}, {}])
        return sameParams(clipped, gradientOf(Math.min(length, bound)))
      })
  ),
  claim(
    {
      id: 'descent/chained', title: 'What the first part makes of the gradient is the gradient of the second',
      source: descent,
      statement: String.raw`w' = w - \eta (g + \lambda w)`
    },
    sampled<OneStep>({ w: vector(3), g: vector(3), rate: rates }, ({ w, g, rate }) => {
      const rule = parts.chained(parts.weightDecay(rate), parts.sgd({ learningRate: 0.5 }))
      const [step] = rule.update(g)(w)(rule.init(w))
      return equalEntries(step, T.mul(T.add(g, T.mul(w, rate)), -0.5), 'step')
    })
  ),
  claim(
    {
      id: 'descent/schedule',
      title: 'A decayed step is that of the optimizer times the factor, once for each whole period that has passed',
      statement: String.raw`\eta_t = \eta \gamma^{\lfloor t / T \rfloor}`, source: 'Notes on CS231n, solver',
      rows: ['N231-SOL-04']
    },
    sampled<Along & { readonly every: number }>(
      { g: list(7), every: fc.integer({ min: 1, max: 4 }) }, ({ g, every }) => {
        const rule = parts.decayed(parts.sgd({ learningRate: 1 }), { factor: 0.5, every })
        const ws = along(rule, g)
        return g.map((gradient, t) => equal<Plain>(
          T.item(T.sub(ws[t] ?? T.zeros([1]), ws[t + 1] ?? T.zeros([1]))), gradient / 2 ** Math.floor(t / every),
          `step ${t + 1}`))
      }
    )
  ),
  claim(
    {
      id: 'descent/scheduled',
      title: 'A schedule multiplies the learning rate: what momentum remembers keeps its size when the rate falls',
      statement:
        String.raw`v_t = -\sum_{k \le t} \mu^{t-k} \eta_k g_k,\quad \eta_k = \eta \gamma^{\lfloor k / T \rfloor}`,
      source: 'Notes on CS231n, solver', rows: ['N231-SOL-04']
    },
    sampled<Along & { readonly every: number }>(
      { g: list(7), every: fc.integer({ min: 1, max: 4 }) }, ({ g, every }) => {
        const rate = parts.stepDecay({ learningRate: 2, factor: 0.5, every })
        const velocity = (t: number): number =>
          -g.slice(0, t + 1).reduce(
            (sum, gradient, k) => sum + 0.5 ** (t - k) * 2 * 0.5 ** Math.floor(k / every) * gradient, 0
          )
        const stepsOf = (rule: typeof parts.momentum): ReadonlyArray<number> => {
          const ws = along(parts.scheduled(rate, learningRate => rule({ learningRate, momentum: 0.5 })), g)
          return g.map((_, t) => T.item(T.sub(ws[t + 1] ?? T.zeros([0]), ws[t] ?? T.zeros([0]))))
        }
        return [
          ...stepsOf(parts.momentum).map((step, t) => equal<Plain>(step, velocity(t), `momentum, step ${t + 1}`)),
          ...stepsOf(parts.nesterov).map((step, t) =>
            equal<Plain>(step, 1.5 * velocity(t) - (t > 0 ? 0.5 * velocity(t - 1) : 0), `nesterov, step ${t + 1}`))
        ]
      }
    )
  ),
  claim(
    {
      id: 'descent/six-steps', source: 'Notes on CS231n, solver',
      title: 'Six steps of momentum lead to -6.34375; with the old velocity halved too, to -5.2890625',
      statement: String.raw`g = 1,\ \mu = \tfrac12,\ \eta = 1, 1, \tfrac12, \tfrac12, \tfrac14, \tfrac14`
    },
    everyCase('one descent', [[1, 1, 1, 1, 1, 1]], g => {
      const falling = { factor: 0.5, every: 2 }
      const endOf = <S>(rule: Optimizer<Tensor, S>): number => T.item(along(rule, g).at(-1) ?? T.zeros([0]))
      const rate = parts.stepDecay({ learningRate: 1, ...falling })
      return [
        equal<Plain>(endOf(parts.scheduled(rate, learningRate => parts.momentum({ learningRate, momentum:
          0.5 }))), -6.34375, 'scheduled'),
        equal<Plain>(
          endOf(parts.decayed(parts.momentum({ learningRate: 1, momentum: 0.5 }), falling)), -5.2890625, 'decayed'
        )
      ]
    })
  ),
  claim(
    {
      id: 'descent/no-momentum', title: 'Without momentum, momentum is gradient descent, bit for bit', source: descent,
      statement: String.raw`\mu = 0 \Rightarrow v' = -\eta g`, rows: ['N231-OPT-10']
    },
    sampled<Along & { readonly rate: number }>(
      { g: list(4), rate: fc.constantFrom(0.01, 0.1, 0.3) }, ({ g, rate }) => {
        const plain = along(parts.sgd({ learningRate: rate }), g)
        return along(parts.momentum({ learningRate: rate, momentum: 0 }), g).flatMap(
          (w, t) => equalEntries(w, plain[t] ?? w, `w^${t + 1}`)
        )
      }
    )
  )
]
