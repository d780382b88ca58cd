import { describe, expect, test } from 'vitest'
import { checked, verdictOf } from './checked.js'

const raw = String.raw
const found = (declared: string, tex: string) => checked(`sizes n = 1..2
f, g : \\mathbb{R}^n \\to \\mathbb{R} convex
h : \\mathbb{R}^n \\to \\mathbb{R} convex, L-smooth
r : \\mathbb{R}^n \\to \\mathbb{R} convex, \\rho-Lipschitz
q : \\mathbb{R}^n \\to \\mathbb{R} L-smooth
w^*, w, u \\in \\mathbb{R}^n
${declared}`, `$$${tex}$$`)
const flat = 'fhrq'.replace(/./g, name => raw`\nabla ${name}(w^*) = 0` + '\n')

describe('a function whose gradient is 0 at a point', () => {
  test.each([
    [raw`f(w) - f(w^*) \ge 0`, 'proved'], [raw`f(w) - f(w^*) \le 0`, 'wrong'], [raw`f(w) - f(u) \ge 0`, 'wrong'],
    // nothing of the kind is said of g
    [raw`g(w) - g(w^*) \ge 0`, 'wrong'],
    [raw`\nabla f(w^*) = 0`, 'proved'], [raw`\nabla f(w) = 0`, 'wrong'],
    [raw`\nabla f(w)^T (w - w^*) \ge 0`, 'proved'], [raw`\nabla f(w)^T (w - u) \ge 0`, 'wrong'],
    [raw`h(w) - h(w^*) \le \frac{L}{2} \|w - w^*\|^2`, 'proved'],
    [raw`h(w) - h(w^*) \le \frac{L}{4} \|w - w^*\|^2`, 'wrong'],
    [raw`h(w) - h(w^*) \ge \frac{1}{2 L} \|\nabla h(w)\|^2`, 'proved'],
    [raw`h(w) - h(w^*) \ge \frac{1}{L} \|\nabla h(w)\|^2`, 'wrong'],
    [raw`r(w) \ge r(w^*)`, 'proved'], [raw`r(w) - r(w^*) \le \rho \|w - w^*\|`, 'proved'],
    [raw`r(w) \le r(w^*)`, 'wrong'],
    // what is not convex may be less elsewhere
    [raw`q(w) \ge q(w^*)`, 'wrong'], [raw`\|\nabla q(w)\| \le L \|w - w^*\|`, 'holds'],
    [raw`\|\nabla q(w)\| \le \frac{L}{2} \|w - w^*\|`, 'wrong']
  ])('%s: %s', (tex, expected) => {
    expect(found(flat, tex).map(verdictOf)).toEqual([expected])
  })
  test('is told of in the reason', () => {
    expect(found(flat, raw`f(w) \ge f(w^*)`)[0]?.reason).toContain('convex f with gradient 0 at w_star')
  })
  test('without the declaration nothing is the least', () => {
    expect(found('', raw`f(w) - f(w^*) \ge 0`).map(verdictOf)).toEqual(['wrong'])
  })
  test('another name that is spelled alike in plain text is another point', () => {
    const both = `w_{star} \\in \\mathbb{R}^n\n${flat}`
    expect(found(both, raw`f(w_{star}) = f(w^*)`).map(verdictOf)).toEqual(['wrong'])
    expect(found(both, raw`f(w) \ge f(w_{star})`).map(verdictOf)).toEqual(['wrong'])
    expect(found(both, raw`f(w) \ge f(w^*)`).map(verdictOf)).toEqual(['proved'])
  })
  test('where the name is declared anew it is another point', () => {
    expect(found(`${flat}w^* \\in \\mathbb{R}^n`, raw`h(w) - h(w^*) \ge 0`).map(verdictOf)).not.toContain('proved')
  })
  test.each([
    [raw`\nabla f(w + u) = 0`, 'a declared point'], [raw`\nabla f(v) = 0`, 'a declared point'],
    [raw`\nabla f(w) = 1`, 'a declaration'],
    [raw`\nabla p(w) = 0`, 'a function of which only properties are known'],
    ['\\nabla f(w) = 0\n\\nabla f(u) = 0', 'one such point'],
    [raw`k : \mathbb{R}^n \to \mathbb{R} convex, 0-smooth`, 'affine'],
    ['a, b > 0\nk : \\mathbb{R}^n \\to \\mathbb{R} convex, (a - b)-smooth', 'above 0']
  ])('%s is refused', (line, expected) => {
    expect(found(line, '1 = 1').map(({ reason = '' }) => reason).join()).toContain(expected)
  })
})
