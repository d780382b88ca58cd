import { gradientOf, held, multiclassSvm } from '../../../src/definition/index.js'
import { array, atMost, type Claim, claim, equalGrids, everyCase, forAll } from '../../../src/claim/index.js'
import {
  type Arithmetic, dot, dualDivisible, fromEntries, type Grid, grid, matmul, minus, rational
} from '../../../src/number/index.js'
import { at } from '../../../src/prelude/index.js'

// The gradient of the multiclass hinge loss, by weights with a column for each class and by scores with a row for each example.

const source = 'Notes on CS231n, gradient of the support vector machine'

// All weights in {-1, 0, 1} of two features and three classes, of which many lie on kinks.
const weights = Array.from(
  { length: 3 ** 6 }, (_, k) => Array.from({ length: 6 }, (__, i) => (Math.floor(k / 3 ** i) % 3) - 1)
)

/** 1[margin > 0] for each class but the first, which has minus their number: the printed gradient by the scores. */
const active = <A>(N: Arithmetic<A>, s: Grid<A>): ReadonlyArray<A> => {
  const others = [1, 2].map(j => N.where(s.at(0, 0), N.add(s.at(0, j), N.of(1)), N.of(0), N.of(1)))
  return [N.sub(N.of(0), others.reduce(N.add)), ...others]
}

const gradient: Claim = claim(
  {
    id: 'cs231n-notes/multiclass-svm/gradient',
    title: 'The gradient by the weights of a class is x if its margin is missed, and -x each for the right class',
    statement: String.raw`\nabla_{w_j} L = 1[s_j - s_y + \Delta > 0]\, x, \quad \nabla_{w_y} L = -\#\{j \ne y : s_j - s_y + \Delta > 0\}\, x`,
    source,
    rows: ['N231-SVM-08', 'N231-SVM-09']
  },
  everyCase('729 weights of two features and three classes', weights, entries => {
    const N = rational
    const [x, w] = [grid([1, 2], (_, d) => N.of(d + 1)), fromEntries([2, 3], entries.map(N.of))]
    const D = dualDivisible(N)
    const printed = active(N, matmul(N)(x, w))
    return equalGrids(
      gradientOf(N)(v => multiclassSvm(D)([0])(matmul(D)(held(N)(x), v)))(w),
      grid([2, 3], (d, j) => N.mul(x.at(0, d), at(printed, j))), 'dW')
  })
)

const subgradient: Claim = claim(
  {
    id: 'cs231n-notes/multiclass-svm/subgradient',
    title: 'At kinks too the printed gradient is a subgradient: the loss lies above its plane',
    statement: String.raw`L(W') \ge L(W) + \langle G, W' - W\rangle`,
    source,
    rows: ['N231-SVM-09']
  },
  forAll({ s: array([1, 3]), u: array([1, 3]) }, (N, { s, u }) => atMost(
    N.add(multiclassSvm(N)([0])(s), dot(N)(fromEntries([1, 3], active(N, s)), minus(N)(u, s))),
    multiclassSvm(N)([0])(u)))
)
export const claims: ReadonlyArray<Claim> = [gradient, subgradient]
