import fc from 'fast-check'
import { type Claim, claim, equal, judgedBy, type Law, type Plain, sampled } from '../../src/claim/index.js'
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

const source = 'Fisher and Yates; Knuth, The Art of Computer Programming, 3.4.2'

export const permutationLaws: Law<PermutationSubject> = ({ name, permutation }): ReadonlyArray<Claim> => {
  const drawn = (n: number, seed: number): Order => judgedBy(name, () => permutation(n, seed))
  const judged = (events: ReadonlyArray<Event<Order>>) =>
    frequencies({ who: name, draw: seeds, outcome: seed => permutation(size, seed), events })
  return [
    atMostCases(200, claim(
      {
        id: `${name}/each-once`, title: 'Each number from 0 to n - 1 comes once, and the same seed gives the same order',
        statement: String.raw`\{\pi(0), \ldots, \pi(n - 1)\} = \{0, \ldots, n - 1\}`, source
      },
      sampled<{ readonly n: number; readonly seed: number }>({ n: fc.integer({ min: 0, max: 40 }), seed: seeds }, ({ n, seed }) => {
        const [order, again] = [drawn(n, seed), drawn(n, seed)]
        const sorted = [...order].sort((a, b) => a - b)
        return [
          equal<Plain>(order.length, n, 'how many'),
          ...sorted.map((found, k) => equal<Plain>(found, k, `the number after ${k} smaller ones`)),
          ...order.map((found, k) => equal<Plain>(again[k] ?? NaN, found, `place ${k}, drawn again`))
        ]
      })
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
      }, judged(together))
  ]
}
