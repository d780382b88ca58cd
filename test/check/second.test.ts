import { describe, expect, test } from 'vitest'
import { checked, verdictOf } from './checked.js'


describe('second derivatives', () => {
  const second =
    'sizes n = 1..2\nx, y \\in \\mathbb{R}\nw, v \\in \\mathbb{R}^n\nA \\in \\mathbb{R}^{n \\times n}\nf(x) := x^3\ng(x, y) := x^2 y\nh(w) := w^T A w\n'
      + 'k : \\mathbb{R}^n \\to \\mathbb{R} L-smooth\ns(x) := \\frac{1}{1 + e^{-x}}'
  test.each([
    ['\\frac{d^2}{dx^2} x^3 = 6 x; \\frac{d^2}{dx^2} x^3 = 3 x', 'proved wrong'],
    ['\\frac{d^2 f}{dx^2} = 6 x; \\frac{d^2 f(x)}{dx^2} = 6 x; \\frac{d^2 f(2 x)}{dx^2} = 48 x; \\frac{d^2 f(2 x)}{dx^2} = 12 x', 'proved proved proved wrong'],
    ['f\'\'(x) = 6 x; f\'\'(x) = 3 x^2; f\'\'(2) = 12; f\'\'(x^2) = 6 x^2', 'proved wrong proved proved'],
    ['s\'\'(x) = s(x) (1 - s(x)) (1 - 2 s(x)); s\'\'(x) = s(x) (1 - s(x))', 'proved wrong'],
    ['\\frac{\\partial^2 g(x, y)}{\\partial x \\partial y} = 2 x = \\frac{\\partial^2 g}{\\partial y \\partial x}', 'proved proved'],
    ['\\frac{\\partial^2 g}{\\partial x^2} = 2 y; \\frac{\\partial^2 g}{\\partial x^2} = 2 x', 'proved wrong'],
    ['\\nabla^2 h(w) = A + A^T; \\nabla^2 h(w) = 2 A; \\nabla^2_w (w^T A w) = A + A^T; \\nabla_w^2 h(w) = A + A^T', 'proved wrong proved proved'],
    ['\\frac{\\partial^2 h(w)}{\\partial w \\partial w^T} = A + A^T; \\frac{\\partial^2 h(w)}{\\partial w^2} = A + A^T', 'proved proved'],
    ['\\frac{\\partial^2 h(w)}{\\partial w_i \\partial w_j} = A_{ij} + A_{ji}; \\frac{\\partial^2 h(w)}{\\partial w_i^2} = 2 A_{ii}', 'proved proved'],
    ['\\frac{\\partial^2 h(w)}{\\partial w_i^2} = A_{ii}', 'wrong'],
    // a bracket after the fraction is where it is derived, and no factor
    ['\\frac{df}{dx}(x) = 3 x^2; \\frac{df}{dx}(2) = 12; \\frac{d^2 f}{dx^2}(2) = 12; \\frac{df}{dx}(2) = 6 x^2', 'proved proved proved wrong'],
    ['\\frac{\\partial g}{\\partial x}(1, 2) = 4', 'not understood'],
    // what is left of g(1, 2) after one derivative varies no more
    ['\\frac{\\partial^2 g(1, 2)}{\\partial x \\partial y} = 0', 'not understood'],
    ['\\frac{\\partial}{\\partial x} \\frac{\\partial g(1, 2)}{\\partial y} = 0', 'not understood'],
    ['\\frac{\\partial^2 (w^T A v)}{\\partial w \\partial v} = A', 'not understood'],
    ['\\nabla^2 k(w) = \\nabla^2 k(w)', 'not understood'],
    ['f\'\'\'(x) = 6', 'not understood'], ['\\frac{d^3 f}{dx^3} = 6', 'not understood'],
    ['\\frac{d^2 f}{dx} = 6', 'not understood'],
    ['\\nabla^3 f(x) = 6', 'not understood']
  ])('%s', (tex, expected) => {
    expect(checked(second, `$$${tex}$$`).map(verdictOf).join(' ')).toBe(expected)
  })
  test('with a d that stands for something', () => {
    expect(checked(`${second}\nd \\in \\mathbb{R}`, '$$\\frac{d^2}{d x^2} = \\frac{d}{x^2}$$').map(verdictOf)).toEqual(
      ['not understood']
    )
  })
})
