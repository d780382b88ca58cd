import { type Either, given, mapEither, type Refusal } from '../prelude/index.js'
import { split } from '../random/index.js'
import { checkpointSolving, restoreSolving } from './checkpoint.js'
import type { Experiment } from '../train/Experiment.js'
import { type Best, type Check, givenSolving, joined, type Solving } from './Solving.js'
import { type Parts, partsOf, type SolverOptions } from './parts.js'
import { begin, type Progress, unfold } from '../train/train.js'
import type { Training } from '../train/Training.js'

/** A step that was taken: its loss, its learning rate, and what was found if the solver looked. */
export interface SolverStep {
  readonly tag: 'stepped'
  readonly step: number
  /** How many epochs are over. */
  readonly epoch: number
  readonly learningRate: number
  readonly loss: number
  readonly check?: Check
  readonly solving: Solving
}

/** A step that could not be taken; `solving` is what was before it. */
export interface SolverDiverged {
  readonly tag: 'diverged'
  readonly step: number
  readonly cause: string
  readonly loss: number
  readonly solving: Solving
}

export type SolverEvent = SolverStep | SolverDiverged

/** A training with all that the notes' solver does besides, as a value. */
export interface Solver {
  /** What is trained; the schedule is part of its optimizer. */
  readonly experiment: Experiment<ReadonlyArray<number>>
  readonly stepsPerEpoch: number
  /** How many steps all epochs have. */
  readonly steps: number
  readonly begin: (seed: number) => Either<Refusal, Solving>
  /** What happens from here to the last epoch, an event a step. It is taken when it is asked for: who asks no more has stopped. */
  readonly events: (from: Solving) => Generator<SolverEvent, void, undefined>
  readonly checkpoint: (solving: Solving) => Uint8Array
  readonly restore: (bytes: Uint8Array) => Either<Refusal, Solving>
}

/**
 * The notes' solver: so many epochs of minibatches with a learning rate that decays, looking at the accuracies on the way and keeping the
 * best parameters.
 *
 * Step t has the rate learningRate decay^(epochs over), which is given to the rule: a velocity keeps its size when the rate falls. The
 * solver looks after the first step, each epoch, and each `checkEvery` steps. The best state is the earliest with the highest validation
 * accuracy, with its running statistics; it is the start until one was looked at. The same seed gives the same bits, also where a solver
 * goes on from a checkpoint. Refuses options that do not exist, examples or validation examples that are none, and sizes that are no whole
 * numbers from 1; epochs may be 0.
 *
 * @example
 * const examples = labelled(T.eye(2), [0, 1])
 * const solving = solver({ model: sequence({ scores: Affine(2) }), examples, validation: examples, learningRate: 1 })
 * const [first, ...later] = solving.events(solving.begin(1).right)
 * first.check.epoch // 1
 * later.length // 9
 * later[8].solving.best.accuracy // 1
 *
 * @source Notes on CS231n, solver
 */
export const solver = <Slot extends string = never>(options: SolverOptions<Slot>): Solver => {
  const parts = partsOf(options)
  const { experiment, every, steps } = parts
  return {
    experiment, stepsPerEpoch: every, steps,
    begin: seed => mapEither(fresh)(begin(experiment, seed)),
    events: from => eventsOf(parts, givenSolving('events', from)),
    checkpoint: solving => checkpointSolving(experiment, givenSolving('checkpoint', solving)),
    restore: bytes => restoreSolving(experiment, bytes)
  }
}

/** A solver at the door of a function. */
export const givenSolver = (place: string, of: Solver): Solver => {
  const { events } = given.record(place, 'a solver (solver({ model, examples, validation }) is one)', of)
  given.callable(place, 'solver.events', events)
  return of
}

const fresh = (training: Training): Solving => {
  const { params, state } = training
  const [own, seed] = split(training.seed)
  return {
    training: { ...training, seed }, seed: own, losses: [], checks: [],
    best: { step: 0, accuracy: -Infinity, params, state }
  }
}

function* eventsOf(parts: Parts, from: Solving): Generator<SolverEvent, void, undefined> {
  let solving = from
  for (const progress of unfold(parts.experiment, from.training, Math.max(parts.steps - from.training.step, 0))) {
    const event = eventOf(parts, solving, progress)
    yield event
    solving = event.solving
  }
}

const eventOf = ({ every, rate, looksAt, look }: Parts, solving: Solving, progress: Progress): SolverEvent => {
  if (progress.tag === 'diverged') {
    const { tag, step, cause, loss } = progress
    return { tag, step, cause, loss, solving }
  }
  const { loss, training } = progress
  const { step } = training
  const [epoch, learningRate] = [Math.floor(step / every), rate(step - 1)]
  const losses = joined(solving.losses, [loss])
  const stepped = { tag: 'stepped', step, epoch, learningRate, loss } as const
  if (!looksAt(step)) return { ...stepped, solving: { ...solving, training, losses } }
  const [onTraining, onValidation, seed] = look(training, solving.seed)
  const check: Check = { step, epoch, training: onTraining, validation: onValidation }
  const best = better(solving.best, check, training)
  return { ...stepped, check, solving: { training, seed, losses, checks: [...solving.checks, check], best } }
}

const better = (best: Best, { step, validation }: Check, { params, state }: Training): Best =>
  validation > best.accuracy ? { step, accuracy: validation, params, state } : best
