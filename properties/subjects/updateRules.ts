import fc from 'fast-check'
import * as definition from '../../src/definition/index.js'
import type { Analytic } from '../../src/number/index.js'
import {
  adam, type AdamOptions, momentum, type MomentumOptions, nesterov, rmsprop, type RmspropOptions, sgd, type SgdOptions
} from '../../src/optimizer/index.js'
import type { OptimizerSubject } from '../optimizers/index.js'

const of = <A>(N: Analytic<A>, x: number): A => N.of(x)

/** The options of rules, from those that do next to nothing to large ones; eps 0 among them. */
const [learningRate, share, eps] = [
  fc.constantFrom(0.01, 1e-3, 0.5, 0.1, 1, 2 ** -40, 0), fc.constantFrom(0.9, 0.5, 0, 0.99, 0.75, 0.1),
  fc.constantFrom(1e-8, 1e-2, 1, 2 ** -40, 0)
]

/** Gradient descent as exported, and its definition. */
export const sgdSubject: OptimizerSubject<SgdOptions> = {
  name: 'sgd', optimizer: sgd, options: { learningRate }, gradientsUpTo: Number.MAX_VALUE,
  definition: <A>(N: Analytic<A>) => ({ learningRate: rate }: SgdOptions) => (gradients: ReadonlyArray<A>): A =>
    N.mul(of(N, -rate), gradients.at(-1) ?? of(N, 0))
}

/** Momentum as exported, and its definition. */
export const momentumSubject: OptimizerSubject<Required<MomentumOptions>> = {
  name: 'momentum', optimizer: momentum, options: { learningRate, momentum: share }, defaults: { momentum: 0.9 },
  definition: <A>(N: Analytic<A>) => (options: Required<MomentumOptions>) => (gradients: ReadonlyArray<A>): A =>
    definition.momentumStep(N)(of(N, options.learningRate), of(N, options.momentum), gradients),
  rows: ['N231-OPT-08']
}

/** Nesterov's momentum as exported, and its definition. */
export const nesterovSubject: OptimizerSubject<Required<MomentumOptions>> = {
  name: 'nesterov', optimizer: nesterov, options: { learningRate, momentum: share }, defaults: { momentum: 0.9 },
  definition: <A>(N: Analytic<A>) => (options: Required<MomentumOptions>) => (gradients: ReadonlyArray<A>): A =>
    definition.nesterovStep(N)(of(N, options.learningRate), of(N, options.momentum), gradients)
}

/** RMSProp as exported, and its definition. */
export const rmspropSubject: OptimizerSubject<Required<RmspropOptions>> = {
  name: 'rmsprop', optimizer: rmsprop, options: { learningRate, decay: share, eps },
  defaults: { decay: 0.99, eps: 1e-8 },
  gradientsUpTo: 1e200,
  definition: <A>(N: Analytic<A>) => (options: Required<RmspropOptions>) => (gradients: ReadonlyArray<A>): A =>
    definition.rmspropStep(N)(of(N, options.learningRate), of(N, options.decay), of(N, options.eps), gradients),
  rows: ['N231-OPT-12', 'N231-OPT-14']
}

/** Adam as exported, and its definition. */
export const adamSubject: OptimizerSubject<Required<AdamOptions>> = {
  name: 'adam', optimizer: adam, gradientsUpTo: 1e200,
  options: { learningRate, beta1: share, beta2: fc.oneof(share, fc.constant(0.999)), eps },
  defaults: { learningRate: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8 },
  definition: <A>(N: Analytic<A>) =>
    ({ learningRate: rate, beta1, beta2, eps: least }: Required<AdamOptions>) => (gradients: ReadonlyArray<A>): A =>
      definition.adamStep(N)(of(N, rate), of(N, beta1), of(N, beta2), of(N, least), gradients),
  rows: ['N231-OPT-13', 'N231-OPT-14']
}
