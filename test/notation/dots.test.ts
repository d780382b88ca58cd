import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  entriesOf, evaluate, filled, parsePlain, parseTeX, plain, type Scope, type Statement, type Symbol, type Term, type Type, worldOf
} from '../../src/notation/index.js'
import { float64 } from '../../src/number/index.js'
import { type Either, isLeft, type Refusal } from '../../src/prelude/index.js'

const raw = String.raw
const span = { from: 0, to: 0 }
const size = (text: string): Term => (/^\d+$/.test(text) ? { kind: 'number', text, span } : { kind: 'name', name: text, span })
const variable = (rows: string): Symbol => ({ kind: 'variable', type: { rows: size(rows), columns: size('1') } satisfies Type })

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
    raw`2 + \dots + 2n`, raw`x_2 + \dots + x_{2n-2}`, raw`1 + \dots + n^2`, raw`x_i + \dots + x_n`, raw`1 \dots n`, raw`1 + \dots + z^n`,
    // two may still have two
    raw`1 + 2 + \dots + 2^n`, raw`1 + 2 + \dots + 8`, raw`1 + 4 + \dots + n^2`, raw`1 - z + z^2 - \dots + z^n`, raw`1 - z + z^2 - \dots`,
    // slips
    raw`x_1 y_1 + x_2 y_2 + \dots + x_n y_m`, raw`x_1 y_1 + x_2 w_2 + \dots + x_n w_n`, raw`x_1 y_1 + \dots + x_n x_n`,
    raw`x_1 + x_3 + x_4 + \dots + x_n`, raw`x_1 + x_2 + x_4 + \dots + x_n`, raw`x_1 + x_2 + \dots + x_n y_n`, raw`x_1 + x_1 + \dots + x_n`,
    raw`1 - z + z^2 - \dots + z^{2n-1}`, raw`x_1 - x_2 + x_3 + \dots + x_n`, raw`x_1 - x_2 - \dots - x_n`,
    raw`x_1 + x_2 + x_3 + \dots + x_2`, raw`x_1 + x_3 + \dots + x_{n}`, raw`x_1 + x_2 + \dots + x_{-n}`,
    // no rule
    raw`z + \dots + z`, raw`0 + 0 + \dots + z + \dots + 0`, raw`x_1 + \dots`, raw`\dots + x_n`, raw`x_1 + \dots x_n`, raw`(x_1, x_2, \dots)`,
    raw`f_n(f_{n-1}(\dots f_1(x)))`, raw`2 \cdot 4 \cdots 2 n`, raw`\begin{pmatrix} x_1 & \cdots & x_n \\ \vdots & \ddots & \vdots \end{pmatrix}`
  ])('%s', tex => {
    expect(written(parseTeX(tex, scope))).toMatch(/^refused/)
  })

  it('says what was seen, where, and what to do', () => {
    const read = parseTeX(raw`b = 2 + \dots + 2n`, scope)
    expect(isLeft(read) ? [read.left.got, read.left.span] : []).toEqual(['2, ..., 2 n', { from: 4, to: 18 }])
    expect(isLeft(read) ? read.left.expected : '').toContain(raw`\sum_{k=1}^{n}`)
  })
})

/** A factor with a k + b somewhere in it. */
interface Factor {
  readonly kind: 'entry' | 'power' | 'coefficient'
  readonly name: string
  readonly a: number
  readonly b: number
}

interface Rule {
  readonly factors: ReadonlyArray<Factor>
  readonly from: number
  /** The last term is that of n + beyond. */
  readonly beyond: number
  readonly sign: 'plus' | 'minus' | 'changes'
  /** 1 z^1 is written as z. */
  readonly isShort: boolean
}

type Language = 'TeX' | 'plain text'

/** a k + b, where k is a number, or n + beyond. */
const place = ({ a, b }: Factor, k: number | undefined, beyond: number, times: string): string => {
  if (k !== undefined) return String(a * k + b)
  const rest = a * beyond + b
  return `${a === 1 ? 'n' : a === -1 ? '-n' : `${a} ${times} n`}${rest === 0 ? '' : rest < 0 ? ` - ${-rest}` : ` + ${rest}`}`
}

const termAt = ({ factors, beyond, isShort }: Rule, language: Language, k: number | undefined): string => {
  const inTeX = language === 'TeX'
  const shown = factors.flatMap((factor): ReadonlyArray<string> => {
    const at = place(factor, k, beyond, inTeX ? raw`\cdot` : '*')
    switch (factor.kind) {
      case 'entry': return [inTeX ? `${factor.name}_{${at}}` : `${factor.name}[${at}]`]
      case 'power': return isShort && at === '0' ? [] : isShort && at === '1' ? [factor.name]
        : [inTeX ? `${factor.name}^{${at}}` : `${factor.name}^(${at})`]
      case 'coefficient': return isShort && at === '1' ? [] : [k === undefined ? `(${at})` : at]
    }
  })
  return shown.length === 0 ? '1' : shown.join(inTeX ? raw` \cdot ` : ' * ')
}

