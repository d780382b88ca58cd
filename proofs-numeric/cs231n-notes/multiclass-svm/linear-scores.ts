import { affine, withBias, withOnes } from '../../../src/definition/index.js'
import {
  allOf, array, type Claim, claim, equal, equalGrids, erratum, everyCase, exactly, matrix, scalar, vector
} from '../../../src/claim/index.js'
import { fraction, matmul, plus, rational, scale } from '../../../src/number/index.js'

// Linear scores. W has a column for each class, as in the code of the notes, x a row for each example.

const affineScores: Claim = claim(
  {
    id: 'cs231n-notes/multiclass-svm/affine-scores',
    title: 'Scores are affine: at a point between two inputs they are as far between their scores',
    statement: String.raw`f(t x + (1 - t) y) = t f(x) + (1 - t) f(y), \quad f(x) = x W + b`,
    source: 'Notes on CS231n, linear score function',
    rows: ['N231-LIN-01']
  },
  exactly({ t: scalar, x: array([1, 2]), y: array([1, 2]), w: matrix(2, 3), b: vector(3) }, (N, { t, x, y, w, b }) => {
    const f = affine(N)({ w, b })
    const between = (u: typeof x, v: typeof x) => plus(N)(scale(N)(t, u), scale(N)(N.sub(N.of(1), t), v))
    return equalGrids(f(between(x, y)), between(f(x), f(y)), 'f')
  })
)

const biasTrick: Claim = claim(
  {
    id: 'cs231n-notes/multiclass-svm/bias-trick',
    title: 'With a last feature of 1 and the bias as last row of the weights, a product gives the affine scores',
    statement: String.raw`[x\ 1] \begin{bmatrix} W \\ b \end{bmatrix} = x W + b`,
    source: 'Notes on CS231n, bias trick',
    rows: ['N231-LIN-02']
  },
  exactly({ x: matrix(2, 2), w: matrix(2, 3), b: vector(3) }, (N, { x, w, b }) =>
    equalGrids(matmul(N)(withOnes(N)(x), withBias(w, b)), affine(N)({ w, b })(x), 'scores'))
)

const toUnit = (x: number): ReturnType<typeof rational.of> =>
  rational.sub(rational.div(rational.of(x), rational.of(127.5)), rational.of(1))

const meanInUnits = (xs: ReadonlyArray<number>): ReturnType<typeof rational.of> =>
  rational.div(xs.map(toUnit).reduce(rational.add), rational.of(xs.length))

const zeroMean: Claim = erratum(
  {
    id: 'cs231n-notes/multiclass-svm/range-of-images',
    title: 'Scaling [0, 255] to [-1, 1] centres the range and not the mean: of 0, 0, 0, 51 it becomes -0.9',
    statement: String.raw`x / 127.5 - 1`,
    source: 'Notes on CS231n, image data preprocessing',
    rows: ['N231-LIN-03']
  },
  {
    printed: {
      text: 'the mean becomes 0',
      tex: String.raw`\text{the mean becomes } 0`,
      judge: everyCase('a single example', [[0, 0, 0, 51]], xs => [equal(meanInUnits(xs), rational.of(0))])
    },
    corrected: {
      text: 'the ends and the middle of the range become -1, 1 and 0, and the mean of 0, 0, 0, 51 becomes -0.9',
      tex: String.raw`\text{the ends and the middle of the range become } {-1}, 1 \text{ and } 0 \text{, and the mean of } 0, 0, 0, 51 \text{ becomes } {-0.9}`,
      judge: allOf('the ends, the middle and one example', [
        {
          label: 'the range',
          judge: everyCase('the ends and the middle', [[0, -1], [255, 1], [127.5, 0]], ([x = 0, y = 0]) =>
            [equal(toUnit(x), rational.of(y))])
        },
        { label: 'the mean', judge: everyCase(
          'a single example', [[0, 0, 0, 51]], xs => [equal(meanInUnits(xs), fraction(-9n, 10n))]
        ) }
      ])
    }
  }
)
export const claims: ReadonlyArray<Claim> = [affineScores, biasTrick, zeroMean]
