import { describe, expect, it, test } from 'vitest'
import { check } from '../../src/check/index.js'
import { checked, verdictOf } from './checked.js'


const einstein =
  'sizes m = 1..2, n = 2..3, d = 2\nsummation convention\nX \\in \\mathbb{R}^{m \\times n}\nW \\in \\mathbb{R}^{n \\times d}\nx, y \\in \\mathbb{R}^n\na \\in \\mathbb{R}'
const vectors = 'sizes n = 1..3, T = 1..3\nx, y, u \\in \\mathbb{R}^n\na, b \\in \\mathbb{R}\n\\eta > 0'
const descent = `${vectors}\nw^t, v_t, w^* \\in \\mathbb{R}^n\nw^1 := 0    w^{t+1} := w^t - \\eta v_t`
const circular =
  'sizes n = 1..4\nindices 0..n-1\nsubscripts modulo n\na, d \\in \\mathbb{R}^n\nname S, C \\in \\mathbb{R}^{n \\times n}\n'
    + 'd_i := [i = 0]\nS_{ij} := d_{i-j-1}\nC_{ij} := a_{i-j}'
const labels =
  'sizes C = 1..3, m = 1..3\ns \\in \\mathbb{R}^{m \\times C}\nz \\in \\mathbb{R}^C\ny \\in \\{1..C\\}^m\nt \\in \\{-1, 1\\}^m\n'
    + 'p_{ij} := \\frac{e^{s_{ij}}}{\\sum_k e^{s_{ik}}}'
const hinge = (rest: string): string =>
  `$$\\sum_{i=1}^m \\sum_{j \\ne y_i} \\max(0, s_{ij} - s_{i y_i} + 1) = \\sum_{i=1}^m \\sum_{j=1}^C \\max(0, s_{ij} - s_{i y_i} + 1)${rest}$$`
const convex = `${vectors}\nf : \\mathbb{R}^n \\to \\mathbb{R} convex`
const steep = `${vectors}\nf : \\mathbb{R}^n \\to \\mathbb{R} convex, \\rho-Lipschitz`
const smooth = `${vectors}\nf : \\mathbb{R}^n \\to \\mathbb{R} L-smooth`

