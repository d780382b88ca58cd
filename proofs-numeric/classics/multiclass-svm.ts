import {
  affine, gradientOf, held, multiclassSvm, penalised, withBias, withOnes
} from '../../src/definition/index.js'
import {
  array, atMost, type Claim, claim, equal, equalGrids, erratum, everyCase, exactly, forAll, matrix, positive, scalar, sumOfSquares,
  vector
} from '../../src/claim/index.js'
import {
  type Arithmetic, type Divisible, dualArithmetic, dualDivisible, dot, fromEntries, type Grid, grid, mapGrid, matmul, minus, normSquared, plus,
  rational, scale, sum
} from '../../src/number/index.js'

// Linear scores and the multiclass hinge loss of them. W has a column for each class, as in the code of the notes, x a row for each example.

const scores = 'Notes on CS231n, linear score function'
const source = 'Notes on CS231n, multiclass support vector machine'

const affineScores: Claim = claim(
  {
    id: 'multiclass-svm/affine-scores',
    title: 'Scores are affine: at a point between two inputs they are as far between their scores',
    statement: String.raw`f(t x + (1 - t) y) = t f(x) + (1 - t) f(y), \quad f(x) = x W + b`,
    source: scores,
    rows: ['N231-LIN-01']
  },
  exactly({ t: scalar, x: array([1, 2]), y: array([1, 2]), w: matrix(2, 3), b: vector(3) }, (N, { t, x, y, w, b }) => {
    const f = affine(N)({ w, b })
    const between = (u: typeof x, v: typeof x) => plus(N)(scale(N)(t, u), scale(N)(N.sub(N.of(1), t), v))
    return equalGrids(f(between(x, y)), between(f(x), f(y)), 'f')
  })
)

const biasTrick: Claim = claim(
  {
    id: 'multiclass-svm/bias-trick',
    title: 'With a last feature of 1 and the bias as last row of the weights, a product gives the affine scores',
    statement: String.raw`[x\ 1] \begin{bmatrix} W \\ b \end{bmatrix} = x W + b`,
    source: 'Notes on CS231n, bias trick',
    rows: ['N231-LIN-02']
  },
  exactly({ x: matrix(2, 2), w: matrix(2, 3), b: vector(3) }, (N, { x, w, b }) =>
    equalGrids(matmul(N)(withOnes(N)(x), withBias(w, b)), affine(N)({ w, b })(x), 'scores'))
)

const toUnit = (x: number): ReturnType<typeof rational.of> => rational.sub(rational.div(rational.of(x), rational.of(127.5)), rational.of(1))

const zeroMean: Claim = erratum(
  {
    id: 'multiclass-svm/range-of-images',
    title: 'Scaling [0, 255] to [-1, 1] centres the range and not the mean: of 0, 0, 0, 51 it becomes -0.9',
    statement: String.raw`x / 127.5 - 1`,
    source: 'Notes on CS231n, image data preprocessing',
    rows: ['N231-LIN-03']
  },
  {
    printed: {
      text: 'the mean becomes 0',
      judge: everyCase('a single example', [[0, 0, 0, 51]], xs =>
        [equal(rational.div(xs.map(toUnit).reduce(rational.add), rational.of(xs.length)), rational.of(0))])
    },
    corrected: {
      text: 'the ends and the middle of the range become -1, 1 and 0',
      judge: everyCase('the ends and the middle', [[0, -1], [255, 1], [127.5, 0]], ([x = 0, y = 0]) => [equal(toUnit(x), rational.of(y))])
    }
  }
)

/** The loss of one example whose right class is the first. */
const hinge = <A>(N: Divisible<A>, s: Grid<A>, margin = 1): A => multiclassSvm(N, margin)([0])(fromEntries([1, s.entries.length], s.entries))

const scoresOfThree = { s: vector(3), u: vector(3), c: scalar }

