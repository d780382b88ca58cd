import type { Claim, Law } from '../../src/claim/index.js'
import type { nearestLabels, updateRatio } from '../../src/classic/index.js'
import type { numericGradient, relativeError } from '../../src/difference/index.js'
import type { affine } from '../../src/layer/index.js'
import type { crossEntropy, logisticLoss, multiclassSvm, softmaxCrossEntropy } from '../../src/loss/index.js'
import type { adam, momentum, sgd } from '../../src/optimizer/index.js'
import * as T from '../../src/tensor/index.js'
import { allRefused, type Wrong } from './wrong.js'

/** Functions that are not defined for all numbers. */
export interface NumberRefusalSubject {
  readonly name: string
  readonly affine: typeof affine
  readonly softmaxCrossEntropy: typeof softmaxCrossEntropy
  readonly multiclassSvm: typeof multiclassSvm
  readonly logisticLoss: typeof logisticLoss
  readonly crossEntropy: typeof crossEntropy
  readonly nearestLabels: typeof nearestLabels
  readonly updateRatio: typeof updateRatio
  readonly relativeError: typeof relativeError
  readonly numericGradient: typeof numericGradient
  readonly sgd: typeof sgd
  readonly momentum: typeof momentum
  readonly adam: typeof adam
}

const scores = T.zeros([2, 3])
const rowOf = (...numbers: ReadonlyArray<number>): T.Tensor => T.fromNested([numbers])

const undefinedFor = (f: NumberRefusalSubject): ReadonlyArray<Wrong> => [
  {
    place: 'affine', wrong: 'three entries for two rows of w',
    call: () => f.affine({ w: T.ones([2, 1]), b: T.zeros([1]) })(T.ones([1, 3]))
  },
  { place: 'softmaxCrossEntropy', wrong: 'label 3 of three', call: () => f.softmaxCrossEntropy([0, 3])(scores) },
  { place: 'multiclassSvm', wrong: 'label 1.5', call: () => f.multiclassSvm([0, 1.5])(scores) },
  { place: 'softmaxCrossEntropy', wrong: 'no examples', call: () => f.softmaxCrossEntropy([])(T.zeros([0, 3])) },
  { place: 'logisticLoss', wrong: 'label 0', call: () => f.logisticLoss([0])(T.zeros([1])) },
  { place: 'crossEntropy', wrong: 'q of 0 where p is 1', call: () => f.crossEntropy(rowOf(0, 1))(rowOf(1, 0)) },
  { place: 'crossEntropy', wrong: 'p below 0', call: () => f.crossEntropy(rowOf(-1, 2))(rowOf(0.5, 0.5)) },
  { place: 'nearestLabels', wrong: 'a distance of NaN', call: () => f.nearestLabels(rowOf(NaN, 1), [0, 1], 1) },
  { place: 'updateRatio', wrong: 'weights of 0', call: () => f.updateRatio(T.zeros([2]), T.ones([2])) },
  { place: 'relativeError', wrong: 'an infinite entry', call: () => f.relativeError(Infinity, 1) },
  {
    place: 'numericGradient', wrong: 'a step lost at 1e12',
    call: () => f.numericGradient(T.item, { h: 1e-5 })(T.fromNested([1e12]))
  },
  { place: 'sgd', wrong: 'a learning rate of NaN', call: () => f.sgd({ learningRate: NaN }) },
  { place: 'momentum', wrong: 'momentum 1', call: () => f.momentum({ learningRate: 1, momentum: 1 }) },
  { place: 'adam', wrong: 'beta2 of 1', call: () => f.adam({ beta2: 1 }) }
]

/** That a function refuses numbers for which it is not defined. */
export const numberRefusalLaws: Law<NumberRefusalSubject> = (subject): ReadonlyArray<Claim> => [
  allRefused(
    `${subject.name}/refused-numbers`,
    'Labels, distributions, distances, steps and rates outside what is defined are refused',
    undefinedFor(subject)
  )
]