describe('a line and its verdict', () => {
  test.each([
    // inequalities, by squares where the slack is such a sum
    [vectors, '$$2 x^T y \\le \\eta \\|x\\|^2 + \\frac{1}{\\eta} \\|y\\|^2$$', 'proved'],
    [vectors, '$$2 x^T y \\le \\eta \\|x\\|^2 + \\frac{1}{2 \\eta} \\|y\\|^2$$', 'wrong'],
    [vectors, '$$(x^T y)^2 \\le \\|x\\|^2 \\|y\\|^2$$', 'proved'],
    [vectors, '$$a < a + \\eta$$', 'proved'],
    [vectors, '$$a^2 > 0$$', 'wrong'],
    // strictly, where something positive is left beside the squares
    [vectors, '$$a^2 + 1 > 0; a^2 + 1 > a; a^2 + 1 > 2 a$$', 'proved proved wrong'],
    [vectors, '$$a^2 + b^2 + \\eta > 0; a^2 + b^2 + 1 > a + b; a^2 + b^2 > a + b - 1$$', 'proved proved proved'],
    [vectors, '$$a^2 > a - \\frac{1}{4}; a^2 b^2 > 2 a b - 1$$', 'wrong wrong'],
    [vectors, '$$e^a > 0; 1 < 1 + e^a + e^{-a}; |a| > 0; \\sqrt{\\eta} \\ge 0$$', 'proved proved wrong proved'],
    [`${vectors}\nc \\ge 0`, '$$c > 0; c + \\eta > 0; a^2 c + 2 a + 1 > 0$$', 'wrong proved wrong'],
    [vectors, '$$a^2 \\ge 0$$', 'proved'],
    [descent, '$$\\sum_{t=1}^T \\langle w^t - u, v_t \\rangle \\le \\frac{\\|u\\|^2}{2 \\eta} + \\frac{\\eta}{2} \\sum_{t=1}^T \\|v_t\\|^2$$', 'proved'],
    [descent, '$$\\sum_{t=1}^T \\langle w^t - u, v_t \\rangle \\le \\frac{\\|u\\|^2}{2 \\eta} + \\frac{\\eta}{3} \\sum_{t=1}^T \\|v_t\\|^2$$', 'wrong'],
    // sequences: an index that stands for nothing goes as far as is said, or to the size of its letter
    [descent, '$$w^{t+1} + \\eta v_t = w^t \\quad \\text{for } t = 1, \\ldots, T$$', 'proved'],
    [descent, '$$w^{t+1} = w^t$$', 'wrong'],
    [`${vectors}\n\\|u\\| \\le B`, '$$\\|u\\|^2 \\le B^2$$', 'proved'],
    [`${vectors}\n\\|u\\| \\le B`, '$$\\|u\\|^2 < B^2$$', 'wrong'],
    // conditions on indices; where they leave nothing, nothing is said
    [`${vectors}\nA \\in \\mathbb{R}^{n \\times n}\nA_{ij} := [i = j]`, '$$A_{ij} = 0 \\quad \\text{for } i \\ne j$$', 'proved'],
    [`${vectors}\nA \\in \\mathbb{R}^{n \\times n}\nA_{ij} := [i = j]`, '$$A_{ij} = 0 \\quad \\text{for } i \\le j$$', 'wrong'],
    // indices from 0, and modulo n
    [circular, '$$S C = C S$$', 'proved'],
    [circular, '$$(S C)_{ij} = \\sum_{b=0}^{n-1} S_{ib} C_{bj} = \\sum_{b=0}^{n-1} d_{i-b-1} a_{b-j} = a_{i-j-1}$$', 'proved proved proved'],
    [circular, '$$(S C)_{ij} = a_{i-j+1}$$', 'wrong'],
    [circular.replace('subscripts modulo n\n', ''), '$$S_{ij} = d_{i-j-1}$$', 'not understood'],
    // a label for each index
    [`${labels.replace('m = 1..3', 'm = 1..2')}\nL := \\frac1m \\sum_{i=1}^m -\\log p_{i, y_i}`,
      '$$L = \\frac1m \\sum_{i=1}^m \\left(\\log \\sum_k e^{s_{ik}} - s_{i y_i}\\right)$$ $$\\frac{\\partial L}{\\partial s_{ij}} = \\frac1m (p_{ij} - [j = y_i])$$', 'proved proved'],
    [`${labels}\nL := \\frac1m \\sum_{i=1}^m -\\log p_{i, y_i}`, '$$\\frac{\\partial L}{\\partial s_{ij}} = p_{ij} - [j = y_i]$$', 'wrong'],
    [labels, hinge(' - m'), 'proved'],
    [labels, hinge(''), 'wrong'],
    [labels, '$$\\sum_i z_{y_i} = \\sum_{k=1}^C z_k \\sum_i [y_i = k]$$', 'proved'],
    [labels, '$$z_{y_i} = z_{y_1}$$', 'wrong'],
    [labels, '$$y_i = 1$$ $$y_i \\ge 1$$', 'wrong proved'],
    [labels, '$$t_i^2 = 1$$ $$\\|t\\|^2 = m$$ $$\\|t - u\\|^2 = m - 2 t^T u + \\|u\\|^2$$', 'proved proved not understood'],
    [
      labels.replace('1..3, m = 1..3', '3, m = 4'), '$$\\sum_i z_{y_i} = \\sum_{k=1}^C z_k \\sum_i [y_i = k]$$', 'holds'
    ],
    [labels.replace('y \\in', 'y_i \\in')
      .replace(
        '}^m\nt', '}\nt'
      ), '$$\\sum_i s_{i, y_i} = \\sum_i s_{i, y_i}$$ $$s_{i, y_i} = s_{i, y_i}$$ $$s_{1, y_i} + s_{1, y_i} = 2 s_{1, y_i}$$',
      'not understood not understood proved'],
    // functions of which only properties are known
    [convex, '$$f(x) \\ge f(y) + \\langle \\nabla f(y), x - y \\rangle$$', 'proved'],
    [convex, '$$f(x) \\le f(y) + \\langle \\nabla f(y), x - y \\rangle$$', 'wrong'],
    [convex, '$$f\\left(\\frac{x + y}{2}\\right) \\le \\frac{f(x) + f(y)}{2}$$', 'proved'],
    [convex, '$$f(x) - f(y) + f(y) = f(x)$$', 'proved'],
    [convex, '$$f(x + y) = f(x) + f(y)$$', 'wrong'],
    [steep, '$$f(x) - f(y) \\le \\rho \\|x - y\\|$$', 'proved'],
    [steep, '$$f(x) - f(y) \\le \\frac{\\rho}{2} \\|x - y\\|$$', 'wrong'],
    [smooth, '$$f(y) \\le f(x) + \\langle \\nabla f(x), y - x \\rangle + \\frac{L}{2} \\|y - x\\|^2$$', 'proved'],
    [smooth, '$$f(y) \\ge f(x) + \\langle \\nabla f(x), y - x \\rangle$$', 'wrong'],
    // figures that are computed with, and what they are printed for
    [vectors, '$$e^2 = 7.389, \\quad e^4 = 54.599$$', 'proved wrong'],
    [vectors, '$$\\frac{e^{1.01} - e}{0.01} = \\frac{2.746 - 2.718}{0.01} = 2.73$$', 'holds undecided'],
    [
      vectors, '$$0.5 \\cdot 0.5 = 0.25$$ $$0.5 \\cdot 0.5 = 0.30$$ $$0.5 \\cdot 0.5 = 0.35$$', 'proved undecided wrong'
    ],
    [`${vectors}\nc := a + 1`, 'Let us rewrite $c = a - 1$.', 'wrong'],
    [vectors, '$$2 e^4 e^{e + e^4} = 2 e^4 e^{57.316} = 8.516e26$$', 'holds wrong'],
    // derivatives in other spellings
    [`${vectors}\nf_1(a, b) := a^2 b`, '$$\\frac{\\partial f_1}{\\partial a} = 2 a b; \\ \\partial f_1(3, 2) / \\partial a = 12$$', 'proved proved'],
    [`derivatives: one sign\n${vectors}`, '$$\\partial a^2 / a = 2 a$$', 'proved'],
    [`derivatives: Jacobian columns = outputs\nsizes n = 2..3\nx \\in \\mathbb{R}^n\nA \\in \\mathbb{R}^{n \\times n}`, '$$\\frac{\\partial A x}{\\partial x} = A^T$$', 'proved'],
    [vectors, '$$\\nabla_x \\frac12 x^T x = x$$ $$\\nabla_x \\left(\\frac12 x^T x\\right) = x$$', 'not understood proved'],
    [vectors, '$$sin(a)^2 + cos(a)^2 = 1$$', 'proved'],
    // a matrix is one at each size; ones
    ['sizes m = 1..2, n = 1..2\nX \\in \\mathbb{R}^{m \\times n}\nw \\in \\mathbb{R}^n',
      '$$\\sum_{i=1}^m X_i w = \\sum_{i=1}^m \\sum_{j=1}^n X_{ij} w_j = \\mathbf{1}_m^T X w$$', 'proved proved'],
    // what is given, and what is meant
    ['a, b \\in \\mathbb{R}', 'If $a = b$, then $a - b = 0$ is what we want to see.', 'condition proved'],
    ['p \\in (0, 1)', '$$p (1 - p) \\le \\frac{1}{4}$$', 'proved'],
    ['p \\in (0, 1)', '$$p^2 < p; p^2 > p; p < 1; p^2 \\le p^3; \\frac{1}{1 - p} > 1 + p$$', 'proved wrong proved wrong proved'],
    ['p \\in (0, 1)', '$$e^{\\log p} < p$$', 'wrong'],
    // numbers with a range: by squares, or cut into pieces; its ends belong to it
    ['p \\in [0, 1]', '$$p (1 - p) \\ge 0; p \\le 1; p < 1; p > 0; p + 1 > 0; p^2 \\le p; p^2 < p$$', 'proved proved wrong wrong proved proved wrong'],
    ['0 \\le p \\le 1', '$$p < 1; p - \\sin p \\le 1; e^p \\le 2.7; e^p < 3$$', 'wrong proved wrong proved'],
    ['x \\in [-1, 2.5]', '$$x \\ge -1; (x - 2.5) (x + 1) \\le 0; x \\ge 0; \\log(1 + e^x) < 3; \\log(1 + e^x) < 2.5$$', 'proved proved wrong proved wrong'],
    ['x \\in [0.1, 0.9]', '$$x \\ge 0.1; x \\le 0.9; x < 0.9; x \\log x \\ge -0.4; x \\log x \\ge -0.36$$', 'proved proved wrong proved wrong'],
    ['x \\in [0, 1]\ny \\in [-1, 1]\nz \\in [0, 1]', '$$\\cos(x y) + z > 0.5; \\sin(x + y) + z \\le 1.9; \\sqrt{x} \\ge x$$', 'proved wrong holds'],
    ['p \\in [1, 0]', '', 'not understood'],
    // a part of what bounds it
    ['L > 0\n0 < a \\le \\frac{1}{L}', '$$a L \\le 1; a > 0; a < \\frac{1}{L}; a \\le \\frac{1}{2 L}; (1 - a L) L \\ge 0$$', 'proved proved wrong wrong proved'],
    ['L > 0\na > 0\na \\le \\frac{2}{L + 1}', '$$a + a L \\le 2; a + a L < 2$$', 'proved wrong'],
    ['b \\in \\mathbb{R}\n0 < a \\le b + 1', '', 'not understood'],
    ['0 < a \\le 2 a', '', 'not understood'],
    ['b > 0\na > 0\na \\le 2 a', '', 'not understood'],
    ['p \\in [0, n]', '', 'not understood'],
    ['0 \\le p < 1', '$$p < 1; p \\ge 0; p > 0$$', 'proved proved wrong'],
    ['\\lambda > 1', '$$\\lambda x^2 \\ge x^2$$', 'not understood'],
    ['x \\in \\mathbb{R}\n\\lambda > 1', '$$\\lambda x^2 \\ge x^2; \\lambda \\ge 2$$', 'proved wrong'],
    ['-2 < q < 3\nd < -1', '$$q^2 < 9; q < 2; d^2 > 1$$', 'proved wrong proved'],
    // lines of one block hold together
    ['sizes n = 1..3\nx > 0\nx \\in \\mathbb{R}^n\ny \\in \\mathbb{R}^n\ny > 0', '$$x_i > 0; y_i > 0; x^T y > 0$$', 'proved proved proved'],
    ['x \\in [-1, 2]\nx > 0', '$$x > 0; x \\le 2; x < 2$$', 'proved proved wrong'],
    ['x \\in [0, 1]\nx \\in [2, 3]', '$$x \\le 1$$', 'not understood proved'],
    ['sizes n = 1..3\nx \\in \\mathbb{R}\nx \\in \\mathbb{R}^n', '', 'not understood'],
    ['k \\in \\{1..3\\}\nk > 0', '$$k \\ge 1$$', 'not understood proved'],
    ['l, o, s \\in \\mathbb{R}\n\\text{loss} \\in \\mathbb{R}', '$$loss = 0$$ $$\\text{loss} = loss$$ $$l o s s - l o s s = 0$$', 'not understood not understood not understood'],
    ['t \\in \\{-1, 1\\}', '$$t^2 = 1$$', 'proved'],
    ['t \\in \\{-1, 0, 1\\}', '$$t^2 = 1$$', 'wrong'],
    ['t \\in \\{-1, \\ldots, 1\\}', '$$t^2 = 1$$', 'wrong'],
    ['t \\in \\{0..1\\}', '$$t^2 = t$$', 'proved'],
    ['alias r = \\rho\n\\rho > 0', '$$r = \\rho$$', 'proved'],
    ['skip 8\na \\in \\mathbb{R}', '\n\n\n$$a = a + 1$$', 'skipped'],
    ['a, b \\in \\mathbb{R}\nsolve (1) for b as b^*', '$$2 b + a = 0 \\tag{1}$$ $$b^* = -\\frac{a}{2}$$', 'definition proved'],
    ['a, b \\in \\mathbb{R}\nsolve (1) for b as b^*', '$$2 b + a = 0 \\tag{1}$$ $$b^* = \\frac{a}{2}$$', 'definition wrong'],
    ['a, b \\in \\mathbb{R}', 'We set $a + b = 0$ and go on.', 'condition'],
    ['a \\in \\mathbb{R}', 'This holds where $a > 1$, and for all $a \\ge 2$; $a \\ne 3$ says nothing.', 'condition condition'],
    ['a \\in \\mathbb{R}', 'The condition $a > 0$ must hold, under the assumption that $2 a = 1$.', 'condition condition'],
    ['a \\in \\mathbb{R}', 'We see that $a > 1$, where $a = 2$.', 'proved condition'],
    ['a \\in \\mathbb{R}', '$$a + a = 2 a \\quad (1)$$ $$a (2) = a + 1 \\quad (2)$$', 'proved wrong'],
    ['a \\in \\mathbb{R}\nskip (3)', '$$a = 2 a \\qquad (3)$$ $$a, a = 2 a$$', 'skipped not understood'],
    ['a, b \\in \\mathbb{R}', '$$f(x) = x^2$$ $$f(x, y) = x y$$ $$f(a, b) = a b$$ $$f(x, y) = x$$', 'definition definition proved not understood'],
    // what follows from the line before alone is not judged; what holds anyway is
    ['a \\in \\mathbb{R}', '$$a^2 = a a$$ $$\\Rightarrow a + a = 2 a = a$$', 'proved proved not understood'],
    // where something stands for nothing
    ['a, b \\in \\mathbb{R}', 'It is 1 when $k = a$ and 0 if $k = b$.', 'not understood not understood'],
    ['a, b \\in \\mathbb{R}', 'If $c = a + b$, then $c - a = b$. $$d = d + 1$$', 'definition proved not understood'],
    // an indicator of an array, entry by entry
    [`${vectors}`, '$$\\max(0, x) = x \\odot \\mathbb{1}\\{x > 0\\} = [0 \\le x] \\odot x$$ $$\\max(x, y) = [x \\ge y] \\odot x$$', 'proved proved wrong'],
    [`${vectors}`, '$$[x = y] = 1$$', 'not understood'],
    // the summation convention
    [einstein, '$$X_{ik} W_{kj} = (X W)_{ij}$$ $$X_{ik} W_{kj} = 2 (X W)_{ij}$$ $$X_{ik} W_{jk} = 1$$', 'proved wrong not understood'],
    [einstein, '$$x_i y_i = x^T y$$ $$2 (x_i + y_i) = 2 x_i + 2 y_i$$ $$(x_i y_i)^2 + a = (x^T y)^2 + a$$', 'proved proved proved'],
    [einstein, '$$x_i y_i x_j y_j = (x^T y)^2$$ $$x_i y_i x_i y_i = (x^T y)^2$$ $$\\sum_i x_i y_i = x_j y_j$$', 'proved not understood proved'],
    [einstein, '$$z = W^T x$$ $$s = z^T z$$ $$\\frac{\\partial z_k}{\\partial x_i} = W_{ik}$$ $$\\frac{\\partial s}{\\partial x_i} '
      + '= \\frac{\\partial s}{\\partial z_k} \\frac{\\partial z_k}{\\partial x_i} = 2 z_k W_{ik} = z_k W_{ik}$$',
    'definition definition proved proved proved wrong'],
    ['a, b \\in \\mathbb{R}', '$$c = d = a + b$$ $$c - b = d - b = a$$', 'definition definition proved proved'],
    ['a, b \\in \\mathbb{R}', 'Let $c = a + b$. Then $c - b = a$.', 'definition proved']
  ])('%s: %s', (declared, body, expected) => {
    const told = checked(declared, body).map(verdictOf).join(' ')
    expect(told.split(' ').sort()).toEqual(expected.split(' not ').join(' not_').split(' ')
      .map(word => word.replace('not_', 'not ')).join(' ').split(' ').sort())
  })
})

