import { expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import { checked, verdictOf } from './checked.js'

const raw = String.raw

test.each([
  // bounds that end at 0
  [raw`\min(1, \sqrt{2}) \le 1; \min(1, \sqrt{2}) < 1; 1 < \min(2, \sqrt{2})`, 'proved wrong proved'],
  [raw`\log 6 \le \log 2 + \log 3; \log 6 < \log 2 + \log 3`, 'proved wrong'],
  [raw`e^\pi - \pi < 20; e^\pi - \pi \ge 20`, 'proved wrong'],
  [raw`\sqrt{5 + 2 \sqrt{6}} \le \sqrt{2} + \sqrt{3}`, 'undecided']
])('%s', (formula, expected) => {
  expect(checked('n := 1', `$$${formula}$$`).map(verdictOf).join(' ')).toBe(expected)
})

test('enclosures prove where they tell the sides apart, and equal sides are left to a proof', () => {
  const strengths = check(raw`$$\sqrt{2} \sqrt{3} \le \sqrt{6}; \sqrt{2} + \sqrt{3} \le 4$$`, { seed: 1, runs: 100, cancelled: () => false })
    .map(({ strength }) => strength)
  expect(strengths).toEqual(['proved, exact', 'proved, enclosed'])
})

test('numbers alone are judged once, and not without any run', () => {
  const judged = (runs: number) => check(raw`$$\min(1, \sqrt{2}) \le 1$$`, { seed: 1, runs, cancelled: () => false }).map(verdictOf)
  expect([100, 1].map(judged)).toEqual([['proved'], ['proved']])
  expect(judged(0)).not.toEqual(['proved'])
})
