import { describe, expect, it, test } from 'vitest'
import {
  parsePlain, parseTeX, plain, type Scope, type Statement, type Symbol, type Term, type Type
} from '../../src/notation/index.js'
import { type Either, isLeft, type Refusal } from '../../src/prelude/index.js'

const raw = String.raw
const span = { from: 0, to: 0 }
const size = (text: string): Term =>
  (/^\d+$/.test(text) ? { kind: 'number', text, span } : { kind: 'name', name: text, span })
const variable = (rows: string): Symbol =>
  ({ kind: 'variable', type: { rows: size(rows), columns: size('1') } satisfies Type })

const scope: Scope = new Map<string, Symbol>([
  ...['n', 'm', 't', 'L'].map((name): [string, Symbol] => [name, { kind: 'size', from: 1, to: 3 }]),
  ...['a', 'w', 'x', 'y'].map((name): [string, Symbol] => [name, variable('n')]),
  ...['b', 'r', 'z', '\\beta'].map((name): [string, Symbol] => [name, variable('1')]),
  ['g_', { kind: 'sequence', type: { rows: size('1'), columns: size('1') } }]
])

const written = (read: Either<Refusal, Statement>): string => {
  if (isLeft(read)) return `refused: ${read.left.got}`
  const { first, steps, conditions } = read.right
  return [...first === undefined ? [] : [plain(first)], ...steps.map(({ sign, side }) => `${sign} ${plain(side)}`),
    ...conditions.map(condition => `for ${plain(condition).slice(1, -1)}`)].join(' ')
}

describe('dots stand for the terms by the one rule of those around them', () => {
  test.each([
    [raw`x_1 + x_2 + \dots + x_n`, 'sum over k = 1..n of x[k]'],
    [raw`x_1 y_1 + \cdots + x_n y_n`, 'sum over k = 1..n of x[k] y[k]'],
    [raw`x_1 + ... + x_n`, 'sum over k = 1..n of x[k]'],
    [raw`1 + 2 + \dots + n`, 'sum over k = 1..n of k'],
    [raw`\frac{1}{1 \cdot 2} + \frac{1}{2 \cdot 3} + \dots + \frac{1}{n(n+1)}`, 'sum over k = 1..n of 1 / (k * (k + 1))'],
    [raw`\sqrt{x_1^2 + \dots + x_n^2}`, 'sqrt(sum over k = 1..n of x[k]^2)'],
    [raw`u_1 + u_2 + \dots + u_N`, 'sum over k = 1..N of u[k]'],
    // what is 1 need not be written
    [raw`1 + r + r^2 + \dots + r^{n-1}`, 'sum over k = 0..n - 1 of r^k'],
    [raw`1 + 2z + 3z^2 + \dots + n z^{n-1}`, 'sum over k = 1..n of k z^(k - 1)'],
    [raw`a_0 + a_1 z + a_2 z^2 + \dots + a_n z^n`, 'sum over k = 0..n of a[k] z^k'],
    [raw`z + \frac{z^2}{2} + \dots + \frac{z^n}{n}`, 'sum over k = 1..n of z^k / k'],
    [raw`1 + 2^2 + 3^2 + \dots + n^2`, 'sum over k = 1..n of k^2'],
    [raw`1 + 2 + 2^2 + \dots + 2^n`, 'sum over k = 0..n of 2^k'],
    // other steps
    [raw`x_1 + x_3 + \dots + x_{2n-1}`, 'sum over k = 1..n of x[2 k - 1]'],
    [raw`2 + 4 + \dots + 2n`, 'sum over k = 1..n of 2 k'],
    [raw`(1-\beta)g_t + (1-\beta)\beta g_{t-1} + \dots + (1-\beta)\beta^{t-1} g_1`, 'sum over k = 0..t - 1 of (1 - beta) beta^k g{t - k}'],
    [raw`x_1 y_n + \dots + x_n y_1`, 'sum over k = 1..n of x[k] y[n + 1 - k]'],
    [raw`n + (n-1) + \dots + 1`, 'sum over k = 1..n of (n + 1 - k)'],
    // signs
    [raw`-x_1 - x_2 - \dots - x_n`, '-(sum over k = 1..n of x[k])'],
    [raw`1 - z + z^2 - \dots + (-1)^n z^n`, 'sum over k = 0..n of (-1)^k z^k'],
    [raw`1 - z + z^2 - \dots - z^{2n-1}`, 'sum over k = 0..2 n - 1 of (-1)^k z^k'],
    [raw`x_1 - x_2 + \dots + (-1)^{n+1} x_n`, 'sum over k = 1..n of (-1)^(k + 1) x[k]'],
    // what stands before and after
    [raw`b + w_1 x_1 + \dots + w_n x_n`, 'b + sum over k = 1..n of w[k] x[k]'],
    [raw`x_1 + \dots + x_{n-2} + x_{n-1} + x_n + b`, 'sum over k = 1..n of x[k] + b'],
    [raw`x_1 + \dots + x_n + y_1 + \dots + y_n`, 'sum over k = 1..n of x[k] + sum over k = 1..n of y[k]'],
    [raw`k + x_1 + \dots + x_n`, 'k + sum over k = 1..n of x[k]'],
    [raw`k x_1 + \dots + k x_n`, 'sum over j = 1..n of k x[j]'],
    // products
    [raw`x_1 \cdot x_2 \cdots x_n`, 'product over k = 1..n of x[k]'],
    [raw`b (1 + x_1)(1 + x_2) \cdots (1 + x_n) z`, 'b * (product over k = 1..n of (1 + x[k])) z'],
    [raw`n (n-1) \cdots 1`, 'product over k = 1..n of (n + 1 - k)'],
    // lists, and ranges
    [raw`(x_1, \dots, x_n)`, 'sum over k = 1..n of onehot(k, n) x[k]'],
    [raw`(b, x_1, \dots, x_n)`, 'onehot(1, n + 1) b + sum over k = 1..n of onehot(k + 1, n + 1) x[k]'],
    [raw`[x_1, x_2, \ldots, x_n]^\top`, "(sum over k = 1..n of onehot(k, n) x[k])'"],
    [raw`\begin{pmatrix} x_1 \\ \vdots \\ x_n \end{pmatrix}`, 'sum over k = 1..n of onehot(k, n) x[k]'],
    [raw`\max(x_1, \dots, x_n)`, 'max(sum over k = 1..n of onehot(k, n) x[k])'],
    [raw`x_i = 0 \quad i = 1, 2, \dots, n`, 'x[i] = 0 for 1 <= i for i <= n'],
    [raw`x_i = 0 \quad i \in \{1, 2, \dots, n\}`, 'x[i] = 0 for 1 <= i for i <= n'],
    [raw`x_i = 0 \quad i = 1 \dots n`, 'x[i] = 0 for 1 <= i for i <= n']
  ])('%s', (tex, expected) => {
    expect(written(parseTeX(tex, scope))).toBe(expected)
  })

  test.each([
    ['x[1] + x[2] + ... + x[n]', 'sum over k = 1..n of x[k]'],
    ['x[1] * x[2] * … * x[n]', 'product over k = 1..n of x[k]'],
    ['[x[1], ..., x[n]]', 'sum over k = 1..n of onehot(k, n) x[k]'],
    ['g{t} + beta g{t - 1} + ... + beta^(t - 1) g{1}', 'sum over k = 0..t - 1 of beta^k g{t - k}']
  ])('%s in plain text', (text, expected) => {
    expect(written(parsePlain(text, scope))).toBe(expected)
  })
})

