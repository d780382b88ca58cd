import type { Params } from '../layer/index.js'
import { addParams } from '../optimizer/index.js'
import type { Tensor } from '../tensor/index.js'
import type { Experiment } from './Experiment.js'

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
 */
export const objective = <Target>({ model, loss, penalty }: Pick<Experiment<Target>, 'model' | 'loss' | 'penalty'>) =>
  (params: Params, state: Params) => (x: Tensor, target: Target): Objective => {
    const { y, state: next, pullback } = model.train(params, state)(x)
    const scored = loss(target)(y)
    const { dp } = pullback(scored.gradient)
    if (penalty === undefined) return { value: scored.value, gradient: dp, state: next }
    const added = penalty(params)
    return { value: scored.value + added.value, gradient: addParams(dp, added.gradient), state: next }
  }
