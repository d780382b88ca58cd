import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checked } from './checked.js'

const block = String.raw`sizes n = 1..3, C = 1..2
z, t \in [-1, 1]
p \in (0, 1)
q \in [0, 1]
u \in [-3, 7]
k \in [2.5, 1000]
a, b \in \mathbb{R}
x, y \in \mathbb{R}^n
r \in \mathbb{R}^C
l \in \{1..C\}
expectation over l uniform
\eta, \mu > 0
\theta \ge 0
h \ge 0.1000000000000000001
g \in [0.1000000000000000001, 0.3000000000000000001]`

const judged = (line: string, declared = block) => {
  const found = checked(declared, `$$${line}$$`, 200)
  return found[found.length - 1]
}

describe('what is wrong in few places alone', () => {
  test.each([
    // at poles: of a range, between doubles, on a line or a plane, of unbounded numbers
    String.raw`\frac1z \le 10z + 1000`, String.raw`-\frac1z \le 123456`, String.raw`\frac{1}{z^2} \le 10^{12}`,
    String.raw`\frac{1}{z - \frac13} \le 10^6`, String.raw`\frac{1}{z^2 - \frac12} \le 10^8`, String.raw`\frac{1}{z^2 - t^2} \le 10^9`,
    String.raw`\frac{1}{(z - 0.3)^2 + (t + 0.7)^2} \le 10^{8}`, String.raw`\frac{1}{\sin(u)} \le 10^6`, String.raw`\tan(u) \le 10^5`,
    String.raw`\frac{1}{(u - 2)(u - 3)} \ge -10^7`, String.raw`\frac{1}{e^u - 2} \le 10^7`, String.raw`\frac{1}{a^2 - 2} \le 10^9`,
    String.raw`\frac{1}{a - b} \le 10^9`, String.raw`\frac{1}{x^T y} \le 10^7`, String.raw`\frac{1}{\theta} \le 10^4`,
    String.raw`\frac{1}{\eta - \mu} \le 10^7`, String.raw`\frac{1}{\log(k) - 3} \le 10^6`,
    // near ends, and at them
    String.raw`-\log p \le 20`, String.raw`-\log(1 - p) \le 25`, String.raw`p \ge 0.0001`, String.raw`\sqrt{q} \le 1000 q`,
    String.raw`q > 0`, String.raw`k \le 999.999`, String.raw`h > 0.1000000000000000001`, String.raw`h \ge 0.1000000000000000002`,
    String.raw`g > 0.1000000000000000001`, String.raw`g \ge 0.1000000000000000002`, String.raw`e^g > e^{0.1000000000000000001}`,
    String.raw`e^h > e^{0.1000000000000000001}`, String.raw`g < 0.3000000000000000001`,
    // where the sides come closest
    String.raw`|u - \frac{1}{7}| \ge 10^{-5}`, String.raw`e^{-10^6 (z - 0.317)^2} \le 0.9`, String.raw`a^4 - 3 a^2 + b^2 \ge -2.2499`,
    String.raw`e^{-(a - 1.7)^2 - (b + 2.3)^2} \le 0.99999`, String.raw`e^a > 1 + a`, String.raw`(z - 0.5)^2 e^z > 0`,
    // at one size
    String.raw`\log \sum_i e^{x_i} > \max_i x_i`, String.raw`\|x\|_1 > \|x\|_2`, String.raw`E[e^{r_l}] > e^{E[r_l]}`, String.raw`\log n > 0`,
    String.raw`\log \sum_i e^{x_i} < \max_i x_i + \log n`
  ])('%s', line => {
    expect(judged(line)).toMatchObject({ verdict: 'wrong' })
  })
  test('the end of a range is shown as it is written', () => {
    expect(judged(String.raw`g \ge 0.1000000000000000002`)).toMatchObject({
      at: 'g = 0.1000000000000000001', reason: expect.stringMatching(/^left 0\.1, right 0\.1, apart by 1e-19$/) as string
    })
  })
})

