import {
  allOf, atMost, type Claim, claim, equal, erratum, everyCase, example, type Judge
} from '../../../src/claim/index.js'
import { fraction, rational } from '../../../src/number/index.js'

// Pictures as arrays of numbers: how many there are, and what a cast to whole numbers cuts off; and the points of a plot.

/** What is left of a channel that is scaled and cast: a whole number of levels, and what is cut off. */
const cast = (level: number, percent: number) => {
  const whole = Math.floor((level * percent) / 100)
  return { whole, lost: rational.sub(fraction(BigInt(level * percent), 100n), rational.of(whole)) }
}

const width = (pixels: number): Judge =>
  everyCase('the cat', [{ height: 400, width: pixels }], cat => [equal(cat.height * cat.width * 3, 297600, 'numbers')])

/** The two sets of points of the scatter plot, as typed in the notes. */
const scattered = [
  {
    x: [5, 7, 8, 7, 2, 17, 2, 9, 4, 11, 12, 9, 6], y: [99, 86, 87, 88, 111, 86, 103, 87, 94, 78, 77, 85, 86], count: 13
  },
  {
    x: [2, 2, 8, 1, 15, 8, 12, 9, 7, 3, 11, 4, 7, 14, 12],
    y: [100, 105, 84, 105, 90, 99, 90, 95, 94, 100, 79, 112, 91, 80, 85], count: 15
  }
]

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'cs231n-notes/images/scatter',
      title: 'The two sets of points that are scattered have as many x as y, 13 and 15, none of them twice',
      statement: String.raw`\{(x_i, y_i)\},\ i = 1, \dots, 13 \text{ and } 15`,
      source: 'Notes on CS231n, scatter plots',
      rows: ['N231-IM-12']
    },
    everyCase('both sets', scattered, ({ x, y, count }) => [
      equal(x.length, count, 'x'), equal(y.length, count, 'y'),
      equal(new Set(x.map((a, i) => `${a},${y[i]}`)).size, count, 'points')
    ])
  ),
  erratum(
    {
      id: 'cs231n-notes/images/width',
      title: 'The picture of 400 x 248 pixels has the 297600 numbers counted; one 428 wide would have 513600',
      statement: String.raw`400 \cdot 248 \cdot 3 = 297600`,
      source: 'Notes on CS231n, plots of images',
      rows: ['N231-IM-03', 'N231-IM-05']
    },
    {
      printed: { text: '428 pixels wide', tex: String.raw`428 \text{ pixels wide}`, judge: width(428) },
      corrected: { text: '248 pixels wide', tex: String.raw`248 \text{ pixels wide}`, judge: width(248) }
    }
  ),
  claim(
    {
      id: 'cs231n-notes/images/cast',
      title: 'Channels times 1, .95 and .9 stay in 0 to 255; as whole numbers they lose .95 of a level at most',
      statement: String.raw`0 \le s x - \lfloor s x \rfloor \le .95, \quad 0 \le s x \le 255`,
      source: 'Notes on CS231n, plots of images',
      rows: ['N231-IM-04']
    },
    everyCase('all 256 levels', Array.from({ length: 256 }, (_, level) => level), level =>
      [100, 95, 90].flatMap(percent => {
        const { whole, lost } = cast(level, percent)
        return [
          atMost(0, whole, 'lower end'), atMost(whole, 255, 'upper end'),
          atMost(rational.of(0), lost, 'lost'), atMost(lost, fraction(95n, 100n), 'lost')
        ]
      }))
  ),
  claim(
    {
      id: 'cs231n-notes/images/sine-points',
      title: 'The sine up to 3 pi in steps of .1 has 95 points: its zero 3 pi lies between 9.4 and 9.5',
      statement: String.raw`\lceil 30 \pi \rceil = 95`,
      source: 'Notes on CS231n, plotting',
      rows: ['N231-IM-07']
    },
    allOf('points 94 and 95, counted from 0', [
      { label: 'point 94', judge: example(N => atMost(N.of(0), N.sin(N.div(N.of(94), N.of(10))))) },
      { label: 'point 95', judge: example(N => atMost(N.sin(N.div(N.of(95), N.of(10))), N.of(0))) }
    ])
  )
]