const hingeLoss: Claim = claim(
  {
    id: 'multiclass-svm/hinge-loss',
    title: 'The loss is at least 0 and each missing margin, and adding one number to all scores does not change it',
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
    id: 'multiclass-svm/convexity',
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
    id: 'multiclass-svm/golden',
    title: 'Scores 13, -7, 11 with a margin of 10 and the first class right lose 0 and 8',
    statement: String.raw`\max(0, -7 - 13 + 10) + \max(0, 11 - 13 + 10) = 0 + 8`,
    source,
    rows: ['N231-SVM-02']
  },
  everyCase('a single example', [[13, -7, 11]], s => [equal(hinge(rational, grid([3], (i = 0) => rational.of(s[i] ?? 0)), 10), rational.of(8))])
)

const doubled: Claim = claim(
  {
    id: 'multiclass-svm/doubled',
    title: 'Without a bias, weights multiplied by a number multiply every difference of scores by it: 15 becomes 30 for 2 W',
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
    id: 'multiclass-svm/scaled-margin',
    title: 'A margin that is met stays met when the difference of scores is multiplied by a number above 1',
    statement: String.raw`\Delta > 0,\ m = \Delta + e,\ \lambda = 1 + r \Rightarrow \Delta \le \lambda m`,
    source,
    rows: ['N231-SVM-04', 'N231-SVM-18']
  },
  sumOfSquares({ margin: positive, excess: positive, rest: positive },
    (N, { margin, excess, rest }) => atMost(margin, N.mul(N.add(N.of(1), rest), N.add(margin, excess))),
    (N, { margin, excess, rest }) => [[N.mul(rest, margin), N.of(1)], [N.mul(N.add(N.of(1), rest), excess), N.of(1)]])
)

const lossOf = (factor: number, biasFactor: number): ReturnType<typeof rational.of> => {
  const N = rational
  const w = grid([1, 2], (_, j) => N.of(j === 0 ? 0 : -factor))
  const b = grid([2], j => N.of(j === 0 ? 0 : -5 * biasFactor))
  return multiclassSvm(N)([0])(affine(N)({ w, b })(grid([1, 1], () => N.of(-4))))
}

const separateBias: Claim = erratum(
  {
    id: 'multiclass-svm/separate-bias',
    title: 'Weights of zero loss may be multiplied by a number above 1, if a separate bias is multiplied with them',
    statement: String.raw`L(W, b) = 0 \Rightarrow L(\lambda W, \lambda b) = 0`,
    source,
    rows: ['N231-SVM-04']
  },
  {
    printed: {
      text: String.raw`L(\lambda W, b) = 0: w = (0, -1), b = (0, -5), x = -4 loses 0, 4 and 8`,
      judge: everyCase('lambda = 1, 2, 3', [1, 2, 3], factor => [equal(lossOf(factor, 1), rational.of(0), `lambda = ${factor}`)])
    },
    corrected: {
      text: String.raw`L(\lambda W, \lambda b) = 0`,
      judge: everyCase('lambda = 1, 2, 3', [1, 2, 3], factor => [equal(lossOf(factor, factor), rational.of(0), `lambda = ${factor}`)])
    }
  }
)

const penalty = <A>(N: Arithmetic<A>, lambda: A) => penalised(N, () => N.of(0))(grid([1, 2], () => N.of(0)), lambda)

const penaltyGradient: Claim = claim(
  {
    id: 'multiclass-svm/penalty-gradient',
    title: 'The gradient of lambda times the sum of squared weights is 2 lambda W',
    statement: String.raw`\nabla \lambda \sum_{dc} W_{dc}^2 = 2 \lambda W`,
    source,
    rows: ['N231-SVM-07', 'N231-SVM-12']
  },
  exactly({ lambda: scalar, w: matrix(2, 2) }, (N, { lambda, w }) => {
    const D = dualArithmetic(N)
    return equalGrids(
      gradientOf(N)(penalty(D, { value: lambda, tangent: N.of(0) }))(w), scale(N)(N.mul(N.of(2), lambda), w), 'gradient')
  })
)

