import { given } from '../prelude/index.js'
import type { SolverEvent } from './solver.js'

/**
 * What an event says, as a line of JSON that ends with a line feed: step, epoch, learning rate and loss, where the solver looked the
 * accuracies and whether they are the best so far, and the cause of a divergence. What JSON has no number for is "NaN" or "Infinity".
 *
 * @example
 * const examples = labelled(T.eye(2), [0, 1])
 * const solving = solver({ model: sequence({ scores: Affine(2, { weightScale: 0 }) }), examples, validation: examples })
 * const [, line] = [...solving.events(solving.begin(1).right)].map(jsonLine)
 * Object.keys(JSON.parse(line)) // ['step', 'epoch', 'learningRate', 'loss', 'training', 'validation', 'best']
 *
 * @source JSON Lines
 */
export const jsonLine = (event: SolverEvent): string => {
  const { step, loss, solving } = given.record('jsonLine', 'an event of a solver', event)
  given.whole('jsonLine', 'the step of an event', step, 1)
  const said = event.tag === 'diverged' ? { step, diverged: event.cause, loss } : {
    step, epoch: event.epoch, learningRate: event.learningRate, loss, ...(event.check === undefined ? {} : {
      training: event.check.training, validation: event.check.validation, best: solving.best.step === step
    })
  }
  return `${JSON.stringify(said, (_, value: unknown) =>
    (typeof value === 'number' && !Number.isFinite(value) ? `${value}` : value))}\n`
}
