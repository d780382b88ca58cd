import { type Claim, claim, equal, everyCase, type Plain, type Relation } from '../../../src/claim/index.js'

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
const hasRounded = (examples: number) => (percent: number): boolean => {
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

/** What the accuracies in print say of the data, which are not in print. */
export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'gaze/training-logs/split-sizes',
      title: 'The accuracies in print are shares of multiples of 45000, 9000 and 9000 examples, and of no others',
      statement: String.raw`\text{of all numbers up to 100000, those of which every printed accuracy in training is a share are the multiples of 45000; in validation and in the test they are the multiples of 9000}`,
      spoken: 'it is about code, files or time',
      source: 'Gaze assignment, training logs',
      rows: ['E228-DATA-02']
    },
    everyCase('every number of examples up to 100000: 40 accuracies in training, 40 in validation, 3 in the test', splits, multiples)
  )
]
