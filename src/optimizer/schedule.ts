import { given, refuse } from '../prelude/index.js'
import { float64, power, showShape } from '../number/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'
import { checkedRate, givenOptimizer, givenParameter } from './checked.js'
import type { Memory, Optimizer } from './Optimizer.js'

/** A learning rate for each step; t is 0 for the first. */
export type Schedule = (t: number) => number

/** How much is left after each period, and how many steps a period has. */
export interface Decay {
  readonly factor: number
  readonly every: number
}

const leftAfter = (place: string, { factor, every }: Decay): ((t: number) => number) => {
  given.number(place, 'a factor of at least 0', factor, factor >= 0 && Number.isFinite(factor))
  given.whole(place, 'every', every, 1)
  return t => power(float64)(factor, Math.floor(t / every))
}

/**
 * The learning rate times a factor, once for each whole period that has passed. One epoch for `every` gives the decay of the notes.
 *
 * eta_t = learningRate factor^floor(t / every), with t = 0 for the first step.
 * Refuses a learning rate or a factor below 0, and `every` that is no whole number from 1.
 *
 * @example
 * const rate = stepDecay({ learningRate: 1, factor: 0.5, every: 2 })
 * [0, 1, 2, 3, 4].map(rate) // [1, 1, 0.5, 0.5, 0.25]
 *
 * @source Notes on CS231n, solver
 */
export const stepDecay = (options: Decay & { readonly learningRate: number }): Schedule => {
  const { learningRate, factor, every } = given.options('stepDecay', options, ['learningRate', 'factor', 'every'])
  checkedRate('stepDecay', learningRate)
  const left = leftAfter('stepDecay', { factor, every })
  return t => learningRate * left(given.whole('stepDecay', 't', t, 0))
}

/** The memory with its count of steps apart, which is refused where there is none; the rule itself refuses what has not its slots. */
const counted = <Slot extends string>(
  place: string, memory: Memory<Slot | 'steps'>
): { readonly t: number; readonly inner: Memory<Slot> } => {
  const { steps, ...inner } = given.record(place, 'a memory with steps, such as init gives', memory)
  const { shape, data: [t = NaN] } = givenTensor(place, steps, 'memory.steps')
  if (shape.length > 0) refuse('shape', place, 'memory.steps to be a scalar', showShape(shape))
  return { t: given.whole(place, 'memory.steps', t, 0), inner: inner as Memory<Slot> }
}

/**
 * A rule whose learning rate follows a schedule: step t is that of the rule with the rate of t. What the rule remembers stays as it is: a
 * velocity keeps its size when the rate falls, as in the notes.
 *
 * Its memory is that of the rule and { steps }, the scalar t. Refuses a memory without steps, and what the rule refuses.
 *
 * @example
 * const rate = stepDecay({ learningRate: 1, factor: 0.5, every: 1 })
 * const rule = scheduled(rate, learningRate => momentum({ learningRate, momentum: 0.5 }))
 * const [, memory] = rule.update(T.fromNested([8]))(T.zeros([1]))(rule.init(T.zeros([1])))
 * T.toNested(rule.update(T.fromNested([8]))(T.zeros([1]))(memory)[0]) // [-8]
 *
 * @source Notes on CS231n, solver
 */
export const scheduled = <Slot extends string>(
  schedule: Schedule, rule: (learningRate: number) => Optimizer<Tensor, Memory<Slot>>
): Optimizer<Tensor, Memory<Slot | 'steps'>> => {
  given.callable('scheduled', 'a schedule', schedule)
  given.callable('scheduled', 'a rule, learningRate => sgd({ learningRate })', rule)
  const at = (t: number): Optimizer<Tensor, Memory<Slot>> =>
    givenOptimizer('scheduled', rule(checkedRate('scheduled', schedule(t))))
  const first = at(0)
  return {
    init: w => ({ ...first.init(givenParameter('scheduled', w)), steps: T.scalar(0) }),
    update: gradient => w => memory => {
      const { t, inner } = counted('scheduled', memory)
      const [step, next] = at(t).update(gradient)(w)(inner)
      return [step, { ...next, steps: T.scalar(t + 1) }]
    }
  }
}

/**
 * Steps that shrink: each step of an optimizer times a factor, once for each whole period that has passed.
 *
 * step <- factor^floor(t / every) step, with t = 0 for the first. For sgd, rmsprop and adam this is the decay of the learning rate. With
 * momentum it shrinks what the old velocity adds too, and is not the schedule of the notes: that is `scheduled`.
 * Its memory is that of the optimizer and { steps }, the scalar t. Refuses a factor below 0, and `every` that is no whole number from 1.
 *
 * @example
 * const rule = decayed(momentum({ learningRate: 1, momentum: 0.5 }), { factor: 0.5, every: 1 })
 * const [, memory] = rule.update(T.fromNested([8]))(T.zeros([1]))(rule.init(T.zeros([1])))
 * T.toNested(rule.update(T.fromNested([8]))(T.zeros([1]))(memory)[0]) // [-6]
 *
 * @source Notes on CS231n, solver
 */
export const decayed = <Slot extends string>(
  optimizer: Optimizer<Tensor, Memory<Slot>>, options: Decay
): Optimizer<Tensor, Memory<Slot | 'steps'>> => {
  givenOptimizer('decayed', optimizer)
  const left = leftAfter('decayed', given.options('decayed', options, ['factor', 'every']))
  return {
    init: w => ({ ...optimizer.init(givenParameter('decayed', w)), steps: T.scalar(0) }),
    update: gradient => w => memory => {
      const { t, inner } = counted('decayed', memory)
      const [step, next] = optimizer.update(gradient)(w)(inner)
      return [T.mul(step, left(t)), { ...next, steps: T.scalar(t + 1) }]
    }
  }
}
