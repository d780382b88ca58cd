import { describe, expect, test } from 'vitest'
import { checked, verdictOf } from './checked.js'

const raw = String.raw
const found = (tex: string) => checked(raw`sizes n = 1..3
x, a \in \mathbb{R}^n
a_j := \sum_{i=1}^j x_i`, `$$${tex}$$`)

describe('a sum over what is less than an index that the line says nothing of', () => {
  test.each([
    [raw`\sum_{i < j} (x_i - x_j)^2 = n \sum_i x_i^2 - (\sum_i x_i)^2`, 'not understood'],
    [raw`\sum_{i < j} |x_i| \le \sum_i |x_i|`, 'not understood'],
    [raw`\sum_{i \ne j} x_i x_j = 2 \sum_{i < j} x_i x_j`, 'not understood'],
    [raw`\sum_{i, j, i < j} (x_i - x_j)^2 = n \sum_i x_i^2 - (\sum_i x_i)^2`, 'proved'],
    [raw`\sum_{i, j, i < j} (x_i - x_j)^2 = n \sum_i x_i^2`, 'wrong'],
    [raw`\sum_j \sum_{i < j} (x_i - x_j)^2 = n \sum_i x_i^2 - (\sum_i x_i)^2`, 'proved'],
    [raw`\sum_{i, j, i \ne j} x_i x_j = 2 \sum_{i, j, i < j} x_i x_j`, 'proved'],
    // each j is meant
    [raw`\sum_{i < j} (x_i - x_j)^2 \ge 0 \quad \text{for } j = 1, \ldots, n`, 'proved'],
    [raw`a_j - x_j = \sum_{i < j} x_i`, 'proved'],
    [raw`a_j = \sum_{i < j} x_i`, 'wrong'],
    [raw`\sum_{i \ne j} x_i = \sum_i x_i - x_j`, 'proved']
  ])('%s', (tex, expected) => {
    expect(found(tex).map(verdictOf)).toEqual([expected])
  })
  test('is told what settles it', () => {
    const [line] = found(raw`\sum_{i < j} (x_i - x_j)^2 \ge 0`)
    expect(line?.reason).toContain(raw`what is summed over: both i and j, as in \sum_{i, j : i < j}`)
    expect(found(raw`\sum_{i \ne j} x_i x_j \ge 0`)[0]?.reason).toContain(raw`as in \sum_{i, j : i \ne j}`)
  })
})

describe('a sum over several indices', () => {
  const square = raw`(\sum_i x_i)^2`
  const squares = raw`\sum_i x_i^2`
  test.each([
    [raw`\sum_{1 \le i < j \le n} 2 x_i x_j = ${square} - ${squares}`, 'proved'],
    [raw`\sum_{1 \le i < j \le n} x_i x_j = ${square} - ${squares}`, 'wrong'],
    [raw`\sum_{1 \le i \le j \le n} 2 x_i x_j = ${square} + ${squares}`, 'proved'],
    [raw`\sum_{1 \le i \le j \le n} 2 x_i x_j = ${square} - ${squares}`, 'wrong'],
    [raw`\sum_{1 \le i \ne j \le n} x_i x_j = ${square} - ${squares}`, 'proved'],
    [raw`\sum_{1 \le i, j \le n} x_i x_j = ${square}`, 'proved'],
    [raw`\sum_{1 \le i, j \le n} x_i x_j = ${squares}`, 'wrong'],
    [raw`\sum_{1 \le i, j \le n, i \ne j} x_i x_j = ${square} - ${squares}`, 'proved'],
    [raw`\sum_{0 < i < j < n + 1} 2 x_i x_j = ${square} - ${squares}`, 'proved'],
    [raw`\sum_{0 < i < j < n} 2 x_i x_j = ${square} - ${squares}`, 'wrong'],
    [raw`\sum_{i, j : i < j} 2 x_i x_j = ${square} - ${squares}`, 'proved'],
    [raw`\sum_{i, j : i < j} x_i x_j = ${square} - ${squares}`, 'wrong'],
    [raw`\sum_{\substack{i, j = 1 \\ i \ne j}}^n x_i x_j = ${square} - ${squares}`, 'proved'],
    [raw`\sum_{i = 1}^n \sum_{i < j \le n} 2 x_i x_j = ${square} - ${squares}`, 'proved'],
    // both indices go from 1 to what stands above
    [raw`\sum_{i, j = 1}^1 x_i x_j = x_1^2`, 'proved'],
    [raw`\sum_{i, j = 1}^1 x_i x_j = x_1 \sum_i x_i`, 'wrong'],
    [raw`\sum_{i, j, k = 1}^n x_i x_j x_k = (\sum_i x_i)^3`, 'proved'],
    // i is given, or summed over: two readings
    [raw`\sum_{i < j \le n} x_j = a_n - a_i`, 'not understood'],
    [raw`\sum_{(i) < j \le n} x_j = a_n - a_i`, 'proved'],
    [raw`\sum_{(i) \le j \le n} x_j = a_n - a_i`, 'wrong'],
    [raw`\sum_{1 \le j < i} x_j = a_i - x_i`, 'proved'],
    [raw`\sum_{1 \le i < j < k \le n} x_i x_j x_k = 0`, 'not understood'],
    [raw`\sum_{i, i = 1}^n x_i = 0`, 'not understood'],
    [raw`\sum_{1 \le i < j \le i + 2} x_i = 0`, 'not understood'],
    [raw`\sum_{1 \ge i \ge n} x_i = 0`, 'not understood']
  ])('%s', (tex, expected) => {
    expect(found(tex).map(verdictOf)).toEqual([expected])
  })
})