describe('a declaration holds to the end of its section', () => {
  const document = '# One\n```lemmata\na \\in \\mathbb{R}\n```\n## Two\n$$a + a = 2 a$$\n# Three\n$$a + a = 2 a$$\n'
  it('and where it is missed, that is said', () => {
    const lines = check(document, { seed: 1, runs: 100, cancelled: () => false })
    expect(lines.map(({ line, verdict, kind }) => [line, verdict ?? kind])).toEqual(
      [[6, 'holds'], [8, 'not understood']]
    )
    expect(lines[1]?.reason).toContain('its declaration ended with its section')
  })
})

it('tells what a definition defines, and that nothing uses it', () => {
  const [used, unused] = checked('a \\in \\mathbb{R}', '$b = a + 1$ and $c = 2 a$, so that $b - 1 = a$.').filter(
    ({ kind }) => kind === 'definition'
  )
  expect([used?.reason, unused?.reason]).toEqual(['defines b', 'defines c, which nothing uses'])
})

it('says what one label with an index is to be declared as, and how many choices of labels were tried', () => {
  const [one] = checked(
    'sizes m = 1..3, C = 1..3\nz \\in \\mathbb{R}^C\ny_i \\in \\{1..C\\}', '$$\\sum_{i=1}^m z_{y_i} = 0$$'
  )
  expect(one?.reason).toContain('declare y \\in \\{1..C\\}^m')
  const [some] = checked(labels.replace('1..3, m = 1..3', '3, m = 4'), '$$\\sum_i z_{y_i} - \\sum_i z_{y_i} = 0$$')
  expect([some?.strength, some?.reason]).toEqual(
    ['sampled', '64 choices of the labels were tried for each choice of sizes, of up to 81']
  )
})

it('shows both sides of what is wrong, the left one first', () => {
  const [line] = checked(vectors, '$$a \\ge a + \\eta$$')
  expect([line?.left, line?.right, line?.reason]).toEqual(['0', '0.25', 'left 0, right 0.25'])
  expect(checked('', '$$e^4 = 54.599$$')[0]).toMatchObject(
    { kind: 'figure', verdict: 'wrong', right: '54.599', reason: 'prints 54.599, is 54.598' }
  )
})
