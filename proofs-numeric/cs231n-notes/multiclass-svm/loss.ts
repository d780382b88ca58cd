import { affine, gradientOf, held, multiclassSvm, penalised } from '../../../src/definition/index.js'
import {
  allOf, array, atMost, type Claim, claim, equal, equalGrids, everyCase, exactly, forAll, matrix, positive, scalar,
  sumOfSquares,
  vector
} from '../../../src/claim/index.js'
import {
  type Arithmetic, type Divisible, type Dual, dualAnalytic, dualArithmetic, fromEntries, type Grid, grid, mapGrid,
  matmul, minus,
  normSquared, plus, rational, scale, sum, transpose
} from '../../../src/number/index.js'
import { at } from '../../../src/prelude/index.js'

// The multiclass hinge loss, and the penalty that is added to it. W has a column for each class, x and the scores a row for each example.

const source = 'Notes on CS231n, multiclass support vector machine'

/** The loss of one example whose right class is the first. */
const hinge = <A>(N: Divisible<A>, s: Grid<A>, margin = 1): A =>
  multiclassSvm(N, margin)([0])(fromEntries([1, s.entries.length], s.entries))

const scoresOfThree = { s: vector(3), u: vector(3), c: scalar }

const hingeLoss: Claim = claim(
  {
    id: 'cs231n-notes/multiclass-svm/hinge-loss',
    title: 'The loss is at least 0 and each missing margin, and the same for scores with a number added to all',
    statement: String.raw`L(s) \ge \max(0, s_j - s_y + \Delta), \quad L(s + c) = L(s)`,
    source,
    rows: ['N231-SVM-01']
  },
  forAll(scoresOfThree, (N, { s, c }) => [
    atMost(N.of(0), hinge(N, s), 'sign'),
    atMost(N.add(N.sub(s.at(1), s.at(0)), N.of(1)), hinge(N, s), 'class 1'),
    atMost(N.add(N.sub(s.at(2), s.at(0)), N.of(1)), hinge(N, s), 'class 2'),
    equal(hinge(N, mapGrid((x: typeof c) => N.add(x, c))(s)), hinge(N, s), 'shift')
  ])
)

const convexity: Claim = claim(
  {
    id: 'cs231n-notes/multiclass-svm/convexity',
    title: 'The hinge loss is convex: between two scores it is at most the mean of its values there',
    statement: String.raw`L\!\left(\tfrac{s + u}2\right) \le \tfrac{L(s) + L(u)}2`,
    source,
    rows: ['N231-SVM-06']
  },
  forAll(scoresOfThree, (N, { s, u }) => {
    const half = N.div(N.of(1), N.of(2))
    return atMost(hinge(N, scale(N)(half, plus(N)(s, u))), N.mul(half, N.add(hinge(N, s), hinge(N, u))))
  })
)

const golden: Claim = claim(
  {
    id: 'cs231n-notes/multiclass-svm/golden',
    title: 'Scores 13, -7, 11 with a margin of 10 and the first class right lose 0 and 8',
    statement: String.raw`\max(0, -7 - 13 + 10) + \max(0, 11 - 13 + 10) = 0 + 8`,
    source,
    rows: ['N231-SVM-02']
  },
  everyCase('a single example', [[13, -7, 11]], s =>
    [equal(hinge(rational, grid([3], i => rational.of(at(s, i))), 10), rational.of(8))])
)

const doubled: Claim = claim(
  {
    id: 'cs231n-notes/multiclass-svm/doubled',
    title: 'Without a bias, weights times a number multiply every difference of scores: 15 becomes 30 for 2 W',
    statement: String.raw`x (\lambda w_j) - x (\lambda w_y) = \lambda (x w_j - x w_y)`,
    source,
    rows: ['N231-SVM-05']
  },
  exactly({ factor: scalar, x: matrix(1, 2), w: matrix(2, 2) }, (N, { factor, x, w }) => {
    const difference = (v: typeof w) => {
      const s = matmul(N)(x, v)
      return N.sub(s.at(0, 0), s.at(0, 1))
    }
    return equal(difference(scale(N)(factor, w)), N.mul(factor, difference(w)))
  })
)

const scaledMargin: Claim = claim(
  {
    id: 'cs231n-notes/multiclass-svm/scaled-margin',
    title: 'A margin that is met stays met when the difference of scores is multiplied by a number above 1',
    statement: String.raw`\Delta > 0,\ m = \Delta + e,\ \lambda = 1 + r \Rightarrow \Delta \le \lambda m`,
    source,
    rows: ['N231-SVM-04', 'N231-SVM-18']
  },
  sumOfSquares({ margin: positive, excess: positive, rest: positive },
    (N, { margin, excess, rest }) => atMost(margin, N.mul(N.add(N.of(1), rest), N.add(margin, excess))),
    (N, { margin, excess, rest }) => [[N.mul(rest, margin), N.of(1)], [N.mul(N.add(N.of(1), rest), excess), N.of(1)]])
)

/** The loss of the scores x (lambda W) + b with w = (0, -1), b = (0, -5) and x = -4, where the bias stays as it is. */
const lossOf = (factor: number): ReturnType<typeof rational.of> => {
  const N = rational
  const w = grid([1, 2], (_, j) => N.of(j === 0 ? 0 : -factor))
  const b = grid([2], j => N.of(j === 0 ? 0 : -5))
  return multiclassSvm(N)([0])(affine(N)({ w, b })(grid([1, 1], () => N.of(-4))))
}

