import { atMost, type Claim, claim, everyCase, type Plain } from '../../../src/claim/index.js'
import { fullyConnectedNet, parameterShapes, threeLayerConvNet, twoLayerConvNet } from '../../../src/model/index.js'
import { type Shape, sizeOf } from '../../../src/number/index.js'

// What the losses that the documents print before any training tell.

interface Begun {
  readonly of: string
  readonly printed: number
  /** A bound on the variance of one score. */
  readonly variance: number
}

// Scores that are normal, independent and of variance v have the mean loss log C + v (1 - 1/C) / 2, but for terms with v^2, and the mean
// of N such losses has the deviation sqrt(v (1 - 1/C) / N). Inputs are standard normal and weights of deviation 1e-3: a sum of n products
// has n 1e-6 of their variance, a rectifier keeps half of the mean square, and the largest of four has at most the squares of all.
const conv = (inputs: number): number => 4 * inputs * 1e-6 / 2
const affine = (inputs: number, square: number): number => inputs * 1e-6 * square

const begun: ReadonlyArray<Begun> = [
  { of: 'scores of deviation 1e-3', printed: 2.3026309764, variance: 1e-6 },
  { of: 'two-layer ConvNet, 32 filters of 5x5', printed: 2.3024942537348783, variance: affine(8192, conv(75)) },
  { of: 'three-layer ConvNet, 32 filters of 7x7', printed: 2.302586071243988, variance: affine(
    100, affine(8192, conv(147)) / 2
  ) }
]

const printedLosses: Claim = claim(
  {
    id: 'gaze/initial-loss/printed',
    title: 'Three printed losses are within three deviations of the mean loss of small random scores',
    statement: String.raw`|L - \log 10 - \tfrac v2 (1 - \tfrac1{10})| \le 3 \sqrt{\tfrac v{50} (1 - \tfrac1{10})}`,
    source: 'Gaze assignment, question 1, softmax loss; notebooks on convolutional networks, sanity checks',
    rows: ['E228-SM-03', 'HW1-CN-05', 'C231-3L-01']
  },
  everyCase('three losses, a bound on the variance of each', begun, ({ of, printed, variance }) =>
    [atMost<Plain>(Math.abs(printed - Math.log(10) - variance * 0.45), 3 * Math.sqrt(variance * 0.9 / 50), of)])
)

interface Initial {
  readonly net: string
  readonly shapes: Readonly<Record<string, Shape>>
  readonly weightScale: number
  readonly reg: number
  readonly printed: readonly [number, number]
}

// How much a penalty of reg / 2 times the squared weights added to a loss in print. The sum of n squares of normal numbers of deviation s
// has mean n s^2 and deviation s^2 sqrt(2 n).
const initials: ReadonlyArray<Initial> = [
  {
    net: '15-20-30-10', shapes: parameterShapes(fullyConnectedNet({ hidden: [20, 30] }), [15]),
    weightScale: 0.05, reg: 3.14, printed: [2.3003803, 6.6600091]
  },
  {
    net: 'three-layer ConvNet', shapes: parameterShapes(threeLayerConvNet(), [3, 32, 32]),
    weightScale: 1e-3, reg: 0.5, printed: [2.302586071243988, 2.508255638232933]
  },
  {
    net: 'two-layer ConvNet', shapes: parameterShapes(twoLayerConvNet(), [3, 32, 32]),
    weightScale: 1e-3, reg: 1, printed: [2.3024942537348783, 2.3443364674260807]
  }
]

const penalty: Claim = claim(
  {
    id: 'gaze/initial-loss/penalty',
    title: 'The printed penalties are those of half the regularisation, within three standard deviations',
    statement: String.raw`E = \tfrac\lambda2 \sigma^2 n,\quad |\Delta L - E| \le 3 \tfrac\lambda2 \sigma^2 \sqrt{2n}`,
    source: 'Gaze assignment, question 1, initial loss; notebooks on convolutional networks, sanity checks',
    rows: ['E228-FCN-02', 'C231-3L-02', 'HW1-CN-06']
  },
  everyCase('three nets', initials, ({ net, shapes, weightScale, reg, printed: [without, withPenalty] }) => {
    const weights = Object.entries(shapes).reduce(
      (n, [name, shape]) => n + (name.endsWith('.w') ? sizeOf(shape) : 0), 0
    )
    const unit = reg / 2 * weightScale ** 2
    return [atMost<Plain>(Math.abs(withPenalty - without - unit * weights), 3 * unit * Math.sqrt(2 * weights), net)]
  })
)

export const claims: ReadonlyArray<Claim> = [printedLosses, penalty]
