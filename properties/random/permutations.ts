import fc from 'fast-check'
import {
  atMost, type Claim, claim, equal, judgedBy, type Law, outside, type Plain, type Relation, sampled
} from '../../src/claim/index.js'
import { atMostCases } from '../cases/fewer.js'
import { type Event, frequencies } from '../judges/frequencies.js'

/** Whole numbers from 0 to n - 1 in an order that depends on a seed, as a person might draw it. */
export interface PermutationSubject {
  readonly name: string
  readonly permutation: (n: number, seed: number) => ReadonlyArray<number>
}

type Order = ReadonlyArray<number>

const seeds = fc.nat({ max: 2 ** 31 - 1 })

const size = 4
const places = Array.from({ length: size }, (_, k) => k)

const at: ReadonlyArray<Event<Order>> = places.flatMap(i => places.map(place => (
  { name: `${i} at place ${place}`, probability: 1 / size, happens: (order: Order) => order[place] === i })))

const pairs = places.flatMap(i => places.filter(j => j !== i).map(j => [i, j] as const))

const together: ReadonlyArray<Event<Order>> = pairs.flatMap(([i, j]) => pairs.map(([first, second]) => ({
  name: `${i} at place ${first} and ${j} at place ${second}`, probability: 1 / (size * (size - 1)),
  happens: (order: Order) => order[first] === i && order[second] === j
})))

/** Past one byte, and past the powers of two in which people keep blocks. */
const many = [65, 257, 1025]

// Each of the numbers of places below is that of the fixed points of an order drawn evenly: k or more with a probability of 1 / k! at most,
// as k! divides the mean number of sets of k. There are 2 n + 1 of them: 17 or more once in 10^11 cases, of which a dozen are judged.
const mostPlaces = 16

/** How often the commonest of these numbers comes. */
const commonest = (found: ReadonlyArray<number>): number => {
  const counts = new Map<number, number>()
  for (const a of found) counts.set(a, (counts.get(a) ?? 0) + 1)
  return [...counts.values()].reduce((most, count) => Math.max(most, count), 0)
}

/** That an order of n numbers has each once, is no row that is turned or reversed, be it in part, and not that of another seed. */
const evenly = (n: number, order: Order, other: Order): ReadonlyArray<Relation<Plain>> => {
  const along = (by: (i: number, k: number) => number): number => commonest(order.map((i, k) => (by(i, k) + n) % n))
  return [
    ...eachOnce(n, order),
    atMost<Plain>(along((i, k) => i - k), mostPlaces, `places of ${n} from which all go as far`),
    atMost<Plain>(along((i, k) => i + k), mostPlaces, `places of ${n} from which all go as far, read from the end`),
    atMost<Plain>(
      order.filter((i, k) => i === other[k]).length, mostPlaces, `places of ${n} that another seed orders alike`
    )
  ]
}

const eachOnce = (n: number, order: Order): ReadonlyArray<Relation<Plain>> => [
  equal<Plain>(order.length, n, 'how many'),
  ...[...order].sort((a, b) => a - b).map((found, k) => equal<Plain>(found, k, `the number after ${k} smaller ones`))
]

const source = 'Fisher and Yates; Knuth, The Art of Computer Programming, 3.4.2'

export const permutationLaws: Law<PermutationSubject> = ({ name, permutation }): ReadonlyArray<Claim> => {
  const drawn = (n: number, seed: number): Order => judgedBy(name, () => permutation(n, seed))
  const judged = (events: ReadonlyArray<Event<Order>>) =>
    frequencies({ who: name, draw: seeds, outcome: seed => permutation(size, seed), events })
  return [
    atMostCases(200, claim(
      {
        id: `${name}/each-once`,
        title: 'Each number from 0 to n - 1 comes once, and the same seed gives the same order',
        statement: String.raw`\{\pi(0), \ldots, \pi(n - 1)\} = \{0, \ldots, n - 1\}`, source
      },
      sampled<{ readonly n: number; readonly seed: number }>(
        { n: fc.integer({ min: 0, max: 40 }), seed: seeds }, ({ n, seed }) => {
          const [order, again] = [drawn(n, seed), drawn(n, seed)]
          return [
            ...eachOnce(n, order),
            ...order.map((found, k) => equal<Plain>(again[k] ?? NaN, found, `place ${k}, drawn again`))
          ]
        }
      )
    )),
    claim(
      {
        id: `${name}/places`, title: 'Of four numbers each is at each place once in four times', source,
        statement: String.raw`P(\pi(j) = i) = 1 / n`
      }, judged(at)),
    claim(
      {
        id: `${name}/pairs`, title: 'Of four numbers each two are at each two places once in twelve times', source,
        statement: String.raw`P(\pi(k) = i, \pi(l) = j) = \frac1{n (n - 1)},\ i \ne j, k \ne l`
      }, judged(together)),
    atMostCases(12, claim(
      {
        id: `${name}/many`,
        title: 'Of 65, 257 and 1025 numbers each comes once, not turned or reversed, in another order for each seed',
        statement: String.raw`|\{k : \pi(k) = \pm k + d \bmod n\}| \le 16,\ |\{k : \pi(k) = \pi'(k)\}| \le 16`, source
      },
      sampled<{ readonly seed: number; readonly other: number }>({ seed: seeds, other: seeds }, ({ seed, other }) =>
        (seed === other ? outside : many.flatMap(n => evenly(n, drawn(n, seed), drawn(n, other)))))
    ))
  ]
}