const separateBias: Claim = claim(
  {
    id: 'cs231n-notes/multiclass-svm/separate-bias',
    title: 'A separate bias is to be multiplied along: left alone, a loss of 0 becomes 4 with 2 W',
    statement: String.raw`x (\lambda W) + \lambda b = \lambda (x W + b); \quad L(W, b) = 0,\ L(2W, b) = 4,\ L(3W, b) = 8 \text{ for } W = (0, -1),\ b = (0, -5),\ x = -4`,
    source,
    rows: ['N231-SVM-04']
  },
  allOf('every lambda, W, b and x of two features and three classes; the figures of one example', [
    {
      label: 'multiplied along',
      judge: exactly({ factor: scalar, x: matrix(1, 2), w: matrix(2, 3), b: vector(3) }, (N, { factor, x, w, b }) =>
        equalGrids(
          affine(N)({ w: scale(N)(factor, w), b: scale(N)(factor, b) })(x), scale(N)(factor, affine(N)({ w, b })(x)),
          'scores'))
    },
    {
      label: 'left as it is',
      judge: everyCase('lambda = 1, 2, 3', [[1, 0], [2, 4], [3, 8]], ([factor = 1, loss = 0]) =>
        [equal(lossOf(factor), rational.of(loss), `lambda = ${factor}`)])
    }
  ])
)

const penalty = <A>(N: Arithmetic<A>, lambda: A) => penalised(N, () => N.of(0))(grid([1, 2], () => N.of(0)), lambda)

const penaltyGradient: Claim = claim(
  {
    id: 'cs231n-notes/multiclass-svm/penalty-gradient',
    title: 'The gradient of lambda times the sum of squared weights is 2 lambda W',
    statement: String.raw`\nabla \lambda \sum_{dc} W_{dc}^2 = 2 \lambda W`,
    source,
    rows: ['N231-SVM-07', 'N231-SVM-12']
  },
  exactly({ lambda: scalar, w: matrix(2, 2) }, (N, { lambda, w }) => {
    const D = dualArithmetic(N)
    return equalGrids(
      gradientOf(N)(penalty(D, { value: lambda, tangent: N.of(0) }))(w), scale(N)(N.mul(N.of(2), lambda), w),
      'gradient')
  })
)

const uniqueness: Claim = claim(
  {
    id: 'cs231n-notes/multiclass-svm/uniqueness',
    title: 'The penalty lies below its chords by lambda ||U - V||^2 / 4 in the middle: one minimiser',
    statement: String.raw`\tfrac{R(U) + R(V)}2 - R\!\left(\tfrac{U + V}2\right) = \tfrac\lambda4 \|U - V\|^2`,
    source,
    rows: ['N231-SVM-18']
  },
  exactly({ lambda: scalar, u: matrix(2, 2), v: matrix(2, 2) }, (N, { lambda, u, v }) => {
    const half = N.div(N.of(1), N.of(2))
    const R = penalty(N, lambda)
    return equal(
      N.sub(N.mul(half, N.add(R(u), R(v))), R(scale(N)(half, plus(N)(u, v)))),
      N.div(N.mul(lambda, normSquared(N)(minus(N)(u, v))), N.of(4)))
  })
)
const withoutLoops: Claim = claim(
  {
    id: 'cs231n-notes/multiclass-svm/without-loops',
    title: 'Without loops, all hinges exceed the loss by 1 on the mean, and their mask gives the gradient',
    statement: String.raw`\tfrac1N \sum_{ij} \max(0, s_{ij} - s_{i,y_i} + 1) - 1 = L, \quad \nabla_W L = \tfrac1N X^T \left(M - \mathrm{diag}(M 1) Y\right),\ M_{ij} = [s_{ij} - s_{i,y_i} + 1 > 0]`,
    source: 'Notes on CS231n, assignment 1, support vector machine without loops',
    rows: ['N231-SVM-11', 'N231-SVM-16']
  },
  forAll({ x: array([2, 2]), w: array([2, 3]) }, (N, { x, w }) => {
    const labels = [2, 0]
    const s = matmul(N)(x, w)
    const margin = (i: number, j: number) => N.add(N.sub(s.at(i, j), s.at(i, at(labels, i))), N.of(1))
    const all = sum(N)([2, 3], (i, j) => N.max(N.of(0), margin(i, j)))
    const mask = (i: number, j: number) => N.where(N.of(0), margin(i, j), N.of(0), N.of(1))
    const slopes = grid([2, 3], (i, j) =>
      N.sub(mask(i, j), labels[i] === j ? sum(N)([3], k => mask(i, k)) : N.of(0)))
    const D = dualAnalytic(N)
    const gradient = gradientOf(N)((v: Grid<Dual<typeof all>>) => multiclassSvm(D)(labels)(matmul(D)(held(N)(x), v)))(w)
    return [
      equal(N.sub(N.div(all, N.of(2)), N.of(1)), multiclassSvm(N)(labels)(s), 'loss'),
      ...equalGrids(scale(N)(N.div(N.of(1), N.of(2)), matmul(N)(transpose(x), slopes)), gradient, 'dW')
    ]
  })
)

export const claims: ReadonlyArray<Claim> = [
  hingeLoss, convexity, golden, doubled, scaledMargin, separateBias, penaltyGradient, uniqueness, withoutLoops
]
