import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { checkedDecay, checkedRate } from './checked.js'
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

/** sqrt(a^2 + b^2) without the squares, which overflow beyond 1e154 and vanish below 1e-162. */
const hypotenuse = (a: number, b: number): number => {
  const larger = Math.max(Math.abs(a), Math.abs(b))
  if (larger === 0 || larger === Infinity) return larger
  return larger * Math.sqrt((a / larger) * (a / larger) + (b / larger) * (b / larger))
}

/** The root of decay r^2 + (1 - decay) g^2: a moving root mean square. */
const rootMeanSquare = (decay: number) => (root: Tensor, gradient: Tensor): Tensor => {
  const [kept, added] = [Math.sqrt(decay), Math.sqrt(1 - decay)]
  return T.zip(root, gradient, (r, g) => hypotenuse(kept * r, added * g))
}

const slot = (memory: Memory, name: string, fresh: () => Tensor): Tensor => memory[name] ?? fresh()

/**
 * RMSprop: each entry's step is its gradient over a moving root mean square of its gradients.
 *
 * r <- sqrt(decay r^2 + (1 - decay) g^2), step = -learningRate g / (r + eps). The root is what is remembered, so that gradients of 1e200
 * neither overflow nor stop the descent.
 * Refuses a learning rate below 0, and a decay outside [0, 1).
 *
 * @example
 * const rule = rmsprop({ learningRate: 1, decay: 0.75, eps: 0 })
 * const [step] = rule.update(T.fromNested([8, -2e200]))(T.zeros([2]))(rule.init(T.zeros([2])))
 * T.toNested(step) // [-2, 2]
 *
 * @source Notes on CS231n, update rules
 */
export const rmsprop = ({ learningRate, decay = 0.99, eps = 1e-8 }: RmspropOptions): Optimizer<Tensor, Memory> => ({
  init: w => ({ root: T.zeros(w.shape) }),
  update: gradient => w => memory => {
    const root = rootMeanSquare(checkedDecay('rmsprop', 'decay', decay))(slot(memory, 'root', () => T.zeros(w.shape)), gradient)
    return [scaledDown(checkedRate('rmsprop', learningRate), gradient, root, eps), { root }]
  }
})

// 0 / 0, with no eps and no gradient so far, is a step of 0.
const scaledDown = (rate: number, direction: Tensor, root: Tensor, eps: number): Tensor =>
  T.zip(direction, root, (d, r) => (d === 0 ? 0 : -rate * (d / (r + eps))))

/**
 * Adam: moving averages of the gradient and of its square, each divided by the sum of its weights, so that the first steps are not small.
 *
 * m <- beta1 m + (1 - beta1) g, r <- sqrt(beta2 r^2 + (1 - beta2) g^2), step = -learningRate m' / (r' + eps) with
 * m' = m / (1 - beta1^t) and r' = r / sqrt(1 - beta2^t), where t counts this step.
 * Remembers m, r and the two powers. Refuses a learning rate below 0, and betas outside [0, 1).
 *
 * @example
 * const rule = adam({ learningRate: 0.5, eps: 0 })
 * const [step] = rule.update(T.fromNested([3, -1e200]))(T.zeros([2]))(rule.init(T.zeros([2])))
 * T.toNested(T.map(step, (x) => Math.round(x * 1e12) / 1e12)) // [-0.5, 0.5]
 *
 * @source Notes on CS231n, update rules
 */
export const adam = ({ learningRate = 1e-3, beta1 = 0.9, beta2 = 0.999, eps = 1e-8 }: AdamOptions = {}): Optimizer<Tensor, Memory> => ({
  init: w => ({ mean: T.zeros(w.shape), root: T.zeros(w.shape), power1: T.scalar(1), power2: T.scalar(1) }),
  update: gradient => w => memory => {
    const [b1, b2] = [checkedDecay('adam', 'beta1', beta1), checkedDecay('adam', 'beta2', beta2)]
    const zeros = (): Tensor => T.zeros(w.shape)
    const mean = T.add(T.mul(slot(memory, 'mean', zeros), b1), T.mul(gradient, 1 - b1))
    const root = rootMeanSquare(b2)(slot(memory, 'root', zeros), gradient)
    const power1 = T.mul(slot(memory, 'power1', () => T.scalar(1)), b1)
    const power2 = T.mul(slot(memory, 'power2', () => T.scalar(1)), b2)
    const [direction, size] = [T.div(mean, T.sub(1, power1)), T.div(root, T.sqrt(T.sub(1, power2)))]
    return [scaledDown(checkedRate('adam', learningRate), direction, size, eps), { mean, root, power1, power2 }]
  }
})
