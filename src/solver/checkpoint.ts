import { entriesOf, type Entry, filled, fitting, type Sizes, sizesOf, type Tree } from '../model/namedTensors.js'
import { learnedEntries, learnedFrom, opened, packed } from '../model/save.js'
import { attempt, type Either, given, orThrow, type Refusal, refuse } from '../prelude/index.js'
import { fromTensor, toTensor } from '../random/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import type { Experiment } from '../train/Experiment.js'
import { givenExperiment, givenTraining } from '../train/givenExperiment.js'
import { joined, type Solving } from './Solving.js'
import { begin } from '../train/train.js'
import type { Training } from '../train/Training.js'

const row = (numbers: ReadonlyArray<number>): Tensor => T.fromFlat([numbers.length], numbers)

/** The tensors of a training, in a training of its experiment. */
const entries = <Target, Memory>(
  place: string, { model, examples }: Experiment<Target, Memory>, training: Training<Memory>
): ReadonlyArray<Entry> => {
  for (const i of training.waiting) waitingAmong(place, i, examples.count)
  return [
    ...learnedEntries(place, model, training),
    ...entriesOf(place, model.names, training.memory as Tree, 'memory/'),
    ['training/step', T.scalar(training.step)],
    ['training/waiting', row(training.waiting)],
    ['training/seed', toTensor(training.seed)]
  ]
}

const waitingAmong = (place: string, i: number, count: number): number =>
  given.number(place, `positions of ${count} examples, waiting`, i, Number.isSafeInteger(i) && i >= 0 && i < count)

/**
 * A training as the bytes of a safetensors file, in doubles: its parameters by their names, such as "hidden.w", what layers keep
 * ("state/norm.mean"), what the optimizer remembers ("memory/hidden.w.velocity"), and its step, waiting order and seed.
 *
 * `restore` gives it back, and it goes on bit for bit. Refuses what is no training of the experiment, a memory that is not made of tensors
 * in lists and records, and a model in which two tensors have one name.
 *
 * @example
 * const [model, examples] = [sequence({ scores: Affine(2) }), labelled(T.eye(2), [0, 1])]
 * const optimizer = onEach(sgd({ learningRate: 1 }))
 * const experiment = { model, loss: softmaxCrossEntropy, optimizer, examples, batchSize: 1 }
 * const { training } = train(experiment, 3)(begin(experiment, 1).right)
 * restore(experiment, checkpoint(experiment, training)).right.step // 3
 *
 * @source Notes on CS231n, solver
 */
export const checkpoint = <Target, Memory>(
  experiment: Experiment<Target, Memory>, training: Training<Memory>
): Uint8Array => {
  givenExperiment('checkpoint', experiment)
  return packed('checkpoint', 'training', entries('checkpoint', experiment, givenTraining('checkpoint', training)))
}

/**
 * The training of a checkpoint, or why it is none of this experiment: the name of a tensor that is missing or unknown, its shape, or the
 * version of the file. What is no tensor, such as a learning rate, is that of the experiment given.
 *
 * @example
 * const [model, examples] = [sequence({ scores: Affine(2) }), labelled(T.eye(2), [0, 1])]
 * const optimizer = onEach(sgd({ learningRate: 1 }))
 * const experiment = { model, loss: softmaxCrossEntropy, optimizer, examples, batchSize: 1 }
 * const bytes = checkpoint(experiment, begin(experiment, 1).right)
 * const other = { ...experiment, optimizer: onEach(momentum({ learningRate: 1 })) }
 * restore(other, bytes).left.got // 'no memory/scores.w.velocity'
 *
 * @source Notes on CS231n, solver
 */
export const restore = <Target, Memory>(
  experiment: Experiment<Target, Memory>, bytes: Uint8Array
): Either<Refusal, Training<Memory>> => attempt(() => {
  givenExperiment('restore', experiment)
  const { wanted, read } = reading('restore', experiment)
  return read(fitting('restore', wanted, opened('restore', 'training', bytes)))
})

interface Reading<Memory> {
  readonly wanted: Readonly<Record<string, Sizes>>
  readonly read: (tensors: Readonly<Record<string, Tensor>>) => Training<Memory>
}

/** What a training of this experiment looks like in a file, and how it is read from what fits. */
const reading = <Target, Memory>(place: string, experiment: Experiment<Target, Memory>): Reading<Memory> => {
  const { model, examples } = experiment
  const start = orThrow(begin(experiment, 0))
  return {
    wanted: { ...sizesOf(entries(place, experiment, start)), 'training/waiting': [null] },
    read: tensors => ({
      ...learnedFrom(model, start, tensors),
      step: given.whole(place, 'training/step', T.item(of(tensors, 'training/step')), 0),
      memory: filled(model.names, start.memory, tensors, 'memory/'),
      waiting: Array.from(of(tensors, 'training/waiting').data, i => waitingAmong(place, i, examples.count)),
      seed: fromTensor(of(tensors, 'training/seed'))
    })
  }
}

/** A tensor that was found to be there. */
const of = (tensors: Readonly<Record<string, Tensor>>, name: string): Tensor => tensors[name] as Tensor

/** What a solver has done so far, with its histories and its best parameters: "best/hidden.w". */
export const checkpointSolving = <Target>(experiment: Experiment<Target>, solving: Solving): Uint8Array => {
  const { training, seed, losses, checks, best } = solving
  const place = 'checkpoint'
  return packed(place, 'solver', [
    ...entries(place, experiment, training),
    ...bestEntries(learnedEntries(place, experiment.model, best)),
    ['solver/best', row([best.step, best.accuracy])],
    ['solver/seed', toTensor(seed)],
    ['solver/losses', row(losses.flat())],
    ['solver/checks', T.fromFlat([checks.length, 4], checks.flatMap(c => [c.step, c.epoch, c.training, c.validation]))]
  ])
}

const bestEntries = (found: ReadonlyArray<Entry>): ReadonlyArray<Entry> =>
  found.map(([name, tensor]) => [`best/${name}`, tensor])

/** The same back from a file; it goes on bit for bit. */
export const restoreSolving = <Target>(
  experiment: Experiment<Target>, bytes: Uint8Array
): Either<Refusal, Solving> => attempt(() => {
  const { model } = experiment
  const place = 'restore'
  const { wanted, read } = reading(place, experiment)
  const fresh = orThrow(begin(experiment, 0))
  const learned = learnedEntries(place, model, fresh)
  const tensors = fitting(place, {
    ...wanted, ...sizesOf(bestEntries(learned)),
    'solver/best': [2], 'solver/seed': [4], 'solver/losses': [null], 'solver/checks': [null, 4]
  }, opened(place, 'solver', bytes))
  const training = read(tensors)
  const losses = Array.from(of(tensors, 'solver/losses').data)
  if (losses.length !== training.step) {
    refuse('shape', place, `a loss for each of ${training.step} steps`, `${losses.length}`)
  }
  const [step = 0, accuracy = -Infinity] = of(tensors, 'solver/best').data
  const checks = T.toNested(of(tensors, 'solver/checks')) as ReadonlyArray<readonly [number, number, number, number]>
  return {
    training, seed: fromTensor(of(tensors, 'solver/seed')),
    losses: losses.reduce((chunks, loss) => joined(chunks, [loss]), [] as Solving['losses']),
    checks: checks.map(([at, epoch, found, validation]) => ({ step: at, epoch, training: found, validation })),
    best: {
      step, accuracy,
      ...learnedFrom(model, fresh, Object.fromEntries(learned.map(([name]) => [name, of(tensors, `best/${name}`)])))
    }
  }
})