const uniqueness: Claim = claim(
  {
    id: 'multiclass-svm/uniqueness',
    title: 'The penalty lies below its chords by lambda ||U - V||^2 / 4 in the middle, so that a penalised convex loss has one minimiser',
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

// All weights in {-1, 0, 1} of two features and three classes, of which many lie on kinks.
const weights = Array.from({ length: 3 ** 6 }, (_, k) => Array.from({ length: 6 }, (__, i) => (Math.floor(k / 3 ** i) % 3) - 1))

/** 1[margin > 0] for each class but the first, which has minus their number: the printed gradient by the scores. */
const active = <A>(N: Arithmetic<A>, s: Grid<A>): ReadonlyArray<A> => {
  const others = [1, 2].map(j => N.where(s.at(0, 0), N.add(s.at(0, j), N.of(1)), N.of(0), N.of(1)))
  return [N.sub(N.of(0), others.reduce(N.add)), ...others]
}

const gradient: Claim = claim(
  {
    id: 'multiclass-svm/gradient',
    title: 'The gradient by the weights of class j is x where its margin is missed, and minus x as often for the right class; 0 at kinks',
    statement: String.raw`\nabla_{w_j} L = 1[s_j - s_y + \Delta > 0]\, x, \quad \nabla_{w_y} L = -\#\{j \ne y : s_j - s_y + \Delta > 0\}\, x`,
    source: 'Notes on CS231n, gradient of the support vector machine',
    rows: ['N231-SVM-08', 'N231-SVM-09']
  },
  everyCase('729 weights of two features and three classes', weights, entries => {
    const N = rational
    const [x, w] = [grid([1, 2], (_, d = 0) => N.of(d + 1)), fromEntries([2, 3], entries.map(N.of))]
    const D = dualDivisible(N)
    const printed = active(N, matmul(N)(x, w))
    return equalGrids(
      gradientOf(N)(v => multiclassSvm(D)([0])(matmul(D)(held(N)(x), v)))(w),
      grid([2, 3], (d = 0, j = 0) => N.mul(x.at(0, d), printed[j] ?? N.of(0))), 'dW')
  })
)

const subgradient: Claim = claim(
  {
    id: 'multiclass-svm/subgradient',
    title: 'At kinks too the printed gradient is a subgradient: the loss lies above its plane',
    statement: String.raw`L(W') \ge L(W) + \langle G, W' - W\rangle`,
    source: 'Notes on CS231n, gradient of the support vector machine',
    rows: ['N231-SVM-09']
  },
  forAll({ s: array([1, 3]), u: array([1, 3]) }, (N, { s, u }) => atMost(
    N.add(multiclassSvm(N)([0])(s), dot(N)(fromEntries([1, 3], active(N, s)), minus(N)(u, s))), multiclassSvm(N)([0])(u)))
)

const withoutLoops: Claim = claim(
  {
    id: 'multiclass-svm/without-loops',
    title: 'Summed over all classes the hinges exceed the loss by the margin of each right class: 1 on the mean',
    statement: String.raw`\tfrac1N \sum_{ij} \max(0, s_{ij} - s_{i,y_i} + 1) - 1 = L`,
    source: 'Notes on CS231n, assignment 1, support vector machine without loops',
    rows: ['N231-SVM-11', 'N231-SVM-16']
  },
  forAll({ s: array([2, 3]) }, (N, { s }) => {
    const labels = [2, 0]
    const all = sum(N)([2, 3], (i = 0, j = 0) => N.max(N.of(0), N.add(N.sub(s.at(i, j), s.at(i, labels[i] ?? 0)), N.of(1))))
    return equal(N.sub(N.div(all, N.of(2)), N.of(1)), multiclassSvm(N)(labels)(s))
  })
)

export const claims: ReadonlyArray<Claim> = [
  affineScores, biasTrick, zeroMean, hingeLoss, convexity, golden, doubled, scaledMargin, separateBias, penaltyGradient, uniqueness, gradient,
  subgradient, withoutLoops
]
