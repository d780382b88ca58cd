import fc from 'fast-check'
import { crossEntropy, gradientOf, held, softmax, softmaxCrossEntropy } from '../../src/definition/index.js'
import {
  array, type ArrayOf, atMost, type Claim, claim, equal, equalGrids, erratum, forAll, type Formula, formally, matrix,
  scalar
} from '../../src/claim/index.js'
import {
  type Analytic, dualAnalytic, fromEntries, type Grid, grid, mapGrid, matmul, maximum, sum, transpose
} from '../../src/number/index.js'
import { at } from '../../src/prelude/index.js'

// Softmax, its cross-entropy, and their derivatives. Scores have a row for each example.

const source = 'Notes on CS231n, softmax classifier'
const numerics = 'Notes on CS231n, numeric stability of softmax'

// Up to 9 apart: exponentials whose sum keeps the digits of each.
const few: ArrayOf = {
  kind: 'array',
  shape: [1, 3],
  draw: fc.array(fc.integer({ min: -18, max: 18 }), { minLength: 3, maxLength: 3 }).map(ks => ks.map(k => k / 4))
}

const total = <A>(N: Analytic<A>, x: Grid<A>): A => sum(N)([x.entries.length], i => at(x.entries, i))
const powers = <A>(N: Analytic<A>, s: Grid<A>): Grid<A> => mapGrid(N.exp)(s)
const minusOf = <A>(N: Analytic<A>, x: A): A => N.sub(N.of(0), x)

const twoForms: Claim = claim(
  {
    id: 'cs231n-notes/softmax-classifier/two-forms',
    title: 'Minus the log of the softmax of the right class is the log of the sum of powers less its score',
    statement: String.raw`-\log \frac{e^{f_y}}{\sum_j e^{f_j}} = -f_y + \log \sum_j e^{f_j}`,
    source,
    rows: ['N231-SMX-01', 'A2-CI-04']
  },
  forAll({ f: few }, (N, { f }) => equal(minusOf(N, N.log(softmax(N)(f).at(0, 1))), softmaxCrossEntropy(N)([1])(f)))
)

const sumsToOne = (form: <A>(N: Analytic<A>) => (s: Grid<A>) => Grid<A>) =>
  forAll({ f: few }, (N, { f }) => equal(total(N, form(N)(f)), N.of(1), 'sum'))

const doubleExponential: Claim = erratum(
  {
    id: 'cs231n-notes/softmax-classifier/double-exponential',
    title: 'The denominator of softmax is the sum of powers; with powers of powers the parts do not sum to 1',
    statement: String.raw`f_j(z) = \frac{e^{z_j}}{\sum_k e^{z_k}}`,
    source,
    rows: ['N231-SMX-02']
  },
  {
    printed: {
      text: 'e^{z_j} / sum_k e^{e^{z_k}}',
      tex: String.raw`\frac{e^{z_j}}{\sum_k e^{e^{z_k}}}`,
      judge: sumsToOne(
        N => s => mapGrid((a: ReturnType<typeof N.of>) => N.div(a, total(N, powers(N, powers(N, s)))))(powers(N, s))
      )
    },
    corrected: {
      text: 'e^{z_j} / sum_k e^{z_k}',
      tex: String.raw`\frac{e^{z_j}}{\sum_k e^{z_k}}`,
      judge: sumsToOne(softmax)
    }
  }
)

const probabilities: Claim = claim(
  {
    id: 'cs231n-notes/softmax-classifier/probabilities',
    title: 'Softmax gives a vector of probabilities, and differences of scores are logarithms of their ratios',
    statement: String.raw`q_k > 0, \quad \sum_k q_k = 1, \quad f_k - f_l = \log \frac{q_k}{q_l}`,
    source: 'Notes on CS231n, probabilistic view of softmax',
    rows: ['N231-SMX-04', 'N231-SMX-05']
  },
  forAll({ f: few }, (N, { f }) => {
    const q = softmax(N)(f)
    return [
      equal(total(N, q), N.of(1), 'sum'),
      equal(N.sub(f.at(0, 0), f.at(0, 2)), N.log(N.div(q.at(0, 0), q.at(0, 2))), 'log ratio'),
      ...q.entries.map((a, k) => atMost(N.of(0), a, `probability ${k}`))
    ]
  })
)

const oneHot: Claim = claim(
  {
    id: 'cs231n-notes/softmax-classifier/one-hot',
    title: 'The cross-entropy with all of the mass on the right class is the softmax loss',
    statement: String.raw`H(p, q) = -\sum_k p_k \log q_k = -\log q_y, \quad p_k = [k = y]`,
    source: 'Notes on CS231n, information theory view of softmax',
    rows: ['N231-SMX-03']
  },
  forAll({ f: few }, (N, { f }) =>
    equal(crossEntropy(N)(fromEntries([1, 3], [0, 1, 0]))(softmax(N)(f)), softmaxCrossEntropy(N)([1])(f)))
)

const gibbs: Claim = claim(
  {
    id: 'cs231n-notes/softmax-classifier/gibbs',
    title: 'No distribution has a smaller cross-entropy with p than p itself',
    statement: String.raw`H(p, p) \le H(p, q)`,
    source: 'Notes on CS231n, information theory view of softmax',
    rows: ['N231-SMX-03']
  },
  forAll({ f: few, g: few }, (N, { f, g }) => {
    const [p, q] = [softmax(N)(f), softmax(N)(g)]
    const entropy = (of: typeof q) => minusOf(N, total(N, grid([3], k => N.mul(p.at(0, k), N.log(of.at(0, k))))))
    return atMost(entropy(p), entropy(q))
  })
)

