import fc from 'fast-check'
import {
  atMost, type Claim, claim, equal, equalEntries, everyCase, type Plain, sampled
} from '../../../../src/claim/index.js'
import { numericGradient, numericPullback, relativeError } from '../../../../src/difference/index.js'
import { relu } from '../../../../src/layer/index.js'
import { softmaxCrossEntropy } from '../../../../src/loss/index.js'
import { ball, point, toInterval } from '../../../../src/number/index.js'
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

// 40 bits are room for the roundings of a product and a quotient, and for no other formula.
const coarse = ball(40)

/** What gradient checks see and do not see. */
export const claims: ReadonlyArray<Claim> = [
  sparsely(claim(
    {
      id: 'gaze/gradient-checks/relative-error-factor',
      title: 'A gradient with a factor 1 + d is off by d / (2 + d): a tolerance of a hundredth lets 2 % pass',
      statement: String.raw`r((1 + d) g, g) = \frac{d}{2 + d}`,
      source: 'Gaze assignment, relative error; convolutional networks notebook, gradient check of the three-layer net',
      rows: ['E228-REL-01']
    },
    sampled<{ readonly g: Tensor; readonly d: number }>(
      { g: quarters([3], 12).map(g => T.where(T.equalEntries(g, 0), 1, g)), d: fc.integer({ min: 1, max: 64 }).map(
        k => k / 256
      ) },
      ({ g, d }) => equal<Plain>(
        point(relativeError(T.mul(g, 1 + d), g)),
        toInterval(coarse.div(coarse.of(d), coarse.add(coarse.of(2), coarse.of(d)))))
    )
  )),
  sparsely(claim(
    {
      id: 'gaze/gradient-checks/usual-step',
      title: 'The step taken where none is asked for leaves a cube\'s slope wrong by less than 2^-33 of x^2',
      statement: String.raw`h = 2^{-17} \max(1, |x|):\quad |g - 3x^2| \le h^2 + 4 \cdot 2^{-53} |x|^3 / h`,
      source: 'Gaze assignment, numerical gradient',
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
      statement: String.raw`\frac{(x \oplus h) - (x \ominus h)}{(x \oplus h) - (x \ominus h)} = 1`,
      source: 'Gaze assignment, check of the relu',
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
      statement: String.raw`|x_i| < h`, source: 'Gaze assignment, question 1, check of the relu', rows: ['E228-RELU-02']
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
      statement: String.raw`r \le \frac{k\, 2^{-53} \log C / h + h^2 / (6 N)}{(1/C - 1/C^2) / N}`,
      source: 'Gaze assignment, question 1, check of the softmax loss', rows: ['E228-SM-04']
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
