import { describe, expect, it, test } from 'vitest'
import {
  parseTeX, plain, type Scope, type Statement, type Term, type Type, withMacros
} from '../../src/notation/index.js'
import { isLeft, orThrow } from '../../src/prelude/index.js'

const span = { from: 0, to: 0 }
const size = (text: string): Term =>
  (/^\d+$/.test(text) ? { kind: 'number', text, span } : { kind: 'name', name: text, span })
const type = (rows: string, columns = '1'): Type => ({ rows: size(rows), columns: size(columns) })

const scope: Scope = new Map([
  ['n', { kind: 'size', from: 1, to: 3 }],
  ['w^', { kind: 'sequence', type: type('n') }],
  ['v_', { kind: 'sequence', type: type('n') }],
  ['w^*', { kind: 'variable', type: type('n') }],
  ['x', { kind: 'variable', type: type('n') }],
  ['\\eta', { kind: 'variable', type: type('1') }],
  ['W_1', { kind: 'variable', type: type('n', 'n') }],
  ['g', { kind: 'definition', parameters: ['x'], body: size('x') }],
  ['x_{in}', { kind: 'variable', type: type('n', 'n') }],
  ['loss', { kind: 'variable', type: type('1') }]
] as const)

const written = ({ first, steps, conditions }: Statement): string => [
  first === undefined ? '...' : plain(first),
  ...steps.map(({ sign, side }) => `${sign} ${plain(side)}`),
  ...conditions.map(condition => `for ${plain(condition).slice(1, -1)}`)
].join(' ')

const read = (tex: string): string => {
  const found = parseTeX(tex, scope)
  if (isLeft(found)) {
    const { expected, got, span: where = { from: 0, to: 0 } } = found.left
    return `${tex.slice(where.from, where.to)} | expected ${expected}, got ${got}`
  }
  return written(found.right)
}

