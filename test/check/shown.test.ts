import { describe, expect, test } from 'vitest'
import { checked, verdictOf } from './checked.js'

const functions = String.raw`a, b, c, u, w \in \mathbb{R}^2
\ell(x) := \begin{cases} \|x\| & \|x\|^2 > 0 \\ 0 & \text{else} \end{cases}
H(t) := \begin{cases} \frac{1}{2} t^2 & |t| \le 1 \\ |t| - \frac{1}{2} & \text{else} \end{cases}
L(t) := \log(1 + e^t) + \log(1 + e^{-t})`
const properties = String.raw`
\ell : \mathbb{R}^2 \to \mathbb{R} is convex, 1-Lipschitz
H, L : \mathbb{R} \to \mathbb{R} is convex, 1-Lipschitz, nonnegative
g(x) := \ell(x - c - a) + 3 \ell(x - c + a)
h(x) := H(\langle a, x - c \rangle) + 2 L(\langle b, x - c \rangle)`

const first = (block: string, line: string): string | undefined => checked(block, `$$${line}$$`).map(verdictOf)[0]

describe('functions with properties that are proved where they are declared', () => {
  test.each([
    String.raw`g(w) - g(u) \le \langle w - u, \nabla g(w) \rangle`, String.raw`g(w) - g(u) \le 4 \|w - u\|`,
    String.raw`h(w) - h(u) \le \langle w - u, \nabla h(w) \rangle`, String.raw`h(w) - h(u) \le (\|a\| + 2 \|b\|) \|w - u\|`,
    String.raw`0 \le h(w)`, String.raw`h(w) - 2 h(u) \le \langle w - u, \nabla h(w) \rangle`
  ])('%s is proved', line => {
    expect(first(functions + properties, line)).toBe('proved')
  })
  test.each([
    String.raw`g(w) - g(u) \le \langle w - u, \nabla g(u) \rangle`, String.raw`g(w) - g(u) \le 3 \|w - u\|`,
    String.raw`h(w) - h(u) \ge \langle w - u, \nabla h(w) \rangle`, String.raw`h(w) - h(u) \le (\|a\| + \|b\|) \|w - u\|`,
    String.raw`1 \le H(w_1)`, String.raw`h(u) \le \langle u - w, \nabla h(w) \rangle`
  ])('%s is wrong', line => {
    expect(first(functions + properties, line)).toBe('wrong')
  })
})

describe('what is not proved is refused where it is declared', () => {
  test.each([
    ['H(t) := -t^2', 'is convex', 'a proof that H is convex, got a counterexample, H_v = '],
    // less than 1-Lipschitz nowhere, but not flat enough for 1/2
    [String.raw`H(t) := |t|`, String.raw`is \frac{1}{2}-Lipschitz`, String.raw`a proof that H is \frac{1}{2}-Lipschitz, got a counterexample`],
    ['H(t) := t^3', 'is nonnegative', 'a proof that H is nonnegative, got a counterexample'],
    ['H(t) := t^2', 'is 1-Lipschitz', 'a proof that H is 1-Lipschitz, got a counterexample'],
    ['H(t) := t^2', 'is convex, 2-smooth', 'convex, \\rho-Lipschitz, nonnegative, of a function that is defined, got smooth'],
    [String.raw`H \in \mathbb{R}`, 'is convex', 'a function of one argument that is defined before, H(x) := ...'],
    // at 0 alone it is above its neighbours, and that its tangents tell
    [String.raw`H(t) := \begin{cases} t^2 & t^2 > 0 \\ 5 & \text{else} \end{cases}`, 'is convex', 'a proof that H is convex, got none']
  ])('%s %s', (definition, about, message) => {
    const [line] = checked(`${definition}\nH : \\mathbb{R} \\to \\mathbb{R} ${about}`, '')
    expect([line?.kind, line?.reason]).toEqual(['not understood', expect.stringContaining(message)])
  })
})

test('properties are those of a function as it was, not of one whose names were declared anew', () => {
  const block = String.raw`s, t \in \mathbb{R}
k := 1
H(x) := k x^2
H : \mathbb{R} \to \mathbb{R} is convex`
  const line = String.raw`$$H(s) - H(t) \le (s - t) \nabla H(s)$$`
  expect(checked(block, line).map(verdictOf)).toEqual(['proved'])
  expect(checked(block, `\n\`\`\`lemmata\nk := -1\n\`\`\`\n${line}`).map(verdictOf)).toEqual(['wrong'])
})

