import { covariance, meanSubtracted } from '../../src/definition/index.js'
import {
  type Claim, claim, equal, equalGrids, erratum, everyCase, exactly, matrix, vector
} from '../../src/claim/index.js'
import { type Divisible, grid, matmul, rational, scale, sum, transpose } from '../../src/number/index.js'
import { at } from '../../src/prelude/index.js'

// Means and covariances of data in rows, and what a change of axes does to them.

const source = 'Notes on CS231n, data preprocessing'

const centred: Claim = claim(
  {
    id: 'cs231n-notes/data-preprocessing/centred',
    title: 'Once the mean of each column is taken off, each column sums to 0',
    statement: String.raw`\sum_i (x_{id} - \mu_d) = 0`,
    source,
    rows: ['N231-PRE-01']
  },
  exactly({ x: matrix(4, 2) }, (N, { x }) => [0, 1].map(d =>
    equal(sum(N)([4], i => meanSubtracted(N)(x).at(i, d)), N.of(0), `column ${d}`)))
)

const products: Claim = claim(
  {
    id: 'cs231n-notes/data-preprocessing/covariance',
    title: 'The covariance is X^T X / N of centred data, and the mean of products minus the product of means',
    statement: String.raw`C = \tfrac1N X_c^T X_c, \quad C_{de} = E[x_d x_e] - E[x_d] E[x_e]`,
    source,
    rows: ['N231-PRE-03', 'N231-PRE-04']
  },
  exactly({ x: matrix(3, 2) }, (N, { x }) => {
    const expected = (term: (i: number) => ReturnType<typeof N.of>) => N.div(sum(N)([3], i => term(i)), N.of(3))
    const mean = (d: number) => expected(i => x.at(i, d))
    const xc = meanSubtracted(N)(x)
    return [
      ...equalGrids(covariance(N)(x), scale(N)(N.div(N.of(1), N.of(3)), matmul(N)(transpose(xc), xc)), 'C'),
      ...equalGrids(covariance(N)(x), grid([2, 2], (d, e) =>
        N.sub(expected(i => N.mul(x.at(i, d), x.at(i, e))), N.mul(mean(d), mean(e)))), 'E[xy] - E[x]E[y]')
    ]
  })
)

const values = [-1, 0, 1]

/** How probable it is that a value drawn uniformly from -1, 0 and 1 has a property, in thirds. */
const probability = (holds: (x: number) => boolean): number => values.filter(holds).length

const squares: Claim = erratum(
  {
    id: 'cs231n-notes/data-preprocessing/squares',
    title: 'A square need not be as improbable as a value: 1 is the square of -1 and of 1',
    statement: String.raw`P(X^2 = y^2) = \sum_{x \in \{y, -y\}} P(X = x)`,
    source,
    rows: ['N231-PRE-05']
  },
  {
    printed: {
      text: 'P(X^2 = y^2) = P(X = y)',
      tex: String.raw`P(X^2 = y^2) = P(X = y)`,
      judge: everyCase('X uniform on -1, 0, 1', values, y =>
        [equal(probability(x => x * x === y * y), probability(x => x === y))])
    },
    corrected: {
      text: 'P(X^2 = y^2) = P(X = y) + P(X = -y), and P(X = 0) alone for y = 0',
      tex: String.raw`P(X^2 = y^2) = P(X = y) + P(X = -y) \text{, and } P(X = 0) \text{ alone for } y = 0`,
      judge: everyCase('X uniform on -1, 0, 1', values, y =>
        [equal(probability(x => x * x === y * y), [...new Set([y, -y])].map(root => probability(x => x === root))
          .reduce((a, b) => a + b))])
    }
  }
)

const rotated: Claim = claim(
  {
    id: 'cs231n-notes/data-preprocessing/rotated',
    title: 'The covariance of data along other axes is V^T C V: along its eigenvectors it is diagonal',
    statement: String.raw`\mathrm{cov}(X V) = V^T C V`,
    source: 'Notes on CS231n, PCA and whitening',
    rows: ['N231-PRE-06']
  },
  exactly({ x: matrix(3, 2), v: matrix(2, 2) }, (N, { x, v }) => equalGrids(
    covariance(N)(matmul(N)(x, v)), matmul(N)(transpose(v), matmul(N)(covariance(N)(x), v)), 'cov'))
)

/** A rotation with rational entries, and one of two variances for each of its axes. */
const rotation = <A>(N: Divisible<A>, t: A) => {
  const square = N.mul(t, t)
  const all = N.add(N.of(1), square)
  const [cosine, sine] = [N.div(N.sub(N.of(1), square), all), N.div(N.mul(N.of(2), t), all)]
  return grid([2, 2], (i, j) => (i === j ? cosine : i < j ? N.sub(N.of(0), sine) : sine))
}

const whitened: Claim = claim(
  {
    id: 'cs231n-notes/data-preprocessing/whitened',
    title: 'Data of covariance V diag(s_d^2) V^T, turned by V and divided by s_d, have covariance I',
    statement: String.raw`S^{-1} V^T (V S^2 V^T) V S^{-1} = I`,
    source: 'Notes on CS231n, PCA and whitening',
    rows: ['N231-PRE-06']
  },
  exactly({ t: vector(1), s: vector(2) }, (N, { t, s }) => {
    const v = rotation(N, t.at(0))
    const diagonal = (entry: (d: number) => ReturnType<typeof N.of>) =>
      grid([2, 2], (i, j) => (i === j ? entry(i) : N.of(0)))
    const c = matmul(N)(v, matmul(N)(diagonal(d => N.mul(s.at(d), s.at(d))), transpose(v)))
    const whitening = matmul(N)(v, diagonal(d => N.div(N.of(1), s.at(d))))
    return equalGrids(matmul(N)(transpose(whitening), matmul(N)(c, whitening)), diagonal(() => N.of(1)), 'I')
  })
)

const dividedByLess: Claim = claim(
  {
    id: 'cs231n-notes/data-preprocessing/corrected-covariance',
    title: 'Divided by N it is (N - 1) / N of the covariance divided by N - 1: 6 / 7 for seven examples',
    statement: String.raw`\tfrac1N \sum_i = \tfrac{N - 1}N \cdot \tfrac1{N - 1} \sum_i`,
    source,
    rows: ['N231-PRE-03']
  },
  everyCase('the squares of 0, ..., 6', [[0, 1, 4, 9, 16, 25, 36]], xs => {
    const N = rational
    const x = grid([7, 1], i => N.of(at(xs, i)))
    const xc = meanSubtracted(N)(x)
    const corrected = N.div(matmul(N)(transpose(xc), xc).at(0, 0), N.of(6))
    return [equal(covariance(N)(x).at(0, 0), N.mul(N.div(N.of(6), N.of(7)), corrected))]
  })
)

export const claims: ReadonlyArray<Claim> = [centred, products, dividedByLess, squares, rotated, whitened]
