import { expect, test } from 'vitest'
import { permutationLaws } from '../../properties/random/index.js'
import { effort } from '../../src/claim/index.js'
import { permutation, run, seedOf } from '../../src/random/index.js'

type Shuffle = (n: number, seed: number) => ReadonlyArray<number>

const shuffled: Shuffle = (n, seed) => run(permutation(n), seedOf(seed))
const inOrder = (n: number): ReadonlyArray<number> => Array.from({ length: n }, (_, k) => k)

/** Right for few numbers, so that the other laws hold. */
const wrong: ReadonlyArray<readonly [string, Shuffle]> = [
  ['the identity for more than 50', (n, seed) => (n > 50 ? inOrder(n) : shuffled(n, seed))],
  ['the reverse for more than 50', (n, seed) => (n > 50 ? [...inOrder(n)].reverse() : shuffled(n, seed))],
  ['turned for more than 50', (n, seed) => (n > 50 ? inOrder(n).map(k => (k + seed) % n) : shuffled(n, seed))],
  ['one order for more than 50, whatever the seed', (n, seed) => shuffled(n, n > 50 ? 1 : seed)],
  ['in bytes', (n, seed) => [...Uint8Array.from(shuffled(n, seed))]],
  ['shuffled in blocks of 1024', (n, seed) =>
    [...shuffled(Math.min(n, 1024), seed), ...inOrder(n).slice(1024).map(() => 1024 - 1)]],
  ['shuffled up to place 200', (n, seed) => [...shuffled(Math.min(n, 200), seed), ...inOrder(n).slice(200)]]
]

const verdicts = (shuffle: Shuffle, seed: number): ReadonlyArray<string> =>
  permutationLaws({ name: 'order', permutation: shuffle }).map(
    ({ id, judge }) => `${id} ${judge(effort(100, seed)).verdict}`
  )

test.each(wrong)('an order that is %s is refuted by what is said of many numbers, and by nothing else', (_, shuffle) =>
  expect(verdicts(shuffle, 1)).toEqual(
    ['order/each-once supported', 'order/places supported', 'order/pairs supported', 'order/many refuted']
  ))

test('an order drawn evenly is refuted by none', () =>
  expect(verdicts(shuffled, 2)).toEqual(
    ['order/each-once supported', 'order/places supported', 'order/pairs supported', 'order/many supported']
  ))
