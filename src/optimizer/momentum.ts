import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { checkedDecay, checkedRate } from './checked.js'
import type { Memory, Optimizer } from './Optimizer.js'

export interface MomentumOptions {
  readonly learningRate: number
  readonly momentum?: number
}

const velocityAfter = (place: string, { learningRate, momentum = 0.9 }: MomentumOptions) => (velocity: Tensor, gradient: Tensor): Tensor =>
  T.sub(T.mul(velocity, checkedDecay(place, 'momentum', momentum)), T.mul(gradient, checkedRate(place, learningRate)))

const still = (w: Tensor): Memory => ({ velocity: T.zeros(w.shape) })

const velocityOf = (memory: Memory, w: Tensor): Tensor => memory['velocity'] ?? T.zeros(w.shape)

/**
 * Gradient descent with momentum: the step is a velocity, of which a share is kept from step to step.
 *
 * v <- momentum v - learningRate g, step = v. Along a constant gradient the steps grow to learningRate g / (1 - momentum).
 * Remembers the velocity. Refuses a learning rate below 0, and a momentum outside [0, 1).
 *
 * @example
 * const rule = momentum({ learningRate: 1, momentum: 0.5 })
 * const [first, memory] = rule.update(T.fromNested([4]))(T.fromNested([0]))(rule.init(T.fromNested([0])))
 * T.toNested(first) // [-4]
 * T.toNested(rule.update(T.fromNested([4]))(T.fromNested([0]))(memory)[0]) // [-6]
 *
 * @source Notes on CS231n, update rules
 */
export const momentum = (options: MomentumOptions): Optimizer<Tensor, Memory> => ({
  init: still,
  update: gradient => w => memory => {
    const velocity = velocityAfter('momentum', options)(velocityOf(memory, w), gradient)
    return [velocity, { velocity }]
  }
})

/**
 * Nesterov's momentum in one variable: the parameters are the point that looks ahead, and the gradient is taken there.
 *
 * v' = momentum v - learningRate g, step = -momentum v + (1 + momentum) v'.
 * Its parameters are w + momentum v, for w and v of `momentum` with the gradient taken at that point: see `lookAhead`.
 * Remembers the velocity. Refuses as `momentum` does.
 *
 * @example
 * const rule = nesterov({ learningRate: 1, momentum: 0.5 })
 * const [step] = rule.update(T.fromNested([4]))(T.fromNested([0]))(rule.init(T.fromNested([0])))
 * T.toNested(step) // [-6]
 *
 * @source Notes on CS231n, update rules
 */
export const nesterov = (options: MomentumOptions): Optimizer<Tensor, Memory> => ({
  init: still,
  update: gradient => w => memory => {
    const share = options.momentum ?? 0.9
    const before = velocityOf(memory, w)
    const velocity = velocityAfter('nesterov', options)(before, gradient)
    return [T.sub(T.mul(velocity, 1 + share), T.mul(before, share)), { velocity }]
  }
})

/**
 * Where Nesterov's momentum in its first form takes the gradient: w + momentum v.
 *
 * @example
 * T.toNested(lookAhead(0.5)({ velocity: T.fromNested([-4]) })(T.fromNested([1]))) // [-1]
 *
 * @source Notes on CS231n, update rules
 */
export const lookAhead = (share: number) => (memory: Memory) => (w: Tensor): Tensor => T.add(w, T.mul(velocityOf(memory, w), share))
