import fc from 'fast-check'
import {
  claim, equal, equalEntries, equalGrids, erratum, everyCase, type Law, type Plain, sampled
} from '../../src/claim/index.js'
import type { LinearData } from '../../src/classic/index.js'
import * as definition from '../../src/definition/index.js'
import {
  type Divisible, dualDivisible, interval, mapGrid, matmul, plus, point, rational
} from '../../src/number/index.js'
import type { Assessed, MarginOptions } from '../../src/loss/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { atMostCases } from '../cases/fewer.js'
import { classifierLossLaws, type ClassifierLossSubject } from '../losses/classifierLosses.js'
import { quarters } from '../cases/quarters.js'
import { besideSoftmax, drawn, type Drawn } from './besideSoftmax.js'

/** Linear classifiers of anyone's own, and the losses that they are made of. */
export interface LinearClassifierSubject extends ClassifierLossSubject {
  readonly linearSvm: (data: LinearData, options?: MarginOptions) => (w: Tensor) => Assessed
  readonly linearSoftmax: (data: LinearData) => (w: Tensor) => Assessed
  readonly predictLinear: (w: Tensor) => (x: Tensor) => Tensor
  readonly biasTrick: (x: Tensor) => Tensor
  readonly withBias: (affine: { readonly w: Tensor; readonly b: Tensor }) => Tensor
  readonly affine: (affine: { readonly w: Tensor; readonly b: Tensor }) => (x: Tensor) => { readonly y: Tensor }
}

const svmSource = 'Notes on CS231n, multiclass support vector machine'
const softmaxSource = 'Notes on CS231n, softmax classifier'

const threeScores = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 })

