import { expect, test } from 'vitest'
import { seedFor } from '../../src/claim/seed.js'

/** FNV-1a in whole numbers of any size, as its authors state it: 32 bits, from 2166136261, each sign times 16777619. */
const fnv1a = (text: string): bigint =>
  [...text].reduce(
    (hash, letter) => BigInt.asUintN(32, (hash ^ BigInt(letter.codePointAt(0) ?? 0)) * 16777619n), 2166136261n
  )

test('the reference itself gives the published values', () => {
  expect(fnv1a('')).toBe(0x811c9dc5n)
  expect(fnv1a('a')).toBe(0xe40c292cn)
  expect(fnv1a('foobar')).toBe(0xbf9cf968n)
})

test('a seed is FNV-1a of the seed and the id, as a whole number of 32 bits with a sign', () => {
  const seeds = ['numbers/small', 'a/b', 'c', 'norms/größte', ''].flatMap(id => [0, 7, -3].map(seed => ({ seed, id })))
  expect(seeds.map(({ seed, id }) => seedFor(seed, id)))
    .toEqual(seeds.map(({ seed, id }) => Number(BigInt.asIntN(32, fnv1a(`${seed}/${id}`)))))
  expect(seedFor(1, '')).toBe(Number(BigInt.asIntN(32, fnv1a('1/'))))
})

test('signs beyond the first 65536 are told apart', () => {
  expect(seedFor(0, 'a/\u{1f600}')).not.toBe(seedFor(0, 'a/\u{1f601}'))
})
