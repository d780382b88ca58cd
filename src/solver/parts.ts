import type { Examples } from '../data/index.js'
import type { Layer } from '../layer/index.js'
import { type Loss, softmaxCrossEntropy } from '../loss/index.js'
import { type Memory, onEach, type Optimizer, type Schedule, scheduled, sgd, stepDecay } from '../optimizer/index.js'
import { given } from '../prelude/index.js'
import { choice, type Seed } from '../random/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenLayer } from '../layer/givenLayer.js'
import { accuracy } from '../train/accuracy.js'
import { type Experiment, type Penalty, stepsPerEpoch, stepsPerPass } from '../train/Experiment.js'
import { givenExamples } from '../train/givenExperiment.js'
import type { Training } from '../train/Training.js'

/** Examples with a label each. */
export type Labelled = Examples<ReadonlyArray<number>>

/** What a solver is made of; all but the first three may be left out. */
export interface SolverOptions<Slot extends string = string> {
  readonly model: Layer
  readonly examples: Labelled
  readonly validation: Labelled
  /** `softmaxCrossEntropy` unless said. */
  readonly loss?: Loss<ReadonlyArray<number>>
  readonly penalty?: Penalty
  /** The optimizer of one parameter for a learning rate: `sgd` unless said. */
  readonly rule?: (learningRate: number) => Optimizer<Tensor, Memory<Slot>>
  /** A number, or a schedule: a rate for each step, the first being step 0. .01 unless said. */
  readonly learningRate?: number | Schedule
  /** What is left of the learning rate after each epoch: 1 unless said. */
  readonly decay?: number
  /** 100 unless said. */
  readonly batchSize?: number
  /** Whether a batch may have an example twice: true unless said. Without replacement an epoch takes every example once. */
  readonly replacement?: boolean
  /** 10 unless said. */
  readonly epochs?: number
  /** How many examples the training accuracy is of, drawn with replacement where there are more: 1000 unless said. */
  readonly trainingSamples?: number
  /** The same of the validation accuracy, which is of all unless said. */
  readonly validationSamples?: number
  /** The accuracies are looked at after each so many steps too. */
  readonly checkEvery?: number
  /** What is called accuracy: `accuracy` unless said. */
  readonly score?: (model: Layer, examples: Labelled) => (training: Pick<Training, 'params' | 'state'>) => number
}

/** What a solver is, once its options are checked. */
export interface Parts {
  readonly experiment: Experiment<ReadonlyArray<number>>
  readonly every: number
  readonly steps: number
  readonly rate: Schedule
  readonly looksAt: (step: number) => boolean
  readonly look: (training: Training, seed: Seed) => readonly [training: number, validation: number, next: Seed]
}

const names = [
  'model', 'examples', 'validation', 'loss', 'penalty', 'rule', 'learningRate', 'decay', 'batchSize', 'replacement', 'epochs',
  'trainingSamples', 'validationSamples', 'checkEvery', 'score'
] as const

const place = 'solver'

export const partsOf = <Slot extends string>(options: SolverOptions<Slot>): Parts => {
  const {
    model, examples, validation, loss = softmaxCrossEntropy, penalty, rule = plainDescent,
    learningRate = 1e-2, decay = 1, batchSize = 100, replacement = true, epochs = 10, trainingSamples = 1000,
    validationSamples = Infinity, checkEvery = Infinity, score = accuracy
  } = given.options(place, options, names)
  givenLayer(place, model, 'model')
  for (const [what, of] of Object.entries({ examples, validation })) {
    given.number(place, `at least one of ${what}`, givenExamples(place, of).count, of.count > 0)
  }
  for (const [what, f] of Object.entries({ loss, rule, score })) given.callable(place, what, f)
  if (penalty !== undefined) given.callable(place, 'penalty', penalty)
  for (const [what, size] of Object.entries({ trainingSamples, validationSamples, checkEvery })) {
    if (size !== Infinity) given.whole(place, what, size, 1)
  }
  given.whole(place, 'batchSize', batchSize, 1)
  given.number(place, 'a decay of at least 0', decay, decay >= 0 && Number.isFinite(decay))
  given.flag(place, 'replacement', replacement)
  const every = (replacement ? stepsPerEpoch : stepsPerPass)({ examples, batchSize })
  const left = stepDecay({ learningRate: 1, factor: decay, every })
  const base = typeof learningRate === 'function' ? learningRate : constantly(learningRate)
  const rate: Schedule = t => base(t) * left(t)
  const [onTraining, onValidation] = [sampled(examples, trainingSamples), sampled(validation, validationSamples)]
  return {
    experiment: {
      model, loss, ...(penalty === undefined ? {} : { penalty }), examples, batchSize,
      optimizer: onEach(scheduled(rate, rule)),
      ...(replacement ? { order: (count: number) => choice(count, batchSize, { replacement }) } : {})
    },
    every, rate, steps: every * given.whole(place, 'epochs', epochs, 0),
    looksAt: step => step === 1 || step % every === 0 || step % checkEvery === 0,
    look: (training, seed) => {
      const [forTraining, next] = onTraining(seed)
      const [forValidation, last] = onValidation(next)
      return [score(model, forTraining)(training), score(model, forValidation)(training), last]
    }
  }
}

const plainDescent = (learningRate: number): Optimizer<Tensor, Memory> => sgd({ learningRate })

const constantly = (learningRate: number): Schedule => {
  given.number(place, 'a learningRate of at least 0, or a schedule', learningRate, learningRate >= 0
    && Number.isFinite(learningRate))
  return () => learningRate
}

/** So many of the examples, drawn with replacement; all, and nothing is drawn, where there are no more. */
const sampled = (examples: Labelled, samples: number) => (seed: Seed): readonly [Labelled, Seed] => {
  if (examples.count <= samples) return [examples, seed]
  const [drawn, next] = choice(examples.count, samples, { replacement: true })(seed)
  return [{ ...examples, count: samples, take: at => examples.take(at.map(i => drawn[i] as number)) }, next]
}
