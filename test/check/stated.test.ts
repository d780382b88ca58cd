import { describe, expect, it, test } from 'vitest'
import { stated } from '../../src/check/index.js'
import type { Judgement } from '../../src/claim/index.js'

const effort = { seed: 1, runs: 100, cancelled: () => false }

const judged = (tex: string, declarations: string): Judgement => {
  const { judge } = stated({ id: 'line', title: 'a line', source: 'a test', tex, declarations })
  return judge(effort)
}

const vectors = 'sizes n = 1..3\nx, y \\in \\mathbb{R}^n'
const matrices =
  'sizes m = 1..2, n = 1..3\nA, B \\in \\mathbb{R}^{m \\times n}\nC \\in \\mathbb{R}^{n \\times m}\nx \\in \\mathbb{R}^n, y \\in \\mathbb{R}^m'
    .replace(', y \\in', '\ny \\in')
const softmax = `sizes K = 2..3
z \\in \\mathbb{R}^K
y \\in \\{1..K\\}
p := \\mathrm{softmax}(z)
L := -\\log p_y`
const squares = `sizes m = 1..2, n = 1..2
X \\in \\mathbb{R}^{m \\times n}
w \\in \\mathbb{R}^n
y \\in \\mathbb{R}^m
L := \\|X w - y\\|^2`
const descent = `sizes n = 1..2
w^t, v_t \\in \\mathbb{R}^n
\\eta > 0
w^1 := 0
w^{t+1} := w^t - \\eta v_t`
const sigmoid = 'x \\in \\mathbb{R}\n\\sigma(x) := \\frac{1}{1 + e^{-x}}'

