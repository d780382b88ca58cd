import { refuse } from '../prelude/index.js'
import { float64, power } from '../number/index.js'
import type { Named, Params } from '../layer/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import type { Memory, Optimizer } from './Optimizer.js'

/**
 * Adds to each gradient a share of its parameter, as an L2 penalty of rate / 2 times its square does.
 *
 * g <- g + rate w. A part, to be chained before an optimizer.
 *
 * @example
 * const [g] = weightDecay(0.5).update(T.fromNested([1]))(T.fromNested([4]))({})
 * T.toNested(g) // [3]
 *
 * @source Notes on CS231n, regularisation
 */
export const weightDecay = (rate: number): Optimizer<Tensor, Memory> => ({
  init: () => ({}),
  update: gradient => w => memory => [T.add(gradient, T.mul(w, rate)), memory]
})

/**
 * Scales the gradient of a whole model down to a Euclidean norm of at most this; smaller gradients stay as they are.
 *
 * g <- g min(1, most / norm(g)). A part, to be chained before an optimizer. Refuses a bound that is not above 0.
 *
 * @example
 * const [[{ w }]] = clipByNorm(1).update([{ w: T.fromNested([3, 4]) }])([{ w: T.zeros([2]) }])([{}])
 * T.toNested(w) // [0.6, 0.8]
 *
 * @source Standard practice, after the notes on CS231n
 */
export const clipByNorm = (most: number): Optimizer<Params, Params> => ({
  init: params => params.map(() => ({})),
  update: gradient => () => memory => {
    if (!(most > 0)) refuse('domain', 'clipByNorm', 'a bound above 0', String(most))
    const norm = T.norm(T.fromFlat([gradient.length], gradient.map(named => T.norm(normsOf(named)))))
    if (norm <= most) return [gradient, memory]
    // divided first, for most / norm may be too small for a double
    const scaled = (g: Tensor): Tensor => T.mul(T.div(g, norm), most)
    return [gradient.map(named => Object.fromEntries(Object.entries(named).map(([name, g]) => [name, scaled(g)]))), memory]
  }
})

const normsOf = (named: Named): Tensor => {
  const norms = Object.values(named).map(g => T.norm(g))
  return T.fromFlat([norms.length], norms)
}

/**
 * Steps that shrink: each is multiplied by factor^k, where k counts how often `every` steps have passed. One pass through the data for
 * `every` gives the per-epoch decay of the notes.
 *
 * step <- factor^floor(t / every) step, with t = 0 for the first. Remembers t beside what the optimizer remembers.
 * Refuses `every` below 1.
 *
 * @example
 * const rule = decayed(sgd({ learningRate: 1 }), { factor: 0.5, every: 1 })
 * const [, memory] = rule.update(T.fromNested([8]))(T.zeros([1]))(rule.init(T.zeros([1])))
 * T.toNested(rule.update(T.fromNested([8]))(T.zeros([1]))(memory)[0]) // [-4]
 *
 * @source Notes on CS231n, solver
 */
export const decayed = (
  optimizer: Optimizer<Tensor, Memory>, { factor, every }: { readonly factor: number; readonly every: number }
): Optimizer<Tensor, Memory> => ({
  init: w => ({ ...optimizer.init(w), steps: T.scalar(0) }),
  update: gradient => w => memory => {
    if (!(Number.isInteger(every) && every >= 1)) refuse('domain', 'decayed', 'a whole number of steps of at least 1', String(every))
    const { steps = T.scalar(0), ...inner } = memory
    const [step, next] = optimizer.update(gradient)(w)(inner)
    const times = Math.floor(T.item(steps) / every)
    return [T.mul(step, power(float64)(factor, times)), { ...next, steps: T.add(steps, 1) }]
  }
})

/**
 * One part after the other: what the first makes of the gradient is the gradient of the second.
 *
 * @example
 * const rule = chained(weightDecay(0.5), sgd({ learningRate: 1 }))
 * const [step] = rule.update(T.fromNested([1]))(T.fromNested([4]))(rule.init(T.fromNested([4])))
 * T.toNested(step) // [-3]
 *
 * @source Standard practice
 */
export const chained = <P, S, U>(first: Optimizer<P, S>, second: Optimizer<P, U>): Optimizer<P, readonly [S, U]> => ({
  init: params => [first.init(params), second.init(params)],
  update: gradient => params => ([memory1, memory2]) => {
    const [between, next1] = first.update(gradient)(params)(memory1)
    const [step, next2] = second.update(between)(params)(memory2)
    return [step, [next1, next2]]
  }
})
