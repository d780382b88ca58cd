import { describe, expect, test } from 'vitest'
import { parsePlain, parseTeX, plain, tex } from '../../src/notation/index.js'
import { isLeft } from '../../src/prelude/index.js'
import { checked, verdictOf } from './checked.js'

const raw = String.raw

describe('rounding of whole numbers', () => {
  const declared = raw`sizes n = 1..5, m = 1..3
k \in \{-4..4\}
x \in \mathbb{R}
v \in \mathbb{R}^{\lceil n / 2 \rceil}`
  test.each([
    [raw`\lfloor n / m \rfloor \le n / m; \lfloor n / m \rfloor < n / m`, 'proved wrong'],
    [raw`\left\lceil \frac{n}{m} \right\rceil = \left\lfloor \frac{n + m - 1}{m} \right\rfloor = \lfloor n / m \rfloor + [n \bmod m > 0]`, 'proved proved'],
    [raw`\lceil n / m \rceil = \lfloor n / m \rfloor + 1`, 'wrong'],
    // what is left has the sign of what it is left from
    [raw`(-1) \bmod 4 = 3; (-1) \bmod 4 = -1; 8 \bmod 4 = 0; \lfloor -1 / 2 \rfloor = -1; \lceil -1 / 2 \rceil = 0`, 'holds wrong holds holds holds'],
    [raw`k = m \lfloor k / m \rfloor + (k \bmod m); k = m \lceil k / m \rceil + (k \bmod m)`, 'proved wrong'],
    [raw`\lfloor \frac{n}{m} + 1 \rfloor = \lfloor n / m \rfloor + 1; \lfloor \frac{n}{2} - \frac{1}{m} \cdot 3 \rfloor = \lfloor \frac{n m - 6}{2 m} \rfloor`, 'proved proved'],
    [raw`\lfloor n \rfloor = n; 2 \lfloor n / 2 \rfloor^2 \le n^2`, 'proved proved'],
    [raw`\sum_i v_i = \sum_{i=1}^{\lceil n / 2 \rceil} v_i; v_{\lceil n / 2 \rceil + 1} = 0`, 'proved not understood'],
    [raw`\sum_{i=1}^n [i \bmod 2 = 0] = \lfloor n / 2 \rfloor`, 'proved'],
    // only numbers of sizes, labels and indices are rounded
    [raw`\lfloor x \rfloor \le x; \lfloor n / 0 \rfloor = 0; x \bmod 2 \ge 0`, 'not understood not understood not understood'],
    // a sum before \bmod has two readings
    [raw`n + m \bmod 2 = (n + m) \bmod 2; (n + m) \bmod 2 = (m + n) \bmod 2`, 'not understood proved'],
    [raw`\lfloor n / m = 1`, 'not understood'],
    [raw`\lfloor n / m \rceil = 1`, 'not understood']
  ])('%s', (formula, expected) => {
    expect(checked(declared, `$$${formula}$$`).map(verdictOf).map(found => (found === 'proved' && /holds/.test(expected)
      ? 'holds' : found)).join(' ')).toBe(expected)
  })
  test('is written in both languages', () => {
    const read = parseTeX(raw`\lfloor n / m \rfloor + \lceil n \rceil + ((n + 1) \bmod m)`, new Map())
    const term = isLeft(read) ? undefined : read.right.first
    expect(term && plain(term)).toBe('floor(n / m) + ceil(n) + mod(n + 1, m)')
    expect(term && tex(term, new Map())).toBe(
      raw`\left\lfloor \frac{n}{m}\right\rfloor + \left\lceil n\right\rceil + \left(\left(n + 1\right) \bmod m\right)`
    )
    expect(['floor(1, 2)', 'mod(1)'].map(text => isLeft(parsePlain(text, new Map())))).toEqual([true, true])
  })
  test('what an index alone decides is not computed in the other case', () => {
    const shifted = raw`sizes n = 2..3
x \in \mathbb{R}^n
y \in \mathbb{R}^n
y_i := \begin{cases} x_{i - 1} & i > 1 \\ 0 \end{cases}`
    expect(checked(shifted, raw`$$\sum_{i=1}^n y_i = \sum_{i=1}^{n-1} x_i; \sum_{i=1}^n y_i = \sum_{i=1}^n x_i$$`).map(verdictOf))
      .toEqual(['proved', 'wrong'])
  })
})
