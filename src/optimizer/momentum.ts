import { given } from '../prelude/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { checkedDecay, checkedRate, givenParameter } from './checked.js'
import { givenMemory, ofOne } from './ofOne.js'
import type { Memory, Optimizer } from './Optimizer.js'

export interface MomentumOptions {
  readonly learningRate: number
  readonly momentum?: number
}

const checked = (place: string, options: MomentumOptions): Required<MomentumOptions> => {
  const { learningRate, momentum = 0.9 } = given.options(place, options, ['learningRate', 'momentum'])
  return { learningRate: checkedRate(place, learningRate), momentum: checkedDecay(place, 'momentum', momentum) }
}

const velocityAfter = (
  { learningRate, momentum }: Required<MomentumOptions>, velocity: Tensor, gradient: Tensor
): Tensor =>
  T.sub(T.mul(velocity, momentum), T.mul(gradient, learningRate))

const slots = { velocity: 'zeros' } as const

/**
 * Gradient descent with momentum: the step is a velocity, of which a share is kept from step to step.
 *
 * v <- momentum v - learningRate g, step = v. Along a constant gradient the steps grow to learningRate g / (1 - momentum).
 * Its memory is { velocity }, in the shape of w and 0 at the start. Refuses a learning rate below 0, a momentum outside [0, 1), a gradient
 * of another shape than w, and the memory of another optimizer.
 *
 * @example
 * const rule = momentum({ learningRate: 1, momentum: 0.5 })
 * const [first, memory] = rule.update(T.fromNested([4]))(T.fromNested([0]))(rule.init(T.fromNested([0])))
 * T.toNested(first) // [-4]
 * T.toNested(rule.update(T.fromNested([4]))(T.fromNested([0]))(memory)[0]) // [-6]
 *
 * @source Notes on CS231n, update rules
 */
export const momentum = (options: MomentumOptions): Optimizer<Tensor, Memory<'velocity'>> => {
  const known = checked('momentum', options)
  return ofOne('momentum', slots, (gradient, memory) => {
    const velocity = velocityAfter(known, memory.velocity, gradient)
    return [velocity, { velocity }]
  })
}

/**
 * Nesterov's momentum in one variable: the parameters are the point that looks ahead, and the gradient is taken there.
 *
 * v' = momentum v - learningRate g, step = -momentum v + (1 + momentum) v'.
 * Its parameters are w + momentum v, for w and v of `momentum` with the gradient taken at that point: see `lookAhead`.
 * Its memory is { velocity }, as that of `momentum`, and it refuses the same.
 *
 * @example
 * const rule = nesterov({ learningRate: 1, momentum: 0.5 })
 * const [step] = rule.update(T.fromNested([4]))(T.fromNested([0]))(rule.init(T.fromNested([0])))
 * T.toNested(step) // [-6]
 *
 * @source Notes on CS231n, update rules
 */
export const nesterov = (options: MomentumOptions): Optimizer<Tensor, Memory<'velocity'>> => {
  const known = checked('nesterov', options)
  const share = known.momentum
  return ofOne('nesterov', slots, (gradient, memory) => {
    const before = memory.velocity
    const velocity = velocityAfter(known, before, gradient)
    return [T.sub(T.mul(velocity, 1 + share), T.mul(before, share)), { velocity }]
  })
}

/**
 * Where Nesterov's momentum in its first form takes the gradient: w + momentum v. Refuses a memory that is not { velocity }.
 *
 * @example
 * T.toNested(lookAhead(0.5)({ velocity: T.fromNested([-4]) })(T.fromNested([1]))) // [-1]
 *
 * @source Notes on CS231n, update rules
 */
export const lookAhead = (share: number): ((memory: Memory<'velocity'>) => (w: Tensor) => Tensor) => {
  checkedDecay('lookAhead', 'momentum', share)
  return memory => w => {
    givenMemory('lookAhead', memory, slots, givenParameter('lookAhead', w))
    return T.add(w, T.mul(memory.velocity, share))
  }
}
