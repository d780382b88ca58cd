import { atMost, type Claim, claim, equal, equalEntries, everyCase, type Law } from '../../src/claim/index.js'
import type { Fold, Labelled } from '../../src/classic/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'

/** Splits of data for validation, and the regions that a classifier of the plane decides for. */
export interface CrossValidationSubject {
  readonly name: string
  readonly kFold: (n: number, folds: number) => ReadonlyArray<Fold>
  readonly crossValidate: (
    learn: (data: Labelled) => (queries: Tensor) => Tensor, data: Labelled, folds: number
  ) => ReadonlyArray<number>
  readonly decisionRegions: (classify: (points: Tensor) => Tensor, xs: Tensor, ys: Tensor) => Tensor
}

const upTo = (n: number): ReadonlyArray<number> => Array.from({ length: n }, (_, i) => i)

const splits = upTo(13).flatMap(n => upTo(n + 1).filter(folds => folds >= 2).map(folds => ({ n, folds })))

/** A classifier that says whether it has learned a point before. */
const recognising = ({ points }: Labelled) => (queries: Tensor): Tensor =>
  T.max(T.equalEntries(T.slice(queries, [{}, { stop: 1 }]), T.transpose(points)), { axis: 1 })

export const crossValidationLaws: Law<CrossValidationSubject> = (
  { name, kFold, crossValidate, decisionRegions }
): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${name}/folds`,
      title: 'Each example is validated in exactly one fold and trained on in all others',
      statement: String.raw`V_1 \sqcup \dots \sqcup V_k = \{0, \dots, n - 1\}, \quad T_f = V_f^c`,
      source: 'Notes on CS231n, cross-validation',
      rows: ['N231-KNN-09']
    },
    everyCase('every number of folds of up to 12 examples', splits, ({ n, folds }) => {
      const all = kFold(n, folds)
      const sizes = all.map(({ validation }) => validation.length)
      return [
        equal(all.length, folds, 'folds'),
        atMost(Math.max(...sizes), Math.min(...sizes) + 1, 'sizes'),
        ...upTo(n).map(
          i => equal(all.filter(({ validation }) => validation.includes(i)).length, 1, `folds that validate ${i}`)
        ),
        ...all.flatMap(({ training, validation }, f) =>
          upTo(n).map(i => equal([...training, ...validation].filter(j => j === i).length, 1, `${i} in fold ${f}`)))
      ]
    })
  ),
  claim(
    {
      id: `${name}/validation-split`,
      title: 'A fold of 50 leaves 49000 of 50000 examples for training and 1000 for validation',
      statement: String.raw`49000 + 1000 = 50000`,
      source: 'Notes on CS231n, validation sets',
      rows: ['N231-KNN-08']
    },
    everyCase('the first fold', [50], folds => {
      const [first] = kFold(50000, folds)
      return [equal(first?.training.length ?? 0, 49000, 'training'), equal(
        first?.validation.length ?? 0, 1000, 'validation'
      )]
    })
  ),
  claim(
    {
      id: `${name}/unseen`,
      title: 'What is validated was not learned from: what recognises only what it saw recognises nothing',
      statement: String.raw`V_f \cap T_f = \emptyset`,
      source: 'Notes on CS231n, validation sets',
      rows: ['N231-KNN-08', 'N231-KNN-09']
    },
    everyCase('2 to 5 folds of 5 points', [2, 3, 4, 5], folds => {
      const points = T.fromNested([[1], [2], [3], [4], [5]])
      const data = (label: number): Labelled => ({ points, labels: [label, label, label, label, label] })
      return [0, 1].flatMap(label => crossValidate(recognising, data(label), folds).map(
        (share, f) => equal(share, 1 - label, `fold ${f}, label ${label}`)
      ))
    })
  ),
  claim(
    {
      id: `${name}/regions`,
      title: 'The grid from -2 to 4 and -5 to 3 by .05 has 120 by 160 places, each with its class',
      statement: String.raw`R_{ij} = f(x_j, y_i)`,
      source: 'Object recognition assignment 2, visualisation',
      rows: ['A2-NN-10', 'A2-SYS-32']
    },
    everyCase('a single grid', [0.05], step => {
      const [xs, ys] = [T.arange(-2, 4, step), T.arange(-5, 3, step)]
      const regions = decisionRegions(
        points => T.sub(T.slice(points, [{}, 0]), T.mul(T.slice(points, [{}, 1]), 2)), xs, ys
      )
      return [
        equal(xs.data.length, 120, 'columns'), equal(ys.data.length, 160, 'rows'),
        ...equalEntries(regions, T.sub(T.expandDims(xs, 0), T.mul(T.expandDims(ys, 1), 2)), 'region')
      ]
    })
  )
]
