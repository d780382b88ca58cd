import { describe, expect, test } from 'vitest'
import { checked, verdictOf } from './checked.js'

const raw = String.raw

const vector = raw`sizes n = 1..3
x, y \in \mathbb{R}^n
`
const positive = raw`${vector}x_i > 0`
const nonnegative = raw`${vector}x_i \ge 0`
const parts = raw`${vector}0 < x_i < 1`
const within = raw`${vector}0 \le x_i \le 1`
const matrix = raw`sizes n = 1..3, m = 1..2
p \in \mathbb{R}^{n \times m}
p_{ij} > 0`

describe('what is known of each entry of an array is true of every drawn one', () => {
  test.each([
    [positive, raw`(\sum_i x_i)^2 \ge \sum_i x_i^2`, 'proved'],
    [positive, raw`\sum_i \frac{1}{x_i} > 0`, 'proved'],
    [positive, raw`\|x\|_1 = \sum_i x_i`, 'proved'],
    [positive, raw`\log \prod_i x_i = \sum_i \log x_i`, 'proved'],
    [positive, raw`(\sum_i x_i)^2 > \sum_i x_i^2`, 'wrong'],
    [positive, raw`\|x\|_1 = \sum_i (x_i + y_i)`, 'wrong'],
    [positive, raw`\|y\|_1 = \sum_i y_i`, 'wrong'],
    [raw`sizes n = 1..3
x \in \mathbb{R}_+^n`, raw`(\sum_i x_i)^2 \ge \sum_i x_i^2`, 'proved'],
    [matrix, raw`(\sum_{i, j} p_{ij})^2 \ge \sum_{i, j} p_{ij}^2`, 'proved'],
    [nonnegative, raw`(\sum_i x_i)^2 \ge \sum_i x_i^2`, 'proved'],
    [nonnegative, raw`\|x\|_1 = \sum_i x_i`, 'proved'],
    [nonnegative, raw`\sum_i x_i > 0`, 'wrong'],
    [parts, raw`\sum_i x_i^2 < \sum_i x_i`, 'proved'],
    [within, raw`\sum_i x_i^2 \le \sum_i x_i`, 'proved'],
    [within, raw`\sum_i x_i^2 < \sum_i x_i`, 'wrong'],
    [within, raw`\sum_i \sqrt{x_i (1 - x_i)} \le \frac{n}{2}`, 'holds']
  ])('%s: %s', (declared, tex, expected) => {
    expect(checked(declared, `$$${tex}$$`, 400).map(verdictOf)).toEqual([expected])
  })
})