describe('a true line holds, and with one sign, factor, index or transpose changed it is refuted', () => {
  test.each([
    ['the square of a sum', vectors, '\\|x+y\\|^2 = \\|x\\|^2 + 2x^T y + \\|y\\|^2', '\\|x+y\\|^2 = \\|x\\|^2 - 2x^T y + \\|y\\|^2', 'proved'],
    ['a chain', vectors, '\\|x-y\\|^2 = \\langle x-y, x-y \\rangle = \\|x\\|^2 - 2\\langle x, y\\rangle + \\|y\\|^2',
      '\\|x-y\\|^2 = \\langle x-y, x-y \\rangle = \\|x\\|^2 - \\langle x, y\\rangle + \\|y\\|^2', 'proved'],
    ['a product of matrices, entry by entry', matrices, '(A C)_{ij} = \\sum_k A_{ik} C_{kj}', '(A C)_{ij} = \\sum_k A_{ik} C_{ki}', 'proved'],
    ['a transposed product', matrices, '(A x)^T y = x^T A^T y', '(A x)^T y = x^T A^T y + y_1', 'proved'],
    ['a trace', matrices, '\\mathrm{tr}(A C) = \\mathrm{tr}(C A)', '\\mathrm{tr}(A C) = -\\mathrm{tr}(C A)', 'proved'],
    ['an outer product', matrices, '(y x^T)_{ij} = y_i x_j', '(y x^T)_{ij} = 2 y_i x_j', 'proved'],
    ['the gradient of cross-entropy', softmax, '\\frac{\\partial L}{\\partial z_i} = p_i - \\mathbb{1}\\{i = y\\}',
      '\\frac{\\partial L}{\\partial z_i} = p_i + \\mathbb{1}\\{i = y\\}', 'proved'],
    ['the Jacobian of softmax', softmax, '\\frac{\\partial p_i}{\\partial z_j} = p_i ([i = j] - p_j)',
      '\\frac{\\partial p_i}{\\partial z_j} = p_i ([i = j] - p_i)', 'proved'],
    ['the same as a matrix', softmax, '\\frac{\\partial p}{\\partial z} = \\mathrm{diag}(p) - p p^T',
      '\\frac{\\partial p}{\\partial z} = \\mathrm{diag}(p) + p p^T', 'proved'],
    ['least squares', squares, '\\nabla_w L = 2 X^T (X w - y)', '\\nabla_w L = X^T (X w - y)', 'proved'],
    ['a descent', descent, 'w^3 = -\\eta (v_1 + v_2)', 'w^3 = -\\eta (v_1 + v_3)', 'proved'],
    ['the slope of the sigmoid', sigmoid, '\\sigma\'(x) = \\sigma(x)(1 - \\sigma(x))', '\\sigma\'(x) = \\sigma(x)(1 + \\sigma(x))', 'proved'],
    ['a law of logarithms', 'a, b > 0'.replace('a, b', 'a')
      + '\nb > 0', '\\log(a b) = \\log a + \\log b', '\\log(a b) = \\log a - \\log b', 'proved'],
    ['Cauchy and Schwarz', vectors, 'x^T y \\le \\|x\\| \\|y\\|', 'x^T y \\ge \\|x\\| \\|y\\|', 'proved'],
    ['the largest entry', vectors, '\\max_i x_i \\ge x_1', '\\max_i x_i \\le x_1', 'proved'],
    ['cases', 'x \\in \\mathbb{R}', '|x| = \\begin{cases} x & x \\ge 0 \\\\ -x & \\text{else} \\end{cases}',
      '|x| = \\begin{cases} x & x \\ge 0 \\\\ x & \\text{else} \\end{cases}', 'proved'],
    ['a product over an index', vectors, '\\prod_{i=1}^2 (1 + i) = 6', '\\prod_{i=1}^2 (1 + i) = 5', 'proved'],
    ['a sum without its own index', vectors, '\\sum_{i \\ne 1} x_i = \\sum_i x_i - x_1', '\\sum_{i \\ne 1} x_i = \\sum_i x_i', 'proved'],
    ['an index that hides a parameter', 'k \\in \\mathbb{R}\nf(i) := \\sum_{i=1}^3 i', 'f(k) = 6', 'f(k) = 3 k', 'proved'],
    ['a matrix in rows', 'a \\in \\mathbb{R}', '\\begin{pmatrix} 1 & a \\\\ 0 & 1 \\end{pmatrix} \\begin{pmatrix} 1 \\\\ 1 \\end{pmatrix} = \\begin{pmatrix} 1 + a \\\\ 1 \\end{pmatrix}',
      '\\begin{pmatrix} 1 & a \\\\ 0 & 1 \\end{pmatrix} \\begin{pmatrix} 1 \\\\ 1 \\end{pmatrix} = \\begin{pmatrix} a \\\\ 1 \\end{pmatrix}', 'proved']
  ])('%s', (_, names, right, wrong, verdict) => {
    expect(judged(right, names).verdict).toBe(verdict)
    expect(judged(wrong, names).verdict).toBe('refuted')
  })
})

describe('what does not fit is refused before a number is drawn', () => {
  test.each([
    ['x = A x', matrices, 'expected two sides of one shape, a vector of n entries, got a vector of m entries'],
    ['x y = 1', vectors, 'got a vector of n entries'],
    ['x + 1 = y', vectors, 'got a number'],
    ['\\frac{1}{x} = y', vectors, 'expected a number, got a vector of n entries'],
    ['\\mathrm{tr}(A) = 1', matrices, 'expected a square matrix, got an m x n matrix'],
    ['x = q', vectors, 'expected a name that is declared'],
    ['\\sum_k 1 = 3', vectors, 'expected a range for k'],
    ['f(x) = 1', vectors, 'nothing is claimed'],
    ['x', vectors, 'nothing is claimed'],
    ['x := y', vectors, 'nothing is claimed']
  ])('%s', (tex, names, message) => {
    const found = judged(tex, names)
    expect('reason' in found ? found.reason : found.verdict).toContain(message)
  })
})