export const linearClassifierLaws: Law<LinearClassifierSubject> = subject => {
  const { name, linearSvm, linearSoftmax, predictLinear, biasTrick, withBias, affine } = subject
  const atZero = (objective: (data: LinearData) => (w: Tensor) => Assessed, classes: number): number =>
    objective({ x: T.fromNested([[1, 2], [3, 4]]), labels: [0, 1], lambda: 5 })(T.zeros([2, classes])).value
  const hinge = <A>(N: Divisible<A>, { x, labels, lambda }: Drawn) =>
    definition.penalised(N, definition.multiclassSvm(N)(labels))(T.liftGrid(N.of)(x), N.of(lambda))
  return [
    ...classifierLossLaws(subject),
    atMostCases(250, claim(
      {
        id: `${name}/svm-objective`,
        title: 'The linear SVM has the value and gradient of its definition exactly, 2 lambda w for the penalty',
        statement: String.raw`L(W) = \tfrac1N \sum_i L_i + \lambda \sum_{dc} W_{dc}^2`,
        source: svmSource,
        rows: ['N231-SVM-07', 'N231-SVM-11', 'N231-SVM-12']
      },
      sampled<Drawn>(drawn, given => {
        const { value, gradient } = linearSvm({ x: given.x, labels: given.labels, lambda: given.lambda })(given.w)
        const w = T.liftGrid(rational.of)(given.w)
        const slopes = definition.gradientOf(rational)(hinge(dualDivisible(rational), given))(w)
        return [
          equal<Plain>(rational.of(value), hinge(rational, given)(w), 'value'),
          ...equalGrids<Plain>(mapGrid(rational.of)(T.toGrid(gradient)), slopes, 'gradient')
        ]
      })
    )),
    atMostCases(250, claim(
      {
        id: `${name}/softmax-objective`,
        title: 'The linear softmax classifier has the value and the gradient of its definition',
        statement: String.raw`L(W) = \tfrac1N \sum_i L_i + \lambda \sum_{dc} W_{dc}^2, \quad \nabla L = \tfrac1N X^T (P - Y) + 2 \lambda W`,
        source: softmaxSource,
        rows: ['N231-SMX-16', 'N231-SMX-20']
      },
      sampled<Drawn>(drawn, given => besideSoftmax(linearSoftmax, given))
    )),
    claim(
      {
        id: `${name}/no-weights`,
        title: 'Without weights the hinge loss of C classes is C - 1 and the softmax loss log C',
        statement: String.raw`L_{\mathrm{hinge}}(0) = C - 1, \quad L_{\mathrm{softmax}}(0) = \log C`,
        source: 'Notes on CS231n, sanity checks of a loss',
        rows: ['N231-SVM-17', 'N231-SMX-19', 'HW1-CN-04']
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
      sampled<{ readonly x: Tensor; readonly w: Tensor; readonly b: Tensor }>(
        { x: drawn.x, w: drawn.w, b: quarters([3], 12) },
        ({ x, w, b }) => equalEntries(T.matmul(biasTrick(x), withBias({ w, b })), affine({ w, b })(x).y, 'scores'))
    ),
    claim(
      {
        id: `${name}/prediction`,
        title: 'The class with the largest score is predicted, the smallest of equals',
        statement: String.raw`\hat y = \min \arg\max_c (x W)_c`,
        source: 'Notes on CS231n, linear classifier',
        rows: ['N231-LIN-01', 'N231-LC-05']
      },
      sampled<{ readonly scores: ReadonlyArray<number> }>({ scores: threeScores }, ({ scores }) => {
        const given = T.item(predictLinear(T.eye(3))(T.fromNested([scores])))
        return [0, 1, 2].map(c => equal<Plain>(
          given === c ? 1 : 0, scores.every((s, j) => (j < c ? s < (scores[c] ?? 0) : s <= (scores[c] ?? 0))) ? 1 : 0,
          `class ${c}`))
      })
    ),
    erratum(
      {
        id: `${name}/gradient-places`,
        title: 'Entry (d, c) of dW is a mean over examples of derivatives by W_dc, not one by a score',
        statement: String.raw`\frac{\partial L}{\partial W_{dc}} = \frac1N \sum_i \frac{\partial L_i}{\partial W_{dc}}`,
        source: 'Notes on CS231n, gradient of the support vector machine',
        rows: ['N231-SVM-10']
      },
      {
        printed: {
          text: 'entry (i, j) of dW is the derivative of L_i by w_j: dW has a row for each of the 3 examples',
          tex: String.raw`\text{entry } (i, j) \text{ of } dW \text{ is } \frac{\partial L_i}{\partial w_j} \text{: } dW \text{ has a row for each of the } 3 \text{ examples}`,
          judge: everyCase('three examples of two features', [threeExamples], ({ x, labels, w }) =>
            [equal<Plain>(linearSvm({ x, labels })(w).gradient.shape[0] ?? 0, 3, 'rows of dW')])
        },
        corrected: {
          text: 'entry (d, c) of dW is the mean over examples of the derivatives of L_i by W_dc',
          tex: String.raw`\text{entry } (d, c) \text{ of } dW \text{ is the mean over examples of } \frac{\partial L_i}{\partial W_{dc}}`,
          judge: everyCase('three examples of two features', [threeExamples], ({ x, labels, w }) => {
            const each = labels.map((label, i) => derivativesOfOne(T.row(x, i), label, w))
            const given = T.toGrid(linearSvm({ x, labels })(w).gradient)
            return equalGrids<Plain>(
              mapGrid((g: number) => rational.of(3 * g))(given), each.reduce(plus(rational)), 'N dW'
            )
          })
        }
      }
    )
  ]
}

/** The derivatives of the loss of one example by the weights, of the definition in fractions. */
const derivativesOfOne = (features: Tensor, label: number, w: Tensor) => {
  const D = dualDivisible(rational)
  const x = T.liftGrid(rational.of)(T.expandDims(features, 0))
  const loss = definition.multiclassSvm(D)([label])
  const gradient = definition.gradientOf(rational)(v => loss(matmul(D)(definition.held(rational)(x), v)))
  return gradient(T.liftGrid(rational.of)(w))
}

// Sums that three divides, so that the mean of three is exact.
const threeExamples = {
  x: T.fromNested([[3, 6], [-3, 9], [6, 0]]), labels: [0, 2, 1], w: T.fromNested([[0, 0.5, -0.5], [0.25, 0, 1]])
}
