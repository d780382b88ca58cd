import { sameShape } from './axes.js'
import { givenTensor, type Tensor } from './Tensor.js'

/**
 * Whether two arrays have one shape and the same numbers: 0 equals -0, and NaN equals nothing.
 * @example
 * T.equal(T.fromNested([0, 1]), T.fromNested([-0, 1])) // true
 */
export const equal = (x: Tensor, y: Tensor): boolean =>
  sameShape(givenTensor('equal', x).shape, givenTensor('equal', y, 'y').shape) &&
  Array.prototype.every.call(x.data, (a, i) => a === y.data[i])

/**
 * Whether two arrays have one shape and the same values to the bit: 0 differs from -0, and NaN equals NaN.
 * @example
 * T.identical(T.fromNested([0, 1]), T.fromNested([-0, 1])) // false
 */
export const identical = (x: Tensor, y: Tensor): boolean =>
  sameShape(givenTensor('identical', x).shape, givenTensor('identical', y, 'y').shape) &&
  Array.prototype.every.call(x.data, (a, i) => Object.is(a, y.data[i]))
