import { given } from '../prelude/index.js'
import type { Params } from '../layer/index.js'
import type { Seed } from '../random/index.js'
import { givenTraining } from '../train/givenExperiment.js'
import type { Training } from '../train/Training.js'

/** What was found when the solver looked: the accuracies after a step, and how many epochs were over then. */
export interface Check {
  readonly step: number
  readonly epoch: number
  /** On a sub-sample of the examples that are trained on. */
  readonly training: number
  readonly validation: number
}

/** The best parameters so far, with the running statistics that belong to them: `accuracy`, or `infer`, takes both. */
export interface Best {
  /** After which step they were found; 0 is the start. */
  readonly step: number
  /** Their accuracy on the validation set: -Infinity where nothing was looked at yet. */
  readonly accuracy: number
  readonly params: Params
  readonly state: Params
}

/** Everything a solver depends on from here on, and what it has noted. */
export interface Solving<Memory = Params> {
  readonly training: Training<Memory>
  /** Where the sub-samples are drawn from: what is looked at does not change what is trained. */
  readonly seed: Seed
  /** The loss of each step; `histories` gives them as one list. */
  readonly losses: Chunks
  readonly checks: ReadonlyArray<Check>
  readonly best: Best
}

/** Numbers in order, in chunks each shorter than the one before. */
export type Chunks = ReadonlyArray<ReadonlyArray<number>>

/** A chunk more. Chunks of equal length become one, so that n numbers, put in one by one, are copied no more than log n times each. */
export const joined = (chunks: Chunks, next: ReadonlyArray<number>): Chunks => {
  const last = chunks.at(-1)
  return last === undefined || last.length > next.length ? [...chunks, next]
    : joined(chunks.slice(0, -1), [...last, ...next])
}

/** What a solver has begun, at the door of a function; the Either that begin gives is none. */
export const givenSolving = (place: string, solving: Solving): Solving => {
  const { training, losses, checks, best } =
    given.record(place, 'what a solver has begun (orThrow(solver(...).begin(1)))', solving)
  givenTraining(place, training)
  given.list(place, 'losses', losses)
  given.list(place, 'checks', checks)
  given.record(place, 'best', best)
  return solving
}
