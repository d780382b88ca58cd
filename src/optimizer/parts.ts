import { given, mapRecord, refuse } from '../prelude/index.js'
import type { Named, Params } from '../layer/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { alike, givenParams } from './addParams.js'
import { givenOptimizer } from './checked.js'
import { ofOne } from './ofOne.js'
import type { Memory, Optimizer } from './Optimizer.js'

/**
 * Adds to each gradient a share of its parameter, as an L2 penalty of rate / 2 times its square does.
 *
 * g <- g + rate w. A part, to be chained before an optimizer. Its memory is {}. Refuses a gradient of another shape than w.
 *
 * @example
 * const [g] = weightDecay(0.5).update(T.fromNested([1]))(T.fromNested([4]))({})
 * T.toNested(g) // [3]
 *
 * @source Notes on CS231n, regularisation
 */
export const weightDecay = (rate: number): Optimizer<Tensor, Memory<never>> => {
  given.finite('weightDecay', 'rate', rate)
  return ofOne('weightDecay', {}, (gradient, memory, w) => [T.add(gradient, T.mul(w, rate)), memory])
}

/**
 * Scales the gradient of a whole model down to a Euclidean norm of at most this; smaller gradients stay as they are.
 *
 * g <- g min(1, most / norm(g)). A part, to be chained before an optimizer. Its memory is {} for each layer. Refuses a bound that is not
 * above 0, and gradients that differ from the parameters in a name or in a shape.
 *
 * @example
 * const [[{ w }]] = clipByNorm(1).update([{ w: T.fromNested([3, 4]) }])([{ w: T.zeros([2]) }])([{}])
 * T.toNested(w) // [0.6, 0.8]
 *
 * @source Standard practice, after the notes on CS231n
 */
export const clipByNorm = (most: number): Optimizer<Params, Params> => {
  given.number('clipByNorm', 'a bound above 0', most, most > 0)
  return {
    init: params => givenParams('clipByNorm', 'params', params).map(() => ({})),
    update: gradient => params => memory => {
      alike('clipByNorm', 'a gradient', gradient, params)
      alike('clipByNorm', 'a memory without slots', memory, params.map(() => ({})))
      const norm = T.norm(T.fromFlat([gradient.length], gradient.map(named => T.norm(normsOf(named)))))
      if (norm <= most) return [gradient, memory]
      // divided first, for most / norm may be too small for a double
      const scaled = (g: Tensor): Tensor => T.mul(T.div(g, norm), most)
      return [gradient.map(named => mapRecord(named, g => scaled(g))), memory]
    }
  }
}

const normsOf = (named: Named): Tensor => {
  const norms = Object.values(named).map(g => T.norm(g))
  return T.fromFlat([norms.length], norms)
}

/**
 * One part after the other: what the first makes of the gradient is the gradient of the second. Its memory is the pair of theirs.
 *
 * @example
 * const rule = chained(weightDecay(0.5), sgd({ learningRate: 1 }))
 * const [step] = rule.update(T.fromNested([1]))(T.fromNested([4]))(rule.init(T.fromNested([4])))
 * T.toNested(step) // [-3]
 *
 * @source Standard practice
 */
export const chained = <P, S, U>(first: Optimizer<P, S>, second: Optimizer<P, U>): Optimizer<P, readonly [S, U]> => {
  givenOptimizer('chained', first)
  givenOptimizer('chained', second)
  return {
    init: params => [first.init(params), second.init(params)],
    update: gradient => params => memory => {
      if (given.list('chained', 'a pair of memories', memory).length !== 2) refuse(
        'input', 'chained', 'a pair of memories', `${memory.length}`
      )
      const [memory1, memory2] = memory
      const [between, next1] = first.update(gradient)(params)(memory1)
      const [step, next2] = second.update(between)(params)(memory2)
      return [step, [next1, next2]]
    }
  }
}
