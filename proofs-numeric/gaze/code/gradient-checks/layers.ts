import fc from 'fast-check'
import {
  atMost, type Claim, claim, equal, equalEntries, everyCase, type Plain, sampled
} from '../../../../src/claim/index.js'
import { numericGradient, numericPullback, relativeError } from '../../../../src/difference/index.js'
import { relu } from '../../../../src/layer/index.js'
import { softmaxCrossEntropy } from '../../../../src/loss/index.js'
import * as T from '../../../../src/tensor/index.js'
import type { Tensor } from '../../../../src/tensor/index.js'
import { legacyNormals } from '../../../../properties/cases/legacyNormals.js'
import { quarters } from '../../../../properties/cases/quarters.js'
import { sparsely } from '../../../../properties/cases/sparsely.js'

const h = 1e-5

/** The relative error of central differences of the relu at x, for a cotangent. */
const errorOfRelu = (x: Tensor, dy: Tensor): number =>
  relativeError(numericPullback(at => relu(at).y, { h })(x)(dy), relu(x).pullback(dy).dx)

const drawnBy = (seed: number): readonly [Tensor, Tensor] => {
  const draws = legacyNormals(seed, 200)
  return [T.fromFlat([10, 10], draws.slice(0, 100)), T.fromFlat([10, 10], draws.slice(100))]
}

// What the softmax loss of N rows of C scores rounds, in units of 2^-53 times a loss that is nearly log C: N - 1 sums of losses, C - 1 of
// powers, 2 for each power, 4 for logarithm, difference and mean, 1 for the shift.
const roundings = (rows: number, classes: number): number => rows + classes + 5

/**
 * How far central differences of that loss may be from its gradient near equal scores, relative to it: rounding over h, and h^2 / 6 times
 * a third derivative, which is at most 1 / N. No entry of the gradient is smaller than (1/C - 1/C^2) / N.
 */
const mostError = (rows: number, classes: number): number => {
  const rounding = roundings(rows, classes) * 2 ** -53 * 2.31 / h
  return (rounding + h * h / (6 * rows)) / ((1 / classes - 1 / classes ** 2) / rows)
}

const cube = (x: Tensor): number => T.item(x) * T.item(x) * T.item(x)

/** What gradient checks see and do not see. */
export const claims: ReadonlyArray<Claim> = [
  sparsely(claim(
    {
      id: 'gaze/gradient-checks/usual-step',
      title: 'The step taken where none is asked for leaves a cube\'s slope wrong by less than 2^-33 of x^2',
      statement: String.raw`\text{our numeric gradient of the cube, at drawn whole numbers x from 1 to 4096 and with no step asked for, is away from three times the square of x by at most the square times 2 to the power -33}`,
      source: 'Gaze assignment, numerical gradient', spoken: 'it is about code, files or time',
      rows: ['E228-NUM-01']
    },
    // the ends are exact, each cube rounds twice, and the quotient once
    sampled<{ readonly x: number }>({ x: fc.integer({ min: 1, max: 4096 }) }, ({ x }) =>
      atMost<Plain>(
        Math.abs(T.item(numericGradient(cube)(T.fromNested([x]))) - 3 * x * x), 2 ** -33 * x * x, 'away from 3 x^2'
      ))
  )),
  sparsely(claim(
    {
      id: 'gaze/gradient-checks/unit-slope',
      title: 'Divided by the step taken, a difference of relu is its slope to the last bit; by 2h never',
      statement: String.raw`\text{our numeric derivative of the relu, at drawn x from 1.01 to 4 and with a step of 1e-5, is the given cotangent bit for bit; what was stepped over is 45035996274 times 2 to the power -51}`,
      source: 'Gaze assignment, check of the relu', spoken: 'it is about code, files or time',
      rows: ['E228-NUM-02']
    },
    sampled<{ readonly x: number; readonly dy: Tensor }>(
      {
        x: fc.integer({ min: 10100, max: 39999 }).map(k => k / 10000).filter(x => x !== 2), dy: quarters([1], 39)
      },
      ({ x, dy }) => [
        ...equalEntries(numericPullback(at => relu(at).y, { h })(T.fromNested([x]))(dy), dy, 'dx'),
        equal<Plain>(((x + h) - (x - h)) * 2 ** 51, 45035996274, 'the step taken, in gaps')
      ])
  )),
  claim(
    {
      id: 'gaze/gradient-checks/relu-kink',
      title: 'Under seed 2 the check of the relu draws a number within a step of the kink, and is off by .0060',
      statement: String.raw`\text{one of the 100 numbers that seed 2 draws is within 1e-5 of 0: differences of the relu are off by .0060 there, and by at most 2 to the power -53 if that number is replaced by 1}`,
      source: 'Gaze assignment, question 1, check of the relu', spoken: 'it is about code, files or time', rows: ['E228-RELU-02']
    },
    everyCase('seed 2', [2], seed => {
      const [x, dy] = drawnBy(seed)
      const near = T.less(T.abs(x), h)
      return [
        equal<Plain>(T.item(T.sum(near)), 1, 'numbers within a step'),
        atMost<Plain>(Math.abs(errorOfRelu(x, dy) - 0.006), 5e-5, 'error, .0060 to its digits'),
        // a product and a quotient round once each
        atMost<Plain>(errorOfRelu(T.where(near, 1, x), dy), 2 ** -53, 'error elsewhere')
      ]
    })
  ),
  claim(
    {
      id: 'gaze/gradient-checks/softmax-loss',
      title: 'The check of the softmax loss is wrong by no more than rounding over the step, as in print',
      statement: String.raw`\text{for 50 rows of 10 drawn scores near 0, differences of the softmax loss with the step 1e-5 are off by no more than 65 roundings over the step, and the step squared, explain; nor is the printed error}`,
      source: 'Gaze assignment, question 1, check of the softmax loss', spoken: 'it is about code, files or time', rows: ['E228-SM-04']
    },
    everyCase('50 rows of 10 scores near 0, the gradient by the first row', [228], seed => {
      const scores = T.mul(T.fromFlat([50, 10], legacyNormals(seed, 500)), 1e-3)
      const [first, others] = [T.slice(scores, [{ stop: 1 }]), T.slice(scores, [{ start: 1 }])]
      const at = (row: Tensor) => softmaxCrossEntropy(Array.from({ length: 50 }, (_, i) => i % 10))(
        T.concatenate([row, others], 0)
      )
      const error = relativeError(
        numericGradient(row => at(row).value, { h })(first), T.slice(at(first).gradient, [{ stop: 1 }])
      )
      return [atMost<Plain>(error, mostError(50, 10), 'here'), atMost<Plain>(
        7.289867215410699e-9, mostError(50, 10), 'as printed'
      )]
    })
  )
]
