import type { Analytic } from '../../src/number/index.js'
import { l2Penalty, softmaxCrossEntropy } from '../../src/loss/index.js'
import { fullyConnectedNet } from '../../src/model/index.js'
import * as rules from '../../src/optimizer/index.js'
import type { Memory, Optimizer } from '../../src/optimizer/index.js'
import { run, seedOf, uniforms } from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { accuracy, best, epochs, type Experiment, labelled } from '../../src/train/index.js'
import {
  convergenceRateLaws, nesterovLaws, optimizerLaws, partsLaws, proximalStepLaws, sgdLaws
} from '../optimizers/index.js'
import { trainingLaws, type TrainingOptions, validationLaws } from '../training/index.js'
import { suite } from './suite.js'
import { onTrial, refuted, right, type Trial } from './trial.js'

/** Steps that are the gradient times a factor. */
const along = (factor: number): Optimizer<Tensor,
  Memory> => ({ init: () => ({}), update: gradient => () => memory => [T.mul(gradient, factor), memory] })

const last = <A>(N: Analytic<A>, gradients: ReadonlyArray<A>): A => gradients.at(-1) ?? N.of(0)

const byRule = (
  optimizer: Optimizer<Tensor, Memory>, definition: <A>(N: Analytic<A>) => (gradients: ReadonlyArray<A>) => A
) =>
  suite(() => optimizerLaws({ name: 'trial', optimizer, definition }), 'steps')

/** The sum of all gradients, the last counted whole and each before with a share of the next. */
const velocity = <A>(N: Analytic<A>) => (gradients: ReadonlyArray<A>): A =>
  N.mul(N.of(-0.25), gradients.reduce((v, g) => N.add(N.mul(N.of(0.5), v), g), N.of(0)))

/** Keeps half of its velocity, and remembers what it is told to. */
const halved = (remembered: (step: Tensor, gradient: Tensor) => Tensor): Optimizer<Tensor, Memory> => ({
  init: w => ({ velocity: T.zeros(w.shape) }),
  update: gradient => w => memory => {
    const step = T.sub(T.mul(memory['velocity'] ?? T.zeros(w.shape), 0.5), T.mul(gradient, 0.25))
    return [step, { velocity: remembered(step, gradient) }]
  }
})

const byOptimizerLaws = onTrial('optimizerLaws', [
  refuted('uphill', 'a step of -g / 2 is a step of g / 2', String.raw`\Delta = \tfrac12 g`,
    byRule(along(0.5), N => gradients => N.mul(N.of(-0.5), last(N, gradients)))),
  refuted('velocity-forgotten', 'momentum that remembers nothing is momentum', String.raw`v' = -\eta g`, byRule(
    along(-0.25), velocity
  )),
  refuted(
    'gradient-remembered', 'momentum that remembers the gradient is momentum', String.raw`v' = \tfrac12 g - \eta g`,
      byRule(halved((_, gradient) => gradient), velocity)
  ),
  right('supported', 'momentum', 'v <- v / 2 - g / 4', String.raw`v' = \tfrac12 v - \tfrac14 g`, byRule(
    halved(step => step), velocity
  ))
])

const { momentum, nesterov, lookAhead, proximalStep, sgd } = rules
const parts = { ...rules, l2Penalty }

