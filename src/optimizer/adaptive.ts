import { given, mapRecord } from '../prelude/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { adamStep, hypotenuse } from '../tensor/kernel/adam.js'
import { bufferOf, ofBuffer } from '../tensor/Tensor.js'
import { checkedDecay, checkedEps, checkedRate } from './checked.js'
import { ofOne } from './ofOne.js'
import type { Memory, Optimizer } from './Optimizer.js'

export interface RmspropOptions {
  readonly learningRate: number
  readonly decay?: number
  readonly eps?: number
}

export interface AdamOptions {
  readonly learningRate?: number
  readonly beta1?: number
  readonly beta2?: number
  readonly eps?: number
}

/** The root of decay r^2 + (1 - decay) g^2: a moving root mean square. */
const rootMeanSquare = (decay: number) => (root: Tensor, gradient: Tensor): Tensor => {
  const [kept, added] = [Math.sqrt(decay), Math.sqrt(1 - decay)]
  return T.zip(root, gradient, (r, g) => hypotenuse(kept * r, added * g))
}

/**
 * RMSprop: each entry's step is its gradient over a moving root mean square of its gradients.
 *
 * r <- sqrt(decay r^2 + (1 - decay) g^2), step = -learningRate g / (r + eps). The root is what is remembered, so that gradients of 1e200
 * neither overflow nor stop the descent: its memory is { root }, in the shape of w and 0 at the start.
 * Refuses a learning rate or an eps below 0, a decay outside [0, 1), a gradient of another shape than w, and the memory of another
 * optimizer.
 *
 * @example
 * const rule = rmsprop({ learningRate: 1, decay: 0.75, eps: 0 })
 * const [step] = rule.update(T.fromNested([8, -2e200]))(T.zeros([2]))(rule.init(T.zeros([2])))
 * T.toNested(step) // [-2, 2]
 *
 * @source Notes on CS231n, update rules
 */
export const rmsprop = (options: RmspropOptions): Optimizer<Tensor, Memory<'root'>> => {
  const { learningRate, decay = 0.99, eps = 1e-8 } = given.options('rmsprop', options, ['learningRate', 'decay', 'eps'])
  checkedRate('rmsprop', learningRate)
  checkedDecay('rmsprop', 'decay', decay)
  checkedEps('rmsprop', eps)
  return ofOne('rmsprop', { root: 'zeros' }, (gradient, memory) => {
    const root = rootMeanSquare(decay)(memory.root, gradient)
    return [scaledDown(learningRate, gradient, root, eps), { root }]
  })
}

// 0 / 0, with no eps and no gradient so far, is a step of 0.
const scaledDown = (rate: number, direction: Tensor, root: Tensor, eps: number): Tensor =>
  T.zip(direction, root, (d, r) => (d === 0 ? 0 : -rate * (d / (r + eps))))

/**
 * Adam: moving averages of the gradient and of its square, each divided by the sum of its weights, so that the first steps are not small.
 *
 * m <- beta1 m + (1 - beta1) g, r <- sqrt(beta2 r^2 + (1 - beta2) g^2), step = -learningRate m' / (r' + eps) with
 * m' = m / (1 - beta1^t) and r' = r / sqrt(1 - beta2^t), where t counts this step.
 * Its memory is { mean, root, power1, power2 }: m and r, in the shape of w and 0 at the start, and the scalars beta1^t and beta2^t, 1 at
 * the start. Refuses a learning rate or an eps below 0, betas outside [0, 1), a gradient of another shape than w, and the memory of another
 * optimizer.
 *
 * @example
 * const rule = adam({ learningRate: 0.5, eps: 0 })
 * const [step] = rule.update(T.fromNested([3, -1e200]))(T.zeros([2]))(rule.init(T.zeros([2])))
 * T.toNested(T.map(step, (x) => Math.round(x * 1e12) / 1e12)) // [-0.5, 0.5]
 *
 * @source Notes on CS231n, update rules
 */
export const adam = (options: AdamOptions = {}): Optimizer<Tensor, Memory<'mean' | 'root' | 'power1' | 'power2'>> => {
  const { learningRate = 1e-3, beta1 = 0.9, beta2 = 0.999, eps = 1e-8 } =
    given.options('adam', options, ['learningRate', 'beta1', 'beta2', 'eps'])
  checkedRate('adam', learningRate)
  checkedDecay('adam', 'beta1', beta1)
  checkedDecay('adam', 'beta2', beta2)
  checkedEps('adam', eps)
  return ofOne('adam', { mean: 'zeros', root: 'zeros', power1: 1, power2: 1 }, (gradient, memory) => {
    const power1 = T.mul(memory.power1, beta1)
    const power2 = T.mul(memory.power2, beta2)
    const constants = { learningRate, beta1, beta2, eps, power1: T.item(power1), power2: T.item(power2) }
    const before = { mean: bufferOf(memory.mean), root: bufferOf(memory.root) }
    const { step, mean, root } = mapRecord(
      adamStep(constants, before, bufferOf(gradient)), data => ofBuffer(gradient.shape, data)
    )
    return [step, { mean, root, power1, power2 }]
  })
}
