import {
  allOf, atMost, type Claim, claim, equal, erratum, everyCase, type Judge, type Plain, printsAs, type Relation
} from '../../../src/claim/index.js'
import { fraction, type Rational, rational, sum } from '../../../src/number/index.js'

/** Training and validation accuracy in percent after each epoch, as printed. */
type Log = ReadonlyArray<readonly [number, number]>

const twoLayerNet: Log = [
  [34.731111, 31.2], [41.895556, 38.533333], [47.36, 45.488889], [50.655556, 49.511111], [52.666667, 51.522222],
  [53.957778, 52.8],
  [54.82, 53.711111], [55.457778, 54.311111], [55.822222, 54.633333], [56.197778, 54.777778]
]

const plainDescent: Log = [
  [25.088889, 23.844444], [26.608889, 24.133333], [30.446667, 26.011111], [35.093333, 29.666667], [38.582222, 33.377778]
]

const withMomentum: Log = [
  [40.986667, 39.966667], [51.337778, 50.5], [56.733333, 53.488889], [60.213333, 57.311111], [62.144444, 59.166667]
]

const bestNet: Log = [
  [43.375556, 38.422222], [49.88, 45], [55.873333, 53.544444], [58.853333, 54.811111], [59.853333, 55.7],
  [60.462222, 56.511111],
  [61.353333, 57.377778], [62.442222, 58.777778], [62.735556, 58.422222], [62.093333, 57.566667],
  [61.788889, 57.266667],
  [61.726667, 57.344444], [62, 57.944444], [62.464444, 58.922222], [63.004444, 60.1], [63.513333, 61.033333],
  [63.817778, 61.866667],
  [64.171111, 62.588889], [64.435556, 63.111111], [64.695556, 63.733333]
]

const logs = [twoLayerNet, plainDescent, withMomentum, bestNet].flat()

/** Of the best fully connected net and of the two ConvNets, with all digits of a double. */
const testAccuracies = [67.27777777777779, 61.04444444444444, 76]

/** Whether so many examples have a share with this percentage, to six decimals. All products are whole numbers below 2^53. */
export const hasRounded = (examples: number) => (percent: number): boolean => {
  const millionths = Math.round(percent * 1e6) * examples
  return Math.abs(1e8 * Math.round(millionths / 1e8) - millionths) <= examples / 2
}

/** The same to all digits: a share in doubles, times 100, to the last place. */
const hasAllDigits = (examples: number) => (percent: number): boolean =>
  Math.abs(Math.round(percent * examples / 100) / examples * 100 - percent) <= 2 ** -46

const most = 100000

const sizesWith = (
  has: (examples: number) => (percent: number) => boolean, printed: ReadonlyArray<number>
): ReadonlyArray<number> =>
  Array.from({ length: most }, (_, i) => i + 1).filter(examples => printed.every(has(examples)))

interface Split {
  readonly split: string
  readonly sizes: () => ReadonlyArray<number>
  readonly smallest: number
}

const splits: ReadonlyArray<Split> = [
  { split: 'training', sizes: () => sizesWith(hasRounded, logs.map(([train]) => train)), smallest: 45000 },
  { split: 'validation', sizes: () => sizesWith(hasRounded, logs.map(([, validation]) => validation)), smallest: 9000 },
  { split: 'test', sizes: () => sizesWith(hasAllDigits, testAccuracies), smallest: 9000 }
]

const multiples = ({ split, sizes, smallest }: Split): ReadonlyArray<Relation<Plain>> => {
  const found = sizes()
  return [
    equal<Plain>(found.length, Math.floor(most / smallest), `how many sizes of the ${split} set`),
    ...found.map((size, k) => equal<Plain>(size, smallest * (k + 1), `size ${k + 1} of the ${split} set`))
  ]
}

const [epochs, late] = [bestNet.length, 12]

const gain = (first: number, last: number): Rational => {
  const millionths = [first, last].map(epoch => BigInt(Math.round((bestNet[epoch]?.[1] ?? NaN) * 1e6)))
  return fraction((millionths[1] ?? 0n) - (millionths[0] ?? 0n), 1n)
}

/** That the last epochs gain no more for their learning rates than all do: no part of a training that slows down gains more. */
const inProportion = (rate: (epoch: number) => Rational): Judge =>
  everyCase('the twenty lines of the log', [late], from =>
    [atMost<Plain>(
      rational.div(gain(from - 1, epochs - 1), gain(0, epochs - 1)), shareOfRates(rate, from), 'the share of the gain'
    )])

const shareOfRates = (rate: (epoch: number) => Rational, from: number): Rational => {
  const rates = (first: number): Rational => sum(rational)([epochs - first], k => rate(first + k))
  return rational.div(rates(from), rates(1))
}

/** That a level on the axis, in percent, is half of the 9000 examples in validation: those that pass it have more than half right. */
const marksHalf = (level: number): Judge =>
  everyCase('9000 examples, and the ten lines of the log', [9000], examples => [
    equal<Plain>(rational.mul(rational.of(level), fraction(BigInt(examples), 100n)), fraction(
      BigInt(examples), 2n
    ), 'examples at the line'),
    ...twoLayerNet.map(([, validation], epoch) =>
      equal<Plain>(Number(validation >= level), Number(epoch >= 4), `epoch ${epoch} is above the line`))
  ])

