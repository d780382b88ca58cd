import { allOf, atMost, type Claim, claim, equal, everyCase, printsAs } from '../../src/claim/index.js'
import { fraction, rational } from '../../src/number/index.js'

// What the printed logs of the notebook say, without the data that they were made from.

/** Printed times in seconds and their quotient; the times in units of 2^-22 s that lead to all three. */
const timings = [
  { of: 'convolution, forward', naive: '6.173830', fast: '0.010208', speedup: '604.809529', ticks: [25894920, 42815] },
  { of: 'convolution, backward', naive: '7.215833', fast: '0.017269', speedup: '417.857186', ticks: [30265396, 72430] },
  { of: 'pooling, forward', naive: '0.375336', fast: '0.004874', speedup: '77.011789', ticks: [1574275, 20442] },
  { of: 'pooling, backward', naive: '0.534525', fast: '0.015065', speedup: '35.481926', ticks: [2241961, 63186] }
] as const

/** Training and validation accuracy after each epoch, in thousandths; epoch 0 is the first iteration. */
const overfitting: ReadonlyArray<readonly [number, number]> = [
  [200, 137], [140, 87], [240, 94], [510, 173], [520, 188], [630, 167], [750, 229], [790, 247],
  [820, 252], [820, 178], [900, 206], [820, 201], [920, 211], [930, 213], [960, 212], [990, 220]
]

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'convnet-notebooks/training-logs/fast-layers',
      title: 'The speedups of the fast layers are quotients of times in whole units of 2^-22 s',
      statement: String.raw`25894920 / 42815 = 604.809529,\quad 25894920 \cdot 2^{-22} = 6.173830`,
      source: 'Convolutional networks notebook, fast layers',
      rows: ['C231-FAST-01']
    },
    allOf('four comparisons', timings.flatMap(({ of, naive, fast, speedup, ticks: [slow, quick] }) => [
      { label: `${of}, naive`, judge: printsAs(naive, N => N.of(slow / 2 ** 22)) },
      { label: `${of}, fast`, judge: printsAs(fast, N => N.of(quick / 2 ** 22)) },
      { label: `${of}, speedup`, judge: printsAs(speedup, N => N.div(N.of(slow), N.of(quick))) }
    ]))
  ),
  claim(
    {
      id: 'convnet-notebooks/training-logs/best-kept',
      title: 'The final accuracies are those of the epoch with the best validation accuracy, not of the last',
      statement: String.raw`(0.82, 0.252) = \text{epoch } 8 = \arg\max \text{ validation}`,
      source: 'Convolutional networks notebook, overfitting a small set',
      rows: ['C231-3L-05']
    },
    everyCase('the sixteen lines of the log', [...overfitting.entries()], ([epoch, [train, validation]]) => [
      atMost(validation, 252, `validation accuracy of epoch ${epoch}`),
      equal(Number(validation === 252), Number(epoch === 8), `epoch ${epoch} is the best`),
      equal(Number(epoch === 8 && train !== 820), 0, 'its training accuracy')
    ])
  ),
  claim(
    {
      id: 'convnet-notebooks/training-logs/whole-examples',
      title: 'The printed training accuracy is a whole number of the 49000 examples, rounded to a double',
      statement: String.raw`0.4761836734693878 = 23333 / 49000`,
      source: 'Convolutional networks notebook, one epoch',
      rows: ['C231-3L-06']
    },
    everyCase('as it stands', [23333], right => {
      const away = rational.sub(rational.of(0.4761836734693878), fraction(BigInt(right), 49000n))
      return [atMost(rational.max(away, rational.sub(rational.of(0), away)), rational.of(2 ** -55), 'accuracy')]
    })
  )
]
