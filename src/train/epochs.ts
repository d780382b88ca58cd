import type { Params } from '../layer/index.js'
import { refuse } from '../prelude/index.js'
import type { Progress, Training } from './train.js'

/**
 * The state after each epoch of a training as it unfolds, an epoch being so many steps; it ends where the unfolding ends or diverges.
 *
 * Refuses epochs of no steps.
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
export function* epochs<Memory = Params>(
  unfolding: Iterable<Progress<Memory>>, steps: number
): Generator<Training<Memory>, void, undefined> {
  if (!(Number.isInteger(steps) && steps > 0)) refuse('domain', 'epochs', 'a whole number of steps from 1', String(steps))
  for (const { tag, training } of unfolding) {
    if (tag === 'diverged') return
    if (training.step % steps === 0) yield training
  }
}