describe('what is true though the sides are close, equal somewhere, or undefined at a place', () => {
  test.each([
    [String.raw`\frac{1}{z^2} \ge 1`, 'sampled'], [String.raw`\frac{1}{|z - t|} \ge \frac12`, 'sampled'],
    [String.raw`\frac{1}{p (1 - p)} \ge 4`, 'proved, exact'], [String.raw`-\log p \ge 1 - p`, 'sampled'], [String.raw`e^z \ge 1 + z`, 'sampled'],
    [String.raw`\log(1 + q) \le q`, 'sampled'], [String.raw`\frac{1}{\sin(u)^2} \ge 1`, 'sampled'], [String.raw`\sqrt{q} \ge q`, 'sampled'],
    // ends between doubles
    ['g > 0.1', 'proved, exact'], ['g < 0.30000000000000000011', 'proved, exact'], [String.raw`g \ge 0.1000000000000000001`, 'proved, exact'],
    ['g^2 > 0.01', 'proved, exact'], [String.raw`\frac{1}{g} < 10`, 'proved, exact'], ['h > 0.1', 'proved, exact'],
    [String.raw`h \ge 0.10000000000000000005`, 'proved, exact'], ['e^g > e^{0.1}', 'sampled'],
    [String.raw`e^g \ge e^{0.1000000000000000001}`, 'sampled'], [String.raw`\sqrt{h} \ge \sqrt{0.1000000000000000001}`, 'sampled'],
    // the sides are the same at one size, at one place, or on a half line
    [String.raw`\log \sum_i e^{x_i} \ge \max_i x_i`, 'sampled'], [String.raw`\log \sum_i e^{x_i} \le \max_i x_i + \log n`, 'sampled'],
    [String.raw`E[r_l]^2 \le E[r_l^2]`, 'proved, exact'], [String.raw`E[e^{r_l}] \ge e^{E[r_l]}`, 'proved, exact'],
    [String.raw`\sum_i |\log e^{x_i}| \ge |x_1|`, 'sampled'], [String.raw`\log e^{|a|} \ge a`, 'sampled']
  ])('%s', (line, strength) => {
    expect(judged(line)).toMatchObject({ verdict: 'holds', strength })
  })
  test('where all sizes are one at which the sides are the same, the line is proved', () => {
    expect(judged(String.raw`\log \sum_i e^{x_i} \ge \max_i x_i`, 'sizes n = 1\nx \\in \\mathbb{R}^n')).toMatchObject({
      verdict: 'holds', strength: 'proved, exact'
    })
  })
})