describe('a formula in TeX is read as it is printed beside it', () => {
  test.each([
    // sums, products, fractions
    ['a + b - c', 'a + b - c'],
    ['a - (b - c)', 'a - (b - c)'],
    ['2x', '2 x'],
    ['2 \\cdot 3', '2 . 3'],
    ['\\frac12 x^2', '(1 / 2) x^2'],
    ['x / 2', 'x / 2'],
    ['-x^2', '-x^2'],
    ['2^{-1}', '2^(-1)'],
    ['(a+b)^2', '(a + b)^2'],
    ['\\left(\\frac{a}{b}\\right)^n', '(a / b)^n'],
    ['{a+b} - c', 'a + b - c'],
    ['12.50 x', '12.50 x'],
    ['\\sqrt{x + 1}', 'sqrt(x + 1)'],
    ['a \\odot b', 'a .* b'],
    // names and scripts
    ['\\mathbf{u}_i', 'u[i]'],
    ['x_{ij}', 'x[i, j]'],
    ['x_{i+1,j}', 'x[i + 1, j]'],
    ['w^{t+1}', 'w{t + 1}'],
    ['w^{(t)}', 'w{t}'],
    ['w^t_i', 'w{t}[i]'],
    ['v_{t,i}', 'v{t}[i]'],
    ['w^*', 'w_star'],
    ['W_1 x', 'W_1 x'],
    ['W_1^T x', 'W_1\' x'],
    ['(A B)^\\top', '(A B)\''],
    ['(Wx)_i', '(W x)[i]'],
    ['x^2', 'x^2'],
    ['\\hat{y}_i', 'y_hat[i]'],
    ['e^{-x}', 'exp(-x)'],
    ['K\' + x\'_i', 'K_prime + x_prime[i]'],
    ['\\Delta\\theta_i', 'Delta_theta[i]'],
    ['x_{\\text{in}_{ij}} + x_{\\mathrm{in}_i}', 'x_in[i, j] + x_in[i]'],
    ['2 loss + \\text{loss}^2', '2 loss + loss^2'],
    ['204\\,864 + 1\\,000.5 + 2\\,x + x_{1\\,2}', '204864 + 1000.5 + 2 x + x[1, 2]'],
    ['e', 'e'],
    ['\\pi', 'pi'],
    // functions
    ['\\log x y', 'log(x y)'],
    ['\\log x \\log y', 'log(x) log(y)'],
    ['\\log x \\cdot y', 'log(x) . y'],
    ['\\tanh(x)^2', 'tanh(x)^2'],
    ['g_i(x)^2 + g_1(x)', 'g(x)[i]^2 + g(x)[1]'],
    ['\\text{ReLU}(W_1 @ x)', 'relu(W_1 x)'],
    ['p(y | x; a)', 'p(y, x, a)'],
    ['p(|y|, |x|)', 'p(abs(y), abs(x))'],
    ['\\sin^2 x', 'sin(x)^2'],
    ['\\mathrm{softmax}(z)', 'softmax(z)'],
    ['g(x) + \\eta(1 - x)', 'g(x) + eta * (1 - x)'],
    ['\\eta(x)', 'eta x'],
    ['\\max(0, 1 - s)', 'max(0, 1 - s)'],
    ['\\max\\{0, s\\}', 'max(0, s)'],
    // brackets
    ['||x||^2', 'norm(x)^2'],
    ['\\|x - y\\|_1', 'norm1(x - y)'],
    ['|x| y', 'abs(x) y'],
    ['\\sin^n(x)', 'sin(x)^n'],
    ['|a||b|', 'abs(a) abs(b)'],
    ['\\left|a\\right| \\left|b + c\\right|', 'abs(a) abs(b + c)'],
    ['|g(|a|) b| ||x||', 'abs(g(abs(a)) b) norm(x)'],
    ['\\langle x, w^t - w^* \\rangle', 'dot(x, w{t} - w_star)'],
    ['2 < x, w^t - w^* > + 1', '2 dot(x, w{t} - w_star) + 1'],
    ['a < b', 'a < b'],
    ['f_1(a, b)', 'f_1(a, b)'],
    ['I_n (x - y)', 'I[n] * (x - y)'],
    ['\\mathbb{1}\\{y = k\\}', '[y = k]'],
    ['2[i \\ne j]', '2 * [i != j]'],
    ['\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix} x', '[[1, 2], [3, 4]] x'],
    ['\\begin{cases} x & x > 0 \\\\ 0 & \\text{else} \\end{cases}', '{ x where x > 0; 0 }'],
    // big operators end at the next sum
    ['\\sum_{i=1}^n x_i^2 + 1', 'sum over i = 1..n of x[i]^2 + 1'],
    ['\\log \\sum_j e^{z_j}', 'log(sum over j of exp(z[j]))'],
    ['\\frac{e^{z_i}}{\\sum_j e^{z_j}}', 'exp(z[i]) / (sum over j of exp(z[j]))'],
    ['\\sum_{j \\ne y} \\max(0, s_j)', 'sum over j where j != y of max(0, s[j])'],
    ['\\max_{1 \\le i \\le n} x_i', 'max over i = 1..n of x[i]'],
    ['\\prod_{i=1}^n \\sum_{j=1}^n x_i x_j', 'product over i = 1..n of sum over j = 1..n of x[i] x[j]'],
    // derivatives
    ['\\frac{\\partial L}{\\partial w_{ij}}', 'd(L)/d(w[i, j])'],
    ['\\frac{d}{dx} x^2 y + 1', 'd(x^2 y)/d(x) + 1'],
    ['\\frac{d}{dx} (x^2) y', 'd(x^2)/d(x) y'],
    ['\\nabla_x L', 'd(L)/d(x)'],
    ['dL/dx_i + d/dx (x^2) y', 'd(L)/d(x[i]) + d(x^2)/d(x) y'],
    ['d x / 2', 'd x / 2'],
    ['\\nabla f(x)^T (y - x)', 'f\'(x)\' * (y - x)'],
    ['f\'(x)', 'f\'(x)'],
    // lines
    ['a = b \\le c', 'a = b <= c'],
    ['= b + c.', '... = b + c'],
    ['a := b', 'a := b'],
    ['a \\coloneqq b', 'a := b'],
    ['x_i = 1 \\quad \\text{for } i = 1, j \\ne k', 'x[i] = 1 for i = 1 for j != k']
  ])('%s', (tex, expected) => {
    expect(read(tex)).toBe(expected)
  })
})

