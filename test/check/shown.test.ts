import { describe, expect, test } from 'vitest'
import { checked, verdictOf } from './checked.js'

const functions = String.raw`a, b, c, u, w \in \mathbb{R}^2
\ell(x) := \begin{cases} \|x\| & \|x\|^2 > 0 \\ 0 & \text{else} \end{cases}
H(t) := \begin{cases} \frac{1}{2} t^2 & |t| \le 1 \\ |t| - \frac{1}{2} & \text{else} \end{cases}
L(t) := \log(1 + e^t) + \log(1 + e^{-t})`
const properties = String.raw`
\ell : \mathbb{R}^2 \to \mathbb{R} is convex, 1-Lipschitz
H, L : \mathbb{R} \to \mathbb{R} is convex, 1-Lipschitz
g(x) := \ell(x - c - a) + 3 \ell(x - c + a)
h(x) := H(\langle a, x - c \rangle) + 2 L(\langle b, x - c \rangle)`

const first = (block: string, line: string): string | undefined => checked(block, `$$${line}$$`).map(verdictOf)[0]

describe('functions with properties that are proved where they are declared', () => {
  test.each([
    String.raw`g(w) - g(u) \le \langle w - u, \nabla g(w) \rangle`, String.raw`g(w) - g(u) \le 4 \|w - u\|`,
    String.raw`h(w) - h(u) \le \langle w - u, \nabla h(w) \rangle`, String.raw`h(w) - h(u) \le (\|a\| + 2 \|b\|) \|w - u\|`
  ])('%s is proved', line => {
    expect(first(functions + properties, line)).toBe('proved')
  })
  test.each([
    String.raw`g(w) - g(u) \le \langle w - u, \nabla g(u) \rangle`, String.raw`g(w) - g(u) \le 3 \|w - u\|`,
    String.raw`h(w) - h(u) \ge \langle w - u, \nabla h(w) \rangle`, String.raw`h(w) - h(u) \le (\|a\| + \|b\|) \|w - u\|`
  ])('%s is wrong', line => {
    expect(first(functions + properties, line)).toBe('wrong')
  })
})

describe('what is not proved is refused where it is declared', () => {
  test.each([
    ['H(t) := -t^2', 'is convex', 'that H is convex is not seen'],
    // less than 1-Lipschitz nowhere, but not flat enough for 1/2
    [String.raw`H(t) := |t|`, String.raw`is \frac{1}{2}-Lipschitz`, 'that H is so flat is not seen'],
    ['H(t) := t^2', 'is 1-Lipschitz', 'that H is so flat is not seen'],
    ['H(t) := t^2', 'is convex, 2-smooth', 'convex, \\rho-Lipschitz, or both, of a function that is defined, got smooth'],
    [String.raw`H \in \mathbb{R}`, 'is convex', 'a function of one argument that is defined before, H(x) := ...'],
    // at 0 alone it is above its neighbours, and that its tangents tell
    [String.raw`H(t) := \begin{cases} t^2 & t^2 > 0 \\ 5 & \text{else} \end{cases}`, 'is convex', 'that H is convex is not seen']
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
