import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atMost, effort, equal, everyCase, sampled } from '../../src/claim/index.js'
import { fraction, interval, point } from '../../src/number/index.js'

describe('everyCase', () => {
  const squares = (n: number) => everyCase('n = 1, ..., 4', [1, 2, 3, 4].map(k => ({ k })), ({ k }) => [atMost(k * k, n, 'square')])

  test('proves what holds in each case, with the smallest slack', () => {
    const { verdict, evidence } = squares(16)(effort(), 'x')
    expect([verdict, evidence.strength, evidence.cases, evidence.slack]).toEqual(['proved', 'exact', 4, point(0)])
  })

  test('names the first case that fails', () => {
    expect(squares(8)(effort(), 'x')).toMatchObject({
      verdict: 'refuted', evidence: { cases: 3 }, counterexample: { input: 'k = 3', slack: point(-1), detail: 'square: left 9, right 8' }
    })
  })

  test('does not take an enclosure for a proof', () => {
    const third = interval.div(point(1), point(3))
    expect(everyCase('one', [1], () => [equal(third, third)])(effort(), 'x').verdict).toBe('undecided')
    expect(everyCase('one', [1], () => [equal(fraction(1n, 3n), fraction(2n, 6n))])(effort(), 'x').verdict).toBe('proved')
  })

  test('proves nothing of no cases, and nothing when interrupted', () => {
    expect(everyCase('none', [], () => [])(effort(), 'x').verdict).toBe('vacuous')
    expect(squares(16)({ ...effort(), cancelled: () => true }, 'x')).toMatchObject({ verdict: 'undecided', reason: 'interrupted' })
  })
})

test('a sampled inequality says how close it came to an equality', () => {
  const judge = sampled<{ x: number }>({ x: fc.integer({ min: 1, max: 3 }) }, ({ x }) => atMost(x, 4))
  expect(judge(effort(), 'x').evidence.observed).toBe('left side at most 0.7500 of the right')
  const equality = sampled<{ x: number }>({ x: fc.integer({ min: 1, max: 3 }) }, ({ x }) => equal(x, x))
  expect(equality(effort(), 'x').evidence.observed).toBeUndefined()
})
