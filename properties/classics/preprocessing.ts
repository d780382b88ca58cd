import { claim, equalEntries, everyCase, type Law, sampled } from '../../src/claim/index.js'
import type { Preprocessing } from '../../src/data/index.js'
import * as definition from '../../src/definition/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { quarters } from '../cases/quarters.js'
import { data, known, type OfData } from './dataColumns.js'
import { principalComponentLaws, type PrincipalComponentSubject } from './principalComponents.js'
import { updateRatioLaws, type UpdateRatioSubject } from './updateRatio.js'

/** Preprocessing of anyone's own, and the statistics behind it. */
export interface PreprocessingSubject extends PrincipalComponentSubject, UpdateRatioSubject {
  readonly name: string
  readonly centred: Preprocessing
  readonly standardised: Preprocessing
  readonly scaledToRange: Preprocessing
}

const source = 'Notes on CS231n, data preprocessing'

// Each in columns of 1 to 12 rows.
const constantColumns = [5, 0.1, 1e8 + 0.1, 1e-200, 0].flatMap(
  c => Array.from({ length: 12 }, (_, n) => ({ c, rows: n + 1 }))
)

export const preprocessingLaws: Law<PreprocessingSubject> = subject => {
  const { name, centred, standardised, scaledToRange } = subject
  return [
    claim(
      {
        id: `${name}/mean-subtraction`,
        title: 'Mean subtraction takes the mean of each column off: what is left sums to 0 where that is exact',
        statement: String.raw`\sum_i (x_{id} - \mu_d) = 0`,
        source,
        rows: ['N231-PRE-01']
      },
      sampled<OfData>(data, ({ x }) => [
        ...known(centred(x)(x), definition.meanSubtracted, x, 'x'),
        ...equalEntries(T.sum(centred(x)(x), { axis: 0 }), T.zeros([3]), 'the sum of column')
      ])
    ),
    claim(
      {
        id: `${name}/mean-image`,
        title: 'The mean taken off validation and test examples too is that of the training examples',
        statement: String.raw`x' \mapsto x' - \tfrac1N \sum_i x_i`,
        source: 'Deep learning homework 1, training a ConvNet, loading the data',
        rows: ['HW1-CN-03']
      },
      sampled<{ readonly x: Tensor; readonly other: Tensor }>(
        { x: quarters([4, 3], 12), other: quarters([2, 3], 12) },
        ({ x, other }) => {
          // of four examples in quarters the mean is exact
          const mean = T.div(T.sum(x, { axis: 0 }), 4)
          return [
            ...equalEntries(centred(x)(x), T.sub(x, mean), 'training'),
            ...equalEntries(centred(x)(other), T.sub(other, mean), 'others')
          ]
        })
    ),
    claim(
      {
        id: `${name}/standardisation`,
        title: 'Standardised columns are those of the definition, of variance 1',
        statement: String.raw`(x_{id} - \mu_d) / \sigma_d`,
        source,
        rows: ['N231-PRE-02']
      },
      sampled<OfData>(data, ({ x }) => known(standardised(x)(x), definition.standardised, x, 'x'))
    ),
    claim(
      {
        id: `${name}/min-max`,
        title: 'Min-max scaling is that of the definition, and the ends of each column become -1 and 1 exactly',
        statement: String.raw`\frac{(x_{id} - \min_d) - (\max_d - x_{id})}{\max_d - \min_d}`,
        source,
        rows: ['N231-PRE-02']
      },
      sampled<OfData>(data, ({ x }) => {
        const scaled = scaledToRange(x)(x)
        return [
          ...known(scaled, definition.minMaxScaled, x, 'x'),
          ...equalEntries(T.min(scaled, { axis: 0 }), T.full([3], -1), 'the smallest of column'),
          ...equalEntries(T.max(scaled, { axis: 0 }), T.ones([3]), 'the largest of column')
        ]
      })
    ),
    claim(
      {
        id: `${name}/constant-columns`,
        title: 'A constant column becomes 0 under each, and other values are only centred by it',
        statement: String.raw`x_{id} = c \Rightarrow 0,\ x' \to x' - c`,
        source,
        rows: ['N231-PRE-02']
      },
      everyCase('five constants in columns of 1 to 12 rows', constantColumns, ({ c, rows }) => {
        const x = T.full([rows, 1], c)
        const other = T.full([1, 1], 2 * c + 1)
        return [
          ...[centred, standardised, scaledToRange].flatMap((prepare, k) =>
            equalEntries(prepare(x)(x), T.zeros([rows, 1]), ['centred', 'standardised', 'scaled'][k])),
          ...[centred, standardised].flatMap((prepare, k) =>
            equalEntries(
              prepare(x)(other), T.sub(other, c), ['another value centred', 'another value standardised'][k]
            ))
        ]
      })
    ),
    ...principalComponentLaws(subject),
    ...updateRatioLaws(subject)
  ]
}
