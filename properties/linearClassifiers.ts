import fc, { type Arbitrary } from 'fast-check'
import {
  claim, equal, equalEntries, equalGrids, erratum, everyCase, type Law, type Plain, type Relation, sampled
} from '../src/claim/index.js'
import type { LinearData } from '../src/classic/index.js'
import * as definition from '../src/definition/index.js'
import {
  type Analytic, ball, type Divisible, dualAnalytic, dualDivisible, fromEntries, type Grid, interval, mapGrid, point, rational, type Shape,
  sizeOf, toInterval
} from '../src/number/index.js'
import type { Assessed, Loss, MarginOptions } from '../src/loss/index.js'
import * as T from '../src/tensor/index.js'
import type { Tensor } from '../src/tensor/index.js'
import { refuses } from './refuses.js'

type Labels = ReadonlyArray<number>

/** Linear classifiers of anyone's own, and the losses that they are made of. */
export interface LinearClassifierSubject {
  readonly name: string
  readonly linearSvm: (data: LinearData, options?: MarginOptions) => (w: Tensor) => Assessed
  readonly linearSoftmax: (data: LinearData) => (w: Tensor) => Assessed
  readonly predictLinear: (w: Tensor) => (x: Tensor) => Tensor
  readonly biasTrick: (x: Tensor) => Tensor
  readonly withBias: (affine: { readonly w: Tensor; readonly b: Tensor }) => Tensor
  readonly multiclassSvm: (labels: Labels, options?: MarginOptions) => (scores: Tensor) => Assessed
  readonly softmaxCrossEntropy: Loss<Labels>
  /** Of labels -1 and +1. */
  readonly logisticLoss: Loss<Labels>
  readonly affine: (affine: { readonly w: Tensor; readonly b: Tensor }) => (x: Tensor) => { readonly y: Tensor }
}

const svmSource = 'Notes on CS231n, multiclass support vector machine'
const softmaxSource = 'Notes on CS231n, softmax classifier'

const quarters = (shape: Shape): Arbitrary<Tensor> =>
  fc.array(fc.integer({ min: -12, max: 12 }), { minLength: sizeOf(shape), maxLength: sizeOf(shape) })
    .map(entries => T.fromFlat(shape, entries.map(k => k / 4)))

const lift = <A>(of: (x: number) => A, x: Tensor): Grid<A> => fromEntries(x.shape, [...x.data].map(of))

// Two examples, so that their mean is exact.
const drawn = {
  x: quarters([2, 2]), w: quarters([2, 3]), labels: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 2, maxLength: 2 }),
  lambda: fc.constantFrom(0, 0.5, 2)
}

interface Drawn {
  readonly x: Tensor
  readonly w: Tensor
  readonly labels: Labels
  readonly lambda: number
}

// Enough digits for scores ten thousand apart.
const wide = ball(100)
type Wide = ReturnType<typeof wide.of>

const nextTo = (float: number, known: Wide, name: string): Relation<Plain> => {
  const { lo, hi } = toInterval(known)
  // the mean, the logarithm and the sum of powers are rounded once each, and powers of a row 3 times
  const unit = 8 * 2 ** -53 * Math.max(Math.abs(lo), Math.abs(hi))
  return equal<Plain>(Number.isFinite(float) ? point(float) : point(NaN), { lo: lo - unit, hi: hi + unit }, name)
}

interface Unsafe {
  readonly scores: ReadonlyArray<ReadonlyArray<number>>
  readonly labels: Labels
}

/** A loss and its gradient beside its definition and the derivative of that. */
const besideDefinition = (
  loss: Loss<Labels>, define: <A>(N: Analytic<A>) => (labels: Labels) => (scores: Grid<A>) => A
) => ({ scores, labels }: Unsafe): ReadonlyArray<Relation<Plain>> => {
  const { value, gradient } = loss(labels)(T.fromNested(scores))
  const lifted = lift(wide.of, T.fromNested(scores))
  const slopes = definition.gradientOf(wide)(define(dualAnalytic(wide))(labels))(lifted)
  return [
    nextTo(value, define(wide)(labels)(lifted), 'value'),
    ...[...gradient.data].map((g, i) => nextTo(g, slopes.entries[i] ?? wide.of(NaN), `gradient[${i}]`))
  ]
}

const rowsApart: ReadonlyArray<Unsafe> = [740, 744, 745, 746, 1000, 10000].flatMap(gap =>
  [[0, 1], [1, 0]].map(labels => ({ scores: [[gap, 0], [0, 1]], labels })))

