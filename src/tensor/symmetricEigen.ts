import { showShape } from '../number/Shape.js'
import { refuse } from '../prelude/index.js'
import { transpose } from './arrange.js'
import { identical } from './equal.js'
import { diagonalised } from './kernel/jacobi.js'
import { take } from './select.js'
import { argsort } from './sort.js'
import { bufferOf, givenTensor, ofBuffer, type Tensor } from './Tensor.js'

/** The eigenvalues of a matrix, largest first, and the unit eigenvector of each in the columns of `vectors`. */
export interface Eigen {
  readonly values: Tensor
  readonly vectors: Tensor
}

/**
 * The eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations: a = vectors diag(values) vectors^T.
 *
 * Shapes: a (n, n), values (n) from the largest down, vectors (n, n) with orthonormal columns, each of either sign.
 * Refuses matrices that are not symmetric to the last bit, and entries that are not finite.
 * @example
 * T.toNested(T.symmetricEigen(T.fromNested([[2, 0], [0, 3]])).values) // [3, 2]
 */
export const symmetricEigen = (a: Tensor): Eigen => {
  const [n = 0] = givenTensor('symmetricEigen', a, 'a').shape
  if (a.shape.length !== 2 || a.shape[1] !== n) return refuse(
    'shape', 'symmetricEigen', 'a square matrix', showShape(a.shape)
  )
  if (!bufferOf(a).every(Number.isFinite)) refuse('domain', 'symmetricEigen', 'finite entries', 'NaN or an infinity')
  if (!identical(a, transpose(a))) refuse(
    'domain', 'symmetricEigen', 'a symmetric matrix', 'one that differs from its transpose'
  )
  const rotated = diagonalised(bufferOf(a), n)
  const values = ofBuffer([n], rotated.a.filter((_, k) => k % (n + 1) === 0))
  const order = Array.from(argsort(values).data).reverse()
  return { values: take(values, order), vectors: take(ofBuffer([n, n], rotated.v), order, 1) }
}
