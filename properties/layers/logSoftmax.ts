import fc from 'fast-check'
import { type Claim, claim, equal, everyCase, type Law, sampled } from '../../src/claim/index.js'
import type { logSoftmax } from '../../src/layer/index.js'
import type { softmaxCrossEntropy } from '../../src/loss/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { numerators, tensors } from '../cases/numbers.js'
import { sameBits } from '../judges/sameBits.js'
import { rowLaws } from './softmax.js'

/** The logarithm of the softmax, and the loss that is minus its entries at the labels. */
export interface LogSoftmaxSubject {
  readonly name: string
  readonly logSoftmax: typeof logSoftmax
  readonly softmaxCrossEntropy: typeof softmaxCrossEntropy
}

const source = 'Notes on CS231n, softmax loss'

/** What the logarithm of softmax is known for. */
export const logSoftmaxLaws: Law<LogSoftmaxSubject> = (
  { name, logSoftmax, softmaxCrossEntropy }
): ReadonlyArray<Claim> => [
  ...rowLaws(name, 'logSoftmax', logSoftmax),
  claim(
    {
      id: `${name}/cross-entropy`,
      title: 'Minus its entry at the label is the softmax cross-entropy of one example, to the last bit',
      statement: String.raw`L(s) = -\mathrm{logSoftmax}(s)_y`, source
    },
    sampled<{ x: Tensor; label: number }>(
      { x: tensors([1, 3], numerators), label: fc.integer({ min: 0, max: 2 }) },
      ({ x, label }) => [equal(softmaxCrossEntropy([label])(x).value, -T.at(logSoftmax(x).y, [0, label]), 'the loss')])),
  claim(
    {
      id: `${name}/far-apart`,
      title: 'Where the softmax rounds to 0 and 1, its logarithm keeps its digits',
      statement: String.raw`c \ge 800 \Rightarrow \mathrm{logSoftmax}(c, 0) = (0, -c)`, source
    },
    everyCase('five distances', [800, 1000, 12345.5, 1e9, 1e300], c =>
      sameBits(logSoftmax(T.fromNested([[c, 0]])).y, T.fromNested([[0, -c]]), 'y')))
]