/** The powers of shifted scores over a denominator, beside the softmax. */
const shifted = (
  denominator: <A>(N: Analytic<A>, f: Grid<A>, c: A) => A
): Formula<{ readonly f: ArrayOf; readonly c: typeof scalar }> =>
  (N, { f, c }) => equalGrids(
    mapGrid((a: typeof c) => N.div(N.exp(N.add(a, c)), denominator(N, f, c)))(f), softmax(N)(f), 'softmax')

const shift: Claim = erratum(
  {
    id: 'cs231n-notes/softmax-classifier/shift',
    title: 'A number may be added to every score, in each power of the denominator too',
    statement: String.raw`\frac{e^{f_y + \log C}}{\sum_j e^{f_j + \log C}} = \frac{e^{f_y}}{\sum_j e^{f_j}}`,
    source: numerics,
    rows: ['N231-SMX-06', 'N231-SMX-07']
  },
  {
    printed: {
      text: 'e^{f_y + log C} / (sum_j e^{f_j} + log C)',
      tex: String.raw`\frac{e^{f_y + \log C}}{\sum_j e^{f_j} + \log C}`,
      judge: forAll({ f: few, c: scalar }, shifted((N, f, c) => N.add(total(N, powers(N, f)), c)))
    },
    corrected: {
      text: 'e^{f_y + log C} / sum_j e^{f_j + log C}',
      tex: String.raw`\frac{e^{f_y + \log C}}{\sum_j e^{f_j + \log C}}`,
      judge: forAll({ f: few, c: scalar }, shifted(
        (N, f, c) => total(N, mapGrid((a: typeof c) => N.exp(N.add(a, c)))(f))
      ))
    }
  }
)

const largestScore: Claim = claim(
  {
    id: 'cs231n-notes/softmax-classifier/largest-score',
    title: 'With the largest score taken off one power is 1 and none above: they sum to 1 up to the classes',
    statement: String.raw`\log C = -\max_j f_j \Rightarrow 1 \le \sum_j e^{f_j + \log C} \le 3`,
    source: numerics,
    rows: ['N231-SMX-08']
  },
  forAll({ f: array([1, 3]) }, (N, { f }) => {
    const most = maximum(N)(f.entries)
    const sums = total(N, mapGrid((a: typeof most) => N.exp(N.sub(a, most)))(f))
    return [atMost(N.of(1), sums, 'from 1'), atMost(sums, N.of(3), 'to 3')]
  })
)

const gradient: Claim = claim(
  {
    id: 'cs231n-notes/softmax-classifier/gradient',
    title: 'The derivative of the loss by the scores is the softmax, less 1 for the right class',
    statement: String.raw`\partial L / \partial f_k = \frac{e^{f_k}}{\sum_j e^{f_j}} - [k = y]`,
    source: 'Notes on CS231n, gradient of the softmax loss',
    rows: ['N231-SMX-09', 'N231-SMX-18', 'E228-SM-01']
  },
  formally({ f: matrix(1, 3) }, (N, { f }) => {
    const p = softmax(N)(f)
    return equalGrids(
      gradientOf(N)(softmaxCrossEntropy(dualAnalytic(N))([1]))(f),
      grid([1, 3], (_, k) => N.sub(p.at(0, k), N.of(k === 1 ? 1 : 0))), 'df')
  })
)

const weightGradient: Claim = claim(
  {
    id: 'cs231n-notes/softmax-classifier/weight-gradient',
    title: 'The derivative by W_ab is x_a times that by score b, summed over examples: X^T (P - Y) / N',
    statement: String.raw`\frac{\partial L}{\partial W_{ab}} = \tfrac1N \sum_i x_{ia} (p_{ib} - [b = y_i])`,
    source: 'Notes on CS231n, gradient of the softmax loss',
    rows: ['N231-SMX-10', 'N231-SMX-11', 'N231-SMX-16']
  },
  formally({ x: matrix(2, 1), w: matrix(1, 2) }, (N, { x, w }) => {
    const [D, labels] = [dualAnalytic(N), [1, 0]]
    const p = softmax(N)(matmul(N)(x, w))
    const slopes = grid([2, 2], (i, b) => N.div(N.sub(p.at(i, b), N.of(b === labels[i] ? 1 : 0)), N.of(2)))
    return equalGrids(
      gradientOf(N)(v => softmaxCrossEntropy(D)(labels)(matmul(D)(held(N)(x), v)))(w), matmul(N)(transpose(x), slopes),
      'dW')
  })
)

/** What is made of the probability of the right class before it is multiplied by x. */
const rightEntry = (change: <A>(N: Analytic<A>, p: A) => A) => forAll({ f: few }, (N, { f }) => {
  const p = softmax(N)(f)
  return equalGrids(
    grid([1, 3], (_, k) => (k === 1 ? change(N, p.at(0, k)) : p.at(0, k))),
    gradientOf(N)(softmaxCrossEntropy(dualAnalytic(N))([1]))(f), 'df')
})

const labelEntry: Claim = erratum(
  {
    id: 'cs231n-notes/softmax-classifier/label-entry',
    title: 'In the gradient 1 is taken off the probability of the right class; it is not replaced by 1',
    statement: String.raw`p_y - 1`,
    source: 'Notes on CS231n, assignment 1, softmax with loops',
    rows: ['N231-SMX-12']
  },
  {
    printed: { text: 'p_y becomes 1', tex: String.raw`p_y \leftarrow 1`, judge: rightEntry(N => N.of(1)) },
    corrected: {
      text: 'p_y becomes p_y - 1',
      tex: String.raw`p_y \leftarrow p_y - 1`,
      judge: rightEntry((N, p) => N.sub(p, N.of(1)))
    }
  }
)

export const claims: ReadonlyArray<Claim> = [
  twoForms, doubleExponential, probabilities, oneHot, gibbs, shift, largestScore, gradient, weightGradient, labelEntry
]
