import { attempt, type Either, given, orThrow, type Refusal } from '../prelude/index.js'
import type { Layer, Params } from '../layer/index.js'
import { addParams } from '../optimizer/index.js'
import { permutation, seedOf } from '../random/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import type { Experiment } from './Experiment.js'
import { givenExperiment, givenTraining } from './givenExperiment.js'
import { objectiveOf } from './objective.js'
import type { Training } from './Training.js'

/** A step that was taken, and where it leads. */
export interface Stepped<Memory = Params> {
  readonly tag: 'stepped'
  /** The loss, with its penalty, on the batch of this step, before it. */
  readonly loss: number
  readonly training: Training<Memory>
}

/** A step that could not be taken, because what it leads to is not finite: training ends here, with the last good state. */
export interface Diverged<Memory = Params> {
  readonly tag: 'diverged'
  /** Which step that was; the first is 1. */
  readonly step: number
  /** What is not finite: "loss", or a parameter by its name, such as "hidden.w". */
  readonly cause: string
  readonly loss: number
  readonly training: Training<Memory>
}

export type Progress<Memory = Params> = Stepped<Memory> | Diverged<Memory>

/** The beginning of a training, or why the experiment is none: an option that does not exist, a model that does not fit the examples. */
export const begin = <Target, Memory>(
  experiment: Experiment<Target, Memory>, seed: number
): Either<Refusal, Training<Memory>> =>
  attempt((): Training<Memory> => {
    const { model, optimizer, examples } = givenExperiment('begin', experiment)
    given.whole('begin', 'a seed', seed, Number.MIN_SAFE_INTEGER)
    const { init, state } = orThrow(model.build(examples.shape))
    const [params, afterParams] = init(seedOf(seed))
    const [kept, next] = state(afterParams)
    return { step: 0, params, state: kept, memory: optimizer.init(params), waiting: [], seed: next }
  })

/** One step of descent on the next batch. A new pass through the examples draws a new order. */
export const advance = <Target, Memory>(
  experiment: Experiment<Target, Memory>
): ((training: Training<Memory>) => Progress<Memory>) => {
  const next = stepOf(givenExperiment('advance', experiment))
  return training => next(givenTraining('advance', training))
}

const stepOf = <Target, Memory>(experiment: Experiment<Target, Memory>) =>
  (training: Training<Memory>): Progress<Memory> => {
    const { model, optimizer, examples, batchSize, order = permutation } = experiment
    const [waiting, seed] = training.waiting.length > 0 ? [training.waiting, training.seed]
      : order(examples.count)(training.seed)
    const { x, target } = examples.take(waiting.slice(0, batchSize))
    const { value, gradient, state } = objectiveOf(experiment)(training.params, training.state)(x, target)
    const [step, memory] = optimizer.update(gradient)(training.params)(training.memory)
    const params = addParams(training.params, step)
    const cause = Number.isFinite(value) ? notFinite(model, params) : 'loss'
    return cause === undefined
      ? { tag: 'stepped', loss: value, training: {
        step: training.step + 1, params, state, memory, waiting: waiting.slice(batchSize), seed
      } }
      : { tag: 'diverged', step: training.step + 1, cause, loss: value, training }
  }

/** The name of a parameter with an entry that is not finite, if there is one. */
const notFinite = ({ names }: Layer, params: Params): string | undefined =>
  params.flatMap((named, i) => Object.entries(named).map(([name, p]) => ({ name: `${names[i] ?? ''}.${name}`, p })))
    .find(({ p }) => !isFinite(p))?.name

// Infinity and NaN times 0 are NaN, and NaN stays in a sum.
const isFinite = (x: Tensor): boolean => T.item(T.sum(T.mul(x, 0))) === 0

/** The training unfolded lazily, step by step, until it diverges, so many steps are taken, or nobody asks for more. */
export const unfold = <Target, Memory>(
  experiment: Experiment<Target, Memory>, from: Training<Memory>, steps: number = Infinity
): Generator<Progress<Memory>, void, undefined> => {
  if (steps !== Infinity) given.whole('unfold', 'steps', steps, 0)
  return unfolding(givenExperiment('unfold', experiment), givenTraining('unfold', from), steps)
}

function* unfolding<Target, Memory>(
  experiment: Experiment<Target, Memory>, from: Training<Memory>, steps: number
): Generator<Progress<Memory>, void, undefined> {
  const next = stepOf(experiment)
  for (let [training, taken] = [from, 0]; taken < steps; taken++) {
    const progress = next(training)
    yield progress
    if (progress.tag === 'diverged') return
    training = progress.training
  }
}

/** Where a number of steps leads, unless it diverges earlier. No step has no loss: NaN. Refuses steps that are no whole number from 0. */
export const train = <Target, Memory>(
  experiment: Experiment<Target, Memory>, steps: number
): ((from: Training<Memory>) => Progress<Memory>) => {
  const next = stepOf(givenExperiment('train', experiment))
  given.whole('train', 'steps', steps, 0)
  return from => afterSteps(next, steps, givenTraining('train', from))
}

const afterSteps = <Memory>(
  next: (training: Training<Memory>) => Progress<Memory>, steps: number, from: Training<Memory>
): Progress<Memory> => {
  let progress: Progress<Memory> = { tag: 'stepped', loss: NaN, training: from }
  for (let taken = 0; taken < steps && progress.tag === 'stepped'; taken++) progress = next(progress.training)
  return progress
}
