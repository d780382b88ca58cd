import { atMost, type Claim, claim, equal, everyCase } from '../../../src/claim/index.js'
import { fraction, rational } from '../../../src/number/index.js'

// What a cast to whole numbers cuts off, and the points of a plot.

/** What is left of a channel that is scaled and cast: a whole number of levels, and what is cut off. */
const cast = (level: number, percent: number) => {
  const whole = Math.floor((level * percent) / 100)
  return { whole, lost: rational.sub(fraction(BigInt(level * percent), 100n), rational.of(whole)) }
}

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
  )
]
