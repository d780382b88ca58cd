import { indexAt, showShape } from '../number/index.js'
import { refuse } from '../prelude/index.js'
import { scalar, type Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'

const floor = 1e-8

/**
 * The largest relative difference of two arrays, entry by entry: 0 exactly when they are equal, and never above 1.
 *
 * max |x - y| / max(1e-8, |x| + |y|). Entries smaller than the floor of 1e-8 are compared absolutely, in units of 1e-8: below it a
 * gradient that is wrong altogether may look right.
 * Shapes: the same for both; of no entries it is 0. Refuses entries that are not finite.
 *
 * @example
 * relativeError(3, 1) // 0.5
 * relativeError(T.fromNested([1, 2]), T.fromNested([1, 6])) // 0.5
 * relativeError(1e-12, -1e-12) < 3e-4 // true
 *
 * @source Deep learning homework 1, modular networks
 */
export const relativeError = (x: Tensor | number, y: Tensor | number): number => {
  const [a, b] = [tensorOf(x), tensorOf(y)]
  const [shape, other] = [showShape(a.shape), showShape(b.shape)]
  if (shape !== other) refuse('shape', 'relativeError', `two arrays of shape ${shape}`, other)
  return Array.from(a.data, (p, i) => entryError(p, b.data[i] as number) ?? notFinite(a, b, i))
    .reduce((most, error) => Math.max(most, error), 0)
}

const tensorOf = (x: Tensor | number): Tensor =>
  (typeof x === 'number' ? scalar(x) : givenTensor('relativeError', x, 'x and y', 'numbers or '))

const entryError = (p: number, q: number): number | undefined => {
  if (!Number.isFinite(p) || !Number.isFinite(q)) return undefined
  // a quarter of huge numbers, so that their sum does not overflow
  const unit = Math.max(Math.abs(p), Math.abs(q)) > 1e300 ? 0.25 : 1
  const [s, t] = [unit * p, unit * q]
  return Math.abs(s - t) / Math.max(floor, Math.abs(s) + Math.abs(t))
}

const notFinite = (a: Tensor, b: Tensor, i: number): never =>
  refuse(
    'domain', 'relativeError', `finite numbers at [${indexAt(a.shape, i).join(',')}]`, `${a.data[i]} and ${b.data[i]}`
  )
