import type { Params } from '../layer/index.js'
import { given } from '../prelude/index.js'
import type { Progress } from './train.js'
import type { Training } from './Training.js'

/**
 * The state after each epoch of a training as it unfolds, an epoch being so many steps; it ends where the unfolding ends or diverges.
 *
 * Refuses steps that are no whole number from 1. `stepsPerEpoch` says how many steps an epoch of the notes has.
 *
 * @example
 * const net = sequence({ scores: Affine(2) })
 * const examples = labelled(T.eye(2), [0, 1])
 * const experiment = { model: net, loss: softmaxCrossEntropy, optimizer: onEach(sgd({ learningRate: 1 })), examples, batchSize: 1 }
 * const start = begin(experiment, 1).right
 * [...epochs(unfold(experiment, start, 6), 2)].map(({ step }) => step) // [2, 4, 6]
 * best(accuracy(net, examples))(start, epochs(unfold(experiment, start, 6), 2)).step // 2
 *
 * @source Notes on CS231n, solver
 */
export const epochs = <Memory = Params>(
  unfolding: Iterable<Progress<Memory>>, steps: number
): Generator<Training<Memory>, void, undefined> =>
  everyFew(given.iterable('epochs', 'an unfolding', unfolding), given.whole('epochs', 'steps', steps, 1))

function* everyFew<Memory>(
  unfolding: Iterable<Progress<Memory>>, steps: number
): Generator<Training<Memory>, void, undefined> {
  for (const { tag, training } of unfolding) {
    if (tag === 'diverged') return
    if (training.step % steps === 0) yield training
  }
}