test('points of opaque functions may depend on the parameters of definitions', () => {
  const block = String.raw`a, u, w \in \mathbb{R}^2
F : \mathbb{R} \to \mathbb{R} convex
f(x) := F(\langle a, x \rangle)
k(w) := f(w + a) + f(2 w)`
  expect(first(block, String.raw`k(u) - k(w) \le \langle u - w, \nabla k(u) \rangle`)).toBe('proved')
  expect(first(block, String.raw`k(u) - k(w) \le \langle u - w, \nabla k(w) \rangle`)).toBe('wrong')
})

const where = String.raw`a, b, k, x \in \mathbb{R}
u, w \in \mathbb{R}^2
y \in \{1..2\}
F : \mathbb{R} \to \mathbb{R} convex, 1-Lipschitz
`

describe('a property says nothing of what it was not proved of', () => {
  test.each([
    ['another variable', String.raw`H(t) := |t - a^3|`, String.raw`\mathbb{R}`],
    ['a label', String.raw`H(t) := |t - u_y|`, String.raw`\mathbb{R}`],
    ['an opaque function', 'H(t) := F(t)', String.raw`\mathbb{R}`],
    ['a size', String.raw`H(t) := \|t\|_1`, String.raw`\mathbb{R}^n`]
  ])('%s is refused', (_, definition, set) => {
    const found = checked(`${where}sizes n = 1..2\n${definition}\nH : ${set} \\to \\mathbb{R} is convex`, '')
    expect(found.map(({ kind }) => kind)).toEqual(['not understood'])
  })
  test('arguments of another shape', () => {
    const norm = String.raw`H(t) := \|t\|_1
H : \mathbb{R} \to \mathbb{R} is convex, 1-Lipschitz`
    expect(first(where + norm, String.raw`H(a) - H(b) \le |a - b|`)).toBe('proved')
    expect(first(where + norm, String.raw`H(u) - H(w) \le \|u - w\| + 10^{300}`)).not.toBe('proved')
  })
  test('settings that are declared later', () => {
    const block = String.raw`${where}K(x) := x_1 - 1 + \sum_i (i - 1) |x_i|
K : \mathbb{R}^2 \to \mathbb{R} is convex`
    const line = String.raw`K(u) - K(w) \le \langle u - w, \nabla K(u) \rangle`
    expect(first(block, line)).toBe('proved')
    expect(checked(block, `\n\`\`\`lemmata\nindices 0..n-1\n\`\`\`\n$$${line} + 10^{60}$$`).map(verdictOf)).not.toContain('proved')
  })
})

describe('what is not known where a side is undefined proves nothing', () => {
  test.each([
    String.raw`\begin{cases} |F(\log x) - F(0)| & x > 0 \\ x & \text{else} \end{cases} \ge -1000000000000`,
    String.raw`\begin{cases} [\sqrt{x} > 10^9] & x > 0 \\ x & \text{else} \end{cases} \ge -10^{18}`
  ])('%s', line => {
    expect(first(where, line)).not.toBe('proved')
  })
  test('a sum in a function does not capture a name of its argument', () => {
    const block = String.raw`${where}h(a) := F(\sum_{k=1}^2 a)`
    expect(first(block, String.raw`h(k) \le F(\sum_{k=1}^2 k) + 10^{60}`)).not.toBe('proved')
  })
})

test('what holds of a function where it is defined says nothing of its slope where it is not', () => {
  const block = String.raw`v, z \in \mathbb{R}
H(t) := -\log(t + 10^{60})
H : \mathbb{R} \to \mathbb{R} is convex`
  expect(first(block, String.raw`H(v) - H(z) \le (v - z) \nabla H(v)`)).toBe('proved')
  expect(first(block, String.raw`(\nabla H(v) - \nabla H(z)) (v - z) \ge -10^{300}`)).not.toBe('proved')
})

test('a product that is not above 0 makes no variable 0, as a sum of squares does', () => {
  const block = String.raw`s, t \in \mathbb{R}
P := \begin{cases} 1 & s t > 0 \\ t & \text{else} \end{cases}
Q := \begin{cases} 0 & s^2 + t^2 > 0 \\ t & \text{else} \end{cases}`
  expect(first(block, 'Q = 0')).toBe('proved')
  expect(first(block, String.raw`P \ge -10^{300}`)).not.toBe('proved')
})
