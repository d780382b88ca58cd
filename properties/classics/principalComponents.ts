import {
  atMost, claim, equalEntries, everyCase, type Law, type Plain, type Relation, sampled
} from '../../src/claim/index.js'
import type { PrincipalComponents, WhiteningOptions } from '../../src/classic/index.js'
import * as definition from '../../src/definition/index.js'
import { type Grid, identity, matmul, type Rational, rational, transpose } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { atMostCases } from '../cases/fewer.js'
import { data, known, type OfData } from './dataColumns.js'

/** Covariances, principal components and whitening of anyone's own. */
export interface PrincipalComponentSubject {
  readonly name: string
  readonly covariance: (x: Tensor) => Tensor
  readonly symmetricEigen: (a: Tensor) => { readonly values: Tensor; readonly vectors: Tensor }
  readonly principalComponents: (x: Tensor) => PrincipalComponents
  readonly whitened: (components: PrincipalComponents, options?: WhiteningOptions) => (x: Tensor) => Tensor
}

// A rotation rounds each entry that it changes 6 times at most, and 3 x 3 matrices are rotated 3 times a sweep in at most 30 sweeps: n
// rotations leave errors below 12 n units, relative to the size of the matrix.
const rotationError = 12 * 3 * 30 * 2 ** -53

const largest = (x: Grid<Rational>): Rational =>
  x.entries.reduce((most, a) => rational.max(most, rational.max(a, rational.sub(rational.of(0), a))), rational.of(0))

/** Entry by entry: |left - right| is at most a number. */
const close = (
  left: Grid<Rational>, right: Grid<Rational>, most: Rational, name: string
): ReadonlyArray<Relation<Plain>> =>
  left.entries.map((a, i) => {
    const difference = rational.sub(a, right.entries[i] ?? a)
    return atMost<Plain>(rational.max(difference, rational.sub(rational.of(0), difference)), most, `${name}[${i}]`)
  })

const diagonal = (values: Tensor): Grid<Rational> => T.liftGrid(rational.of)(T.mul(T.eye(values.data.length), values))
export const principalComponentLaws: Law<PrincipalComponentSubject> = subject => {
  const { name, covariance, symmetricEigen, principalComponents, whitened } = subject
  return [
    claim(
      {
        id: `${name}/covariance`,
        title: 'The covariance is divided by N, and is the mean of products minus the product of means',
        statement: String.raw`C_{de} = \tfrac1N \sum_i x_{id} x_{ie} - \mu_d \mu_e`,
        source: 'Notes on CS231n, data preprocessing',
        rows: ['N231-PRE-03', 'N231-PRE-04']
      },
      sampled<OfData>(data, ({ x }) => {
        const means = T.mean(x, { axis: 0 })
        const products = T.sub(T.div(T.matmulTN(x, x), 4), T.outer(means, means))
        return [...known(covariance(x), definition.covariance, x, 'C'), ...equalEntries(covariance(x), products, 'C')]
      })
    ),
    atMostCases(250, claim(
      {
        id: `${name}/eigenvectors`,
        title: 'The eigenvectors of a covariance are orthonormal and give it back, to the rounding of the rotations',
        statement: String.raw`V^T V = I, \quad V \Lambda V^T = C`,
        source: 'Notes on CS231n, PCA and whitening',
        rows: ['N231-PRE-06']
      },
      sampled<OfData>(data, ({ x }) => {
        const c = covariance(x)
        const { values, vectors } = symmetricEigen(c)
        const [a, v] = [T.liftGrid(rational.of)(c), T.liftGrid(rational.of)(vectors)]
        const most = rational.of(rotationError)
        const again = matmul(rational)(matmul(rational)(v, diagonal(values)), transpose(v))
        return [
          ...close(matmul(rational)(transpose(v), v), identity(rational)(3), most, 'V^T V'),
          ...close(again, a, rational.mul(most, rational.mul(rational.of(3), largest(a))), 'V diag V^T'),
          atMost<Plain>(T.at(values, [1]), T.at(values, [0]), 'the first value is the largest'),
          atMost<Plain>(T.at(values, [2]), T.at(values, [1]), 'the last value is the smallest')
        ]
      })
    )),
    claim(
      {
        id: `${name}/whitening`,
        title:
          'Whitened data of known axes have the covariance lambda / (lambda + eps) on the diagonal',
        statement: String.raw`\mathrm{cov}(z)_{dd} = \lambda_d / (\lambda_d + \varepsilon)`,
        source: 'Notes on CS231n, PCA and whitening',
        rows: ['N231-PRE-06']
      },
      everyCase('points on two orthogonal axes, and on one', [[3, 1], [1, 0.5], [4, 0]], ([a = 0, b = 0]) => {
        const x = T.fromNested([[a, 0], [-a, 0], [0, b], [0, -b]])
        const expected = [a, b].map(r => (r * r / 2) / (r * r / 2 + 0.5))
        const z = whitened(principalComponents(x), { eps: 0.5 })(x)
        const found = definition.covariance(rational)(T.liftGrid(rational.of)(z))
        // a root, a quotient and the square of it
        return close(found, diagonal(T.fromNested(expected)), rational.of(16 * 2 ** -53), 'cov z')
      })
    )
  ]
}