const far: ReadonlyArray<Unsafe> = [700, 744, 745, 746, 1000, 10000].flatMap(gap =>
  [0, 1].map(label => ({ scores: [[gap, 0]], labels: [label] })))

const margins: ReadonlyArray<Unsafe> = [-10000, -1000, -710, -709, 36.75, 40, 700].flatMap(m => [1, -1].map(y => ({ scores: [[m * y]], labels: [y] })))

const large: ReadonlyArray<Unsafe> = [709, 710, 1000, 10000].flatMap(level => [0, 1].map(label => ({ scores: [[level, level + 1]], labels: [label] })))

export const linearClassifierLaws: Law<LinearClassifierSubject> = subject => {
  const { name, linearSvm, linearSoftmax, predictLinear, biasTrick, withBias, multiclassSvm, softmaxCrossEntropy, logisticLoss, affine } = subject
  const softmaxBeside = besideDefinition(softmaxCrossEntropy, definition.softmaxCrossEntropy)
  const atZero = (objective: (data: LinearData) => (w: Tensor) => Assessed, classes: number): number =>
    objective({ x: T.fromNested([[1, 2], [3, 4]]), labels: [0, 1], lambda: 5 })(T.zeros([2, classes])).value
  const hinge = <A>(N: Divisible<A>, { x, labels, lambda }: Drawn) =>
    definition.penalised(N, definition.multiclassSvm(N)(labels))(lift(N.of, x), N.of(lambda))
  return [
    claim(
      {
        id: `${name}/golden-hinge`,
        title: 'Scores 13, -7 and 11 with the first class right and a margin of 10 lose 0 + 8',
        statement: String.raw`\max(0, -7 - 13 + 10) + \max(0, 11 - 13 + 10) = 8`,
        source: svmSource,
        rows: ['N231-SVM-02']
      },
      everyCase('a single example', [[13, -7, 11]], scores => {
        const { value, gradient } = multiclassSvm([0], { margin: 10 })(T.fromNested([scores]))
        return [equal<Plain>(value, 8, 'value'), ...equalEntries(gradient, T.fromNested([[-1, 0, 1]]), 'gradient')]
      })
    ),
    claim(
      {
        id: `${name}/tiny-hinge`,
        title: 'A loss of 2^-53 is not cancelled by the margin of the right class',
        statement: String.raw`\sum_{j \ne y} \max(0, s_j - s_y + 1) = 2^{-53}`,
        source: 'Notes on CS231n, support vector machine layer',
        rows: ['N231-SVM-16']
      },
      everyCase('the label first and last', [0, 1], label => [equal<Plain>(
        multiclassSvm([label])(T.fromNested([label === 0 ? [1, 2 ** -53] : [2 ** -53, 1]])).value, 2 ** -53)])
    ),
    claim(
      {
        id: `${name}/hinge-row-sums`,
        title: 'Each row of the gradient of the hinge loss by the scores sums to 0',
        statement: String.raw`\sum_j \partial L / \partial s_{ij} = 0`,
        source: 'Notes on CS231n, support vector machine layer',
        rows: ['N231-SVM-15']
      },
      sampled<{ readonly scores: Tensor; readonly labels: Labels }>({ scores: quarters([2, 3]), labels: drawn.labels }, ({ scores, labels }) =>
        equalEntries(T.sum(multiclassSvm(labels)(scores).gradient, { axis: 1 }), T.zeros([2]), 'row'))
    ),
    claim(
      {
        id: `${name}/labels`,
        title: 'The smallest label is 0 and the largest one below the number of classes',
        statement: String.raw`0 \le y_i < C`,
        source: 'Notes on CS231n, assignment 1, support vector machine',
        rows: ['N231-SVM-13']
      },
      everyCase('labels 0, 1, 2 and -1, 3, 1.5 of three classes', [0, 1, 2, -1, 3, 1.5], label =>
        label === 0 || label === 1 || label === 2
          ? [equal<Plain>(multiclassSvm([label])(T.zeros([1, 3])).value, 2, `label ${label}`)]
          : [refuses(() => multiclassSvm([label])(T.zeros([1, 3])), 'multiclassSvm')])
    ),
    claim(
      {
        id: `${name}/large-scores`,
        title: 'Scores whose exponentials overflow, up to ten thousand, have the loss of their differences',
        statement: String.raw`L(s + c) = L(s)`,
        source: softmaxSource,
        rows: ['N231-SMX-15']
      },
      sampled<{ readonly given: Unsafe }>({ given: fc.constantFrom(...large) }, ({ given }) => softmaxBeside(given))
    ),
    claim(
      {
        id: `${name}/far-scores`,
        title: 'A right class whose probability is no double still has its loss, and its gradient',
        statement: String.raw`-(s_y - m) + \log \sum_j e^{s_j - m}`,
        source: 'Notes on CS231n, assignment 1, softmax with loops',
        rows: ['N231-SMX-14']
      },
      sampled<{ readonly given: Unsafe }>({ given: fc.constantFrom(...far) }, ({ given }) => softmaxBeside(given))
    ),
    claim(
      {
        id: `${name}/rows-far-apart`,
        title: 'Rows with scores a thousand or ten thousand apart do not disturb each other',
        statement: String.raw`L = \tfrac1N \sum_i \left(\log \sum_j e^{s_{ij} - m_i} - (s_{i,y_i} - m_i)\right),\quad m_i = \max_j s_{ij}`,
        source: 'Notes on CS231n, assignment 1, softmax without loops',
        rows: ['N231-SMX-13']
      },
      sampled<{ readonly given: Unsafe }>({ given: fc.constantFrom(...rowsApart) }, ({ given }) => softmaxBeside(given))
    ),
    claim(
      {
        id: `${name}/large-margins`,
        title: 'The logistic loss neither overflows nor vanishes at margins from -10000 to 700, nor does its gradient',
        statement: String.raw`\log(1 + e^{-m}) = \max(0, -m) + \log(1 + e^{-|m|})`,
        source: 'Object recognition assignment 2, the loss in code',
        rows: ['A2-NN-09']
      },
      sampled<{ readonly given: Unsafe }>({ given: fc.constantFrom(...margins) }, ({ given }) =>
        besideDefinition(logisticLoss, definition.logisticLoss)(given))
    ),
    claim(
      {
        id: `${name}/softmax-row-sums`,
        title: 'Each row of the gradient of the softmax loss by the scores sums to 0, to the rounding of a sum of three',
        statement: String.raw`\sum_j (p_{ij} - [j = y_i]) = 0`,
        source: 'Notes on CS231n, assignment 1, softmax',
        rows: ['N231-SMX-18']
      },
      sampled<{ readonly scores: Tensor; readonly labels: Labels }>({ scores: quarters([2, 3]), labels: drawn.labels }, ({ scores, labels }) => {
        // in the order of the implementation the label's entry is minus the sum of the other two, rounded once
        const { gradient } = softmaxCrossEntropy(labels)(scores)
        return [0, 1].map(i => {
          const others = [0, 1, 2].filter(j => j !== labels[i]).map(j => T.at(gradient, [i, j]))
          return equal<Plain>(T.at(gradient, [i, labels[i] ?? 0]), -others.reduce((a, b) => a + b, 0), `row ${i}`)
        })
      })
    ),
    claim(
      {
        id: `${name}/svm-objective`,
        title: 'The linear SVM has the value and the gradient of its definition, exactly: the penalty is lambda, its gradient 2 lambda w',
        statement: String.raw`L(W) = \tfrac1N \sum_i L_i + \lambda \sum_{dc} W_{dc}^2`,
        source: svmSource,
        rows: ['N231-SVM-07', 'N231-SVM-11', 'N231-SVM-12']
      },
      sampled<Drawn>(drawn, given => {
        const { value, gradient } = linearSvm(given)(given.w)
        const w = lift(rational.of, given.w)
        const slopes = definition.gradientOf(rational)(hinge(dualDivisible(rational), given))(w)
        return [
          equal<Plain>(rational.of(value), hinge(rational, given)(w), 'value'),
          ...equalGrids<Plain>(mapGrid(rational.of)(T.toGrid(gradient)), slopes, 'gradient')
        ]
      })
    ),
    claim(
      {
        id: `${name}/softmax-objective`,
        title: 'The linear softmax classifier has the value and the gradient of its definition',
        statement: String.raw`L(W) = \tfrac1N \sum_i L_i + \lambda \sum_{dc} W_{dc}^2, \quad \nabla L = \tfrac1N X^T (P - Y) + 2 \lambda W`,
        source: softmaxSource,
        rows: ['N231-SMX-16', 'N231-SMX-20']
      },
      sampled<Drawn>(drawn, ({ x, w, labels, lambda }) => {
        const N = ball(40)
        const objective = <A>(M: Analytic<A>) => definition.penalised(M, definition.softmaxCrossEntropy(M)(labels))(lift(M.of, x), M.of(lambda))
        const { value, gradient } = linearSoftmax({ x, labels, lambda })(w)
        const slopes = definition.gradientOf(N)(objective(dualAnalytic(N)))(lift(N.of, w))
        return [
          equal<Plain>(point(value), toInterval(objective(N)(lift(N.of, w))), 'value'),
          ...[...gradient.data].map((g, i) => equal<Plain>(point(g), toInterval(slopes.entries[i] ?? N.of(NaN)), `gradient[${i}]`))
        ]
      })
    ),
    claim(
      {
        id: `${name}/no-weights`,
        title: 'Without weights the hinge loss of C classes is C - 1 and the softmax loss log C, whatever the penalty',
        statement: String.raw`L_{\mathrm{hinge}}(0) = C - 1, \quad L_{\mathrm{softmax}}(0) = \log C`,
        source: 'Notes on CS231n, sanity checks of a loss',
        rows: ['N231-SVM-17', 'N231-SMX-19']
      },
      sampled<{ readonly classes: number }>({ classes: fc.integer({ min: 2, max: 12 }) }, ({ classes }) => [
        equal<Plain>(atZero(linearSvm, classes), classes - 1, 'hinge'),
        equal<Plain>(point(atZero(linearSoftmax, classes)), interval.log(point(classes)), 'softmax')
      ])
    ),
    claim(
      {
        id: `${name}/bias-trick`,
        title: 'A last feature of 1 makes the bias a last row of the weights: the scores are those of the affine map',
        statement: String.raw`[x\ 1] \begin{bmatrix} W \\ b \end{bmatrix} = x W + b`,
        source: 'Notes on CS231n, bias trick',
        rows: ['N231-LIN-02']
      },
      sampled<{ readonly x: Tensor; readonly w: Tensor; readonly b: Tensor }>({ x: drawn.x, w: drawn.w, b: quarters([3]) }, ({ x, w, b }) =>
        equalEntries(T.matmul(biasTrick(x), withBias({ w, b })), affine({ w, b })(x).y, 'scores'))
    ),
    claim(
      {
        id: `${name}/prediction`,
        title: 'The class with the largest score is predicted, the smallest of equals',
        statement: String.raw`\hat y = \min \arg\max_c (x W)_c`,
        source: 'Notes on CS231n, linear classifier',
        rows: ['N231-LIN-01']
      },
      sampled<{ readonly scores: ReadonlyArray<number> }>({ scores: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }) }, ({ scores }) => {
        const given = T.item(predictLinear(T.eye(3))(T.fromNested([scores])))
        return [0, 1, 2].map(c => equal<Plain>(
          given === c ? 1 : 0, scores.every((s, j) => (j < c ? s < (scores[c] ?? 0) : s <= (scores[c] ?? 0))) ? 1 : 0, `class ${c}`))
      })
    ),
    erratum(
      {
        id: `${name}/gradient-places`,
        title: 'Entry (d, c) of dW is a mean over examples of derivatives by W_dc; (i, j) over examples is a place of the scores',
        statement: String.raw`\frac{\partial L}{\partial W_{dc}} = \frac1N \sum_i \frac{\partial L_i}{\partial W_{dc}}`,
        source: 'Notes on CS231n, gradient of the support vector machine',
        rows: ['N231-SVM-10']
      },
      {
        printed: {
          text: 'entry (i, j) of dW is the derivative of L_i by w_j: dW has a row for each of the 3 examples',
          judge: everyCase('three examples of two features', [threeExamples], ({ x, labels, w }) =>
            [equal<Plain>(linearSvm({ x, labels })(w).gradient.shape[0] ?? 0, 3, 'rows of dW')])
        },
        corrected: {
          text: 'entry (d, c) of dW is the mean over examples of the derivatives of L_i by W_dc',
          judge: everyCase('three examples of two features', [threeExamples], ({ x, labels, w }) => {
            const each = labels.map((label, i) => linearSvm({ x: T.expandDims(T.row(x, i), 0), labels: [label] })(w).gradient)
            return equalEntries(T.mul(linearSvm({ x, labels })(w).gradient, 3), each.reduce((a, b) => T.add(a, b)), 'N dW')
          })
        }
      }
    )
  ]
}

// Sums that three divides, so that the mean of three is exact.
const threeExamples = { x: T.fromNested([[3, 6], [-3, 9], [6, 0]]), labels: [0, 2, 1], w: T.fromNested([[0, 0.5, -0.5], [0.25, 0, 1]]) }
