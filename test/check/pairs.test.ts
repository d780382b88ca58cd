import { describe, expect, test } from 'vitest'
import { check, type Line } from '../../src/check/index.js'

const raw = String.raw
const effort = { seed: 1, runs: 100, cancelled: () => false }
const told = ({ kind, verdict, strength = '' }: Line): string =>
  (verdict === 'holds' && strength.startsWith('proved') ? 'proved' : verdict ?? kind)
const found = (tex: string): ReadonlyArray<Line> => check(raw`${'```'}lemmata
sizes n = 1..3
x, a \in \mathbb{R}^n
a_j := \sum_{i=1}^j x_i
${'```'}
$$${tex}$$
`, effort)

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
    expect(found(tex).map(told)).toEqual([expected])
  })
  test('is told what settles it', () => {
    const [line] = found(raw`\sum_{i < j} (x_i - x_j)^2 \ge 0`)
    expect(line?.reason).toContain(raw`what is summed over: both i and j, as in \sum_{i, j, i < j}`)
  })
})