test.each(['x = y', 'x + x = 2 x = 3 x', 'x = y = x + 0 = 2 x', 'x = x; x \\le y; x = 2 y', 'x = q; x = y; x = x'])(
  'the counterexample of a line among others is found again by its path: %s', tex => {
    const { judge } = stated({ id: 'line', title: 'a line', source: 'a test', tex, declarations: 'x, y \\in \\mathbb{R}' })
    const first = judge(effort)
    const { input, path } = first.verdict === 'refuted' ? first.counterexample : {}
    expect(path).toBeDefined()
    expect(judge({ ...effort, ...path === undefined ? {} : { path } })).toMatchObject({ verdict: 'refuted', counterexample: { input } })
  }
)

describe('what would be in print and not judged is refused', () => {
  const numbers = 'x, y \\in \\mathbb{R}'
  test.each([
    ['x = x \\text{ is false}', 'no words but those before conditions'],
    ['x = x \\text{ = 2}', 'no words but those before conditions'],
    ['x = x \\text{$= 2$}', 'no words but those before conditions'],
    ['x = x \\mbox{ = y}', 'no words but those before conditions'],
    ['\\begin{aligned} & \\text{never: } \\\\ & x = x \\end{aligned}', 'no words but those before conditions'],
    ['x = x \\tag{= 2}', 'a number as its tag'],
    ['x = y \\textcolor{white}{- y + x}', 'no colours'],
    ['\\def\\pi{3} \\pi = 3', 'got more'],
    ['\\begin{aligned} x &:= 3 \\\\ x &= 3 \\end{aligned}', 'x as it is declared'],
    ['1 = 1$$ x = y $$1 = 1', 'got more'],
    ['1 = 1$$\n```lemmata\ny := x\n```\n$$x = y', 'got more']
  ])('%s', (tex, message) => {
    const found = judged(tex, numbers)
    expect('reason' in found ? found.reason : found.verdict).toContain(message)
  })

  test('nor do declarations end their block', () => {
    const found = judged('x = y', `${numbers}\n\`\`\`\nSuppose $x = y$. Then\n\`\`\`lemmata`)
    expect('reason' in found ? found.reason : found.verdict).toContain('got more')
  })

  test('what is not in print is not read', () => {
    expect(judged('x = y \\phantom{- y + x}', numbers).verdict).toBe('refuted')
  })

  test.each([
    ['x = x \\tag{7a}', numbers], ['x y \\ge x \\text{ if } x > 0 \\text{ and } y > 1', numbers],
    ['u_i = u_i \\quad \\text{for all } i', 'sizes n = 1..2\nu \\in \\mathbb{R}^n'],
    ['\\text{loss} + x = x + \\text{loss}', `${numbers}\n\\text{loss} \\in \\mathbb{R}`],
    ['|x| = \\begin{cases} x & \\text{if } x \\ge 0 \\\\ -x & \\text{otherwise} \\end{cases}', numbers]
  ])('words before conditions, names and numbers of lines are none of these: %s', (tex, names) => {
    expect(['proved', 'supported']).toContain(judged(tex, names).verdict)
  })
})

it('says for which sizes it was judged, and names the step and the size where it breaks', () => {
  expect(judged('x^T y = y^T x', vectors).evidence.scope).toContain('n = 1..3')
  const wrong = judged('x^T y = y^T x = x^T x', vectors)
  expect(wrong.verdict === 'refuted' ? wrong.counterexample.detail : '').toContain('step 2 of 2: n = 1')
})

it('goes from any first member by a rule for the next, where none is declared', () => {
  const free = descent.replace('w^1 := 0\n', '')
  expect(judged('w^3 = w^1 - \\eta (v_1 + v_2)', free).verdict).toBe('proved')
  expect(judged('w^3 = -\\eta (v_1 + v_2)', free).verdict).toBe('refuted')
  expect(judged('w^3 = w^1 - \\eta (v_1 + v_2)', descent).verdict).toBe('proved')
  expect(judged('\\|w^1\\|^2 \\le 0', free).verdict).toBe('refuted')
})
