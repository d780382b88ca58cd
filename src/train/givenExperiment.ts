import type { Examples } from '../data/index.js'
import { given, refuse } from '../prelude/index.js'
import { givenLayer } from '../layer/givenLayer.js'
import { givenOptimizer } from '../optimizer/checked.js'
import { givenSeed } from '../random/Seed.js'
import { checkedShape } from '../tensor/axes.js'
import type { Experiment } from './Experiment.js'
import type { Training } from './Training.js'

/** Examples at the door of a function. */
export const givenExamples = <Target>(place: string, examples: Examples<Target>): Examples<Target> => {
  const { count, shape, take } = given.record(place, 'examples (labelled(x, targets) gives some)', examples)
  given.whole(place, 'the number of examples', count, 0)
  checkedShape(place, shape)
  given.callable(place, 'examples.take', take)
  return examples
}

/** What an objective needs of an experiment. */
export const givenParts = <Target>(
  place: string, experiment: Pick<Experiment<Target>, 'model' | 'loss' | 'penalty'>
): Pick<Experiment<Target>, 'model' | 'loss' | 'penalty'> => {
  const { model, loss, penalty } = experiment
  givenLayer(place, model, 'model')
  given.callable(place, 'loss', loss)
  if (penalty !== undefined) given.callable(place, 'penalty', penalty)
  return experiment
}

/** An experiment at the door of a function: a misspelt penalty would be left out in silence. */
export const givenExperiment = <Target, Memory>(
  place: string, experiment: Experiment<Target, Memory>
): Experiment<Target, Memory> => {
  const { model, loss, penalty, optimizer, examples, batchSize, order } =
    given.options(place, experiment, ['model', 'loss', 'penalty', 'optimizer', 'examples', 'batchSize', 'order'])
  givenParts(place, { model, loss, ...(penalty === undefined ? {} : { penalty }) })
  givenOptimizer(place, optimizer)
  givenExamples(place, examples)
  given.whole(place, 'batchSize', batchSize, 1)
  if (order !== undefined) given.callable(place, 'order', order)
  given.number(place, 'at least one example', examples.count, examples.count > 0)
  return experiment
}

/** A training at the door of a function; the Either that begin gives is none. */
export const givenTraining = <Memory>(place: string, training: Training<Memory>): Training<Memory> => {
  const { step, params, state, waiting, seed } = given.record(place, wanted, training)
  if (![params, state, waiting].every(Array.isArray)) refuse('input', place, wanted, given.kindOf(training))
  given.whole(place, 'the step of a training', step, 0)
  givenSeed(place, seed)
  return training
}

const wanted = 'a training (orThrow(begin(...)) gives one)'
