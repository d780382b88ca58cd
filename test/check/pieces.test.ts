import { describe, expect, test } from 'vitest'
import { checked, verdictOf } from './checked.js'

const block = String.raw`sizes n = 1..3
x, y \in \mathbb{R}
a, b, c \in \mathbb{R}^n
k \in \mathbb{R}
k > 0`

const judged = (line: string): string => {
  const found = checked(block, `$$${line}$$`)
  return found.map(verdictOf).filter(verdict => verdict !== 'condition').join(', ')
}

describe('with absolute values, maxima and cases', () => {
  test.each([
    String.raw`\max(x, 0) - \max(-x, 0) = x`, String.raw`|x| = \max(x, -x)`, String.raw`\min(2 \max(0, x), \max(0, -x)) = 0`,
    String.raw`\left| |x| - |y| \right| \le |x - y|`, String.raw`\max(x, \min(x, y)) = x`,
    String.raw`[x > 0] + [x = 0] + [x < 0] = 1`, String.raw`[x > 0] |x| = \max(0, x)`, String.raw`\|a - c\|_1 \le \|a - b\|_1 + \|b - c\|_1`,
    String.raw`e^{-2 |x|} \le 1`, String.raw`\log(1 + e^x) \ge 0`, String.raw`\sqrt{2 k} \le 3 \sqrt{k}`, String.raw`x + 1 \le e^x`,
    String.raw`\max(0, 1 - \frac{x + y}{2}) \le \frac{\max(0, 1 - x) + \max(0, 1 - y)}{2}`, String.raw`\log k \le k - 1`
  ])('%s is proved for all values', line => {
    expect(judged(line)).toBe('proved')
  })
  test.each([
    String.raw`\max(x, 0) - \max(-2 x, 0) = x`, String.raw`|x| = \max(x, 0)`, String.raw`\min(1 + \max(0, x), \max(0, -x)) = 0`,
    String.raw`\left| |x| - |y| \right| \le |x - 2 y|`, String.raw`\max(x, \min(x, y)) = y`, String.raw`[x > 0] + [x < 0] = 1`,
    String.raw`[x \ge 0] = [x > 0]`, String.raw`\|a - c\|_1 \le \|a - b\|_1`, String.raw`e^{-2 x} \le 1`,
    String.raw`\log(1 + e^x) \ge 2 x`, String.raw`\sqrt{10 k} \le 3 \sqrt{k}`, String.raw`x + 2 \le e^x`, String.raw`k - 1 \le \log k`
  ])('%s is wrong', line => {
    expect(judged(line)).toBe('wrong')
  })
})
