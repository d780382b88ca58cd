import { refuse, smallest } from '../prelude/index.js'
import { showShape } from '../number/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'
import type { Assessed } from './Loss.js'

/**
 * The cross-entropy of a distribution q relative to p: the mean over rows of -sum_j p_ij log q_ij, where 0 log 0 is 0.
 *
 * gradient_ij = -p_ij / (N q_ij), and 0 where p_ij is 0.
 * Shapes: p and q (N, C). Refuses entries below 0, and a q of 0 where p is not, for the entropy is infinite there.
 *
 * @example
 * const p = T.fromNested([[0, 1]])
 * const { value, gradient } = crossEntropy(p)(T.fromNested([[0.5, 0.5]]))
 * value === Math.log(2) // true
 * T.toNested(gradient) // [[0, -2]]
 *
 * @source Notes on CS231n, information theory view
 */
export const crossEntropy = (p: Tensor): ((q: Tensor) => Assessed) => {
  const [rows = 0] = givenTensor('crossEntropy', p, 'p').shape
  if (p.shape.length !== 2 || rows === 0) refuse('shape', 'crossEntropy', 'p with at least one row', showShape(p.shape))
  return q => {
    if (showShape(p.shape) !== showShape(givenTensor('crossEntropy', q, 'q').shape)) {
      refuse('shape', 'crossEntropy', `q of shape ${showShape(p.shape)}, as p has`, showShape(q.shape))
    }
    for (const least of [smallest(p.data), smallest(q.data)]) {
      if (!(least >= 0)) refuse('domain', 'crossEntropy', 'probabilities of at least 0', String(least))
    }
    const impossible = Array.from(q.data).some((x, i) => x === 0 && p.data[i] !== 0)
    if (impossible) refuse('domain', 'crossEntropy', 'q above 0 wherever p is', 'a q of 0')
    return {
      value: T.item(T.sum(T.zip(p, q, (a, b) => (a === 0 ? 0 : -a * Math.log(b))))) / rows,
      gradient: T.zip(p, q, (a, b) => (a === 0 ? 0 : -a / b / rows))
    }
  }
}