/** Inputs and outputs of each layer with parameters, a filter's entries being its inputs; and the printed test accuracy. */
interface Net {
  readonly layers: ReadonlyArray<readonly [number, number]>
  readonly accuracy: number
}

const convNet: Net = { layers: [[9, 6], [6 * 25, 16], [16 * 6 * 27, 256], [256, 4]], accuracy: 61.04 }
const fullyConnected: Net = { layers: [[36 * 120, 100], [100, 100], [100, 100], [100, 4]], accuracy: 67.28 }

const countOf = ({ layers }: Net): number =>
  layers.reduce((total, [inputs, outputs]) => total + (inputs + 1) * outputs, 0)

/** What the accuracies in print say of data and settings that are not. */
export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'gaze/training-logs/split-sizes',
      title: 'The accuracies in print are shares of multiples of 45000, 9000 and 9000 examples, and of no others',
      statement: String.raw`\forall p\ \exists k:\ |100 k / N - p| \le \tfrac12 10^{-6} \iff 45000 \mid N`,
      source: 'Gaze assignment, training logs',
      rows: ['E228-DATA-02']
    },
    everyCase('every number of examples up to 100000: 40 accuracies in training, 40 in validation, 3 in the test', splits, multiples)
  ),
  erratum(
    {
      id: 'gaze/training-logs/decay-ignored',
      title: 'If gains go with rates, cut to a tenth each epoch, the last eight of 19 cannot bring a quarter',
      statement: String.raw`\frac{63.73 - 57.34}{63.73 - 38.42} = .2524 \le \frac{\sum_{t \ge 12} \eta_t}{\sum_{t \ge 1} \eta_t}`,
      source: 'Gaze assignment, question 1, best model',
      rows: ['E228-OPT-01']
    },
    {
      printed: {
        text: 'the learning rate falls to a tenth of itself at each epoch',
        judge: inProportion(epoch => fraction(1n, 10n ** BigInt(epoch)))
      },
      corrected: {
        text: 'a learning rate that stays as it is is not contradicted: the last eight epochs have 8/19 of it, and .2524 of the gain',
        tex: String.raw`\text{a learning rate that stays as it is is not contradicted: the last eight epochs have } \tfrac8{19} \text{ of it, and } .2524 \text{ of the gain}`,
        judge: allOf('the twenty lines of the log', [
          { label: 'not contradicted', judge: inProportion(() => rational.of(1)) },
          { label: 'the share of the rates', judge: everyCase('a constant rate', [late], from =>
            [equal<Plain>(shareOfRates(() => rational.of(1), from), fraction(8n, 19n))]) },
          { label: 'the share of the gain', judge: printsAs('.2524', N => N.div(
            N.of(Number(gain(late - 1, epochs - 1).num)), N.of(Number(gain(0, epochs - 1).num)))) }
        ])
      }
    }
  ),
  erratum(
    {
      id: 'gaze/training-logs/half-line',
      title: 'On an axis in percent one half is the line at 50, which validation passes at the fifth epoch',
      statement: String.raw`\tfrac{50}{100} \cdot 9000 = \tfrac12 \cdot 9000,\quad 49.51 < 50 \le 51.52`,
      source: 'Gaze assignment, question 1, plots of the two-layer net',
      rows: ['E228-TL-08']
    },
    {
      printed: {
        text: 'the line at 0.5 marks half of the examples',
        tex: String.raw`\text{the line at } 0.5 \text{ marks half of the examples}`,
        judge: marksHalf(0.5)
      },
      corrected: {
        text: 'the line at 50 marks half of the examples',
        tex: String.raw`\text{the line at } 50 \text{ marks half of the examples}`,
        judge: marksHalf(50)
      }
    }
  ),
  claim(
    {
      id: 'gaze/training-logs/more-parameters',
      title: 'More parameters did not mean more accuracy; over 99 % of the ConvNet\'s are of one affine layer',
      statement: String.raw`667312 > 452704,\ 61.04 < 67.28,\quad (2592 + 1) \cdot 256 > .99 \cdot 667312`,
      source: 'Gaze assignment, question 3, number of parameters',
      rows: ['E228-PAR-04']
    },
    everyCase('the ConvNet without batch norm, the fully connected net', [{ few: fullyConnected, many: convNet }], (
      { few, many }
    ) => {
      const affine = countOf({ ...many, layers: many.layers.slice(2, 3) })
      return [
        equal<Plain>(countOf(few), 452704, 'parameters of the fully connected net'),
        equal<Plain>(countOf(many), 667312, 'parameters of the ConvNet'),
        atMost<Plain>(many.accuracy, few.accuracy, 'accuracies'),
        atMost<Plain>(
          rational.mul(fraction(99n, 100n), rational.of(countOf(many))), rational.of(affine), 'the affine layer'
        )
      ]
    })
  )
]
