import { showShape } from '../number/Shape.js'
import { refuse } from '../prelude/index.js'
import { bufferOf, givenTensor, ofBuffer, type Tensor } from './Tensor.js'

const lengthOf = (place: string, x: Tensor): number =>
  givenTensor(place, x).shape.length === 1 ? x.data.length : refuse('shape', place, 'a vector', showShape(x.shape))

/** The index i of a vector of length n, for -n <= i < n: below 0 it counts from the end. */
const wrapped = (i: number, n: number): number => (i < 0 ? i + n : i)

/**
 * The cyclic shift of a vector by one place: (S x)_i = x_{i-1}, indices modulo n. Refuses other ranks.
 * @example
 * T.toNested(T.shift(T.fromNested([1, 2, 3]))) // [3, 1, 2]
 * @source Deep learning homework 1, question 6
 */
export const shift = (x: Tensor): Tensor => {
  const n = lengthOf('shift', x)
  const data = bufferOf(x)
  return ofBuffer([n], Float64Array.from({ length: n }, (_, i) => data[wrapped(i - 1, n)] as number))
}

/**
 * The circulant matrix whose first column is a: (C_a)_ij = a_{i-j}, indices modulo n. Each column is the shift of the one before.
 * Shape (n) gives (n, n); refuses other ranks.
 * @example
 * T.toNested(T.circulant(T.fromNested([1, 2, 3]))) // [[1, 3, 2], [2, 1, 3], [3, 2, 1]]
 * @source Deep learning homework 1, question 6
 */
export const circulant = (a: Tensor): Tensor => {
  const n = lengthOf('circulant', a)
  const data = bufferOf(a)
  return ofBuffer([n, n], Float64Array.from(
    { length: n * n }, (_, at) => data[wrapped(Math.floor(at / n) - (at % n), n)] as number
  ))
}

/**
 * The circular convolution of two vectors of one length n: (a * x)_i = sum over j of a_{i-j} x_j, indices modulo n, in order from the
 * left. Linear in each argument, and the same as circulant(a) times x. Refuses other ranks and lengths that differ.
 * @example
 * T.toNested(T.circularConvolution(T.fromNested([1, 2, 0]), T.fromNested([1, 10, 100]))) // [201, 12, 120]
 * @source Deep learning homework 1, question 6
 */
export const circularConvolution = (a: Tensor, x: Tensor): Tensor => {
  const n = lengthOf('circularConvolution', a)
  if (lengthOf('circularConvolution', x) !== n) refuse(
    'shape', 'circularConvolution', `a second vector of length ${n}`, showShape(x.shape)
  )
  const [kernel, data] = [bufferOf(a), bufferOf(x)]
  const sumAt = (i: number): number =>
    data.reduce((total, xj, j) => total + (kernel[wrapped(i - j, n)] as number) * xj, 0)
  return ofBuffer([n], Float64Array.from({ length: n }, (_, i) => sumAt(i)))
}
