import {
  atMost, type Claim, claim, equal, erratum, everyCase, type Judge, type Plain, roundsTo
} from '../../src/claim/index.js'
import { fraction, type Rational } from '../../src/number/index.js'

// The printed logs of the nets for CIFAR-10: one affine layer, and a convolutional net.

const source = 'Object recognition assignment 2, training on CIFAR-10'

/** Test loss in units of 1e-4 and right answers of 10000, after epochs 2 to 7 of the affine layer. */
const affineNet: ReadonlyArray<readonly [number, number]> = [
  [17429, 4017], [17355, 3971], [17355, 4043], [17471, 3914], [17328, 3976], [17347, 3965]
]

/** Right answers of 10000, and the percentage printed beside them. */
const accuracies: ReadonlyArray<readonly [number, number]> = [
  [4017, 40], [3971, 40], [4043, 40], [3914, 39], [3976, 40], [3965, 40], [3707, 37], [4280, 43], [4689, 47],
  [4942, 49], [5062, 51]
]

const percentages = [0, 13, 26, 38, 51, 64, 77, 90]

/** Examples seen, and the loss printed with them, in the order of the seventh epoch's lines. */
const seventh: ReadonlyArray<readonly [number, number]> = [
  [0, 1616710], [6400, 1288997], [12800, 1288997], [19200, 1288997], [25600, 1288997], [32000, 1288997],
  [38400, 1288997],
  [44800, 1288997], [12800, 1590927], [19200, 1637883], [25600, 1854328], [32000, 1717840], [38400, 1756205],
  [44800, 1910950]
]

const pairs = affineNet.slice(1).map((next, k) => [affineNet[k] ?? next, next] as const)

const falls = (select: (line: readonly [number, number]) => number): number =>
  pairs.filter(([before, after]) => select(after) < select(before)).length

const roundsToPercent = (part: Rational, percent: number, place: string) => roundsTo(part, `${percent}e-2`, 2, place)

/** That each place in the epoch has one loss. */
const oneLossEach = (lines: ReadonlyArray<readonly [number, number]>): Judge =>
  everyCase(`${lines.length} lines`, lines, ([seen, loss]) => lines.filter(([other]) => other === seen)
    .map(([, other]) => equal<Plain>(other, loss, `loss after ${seen} examples`)))

export const claims: ReadonlyArray<Claim> = [
  erratum(
    {
      id: 'object-recognition-2/training-logs/flat',
      title: 'In the log of the affine layer neither test loss nor test error keeps falling',
      statement: String.raw`1.7429,\ 1.7355,\ 1.7355,\ 1.7471,\ 1.7328,\ 1.7347`,
      source,
      rows: ['A2-CI-05']
    },
    {
      printed: {
        text: 'the losses fall, and so do the test errors',
        judge: everyCase('epochs 2 to 7', pairs, ([[loss, right], [nextLoss, nextRight]]) =>
          [atMost<Plain>(nextLoss, loss, 'test loss'), atMost<Plain>(right, nextRight, 'right answers')])
      },
      corrected: {
        text: 'two falls of the loss and two rises of accuracy in five changes; fewer right answers at the end than at the beginning',
        judge: everyCase('epochs 2 to 7', [affineNet], lines => [
          equal<Plain>(falls(([loss]) => loss), 2, 'falls of the test loss'),
          equal<Plain>(falls(([, right]) => -right), 2, 'falls of the test error'),
          atMost<Plain>((lines[5] ?? [NaN, NaN])[1], (lines[0] ?? [NaN, NaN])[1] - 1, 'right answers at the end')
        ])
      }
    }
  ),
  claim(
    {
      id: 'object-recognition-2/training-logs/progress',
      title: 'A line for every hundred of the 782 batches of 64 makes eight lines an epoch, at these percents',
      statement: String.raw`\lceil 50000 / 64 \rceil = 782,\quad 100 \cdot 100 k / 782`,
      source,
      rows: ['A2-CI-06']
    },
    everyCase('an epoch', [Math.ceil(50000 / 64)], batches => [
      equal<Plain>(Math.ceil(batches / 100), percentages.length, 'lines'),
      ...percentages.flatMap(
        (percent, k) => roundsToPercent(fraction(BigInt(100 * k), BigInt(batches)), percent, `line ${k + 1}`)
      )
    ])
  ),
  claim(
    {
      id: 'object-recognition-2/training-logs/percent',
      title: 'The printed percentages are the right answers of 10000, rounded',
      statement: String.raw`4017 / 10000 \approx 40\,\%`,
      source,
      rows: ['A2-CI-07']
    },
    everyCase('eleven lines of both logs', accuracies, ([right, percent]) =>
      roundsToPercent(fraction(BigInt(right), 10000n), percent, `${right} right answers`))
  ),
  erratum(
    {
      id: 'object-recognition-2/training-logs/repeated-lines',
      title: 'Six lines of the seventh epoch repeat the loss before them; the true ones follow further down',
      statement: String.raw`1.288997 \text{ after } 6400 \text{ examples only}`,
      source,
      rows: ['A2-CI-09']
    },
    {
      printed: {
        text: 'fourteen lines, 1.288997 in seven of them',
        tex: String.raw`\text{fourteen lines, } 1.288997 \text{ in seven of them}`,
        judge: oneLossEach(seventh)
      },
      corrected: { text: 'eight lines, without the six repetitions', judge: oneLossEach(
        [...seventh.slice(0, 2), ...seventh.slice(8)]
      ) }
    }
  )
]