describe('a strict inequality whose sides are equal at a place', () => {
  test.each([
    [String.raw`(z - .3)^2 e^z > 0`, 'z = 3/10'], [String.raw`(a - \frac13)^2 (1 + e^a) > 0`, 'a = 1/3'],
    [String.raw`|a - 0.7| + |b - 0.2| > 0`, 'a = 7/10, b = 1/5'], [String.raw`\sum_i (x_i - 0.3)^2 e^{x_i} > 0`, 'x = 3/10'],
    [String.raw`1 - e^{-10^6 (z - 0.317)^2} > 0`, 'z = 317/1000'], [String.raw`\sum_i (x_i - [i = 1])^2 > 0`, ''], [String.raw`(a b - 1)^2 > 0`, ''],
    [String.raw`(a b - 1)^2 e^a > 0`, ''], [String.raw`\sin(a)^2 + a^2 e^a > 0`, 'a = 0'], [String.raw`e^a - 1 - a > 0`, 'a = 0'],
    [String.raw`\eta \log \eta - \eta + 1 > 0`, 'eta = 1'], [String.raw`\eta - 1 - \log \eta > 0`, 'eta = 1']
  ])('%s', (line, at) => {
    expect(judged(line)).toMatchObject({ verdict: 'wrong', ...at === '' ? {} : { at } })
  })
  // where no fraction is the place, it is not said that they differ
  test.each([
    String.raw`(a^2 - 2)^2 e^a > 0`, String.raw`\sin a < 1`, String.raw`e^a > e^{\sqrt 2} (1 + a - \sqrt 2)`, String.raw`\eta + \frac{2}{\eta} > 2 \sqrt 2`,
    String.raw`|a - \sqrt 2| e^a > 0`, String.raw`(a^2 - 2)^2 e^a + (b - \pi)^2 e^b > 0`
  ])('%s', line => {
    expect(judged(line)).toMatchObject({ verdict: 'undecided' })
  })
  test.each([
    String.raw`1 - \tanh a > 0`, String.raw`\log(1 + e^a) > a`, String.raw`\sqrt{a^2 + 1} > a`, String.raw`\eta e^{-\eta} < 0.368`,
    String.raw`(a - 0.3)^2 e^a + 10^{-12} e^{-a} > 0`, String.raw`\sin a < 2 - \cos(a)^2`, String.raw`e^a > a`, String.raw`\eta + \frac{2}{\eta} > 2.8284`
  ])('%s', line => {
    expect(judged(line)).toMatchObject({ verdict: 'holds' })
  })
  test('a fraction, or it is not said that there is none; and nowhere where something is added', () => {
    fc.assert(fc.property(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom('e^a', '(2 + \\sin a)', '(1 + e^{-a})'), (p, q, factor) => {
      const square = `(a - \\frac{${p}}{${q}})^2 ${factor}`
      expect(judged(`${square} > 0`)?.verdict).toMatch(/wrong|undecided/)
      expect(judged(`${square} + 10^{-6} > 0`)).toMatchObject({ verdict: 'holds' })
    }), { numRuns: 12, seed: 1 })
  })
})

describe('bounds as they are written', () => {
  const digits = fc.bigInt({ min: 10n ** 24n, max: 10n ** 25n - 3n })
  const decimal = (n: bigint): string => `0.${n}`
  test('a range from one decimal to another, however near: bounds beside them are told apart', () => {
    fc.assert(fc.property(digits, n => {
      const declared = `x \\in [${decimal(n)}, ${decimal(n + 2n)}]`
      expect([`x \\ge ${decimal(n)}`, `x \\le ${decimal(n + 2n)}`, `x > ${decimal(n - 1n)}`, `x < ${decimal(n + 3n)}`,
        `x > ${decimal(n)}`, `x < ${decimal(n + 2n)}`, `x \\ge ${decimal(n + 1n)}`, `x \\le ${decimal(n + 1n)}`]
        .map(line => judged(line, declared)?.verdict)).toEqual(['holds', 'holds', 'holds', 'holds', 'wrong', 'wrong', 'wrong', 'wrong'])
    }), { numRuns: 10, seed: 1 })
  })
  test('what is too small for a double is not 0', () => {
    expect([String.raw`x > 1e-400`, String.raw`x \ge 1e-400`, 'x > 0'].map(line => judged(line, String.raw`x \ge 0`)?.verdict)).toEqual(['wrong', 'wrong', 'wrong'])
    expect(judged('x > 0', String.raw`x \ge 1e-400`)).toMatchObject({ verdict: 'holds' })
  })
})

test('a pole anywhere is found, from either side', () => {
  fc.assert(fc.property(fc.integer({ min: -95, max: 95 }), fc.integer({ min: 3, max: 9 }), fc.constantFrom('', '-'), (place, size, sign) => {
    const pole = `${sign}\\frac{1}{z - (${(place / 97).toFixed(6)})}`
    expect(judged(`${pole} \\le 10^${size}`, String.raw`z \in [-1, 1]`)).toMatchObject({ verdict: 'wrong' })
  }), { numRuns: 25, seed: 2 })
})