const signAt = ({ sign, from }: Rule, k: number): '+' | '-' => (sign === 'minus' || (sign === 'changes' && (k - from) % 2 === 1) ? '-' : '+')

/** The first terms, dots, and the last one. */
const withDots = (rule: Rule, language: Language, count: number, perturbed?: Rule): string => {
  const { from, beyond, sign } = rule
  const ks = Array.from({ length: count }, (_, j) => from + j)
  const first = ks.map(k => `${signAt(rule, k)} ${termAt(k === from + count - 1 ? perturbed ?? rule : rule, language, k)}`).join(' ')
  const dots = `${signAt(rule, from + count)} ${language === 'TeX' ? raw`\dots` : '...'}`
  const exponent = `n + ${beyond + from}`
  const power = sign !== 'changes' ? '' : language === 'TeX' ? raw`(-1)^{${exponent}} \cdot ` : `(-1)^(${exponent}) * `
  return `${first} ${dots} ${sign === 'minus' ? '-' : '+'} ${power}${termAt(rule, language, undefined)}`
}

const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max })
const drawn = (kind: Factor['kind'], names: ReadonlyArray<string>, a: fc.Arbitrary<number>, b: fc.Arbitrary<number>): fc.Arbitrary<Factor> =>
  fc.record({ kind: fc.constant(kind), name: fc.constantFrom(...names), a, b })

const factors: fc.Arbitrary<Factor> = fc.oneof(
  drawn('entry', ['x', 'y'], whole(1, 2), whole(1, 3)), drawn('entry', ['x', 'y'], fc.constant(-1), whole(20, 23)),
  drawn('power', ['z', 'r'], fc.constant(1), whole(0, 2)), drawn('coefficient', [''], whole(1, 3), whole(1, 2)))

const rules: fc.Arbitrary<Rule> = fc.record({
  factors: fc.array(factors, { minLength: 1, maxLength: 3 }), from: fc.integer({ min: 0, max: 1 }), beyond: fc.integer({ min: 0, max: 2 }),
  sign: fc.constantFrom('plus' as const, 'minus' as const, 'changes' as const), isShort: fc.boolean()
})

const long: Scope = new Map<string, Symbol>([
  ['n', { kind: 'size', from: 1, to: 5 }], ['x', variable('40')], ['y', variable('40')], ['z', variable('1')], ['r', variable('1')]
])

const parsed = (language: Language, text: string): Either<Refusal, Statement> => (language === 'TeX' ? parseTeX : parsePlain)(text, long)

const valueOf = (term: Term, n: number): number => {
  const input = (name: string, _: number | undefined, rows: number): ReturnType<typeof filled<number>> =>
    filled(rows, 1, row => (name === 'z' ? 2 : name === 'r' ? -1 : name === 'x' ? row + 1 : 3 - row))
  return entriesOf(evaluate(worldOf(float64, long, { sizes: new Map([['n', n]]), labels: new Map(), input }), term))[0] as number
}

const read = (language: Language, text: string): Term => {
  const found = parsed(language, text)
  if (isLeft(found) || found.right.first === undefined) throw new Error(`${text}: ${isLeft(found) ? found.left.message : 'no term'}`)
  return found.right.first
}

describe.each(['TeX', 'plain text'] as const)('rules that are drawn, in %s', language => {
  it('are found again: for each n the sum is that of the terms', () => {
    fc.assert(fc.property(rules, fc.integer({ min: 2, max: 4 }), (rule, count) => {
      const sum = read(language, withDots(rule, language, count))
      for (const n of [1, 2, 3, 4, 5]) {
        const ks = Array.from({ length: n + rule.beyond - rule.from + 1 }, (_, j) => rule.from + j)
        const expected = ks.reduce((total, k) =>
          total + (signAt(rule, k) === '-' ? -1 : 1) * valueOf(read(language, termAt(rule, language, k)), n), 0)
        expect(valueOf(sum, n) + 0).toBe(expected + 0)
      }
    }), { seed: 1, numRuns: 500 })
  })

  it('are not found where the third term does not follow them', () => {
    fc.assert(fc.property(rules, fc.nat(), fc.integer({ min: 1, max: 2 }), (rule, which, by) => {
      const broken = rule.factors.map((factor, k) => (k === which % rule.factors.length ? { ...factor, b: factor.b + by } : factor))
      const text = withDots(rule, language, 3, { ...rule, factors: broken })
      expect(written(parsed(language, text)), text).toMatch(/^refused/)
    }), { seed: 1, numRuns: 500 })
  })
})