describe('what has two readings or none is refused where it stands', () => {
  test.each([
    ['1/2n', 'n | expected brackets: 1 / (2 n) or (1 / 2) n, got what is read in both ways'],
    ['sin y', 'sin | expected \\sin, or \\operatorname{sin}, got the letters s i n'],
    ['\\sum x_i', '\\sum | expected an index below: \\sum_{i=1}^n, got none'],
    ['(a + b', ' | expected ), got the end'],
    ['a + ', ' | expected a number, a name or a bracket, got the end'],
    ['\\frac{\\partial L}{w}', '\\partial L}{w | expected \\partial before what it is derived by, or "derivatives: one sign" declared, got w'],
    ['\\frac{\\partial^2 L}{\\partial x}', '\\partial^2 L}{\\partial x | expected what is derived by twice, \\partial x^2 or \\partial x \\partial y, got \\partialx'],
    ['\\sin^{-1} x', '-1 | expected a whole power; arcsin and the like are written as words, got -1'],
    ['\\binom{n}{k}', 'n | expected what a formula is made of, got a binomial coefficient'],
    ['\\sqrt[3]{x}', 'x | expected a square root, or a power of 1/n, got a root of degree 3'],
    ['1.2.3', '1.2.3 | expected a number, got 1.2.3'],
    ['a = 667,052', ', | expected 667\\,052 or 667052 for one number, got a comma between digits'],
    ['204 864', '864 | expected 204 \\cdot 864, or 204864 for one number, got 864 after a space'],
    ['a = \\text{sum of all}', 'sum of all | expected a number, a name or a bracket, got the words "sum of all"'],
    ['g\' + 1', '+ | expected (x) after the derivative of g, got +'],
    ['a b)', ') | expected a relation, an operator or the end, got )']
  ])('%s', (tex, expected) => {
    expect(read(tex)).toBe(expected)
  })
})

it('refuses TeX that cannot be typeset, and says where', () => {
  expect(read('\\frac{a}')).toContain('expected TeX that can be typeset')
  expect(read('x'.repeat(20_001))).toContain('at most 20000 characters')
  expect(read('{'.repeat(500) + 'x' + '}'.repeat(500))).toContain('expected')
})

it('knows the macros of the document', () => {
  const macros = { '\\norm': { parameters: 1, body: '\\|#1\\|' }, '\\half': { parameters: 0, body: '\\frac12' } }
  const found = parseTeX('\\norm{x}^2 = \\half', withMacros(new Map(), macros))
  expect(isLeft(found) ? found.left.message : written(found.right)).toBe('norm(x)^2 = 1 / 2')
})

it('places each name where it stands in the text', () => {
  const found = parseTeX('a + \\mathbf{w}_i', new Map())
  const tree = isLeft(found) ? undefined : found.right.first
  expect(tree?.kind === 'binary' ? [tree.left.span, tree.right.span] : undefined).toEqual(
    [{ from: 0, to: 1 }, { from: 12, to: 16 }]
  )
})

describe('braces that are not printed hold nothing together that print would part', () => {
  test.each(['{a+b}^2', 'c {a+b}', '{a+b} c', '- {a - b}', '{a b}^2', '{\\log x}^2', '{\\sum_i x_i}^2', '{-a}^2', 'a - {b - c}', '{a + b}_i', '{a/b} c', 'a / {b c}', '{a/b}^2'])(
    '%s', tex => {
      const read = parseTeX(tex, new Map())
      expect(isLeft(read) ? read.left.message : 'read').toContain('brackets that are seen')
    }
  )

  test.each([
    ['{a+b} + c', 'a + b + c'], ['{x_i}^2', 'x[i]^2'], ['{(a+b)}^2', '(a + b)^2'], ['({a+b})^2', '(a + b)^2'],
    ['{a b} c', 'a b c'], ['2 {a/b}', '2 * (a / b)'],
    ['{\\|x\\|}^2', 'norm(x)^2'], ['e^{{a+b}}', 'exp(a + b)']
  ])('%s', (tex, expected) => {
    const read = orThrow(parseTeX(tex, new Map()))
    expect(read.first === undefined ? '' : plain(read.first)).toBe(expected)
  })
})