const bySgd = [
  ...onTrial('sgdLaws', [
    refuted('uphill', 'a step up the gradient is descent', String.raw`w' = w + \eta g`,
      suite(() => sgdLaws({ name: 'trial', sgd: ({ learningRate }) => along(learningRate) }))),
    refuted('rate-squared', 'a step of eta^2 is descent at eta', String.raw`w' = w - \eta^2 g`,
      suite(() => sgdLaws({ name: 'trial', sgd: ({ learningRate }) => along(-(learningRate ** 2)) }))),
    right('supported', 'descent', 'a step of -eta g', String.raw`w' = w - \eta g`,
      suite(() => sgdLaws({ name: 'trial', sgd: ({ learningRate }) => along(-learningRate) })))
  ]),
  ...onTrial('convergenceRateLaws', [
    refuted('uphill', 'climbing comes as near as descent', String.raw`w' = w + \eta g`,
      suite(() => convergenceRateLaws({ name: 'trial', sgd: ({ learningRate }) => along(learningRate) }))),
    refuted('standstill', 'who stands still comes as near as who descends', "w' = w",
      suite(() => convergenceRateLaws({ name: 'trial', sgd: () => along(0) }))),
    right('supported', 'rate', 'descent is within B rho / sqrt(T) of the best', String.raw`f(\bar w) - f(w^*) \le B \rho / \sqrt T`,
      suite(() => convergenceRateLaws({ name: 'trial', sgd: ({ learningRate }) => along(-learningRate) }), 'rate'))
  ]),
  ...onTrial('proximalStepLaws', [
    refuted('half-a-step', 'the minimiser is half a step away', String.raw`w - \tfrac1{2\lambda} g`,
      suite(() => proximalStepLaws(
        { name: 'trial', sgd, proximalStep: ({ lambda }) => proximalStep({ lambda: 2 * lambda }) }
      ))),
    refuted('lambda-for-rate', 'the minimiser is lambda g away', String.raw`w - \lambda g`,
      suite(() => proximalStepLaws(
        { name: 'trial', sgd, proximalStep: ({ lambda }) => g => w => T.sub(w, T.mul(g, lambda)) }
      ))),
    right('supported', 'minimiser', 'the minimiser is g / lambda away', String.raw`w - \tfrac1\lambda g`,
      suite(() => proximalStepLaws({ name: 'trial', sgd, proximalStep })))
  ]),
  ...onTrial('nesterovLaws', [
    refuted('momentum', 'momentum is Nesterov\'s momentum', String.raw`\Delta = v'`,
      suite(() => nesterovLaws({ name: 'trial', momentum, nesterov: momentum, lookAhead }))),
    refuted('looks-too-far', 'the point ahead is w + 2 mu v', String.raw`w + 2 \mu v`,
      suite(() => nesterovLaws({ name: 'trial', momentum, nesterov, lookAhead: share => lookAhead(2 * share) }))),
    right('supported', 'two-forms', 'both forms go through the same points', String.raw`x_t = w_t + \mu v_t`,
      suite(() => nesterovLaws({ name: 'trial', momentum, nesterov, lookAhead })))
  ]),
  ...onTrial('partsLaws', [
    refuted('penalty-doubled', 'the penalty lambda |w|^2 is 2 lambda |w|^2', String.raw`2 \lambda \|w\|^2`,
      suite(() => partsLaws({ ...parts, l2Penalty: (rate, convention) => l2Penalty(2 * rate, convention) }))),
    refuted('twice-the-decay', 'weight decay is twice what it is told', String.raw`2 \lambda w`,
      suite(() => partsLaws({ ...parts, weightDecay: rate => rules.weightDecay(2 * rate) }))),
    refuted('no-schedule', 'a schedule changes no step', String.raw`\eta_t = \eta`,
      suite(() => partsLaws({ ...parts, decayed: rule => rules.decayed(rule, { factor: 1, every: 1 }) }))),
    right('supported', 'parts', 'penalty, decay, clipping, chains and schedules',
      String.raw`\eta_t = \eta \gamma^{\lfloor t / T \rfloor}`, suite(() => partsLaws(parts)))
  ])
]

const examples = labelled(run(uniforms([4, 2]), seedOf(7)), [0, 1, 1, 0])

const experiment = ({ learningRate, batchSize }: TrainingOptions): Experiment<ReadonlyArray<number>> => ({
  model: fullyConnectedNet({ hidden: [2], classes: 2, weightScale: 1 }), loss: softmaxCrossEntropy,
    optimizer: rules.onEach(sgd({ learningRate })), examples, batchSize
})

/** Adds the gradients that it was ever given, wherever they came from. */
const remembering = (learningRate: number): Optimizer<Tensor, Memory> => {
  const seen: Array<number> = []
  return {
    init: () => ({}),
    update: gradient => () => memory => {
      seen.push(1)
      return [T.mul(gradient, -learningRate * seen.length), memory]
    }
  }
}

const byTraining = [
  ...onTrial('trainingLaws', [
    refuted('rate-ignored', 'a learning rate of 0 still learns', String.raw`\eta = 0 \Rightarrow w' \ne w`,
      suite(() => trainingLaws({ name: 'trial', experiment:
        options => experiment({ ...options, learningRate: 0.5 }) }), 'standstill')),
    refuted('hidden-memory', 'a training that remembers outside its state goes on where it was put away',
      String.raw`w' = w - \eta (g + g')`,
      suite(() => trainingLaws({
      name: 'trial',
      experiment: options => ({ ...experiment(options), optimizer: rules.onEach(remembering(options.learningRate)) })
    }), 'resumes')),
    right('supported', 'training', 'a training goes on where it was put away',
      String.raw`\mathrm{train}_{m+n} = \mathrm{train}_n \circ \mathrm{train}_m`,
      suite(() => trainingLaws({ name: 'trial', experiment }), 'resumes'))
  ]),
  ...onTrial('validationLaws', [
    refuted('last-of-equals', 'the best state is the last with the highest score', String.raw`\max \arg\max_t s_t`,
      suite(() => validationLaws({
      name: 'trial', accuracy, epochs,
        best: score => (start, later) =>
          [...later].reduce((kept, state) => (kept === start || score(state) >= score(kept) ? state : kept), start)
    }), 'best')),
    refuted('errors', 'the accuracy is the share of errors', String.raw`\tfrac1N |\{i : \hat y_i \ne y_i\}|`, suite(
      () => validationLaws({
        name: 'trial', best, epochs, accuracy: (...given) => training => 1 - accuracy(...given)(training)
      }), 'accuracy'
    )),
    right('supported', 'earliest-best', 'the best state is the earliest with the highest score', String.raw`\min \arg\max_t s_t`,
      suite(() => validationLaws({ name: 'trial', accuracy, best, epochs }), 'best'))
  ])
]

export const trials: ReadonlyArray<Trial> = [...byOptimizerLaws, ...bySgd, ...byTraining]
