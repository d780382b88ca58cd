import { given } from '../prelude/index.js'
import type { Params } from '../layer/index.js'
import { addParams } from '../optimizer/index.js'
import type { Tensor } from '../tensor/index.js'
import type { Experiment } from './Experiment.js'
import { givenParts } from './givenExperiment.js'

/** What is descended on: its value, its gradient by every parameter, and the state that the layers keep afterwards. */
export interface Objective {
  readonly value: number
  readonly gradient: Params
  readonly state: Params
}

/**
 * The loss of the model on a batch and, where there is one, the penalty on its parameters.
 *
 * value = loss(model(x)) + penalty(p), gradient = (d model / dp)^T (d loss / d scores) + d penalty / dp.
 *
 * @example
 * const model = sequence({ scores: Affine(2) })
 * const params = [{ w: T.zeros([3, 2]), b: T.zeros([2]) }]
 * objective({ model, loss: softmaxCrossEntropy })(params, [{}])(T.ones([1, 3]), [0]).value === Math.log(2) // true
 */
export const objective = <Target>(
  parts: Pick<Experiment<Target>, 'model' | 'loss' | 'penalty'>
): ((params: Params, state: Params) => (x: Tensor, target: Target) => Objective) =>
  objectiveOf(givenParts('objective', given.record('objective', 'an experiment', parts)))

/** The same for parts that are known to fit. */
export const objectiveOf = <Target>({ model, loss, penalty }: Pick<Experiment<Target>, 'model' | 'loss' | 'penalty'>) =>
  (params: Params, state: Params) => (x: Tensor, target: Target): Objective => {
    const { y, state: next, pullback } = model.train(params, state)(x)
    const scored = loss(target)(y)
    const { dp } = pullback(scored.gradient)
    if (penalty === undefined) return { value: scored.value, gradient: dp, state: next }
    const added = penalty(params)
    return { value: scored.value + added.value, gradient: addParams(dp, added.gradient), state: next }
  }
