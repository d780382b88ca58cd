import { describe, expect, test } from 'vitest'
import { checked, verdictOf } from './checked.js'

const raw = String.raw

const names = raw`sizes n = 1..4, t = 1..4
x, y \in \mathbb{R}^n    r, z, \beta \in \mathbb{R}    g_t \in \mathbb{R}    u_t \in \mathbb{R}^n    name W \in \mathbb{R}^{n \times n}`
const shift = raw`sizes n = 1..4
indices 0..n-1
subscripts modulo n
x, d \in \mathbb{R}^n    name S \in \mathbb{R}^{n \times n}
d_i := [i = 0]    S_{ij} := d_{i-j-1}`

describe('a line with dots and its verdict', () => {
  test.each([
    [names, raw`1 + 2 + \dots + n = \frac{n(n+1)}{2}`, 'proved'],
    [names, raw`1 + 2 + \dots + n = \frac{n(n-1)}{2}`, 'wrong'],
    [names, raw`1^3 + 2^3 + \dots + n^3 = (1 + 2 + \dots + n)^2`, 'proved'],
    [names, raw`1 + 3 + \dots + (2n-1) = n^2`, 'proved'],
    [names, raw`(1 - r)(1 + r + r^2 + \dots + r^{n-1}) = 1 - r^n`, 'proved'],
    [names, raw`(1 - r)(1 + r + r^2 + \dots + r^n) = 1 - r^n`, 'wrong'],
    [names, raw`(1 + z)(1 - z + z^2 - \dots + (-1)^n z^n) = 1 + (-1)^n z^{n+1}`, 'proved'],
    [names, raw`(1 + z)(1 - z + z^2 - \dots + (-1)^n z^n) = 1 - (-1)^n z^{n+1}`, 'wrong'],
    [names, raw`\frac{1}{1 \cdot 2} + \frac{1}{2 \cdot 3} + \dots + \frac{1}{n(n+1)} = 1 - \frac{1}{n+1}`, 'proved'],
    [names, raw`x^T y = x_1 y_1 + \cdots + x_n y_n`, 'proved'],
    [names, raw`x^T x = x_1 y_1 + \cdots + x_n y_n`, 'wrong'],
    [names, raw`\|x\|^2 = x_1^2 + x_2^2 + \dots + x_n^2`, 'proved'],
    [names, raw`e^{x_1 + \dots + x_n} = e^{x_1} e^{x_2} \cdots e^{x_n}`, 'proved'],
    [names, raw`x_1 + \dots + x_{n-1} + x_n = \sum_i x_i`, 'proved'],
    [names, raw`(1-\beta) g_t + (1-\beta) \beta g_{t-1} + \dots + (1-\beta) \beta^{t-1} g_1 = (1-\beta) \sum_{i=1}^t \beta^{t-i} g_i`, 'proved'],
    [names, raw`(1-\beta) g_t + (1-\beta) \beta g_{t-1} + \dots + (1-\beta) \beta^{t-1} g_1 = (1-\beta) \sum_{i=1}^t \beta^i g_i`, 'wrong'],
    [names, raw`\frac{\partial}{\partial x_i} (x_1^2 + \dots + x_n^2) = 2 x_i`, 'proved'],
    [names, raw`x = (x_1, \dots, x_n)`, 'proved'],
    [names, raw`x = (x_n, \dots, x_1)`, 'wrong'],
    [names, raw`[x_1, \dots, x_n]^\top y = x^\top y`, 'proved'],
    [names, raw`W = (W_1, \dots, W_n)`, 'proved'],
    [names, raw`\operatorname{tr}(W) = (W_1, \dots, W_n)`, 'not understood'],
    [names, raw`(u_1, \dots, u_n) = u_1`, 'not understood'],
    [names, raw`\max(x_1, \dots, x_n) \ge x_i`, 'proved'],
    [names, raw`x_i \le \|x\|_1 \quad i = 1, 2, \dots, n`, 'proved'],
    [shift, raw`S x = [x_{n-1}, x_0, x_1, \dots, x_{n-3}, x_{n-2}]`, 'proved'],
    [shift, raw`S x = [x_1, x_2, \dots, x_{n-1}, x_0]`, 'wrong'],
    // in which order matrices are multiplied is not said
    [names, raw`W = \prod_{i=1}^n W`, 'not understood'],
    // neither is what is between terms of no rule, or of a sum that ends before it begins
    [names, raw`x_1 y_1 + x_2 y_2 + \dots + x_n y_{n-1} = x^T y`, 'not understood'],
    [names, raw`(r, x_1, \dots, x_{n-2}, z) = x`, 'not understood'],
    [names, raw`q = (q_1, \dots, q_n)`, 'not understood'],
    // declarations
    [raw`sizes n = 1, \ldots, 3
x_1, \dots, x_n \in \mathbb{R}`, raw`\|x\|^2 = x_1^2 + \dots + x_n^2`, 'proved'],
    [raw`sizes n = 1..3
indices 0..n-1
x_0, x_1, \dots, x_{n-1} \in \mathbb{R}_+`, raw`x_0 + \dots + x_{n-1} \ge 0`, 'proved'],
    [raw`sizes n = 1..3
y_1, \dots, y_n \in \mathbb{R}^2`, raw`\|y_1\|^2 + \dots + \|y_n\|^2 = \sum_{i=1}^n y_i^T y_i`, 'proved'],
    [raw`sizes n = 2..4
c \in \{1, 2, \dots, n\}`, raw`c \le n`, 'proved'],
    [raw`sizes n = 1..3
c_1, \dots, c_n \in \{0, 1\}`, raw`c_1 + \dots + c_n = c_1^2 + \dots + c_n^2`, 'proved']
  ])('%s: %s', (declared, tex, expected) => {
    expect(checked(declared, `$$${tex}$$`).map(verdictOf)).toEqual([expected])
  })
})

describe('a declaration with dots that is no list from the first index is refused', () => {
  test.each([
    [raw`x_0, \dots, x_n \in \mathbb{R}`, 'expected x_1'], [raw`x_1, x_3, \dots, x_n \in \mathbb{R}`, 'expected x_1'],
    [raw`x_1, \dots, y_n \in \mathbb{R}`, 'expected x_1'],
    [raw`c \in \{1, 3, \dots, n\}`, 'a range'], [raw`c \in \{1, \dots, 2, n\}`, 'a range']
  ])('%s', (declared, expected) => {
    const [line] = checked(`sizes n = 1..3\n${declared}`, '$$n = n$$')
    expect(line?.kind).toBe('not understood')
    expect(line?.reason).toContain(expected)
  })
})