describe('what follows no rule, or more than one, is refused', () => {
  test.each([
    // one term alone may have any rule
    raw`2 + \dots + 2n`, raw`x_2 + \dots + x_{2n-2}`, raw`1 + \dots + n^2`, raw`x_i + \dots + x_n`, raw`1 \dots n`,
    raw`1 + \dots + z^n`,
    // two may still have two
    raw`1 + 2 + \dots + 2^n`, raw`1 + 2 + \dots + 8`, raw`1 + 4 + \dots + n^2`, raw`1 - z + z^2 - \dots + z^n`,
    raw`1 - z + z^2 - \dots`,
    // slips
    raw`x_1 y_1 + x_2 y_2 + \dots + x_n y_m`, raw`x_1 y_1 + x_2 w_2 + \dots + x_n w_n`, raw`x_1 y_1 + \dots + x_n x_n`,
    raw`x_1 + x_3 + x_4 + \dots + x_n`, raw`x_1 + x_2 + x_4 + \dots + x_n`, raw`x_1 + x_2 + \dots + x_n y_n`,
    raw`x_1 + x_1 + \dots + x_n`,
    raw`1 - z + z^2 - \dots + z^{2n-1}`, raw`x_1 - x_2 + x_3 + \dots + x_n`, raw`x_1 - x_2 - \dots - x_n`,
    raw`x_1 + x_2 + x_3 + \dots + x_2`, raw`x_1 + x_3 + \dots + x_{n}`, raw`x_1 + x_2 + \dots + x_{-n}`,
    // no rule
    raw`z + \dots + z`, raw`0 + 0 + \dots + z + \dots + 0`, raw`x_1 + \dots`, raw`\dots + x_n`, raw`x_1 + \dots x_n`,
    raw`(x_1, x_2, \dots)`,
    raw`f_n(f_{n-1}(\dots f_1(x)))`, raw`2 \cdot 4 \cdots 2 n`,
    raw`\begin{pmatrix} x_1 & \cdots & x_n \\ \vdots & \ddots & \vdots \end{pmatrix}`
  ])('%s', tex => {
    expect(written(parseTeX(tex, scope))).toMatch(/^refused/)
  })

  it('says what was seen, where, and what to do', () => {
    const read = parseTeX(raw`b = 2 + \dots + 2n`, scope)
    expect(isLeft(read) ? [read.left.got, read.left.span] : []).toEqual(['2, ..., 2 n', { from: 4, to: 18 }])
    expect(isLeft(read) ? read.left.expected : '').toContain(raw`\sum_{k=1}^{n}`)
  })
})
