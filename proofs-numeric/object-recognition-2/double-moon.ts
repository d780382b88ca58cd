import { allOf, type Claim, claim, equal, everyCase, type Plain, printsAs } from '../../src/claim/index.js'
import { fraction, power, type Rational, rational } from '../../src/number/index.js'

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
      source: 'Object recognition assignment 2, question 1, training',
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
  )
]
