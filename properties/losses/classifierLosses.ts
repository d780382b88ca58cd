import fc from 'fast-check'
import { claim, equal, equalEntries, everyCase, type Law, type Plain, sampled } from '../../src/claim/index.js'
import * as definition from '../../src/definition/index.js'
import type { Assessed, Loss, MarginOptions } from '../../src/loss/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { quarters } from '../cases/quarters.js'
import { sparsely } from '../cases/sparsely.js'
import { refuses } from '../judges/refuses.js'
import { besideDefinition, far, type Unsafe } from './besideDefinition.js'

type Labels = ReadonlyArray<number>

/** The losses of anyone's own that linear classifiers are made of. */
export interface ClassifierLossSubject {
  readonly name: string
  readonly multiclassSvm: (labels: Labels, options?: MarginOptions) => (scores: Tensor) => Assessed
  readonly softmaxCrossEntropy: Loss<Labels>
  /** Of labels -1 and +1. */
  readonly logisticLoss: Loss<Labels>
}

const softmaxSource = 'Notes on CS231n, softmax classifier'

interface Drawn {
  readonly scores: Tensor
  readonly labels: Labels
}

const drawn = {
  scores: quarters([2, 3], 12), labels: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 2, maxLength: 2 })
}

const rowsApart: ReadonlyArray<Unsafe> = [740, 744, 745, 746, 1000, 10000].flatMap(gap =>
  [[0, 1], [1, 0]].map(labels => ({ scores: [[gap, 0], [0, 1]], labels })))

const margins: ReadonlyArray<Unsafe> = [-10000, -1000, -710, -709, 37, 40, 700].flatMap(m =>
  [1, -1].map(y => ({ scores: [[m * y]], labels: [y] })))

const large: ReadonlyArray<Unsafe> = [709, 710, 1000, 10000].flatMap(level =>
  [0, 1].map(label => ({ scores: [[level, level + 1]], labels: [label] })))

export const classifierLossLaws: Law<ClassifierLossSubject> = (
  { name, multiclassSvm, softmaxCrossEntropy, logisticLoss }
) => {
  const softmaxBeside = besideDefinition(softmaxCrossEntropy, definition.softmaxCrossEntropy)
  return [
    claim(
      {
        id: `${name}/golden-hinge`,
        title: 'Scores 13, -7 and 11 with the first class right and a margin of 10 lose 0 + 8',
        statement: String.raw`\max(0, -7 - 13 + 10) + \max(0, 11 - 13 + 10) = 8`,
        source: 'Notes on CS231n, multiclass support vector machine',
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
        title: 'The gradient by the scores is 1/N where a margin is missed, and each row sums to 0',
        statement: String.raw`\frac{\partial L}{\partial s_{ij}} = \tfrac1N [s_{ij} - s_{iy} + 1 > 0] \text{ for } j \ne y,\quad \sum_j \frac{\partial L}{\partial s_{ij}} = 0`,
        source: 'Notes on CS231n, support vector machine layer',
        rows: ['N231-SVM-15']
      },
      sampled<Drawn>(drawn, ({ scores, labels }) => {
        const { gradient } = multiclassSvm(labels)(scores)
        const missed = (i: number, j: number): number =>
          Number(labels[i] !== j && T.at(scores, [i, j]) - T.at(scores, [i, labels[i] ?? 0]) + 1 > 0)
        return [
          ...equalEntries(T.sum(gradient, { axis: 1 }), T.zeros([2]), 'row'),
          ...[0, 1].flatMap(i => [0, 1, 2].filter(j => j !== labels[i]).map(j =>
            equal<Plain>(T.at(gradient, [i, j]), missed(i, j) / 2, `dscores[${i},${j}]`)))
        ]
      })
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
    sparsely(claim(
      {
        id: `${name}/large-scores`,
        title: 'Scores whose exponentials overflow, up to ten thousand, have the loss of their differences',
        statement: String.raw`L(s + c) = L(s)`,
        source: softmaxSource,
        rows: ['N231-SMX-15']
      },
      sampled<{ readonly given: Unsafe }>({ given: fc.constantFrom(...large) }, ({ given }) => softmaxBeside(given))
    )),
    sparsely(claim(
      {
        id: `${name}/far-scores`,
        title: 'A right class whose probability is no double still has its loss, and its gradient',
        statement: String.raw`-(s_y - m) + \log \sum_j e^{s_j - m}`,
        source: 'Notes on CS231n, assignment 1, softmax with loops',
        rows: ['N231-SMX-14']
      },
      sampled<{ readonly given: Unsafe }>({ given: fc.constantFrom(...far) }, ({ given }) => softmaxBeside(given))
    )),
    sparsely(claim(
      {
        id: `${name}/rows-far-apart`,
        title: 'Rows with scores a thousand or ten thousand apart do not disturb each other',
        statement: String.raw`L = \tfrac1N \sum_i \left(\log \sum_j e^{s_{ij} - m_i} - (s_{i,y_i} - m_i)\right),\quad m_i = \max_j s_{ij}`,
        source: 'Notes on CS231n, assignment 1, softmax without loops',
        rows: ['N231-SMX-13']
      },
      sampled<{ readonly given: Unsafe }>({ given: fc.constantFrom(...rowsApart) }, ({ given }) => softmaxBeside(given))
    )),
    sparsely(claim(
      {
        id: `${name}/large-margins`,
        title: 'Logistic loss and gradient neither overflow nor vanish at margins from -10000 to 700',
        statement: String.raw`\log(1 + e^{-m}) = \max(0, -m) + \log(1 + e^{-|m|})`,
        source: 'Object recognition assignment 2, the loss in code',
        rows: ['A2-NN-09', 'A2-SYS-25']
      },
      sampled<{ readonly given: Unsafe }>({ given: fc.constantFrom(...margins) }, ({ given }) =>
        besideDefinition(logisticLoss, definition.logisticLoss)(given))
    )),
    claim(
      {
        id: `${name}/softmax-row-sums`,
        title: 'Each row of the gradient of the softmax loss by the scores sums to 0, but for rounding',
        statement: String.raw`\sum_j (p_{ij} - [j = y_i]) = 0`,
        source: 'Notes on CS231n, assignment 1, softmax',
        rows: ['N231-SMX-18', 'N231-LAY-06', 'HW1-SYS-17']
      },
      sampled<Drawn>(drawn, ({ scores, labels }) => {
        // in the order of the implementation the label's entry is minus the sum of the other two, rounded once
        const { gradient } = softmaxCrossEntropy(labels)(scores)
        return [0, 1].map(i => {
          const others = [0, 1, 2].filter(j => j !== labels[i]).map(j => T.at(gradient, [i, j]))
          return equal<Plain>(T.at(gradient, [i, labels[i] ?? 0]), -others.reduce((a, b) => a + b, 0), `row ${i}`)
        })
      })
    )
  ]
}
