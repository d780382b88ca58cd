import {
  allOf, atMost, type Claim, claim, equal, everyCase, type Plain, printsAs, type Relation
} from '../../src/claim/index.js'
import { fraction, power, type Rational, rational } from '../../src/number/index.js'

// The experiments on the double moon, as far as the printed numbers and probabilities say.

const source = 'Object recognition assignment 2, question 1, training'

const units = [1, 2, 5, 7, 10, 100]

/** Printed errors in tenths of a percent, that is in points of a thousand: five runs, a column for each number of hidden units. */
const printed = {
  training: [[86, 85, 2, 0, 0, 0], [78, 65, 0, 0, 0, 0], [78, 92, 1, 0, 0, 0], [85, 81, 2, 0, 1, 0], [
    96, 84, 0, 0, 0, 0
  ]],
  validation: [[110, 96, 1, 0, 0, 0], [97, 75, 0, 0, 1, 0], [103, 117, 0, 0, 0, 0], [109, 87, 0, 0, 0, 0], [
    103, 112, 0, 0, 0, 0
  ]]
}

type Kind = keyof typeof printed

/** What a plot of the table shows: mean and deviation (of five, not of four) in thousandths of a percent. */
const plotted: ReadonlyArray<{
  readonly of: Kind; readonly means: ReadonlyArray<number>; readonly deviations: ReadonlyArray<number>
}> = [
  { of: 'training', means: [8460, 8140, 100, 0, 20, 0], deviations: [662, 896, 89, 0, 40, 0] },
  { of: 'validation', means: [10440, 9740, 20, 0, 20, 0], deviations: [472, 1555, 40, 0, 40, 0] }
]

const column = (of: Kind, h: number): ReadonlyArray<Rational> =>
  printed[of].map(row => rational.of(100 * (row[h] ?? NaN)))

const mean = (xs: ReadonlyArray<Rational>): Rational => rational.div(xs.reduce(rational.add), rational.of(xs.length))

const square = (x: Rational): Rational => rational.mul(x, x)

/** That a deviation rounds to a whole number: its square lies between those of half a unit below and above. */
const deviates = (variance: Rational, deviation: number, place: string): ReadonlyArray<Relation<Plain>> => [
  atMost<Plain>(square(rational.of(Math.max(0, deviation - 0.5))), variance, place),
  atMost<Plain>(variance, square(rational.of(deviation + 0.5)), place)
]

/** All lists of n numbers below n. */
const lists = (n: number, length: number): ReadonlyArray<ReadonlyArray<number>> =>
  length === 0 ? [[]] : lists(n, length - 1).flatMap(list => Array.from({ length: n }, (_, k) => [...list, k]))

/** How many of n different numbers are met by n draws, the mean over all ways to draw. */
const meanDistinct = (n: number): Rational => {
  const all = lists(n, n)
  return fraction(BigInt(all.reduce((total, list) => total + new Set(list).size, 0)), BigInt(all.length))
}

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'object-recognition-2/double-moon/distinct-draws',
      title: 'A thousand draws of a thousand points, each put back, are no pass: they meet 632.3 on average',
      statement: String.raw`N (1 - (1 - 1/N)^N) = 632.3 \text{ for } N = 1000`,
      source,
      rows: ['A2-TR-03']
    },
    allOf('N = 1..5 by all N^N draws, and N = 1000', [
      {
        label: 'all draws', judge: everyCase('N = 1..5', [1, 2, 3, 4, 5], n =>
          [equal<Plain>(meanDistinct(n), rational.mul(rational.of(n),
            rational.sub(rational.of(1), power(rational)(fraction(BigInt(n - 1), BigInt(n)), n))), 'mean')])
      },
      {
        label: 'N = 1000', judge: printsAs('632.3', N =>
          N.mul(N.of(1000), N.sub(N.of(1), power(N)(N.div(N.of(999), N.of(1000)), 1000))))
      }
    ])
  ),
  claim(
    {
      id: 'object-recognition-2/double-moon/five-of-five',
      title: 'Five runs that reach error 0 do not show that it always works, but a probability of .5493',
      statement: String.raw`p^5 = 1 - .95 \Rightarrow p = .5493`,
      source: 'Object recognition assignment 2, task 1.6; C. J. Clopper and E. S. Pearson (1934)',
      rows: ['A2-TR-05']
    },
    printsAs('.5493', N => N.exp(N.div(N.log(N.div(N.of(1), N.of(20))), N.of(5))))
  ),
  claim(
    {
      id: 'object-recognition-2/double-moon/table',
      title: 'Means and deviations of the printed errors: 8.46 and 10.44 percent with one hidden unit',
      statement: String.raw`\bar e = \tfrac15 \sum e_i,\quad s^2 = \tfrac15 \sum (e_i - \bar e)^2`,
      source: 'Object recognition assignment 2, task 1.8',
      rows: ['A2-TR-09', 'A2-SYS-33']
    },
    everyCase('training and validation', plotted, ({ of, means, deviations }) => units.flatMap((count, h) => {
      const errors = column(of, h)
      const average = mean(errors)
      return [
        equal<Plain>(average, rational.of(means[h] ?? NaN), `mean ${of} error, ${count} units`),
        ...deviates(mean(errors.map(e => square(rational.sub(e, average)))), deviations[h]
          ?? NaN, `deviation of ${of} errors, ${count} units`)
      ]
    }))
  ),
  claim(
    {
      id: 'object-recognition-2/double-moon/almost-always-zero',
      title: 'From five units on, 34 of 40 printed errors are 0 and none is above .2',
      statement: String.raw`h \ge 5:\ e \le .2,\quad h = 100:\ e = 0`,
      source: 'Object recognition assignment 2, task 1.8',
      rows: ['A2-TR-12']
    },
    everyCase('as it stands', [printed], ({ training, validation }) => {
      const enough = [...training, ...validation].flatMap(row => row.slice(2))
      const zeros = (errors: ReadonlyArray<number | undefined>): number => errors.filter(e => e === 0).length
      return [
        equal<Plain>(zeros(enough), 34, 'zeros from five units on'),
        ...enough.map((e, k) => atMost<Plain>(e, 2, `error ${k}`)),
        equal<Plain>(zeros([...training, ...validation].map(row => row[5])), 10, 'zeros with 100 units')
      ]
    })
  ),
  claim(
    {
      id: 'object-recognition-2/double-moon/five-to-a-hundred',
      title: 'With one or two units each printed error is 6.5 or more, from five on .2 or less, yet not all 0',
      statement: String.raw`h \le 2:\ e \ge 6.5,\quad h \ge 5:\ e \le .2`,
      source: 'Object recognition assignment 2, task 1.8',
      rows: ['A2-TR-13']
    },
    everyCase('as it stands', [printed], ({ training, validation }) => [
      ...[...training, ...validation].flatMap((row, run) => row.map((error, h) => (units[h] ?? 0) >= 5
        ? atMost<Plain>(error, 2, `run ${run}, ${units[h]} units`) : atMost<Plain>(
          65, error, `run ${run}, ${units[h]} units`
        ))),
      equal<Plain>(training.filter(row => (row[2] ?? 0) > 0).length, 3, 'runs with five units that end above 0')
    ])
  )
]
