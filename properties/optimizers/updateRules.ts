import { type Claim, claim, equal, sampled } from '../../src/claim/index.js'
import fc from 'fast-check'
import * as definition from '../../src/definition/index.js'
import type { Analytic } from '../../src/number/index.js'
import { l2Penalty } from '../../src/loss/index.js'
import {
  adam, type AdamOptions, chained, clipByNorm, decayed, lookAhead, type Memory, momentum, type MomentumOptions, nesterov, type Optimizer,
  rmsprop, type RmspropOptions, scheduled, sgd, type SgdOptions, stepDecay, weightDecay
} from '../../src/optimizer/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { optimizerLaws } from './optimizer.js'
import { partsLaws } from './optimizerParts.js'

const of = <A>(N: Analytic<A>, x: number): A => N.of(x)

/** Both forms of Nesterov's momentum, as functions of their options. */
export interface NesterovSubject {
  readonly name: string
  readonly momentum: (options: { readonly learningRate: number; readonly momentum: number }) => Optimizer<Tensor, Memory>
  readonly nesterov: (options: { readonly learningRate: number; readonly momentum: number }) => Optimizer<Tensor, Memory>
  readonly lookAhead: typeof lookAhead
}

/** Descends on w^2 / 2 a few steps, with the gradient taken where `at` says; gives every point at which it was taken. */
const points = (
  optimizer: Optimizer<Tensor, Memory>, start: Tensor, steps: number, at: (memory: Memory) => (w: Tensor) => Tensor
): ReadonlyArray<Tensor> => {
  const seen: Array<Tensor> = []
  let [w, memory] = [start, optimizer.init(start)]
  for (let t = 0; t < steps; t++) {
    const point = at(memory)(w)
    seen.push(point)
    const [step, next] = optimizer.update(point)(w)(memory)
    w = T.add(w, step)
    memory = next
  }
  return seen
}

export const nesterovLaws = ({ name, ...subject }: NesterovSubject): ReadonlyArray<Claim> => [claim(
  {
    id: `${name}/two-forms`,
    title: 'The one-variable form of Nesterov\'s momentum goes through the points where the first form looks ahead',
    statement: String.raw`x_t = w_t + \mu v_t`,
    source: 'Notes on CS231n, update rules',
    rows: ['N231-OPT-09']
  },
  sampled({
    x: fc.integer({ min: -39, max: 39 }), share: fc.constantFrom(0.25, 0.5, 0.75), rate: fc.constantFrom(0.25, 0.5)
  }, ({ x, share, rate }) => {
    const [start, options] = [T.fromFlat([1], [x]), { learningRate: rate, momentum: share }]
    const ahead = points(subject.momentum(options), start, 6, subject.lookAhead(share))
    return points(subject.nesterov(options), start, 6, () => w => w).map((w, t) => equal(T.item(w), T.item(ahead[t] ?? w), `x_${t + 1}`))
  })
)]

/** The options of rules, from those that do next to nothing to large ones; eps 0 among them. */
const [learningRate, share, eps] = [
  fc.constantFrom(0.01, 1e-3, 0.5, 0.1, 1, 2 ** -40, 0), fc.constantFrom(0.9, 0.5, 0, 0.99, 0.75, 0.1), fc.constantFrom(1e-8, 1e-2, 1, 2 ** -40, 0)
]

/** The laws of the update rules as exported. */
export const claims: ReadonlyArray<Claim> = [
  ...optimizerLaws({
    name: 'sgd', optimizer: sgd, options: { learningRate }, gradientsUpTo: Number.MAX_VALUE,
    definition: <A>(N: Analytic<A>) => ({ learningRate: rate }: SgdOptions) => (gradients: ReadonlyArray<A>): A =>
      N.mul(of(N, -rate), gradients.at(-1) ?? of(N, 0))
  }),
  ...optimizerLaws({
    name: 'momentum', optimizer: momentum, options: { learningRate, momentum: share }, defaults: { momentum: 0.9 },
    definition: <A>(N: Analytic<A>) => (options: Required<MomentumOptions>) => (gradients: ReadonlyArray<A>): A =>
      definition.momentumStep(N)(of(N, options.learningRate), of(N, options.momentum), gradients),
    rows: ['N231-OPT-08']
  }),
  ...optimizerLaws({
    name: 'nesterov', optimizer: nesterov, options: { learningRate, momentum: share }, defaults: { momentum: 0.9 },
    definition: <A>(N: Analytic<A>) => (options: Required<MomentumOptions>) => (gradients: ReadonlyArray<A>): A =>
      definition.nesterovStep(N)(of(N, options.learningRate), of(N, options.momentum), gradients)
  }),
  ...nesterovLaws({ name: 'nesterov', momentum, nesterov, lookAhead }),
  ...optimizerLaws({
    name: 'rmsprop', optimizer: rmsprop, options: { learningRate, decay: share, eps }, defaults: { decay: 0.99, eps: 1e-8 },
    gradientsUpTo: 1e200,
    definition: <A>(N: Analytic<A>) => (options: Required<RmspropOptions>) => (gradients: ReadonlyArray<A>): A =>
      definition.rmspropStep(N)(of(N, options.learningRate), of(N, options.decay), of(N, options.eps), gradients),
    rows: ['N231-OPT-12', 'N231-OPT-14']
  }),
  ...optimizerLaws({
    name: 'adam', optimizer: adam, gradientsUpTo: 1e200,
    options: { learningRate, beta1: share, beta2: fc.oneof(share, fc.constant(0.999)), eps },
    defaults: { learningRate: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8 },
    definition: <A>(N: Analytic<A>) => ({ learningRate: rate, beta1, beta2, eps: least }: Required<AdamOptions>) => (gradients: ReadonlyArray<A>): A =>
      definition.adamStep(N)(of(N, rate), of(N, beta1), of(N, beta2), of(N, least), gradients),
    rows: ['N231-OPT-13', 'N231-OPT-14']
  }),
  ...partsLaws({ l2Penalty, weightDecay, clipByNorm, chained, decayed, stepDecay, scheduled, momentum, nesterov, sgd })
]
