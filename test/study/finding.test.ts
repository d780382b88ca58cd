import { describe, expect, test } from 'vitest'
import { everyCase, shareOf } from '../../src/study/index.js'

const told = { id: 'a', rows: ['R-1'], statement: 'it happens' }

describe('shareOf', () => {
  const interval = (hits: number, draws: number): ReadonlyArray<number> =>
    (/p from ([\d.]+) to ([\d.]+)/.exec(shareOf(told, { hits, draws, least: 0.5 }).found) ?? []).slice(1).map(Number)
  test.each([1, 5, 40, 1000])('the interval of all or none of %d draws has a closed form', n => {
    const rare = 0.025 ** (1 / n)
    expect(interval(n, n)).toEqual([Number(rare.toFixed(3)), 1])
    expect(interval(0, n)).toEqual([0, Number((1 - rare).toFixed(3))])
  })
  test.each([[10, 3, 176], [4, 2, 11], [20, 0, 1], [12, 12, 4096]])('%d fair coins have at most %d heads in %d of all ways', (draws, hits, ways) => {
    expect(shareOf(told, { hits, draws, least: 0.5 }).found).toContain(`so few or fewer: ${(ways / 2 ** draws).toExponential(2)} if`)
  })
  test.each([
    [{ hits: 40, draws: 40, least: 0.8 }, 'supported'], [{ hits: 25, draws: 40, least: 0.8 }, 'supported'],
    // 10 of 40: 2.8e-13 is below 1e-9; 5 draws that all fail have probability 3.2e-4
    [{ hits: 10, draws: 40, least: 0.8 }, 'refuted'], [{ hits: 0, draws: 5, least: 0.8 }, 'undecided'],
    [{ hits: 0, draws: 5, least: 1 }, 'refuted'], [{ hits: 0, draws: 5, least: 0 }, 'undecided']
  ] as const)('%j is %s', (counted, verdict) => {
    expect(shareOf(told, counted).verdict).toBe(verdict)
  })
  test.each([
    [{ hits: 3, draws: 2, least: 0.5 }, 'hits of the draws'], [{ hits: 1, draws: 0, least: 0.5 }, 'draws'],
    [{ hits: 1, draws: 2, least: 1.5 }, 'a probability from 0 to 1']
  ])('refuses %j', (counted, message) => {
    expect(() => shareOf(told, counted)).toThrow(message)
  })
})

describe('everyCase', () => {
  const cases = (...held: ReadonlyArray<boolean>) => held.map((holds, k) => ({ name: `seed ${k}`, holds, found: `${k}` }))
  test.each([
    [cases(true, true), undefined, 'supported', 'seed 0: 0; seed 1: 1'], [cases(true, false), undefined, 'refuted', 'fails for seed 1: 1'],
    [cases(true, false, true), 2, 'supported', '2 of 3; fails for seed 1: 1'], [cases(true, false, false), 2, 'refuted', '1 of 3; fails for seed 1: 1; seed 2: 2']
  ] as const)('%#', (all, least, verdict, found) => {
    expect(everyCase(told, all, least)).toEqual({ ...told, expected: 'holds', verdict, found })
  })
  test('says nothing of no case', () => {
    expect(() => everyCase(told, [])).toThrow('at least one case')
  })
})
