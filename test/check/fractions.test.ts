import { expect, test } from 'vitest'
import { checked, verdictOf } from './checked.js'

const raw = String.raw

const declared = raw`sizes m = 1..3
a := (0.5, -2, \frac{1}{3})
f(x) := \max(0, x - 1)`

test.each([
  // numbers alone are computed as fractions, with absolute values, maxima and roots of squares
  [raw`|a_2| = 2; \max_k |a_k| = 2; \min(a) = -2; \|(3, 4)\| = 5; f(3) = 2`, 'proved proved proved proved proved'],
  [raw`|a_2| = -2; \max_k |a_k| < 2; \max_k |a_k| \le 2; f(3) > 2`, 'wrong wrong proved wrong'],
  [raw`|a_1 - a_3| \le \frac{1}{6}; |a_1 - a_3| < \frac{1}{6}; |a_1 - a_3| < \frac{1}{5}`, 'proved wrong proved'],
  [raw`\sqrt{m^2} = m; \sqrt{m^2} \ge m; \sqrt{m^2 + 1} > m`, 'proved proved proved'],
  // what is undefined is not proved
  [raw`\frac{1}{m - m} = \frac{1}{m - m}; \sqrt{-m} \le m`, 'vacuous vacuous'],
  // a power of whole numbers is one: it may be how far a sum goes
  [raw`\sum_{k=1}^{m^2} k = \frac{m^2 (m^2 + 1)}{2}; \sum_{k=1}^{m^{-1}} k = 1`, 'proved not understood']
])('%s', (formula, expected) => {
  expect(checked(declared, `$$${formula}$$`).map(verdictOf).join(' ')).toBe(expected)
})

test('a proof by fractions is exact', () => {
  const [line] = checked(declared, raw`$$\max_k |a_k| \le 3$$`)
  expect(line?.strength).toBe('proved, exact')
})

test('a power too large for fractions is left to intervals', () => {
  expect(checked(declared, raw`$$|(1 + a_1)^{5000}| \ge 0$$`).map(verdictOf)).toEqual(['proved'])
})

test('fractions that get three times as long with each step are left to intervals', () => {
  const cubed = raw`w^t \in \mathbb{R}
w^1 := 0
w^{t+1} := w^t - \frac{1}{3} (w^t - 1)^3`
  expect(checked(cubed, raw`$$w^6 < 1, \quad w^6 = 1, \quad w^{40} < 1, \quad w^{40} \ge 1$$`).map(verdictOf))
    .toEqual(['proved', 'wrong', 'proved', 'wrong'])
})
