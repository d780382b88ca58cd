import { stated } from '../../../src/check/index.js'
import {
  allOf, atMost, type Claim, claim, equal, everyCase, type Plain, roundsTo
} from '../../../src/claim/index.js'
import { fraction, power, type Rational, rational } from '../../../src/number/index.js'

// What the printed outputs of the homework's notebooks say without the pictures and machines that they were made with.

const modular = 'Deep learning homework 1, modular networks'
const convNet = 'Deep learning homework 1, training a ConvNet'

/** Printed times in microseconds and their quotient in millionths; the times in units of 2^-22 s that lead to all three. */
const timings = [
  { of: 'convolution, forward', naive: 98736, fast: 15957, speedup: 6187587, ticks: [414129, 66929] },
  { of: 'convolution, backward', naive: 221409, fast: 25931, speedup: 8538363, ticks: [928658, 108763] },
  { of: 'pooling, forward', naive: 14960, fast: 4987, speedup: 3000143, ticks: [62748, 20915] },
  { of: 'pooling, backward', naive: 3017929, fast: 12967, speedup: 232732942, ticks: [12658112, 54389] }
] as const

/** Training accuracy in hundredths and validation accuracy in thousandths after each epoch; epoch 0 is the first iteration. */
const fifty: ReadonlyArray<readonly [number, number]> = [
  [16, 93], [30, 148], [28, 128], [42, 127], [40, 166], [62, 162], [78, 157], [82, 187], [84, 176], [96, 180], [98, 173]
]

/** Learning rates after each epoch in units of 1e-11; the fifth, 8145062.5, is on the edge. */
const rates = [10000000, 9500000, 9025000, 8573750, 8145062, 7737809, 7350919, 6983373, 6634204, 6302494, 5987369]

/** Validation accuracies of the run of one epoch, in thousandths. */
const oneEpoch = [98, 389, 474, 489, 520]

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'homework-1/training-logs/speedups',
      title: 'The printed speedups are quotients of whole multiples of 2^-22 s, the unit of seconds since 1970',
      statement: String.raw`414129 / 66929 = 6.187587,\quad 414129 \cdot 2^{-22} = 0.098736`,
      source: `${modular}, fast layers`,
      rows: ['HW1-MN-17']
    },
    everyCase('four comparisons', timings, ({ of, naive, fast, speedup, ticks: [slow, quick] }) => {
      const seconds = (ticks: number): Rational => fraction(BigInt(ticks), 1n << 22n)
      return [
        ...roundsTo(seconds(slow), `${naive}e-6`, 6, `${of}, naive`),
        ...roundsTo(seconds(quick), `${fast}e-6`, 6, `${of}, fast`),
        ...roundsTo(fraction(BigInt(slow), BigInt(quick)), `${speedup}e-6`, 6, `${of}, speedup`)
      ]
    })
  ),
  claim(
    {
      id: 'homework-1/training-logs/rates',
      title: 'The learning rates printed after each epoch are 1e-4 times .95 to the number of the epoch',
      statement: String.raw`\eta_k = 10^{-4} \cdot .95^k`,
      source: `${convNet}, overfitting a small set`,
      rows: ['HW1-CN-08']
    },
    everyCase('epochs 0 to 10', [...rates.entries()], ([epoch, rate]) => {
      const decayed = rational.div(power(rational)(fraction(95n, 100n), epoch), rational.of(10000))
      return roundsTo(decayed, `${rate}e-11`, 11, `epoch ${epoch}`)
    })
  ),
  claim(
    {
      id: 'homework-1/training-logs/fifty',
      title: 'The log of fifty examples has whole examples, five iterations an epoch, and .187 as its best',
      statement: String.raw`50 a_k \in \mathbb Z,\quad \max_k v_k = v_7 = .187`,
      source: `${convNet}, overfitting a small set`,
      rows: ['HW1-CN-09']
    },
    everyCase('epochs 0 to 10', [...fifty.entries()], ([epoch, [train, validation]]) => [
      equal<Plain>((50 * train) % 100, 0, `parts of an example, epoch ${epoch}`),
      atMost<Plain>(validation, 187, `validation accuracy of epoch ${epoch}`),
      equal<Plain>(Number(validation === 187), Number(epoch === 7), `epoch ${epoch} is the best`),
      // iterations 10 and 40 are announced after the second and the eighth epoch
      ...[[2, 10], [8, 40]].flatMap(([finished = 0, iteration = 0]) =>
        epoch === finished ? [equal<Plain>(epoch * (50 / 10), iteration, `first iteration after epoch ${epoch}`)] : [])
    ])
  ),
  stated({
    id: 'homework-1/training-logs/memorised',
    title: 'A net right as often as in validation has 49 of 50 right with probability 1.9e-36: memorised',
    source: `${convNet}, overfitting a small set`,
    rows: ['HW1-CN-10'],
    expects: 'enclosed',
    declarations: 'p := 0.173',
    tex: String.raw`50 p^{49} (1 - p) + p^{50} = 1.9 \cdot 10^{-36}`
  }),
  claim(
    {
      id: 'homework-1/training-logs/one-epoch',
      title: 'A log that ends between iterations 190 and 200 is of batches of 244 to 256 examples',
      statement: String.raw`190 < \lfloor 49000 / B \rfloor \le 200 \iff 244 \le B \le 256`,
      source: `${convNet}, one epoch`,
      rows: ['HW1-CN-11']
    },
    allOf('batches of 1 to 1000, and the printed accuracies', [
      {
        label: 'batches', judge: everyCase('B = 1..1000', Array.from({ length: 1000 }, (_, k) => k + 1), batch => {
          const iterations = Math.floor(49000 / batch)
          return [equal<Plain>(
            Number(iterations > 190 && iterations <= 200), Number(batch >= 244 && batch <= 256), `batches of ${batch}`
          )]
        })
      },
      { label: 'best', judge: everyCase(
        'five lines', oneEpoch.slice(1), v => [atMost<Plain>(v, 520, 'validation accuracy')]
      ) }
    ])
  )
]
