import { describe, expect, test } from 'vitest'
import { checked, verdictOf } from './checked.js'

const block = String.raw`sizes n = 1..3
x, y \in \mathbb{R}
a, b, c \in \mathbb{R}^n
k \in \mathbb{R}
k > 0
H(t) := \begin{cases} \frac{1}{2} t^2 & |t| \le 1 \\ |t| - \frac{1}{2} & \text{else} \end{cases}
\ell(v) := \begin{cases} \|v\| & \|v\|^2 > 0 \\ 0 & \text{else} \end{cases}`

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
    String.raw`\max(0, 1 - \frac{x + y}{2}) \le \frac{\max(0, 1 - x) + \max(0, 1 - y)}{2}`, String.raw`\log k \le k - 1`,
    String.raw`H(x) - H(y) \le (x - y) \nabla H(x)`, String.raw`H(x) - H(y) \le |x - y|`, String.raw`(\nabla H(x))^2 \le 1`,
    String.raw`\ell(a) - \ell(b) \le \|a - b\|`, String.raw`\ell(a) - \ell(b) \le \langle a - b, \nabla \ell(a) \rangle`,
    String.raw`\sqrt{x^2} = |x|`
  ])('%s is proved for all values', line => {
    expect(judged(line)).toBe('proved')
  })
  test.each([
    String.raw`\max(x, 0) - \max(-2 x, 0) = x`, String.raw`|x| = \max(x, 0)`, String.raw`\min(1 + \max(0, x), \max(0, -x)) = 0`,
    String.raw`\left| |x| - |y| \right| \le |x - 2 y|`, String.raw`\max(x, \min(x, y)) = y`, String.raw`[x > 0] + [x < 0] = 1`,
    String.raw`[x \ge 0] = [x > 0]`, String.raw`\|a - c\|_1 \le \|a - b\|_1`, String.raw`e^{-2 x} \le 1`,
    String.raw`\log(1 + e^x) \ge 2 x`, String.raw`\sqrt{10 k} \le 3 \sqrt{k}`, String.raw`x + 2 \le e^x`, String.raw`k - 1 \le \log k`,
    String.raw`H(x) - H(y) \le (x - y) \nabla H(y)`, String.raw`2 (H(x) - H(y)) \le |x - y|`, String.raw`2 (\nabla H(x))^2 \le 1`,
    String.raw`2 (\ell(a) - \ell(b)) \le \|a - b\|`, String.raw`\ell(a) - \ell(b) \le \langle a - b, \nabla \ell(b) \rangle`,
    String.raw`\sqrt{x^2} = x`
  ])('%s is wrong', line => {
    expect(judged(line)).toBe('wrong')
  })
})

describe('many numbers, each in a range', () => {
  const box = String.raw`a, c, u, w \in \mathbb{R}^2
-3 \le a_i \le 3
-3 \le c_i \le 3
-3 \le u_i \le 3
-3 \le w_i \le 3
f(x) := \max(0, a^T (x - c))`
  const first = (line: string): string | undefined => checked(box, `$$${line}$$`).map(verdictOf)[0]
  test.each([
    String.raw`0 \le f(w)`, String.raw`f(w) - f(u) \le \langle w - u, \nabla f(w) \rangle`
  ])('%s is proved', line => {
    expect(first(line)).toBe('proved')
  })
  test.each([
    String.raw`f(w) \le 0`, String.raw`f(w) - f(u) \le \langle w - u, \nabla f(u) \rangle`
  ])('%s is wrong', line => {
    expect(first(line)).toBe('wrong')
  })
})

test('what holds of the parabolas that are drawn, and of no function with a kink between two points, is wrong', () => {
  const descent = String.raw`sizes n = 2..2, T = 2..2
w^t, w^* \in \mathbb{R}^n
f : \mathbb{R}^n \to \mathbb{R} convex
\eta > 0
w^1 := 0
w^{t+1} := w^t - \eta \nabla f(w^t)
\bar w := \frac{1}{T} \sum_{t=1}^T w^t`
  const bound = (at: string): string => String.raw`$$f(\bar w) - f(w^*) \le \frac{1}{2 T \eta} \|w^*\|^2
+ \frac{\eta}{2 T} \sum_{t=1}^T \|\nabla f(${at})\|^2$$`
  expect(['w^t', '2 w^t'].flatMap(at => checked(descent, bound(at), 200).map(verdictOf))).toEqual(['proved', 'wrong'])
})
