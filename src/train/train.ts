import { type Either, mapEither, type Refusal, refuse } from '../prelude/index.js'
import type { Built, Params } from '../layer/index.js'
import { stepped } from '../optimizer/index.js'
import { permutation, type Seed, seedOf } from '../random/index.js'
import type { Experiment } from './Experiment.js'

/** Everything a training depends on from here on; the same state gives the same future, bit for bit. */
export interface Training<Memory = Params> {
  readonly step: number
  readonly params: Params
  /** Running statistics and the like: what the layers keep. */
  readonly state: Params
  /** What the optimizer keeps. */
  readonly memory: Memory
  /** The order in which the rest of this pass takes the examples. */
  readonly waiting: ReadonlyArray<number>
  readonly seed: Seed
}

/** One step that was taken, and where it leads. */
export interface Stepped<Memory = Params> {
  readonly tag: 'stepped'
  readonly loss: number
  readonly training: Training<Memory>
}

/** The loss or a parameter is no longer finite: training ends here, with the last good state. */
export interface Diverged<Memory = Params> {
  readonly tag: 'diverged'
  readonly loss: number
  readonly training: Training<Memory>
}

export type Progress<Memory = Params> = Stepped<Memory> | Diverged<Memory>

/** The beginning of a training, or why the model does not fit the examples. */
export const begin = <Target, Memory>({ model, optimizer, examples }: Experiment<Target, Memory>, seed: number): Either<Refusal, Training<Memory>> =>
  mapEither(({ init, state }: Built): Training<Memory> => {
    const [params, next] = init(seedOf(seed))
    return { step: 0, params, state, memory: optimizer.init(params), waiting: [], seed: next }
  })(model.build(examples.shape))

/** One step of descent on the next batch. A new pass through the examples draws a new order. */
export const advance = <Target, Memory>(experiment: Experiment<Target, Memory>) => (training: Training<Memory>): Progress<Memory> => {
  const { model, loss, optimizer, examples, batchSize } = experiment
  if (!(Number.isInteger(batchSize) && batchSize > 0)) refuse('domain', 'training', 'a batch size of at least 1', String(batchSize))
  const [waiting, seed] = training.waiting.length > 0 ? [training.waiting, training.seed] : permutation(examples.count)(training.seed)
  const { x, target } = examples.take(waiting.slice(0, batchSize))
  const { y, state, pullback } = model.train(training.params, training.state)(x)
  const { value, gradient } = loss(target)(y)
  if (!Number.isFinite(value)) return { tag: 'diverged', loss: value, training }
  const [step, memory] = optimizer.update(pullback(gradient).dp)(training.params)(training.memory)
  return {
    tag: 'stepped',
    loss: value,
    training: { step: training.step + 1, params: stepped(training.params, step), state, memory, waiting: waiting.slice(batchSize), seed }
  }
}

/** The training unfolded lazily, step by step, until it diverges or nobody asks for more. */
export function* unfold<Target, Memory>(experiment: Experiment<Target, Memory>, from: Training<Memory>): Generator<Progress<Memory>, void, undefined> {
  const next = advance(experiment)
  for (let training = from; ;) {
    const progress = next(training)
    yield progress
    if (progress.tag === 'diverged') return
    training = progress.training
  }
}

/** The last of a number of steps. */
export const train = <Target, Memory>(experiment: Experiment<Target, Memory>, steps: number) => (from: Training<Memory>): Progress<Memory> => {
  let last: Progress<Memory> = { tag: 'stepped', loss: NaN, training: from }
  if (steps === 0) return last
  for (const progress of unfold(experiment, from)) {
    last = progress
    if (progress.training.step - from.step >= steps) return last
  }
  return last
}
