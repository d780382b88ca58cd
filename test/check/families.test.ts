import { describe, expect, test } from 'vitest'
import { checked, verdictOf } from './checked.js'


describe('a family whose index has a range', () => {
  const family =
    'sizes d = 1..2, K = 1..3, m = 1..2\nw_j, v^{(j)} \\in \\mathbb{R}^d for j = 1..K\nx \\in \\mathbb{R}^d\nq_j \\in \\mathbb{R}_+^d for j = 0..K\n'
      + 'a_i \\in \\mathbb{R} \\text{ for } i = 1, \\dots, m\ny_i \\in \\{1..K\\} for i = 1..m\ns_t \\in (0, 1)'
  test.each([
    ['\\sum_{j=1}^K w_j^T x = \\left(\\sum_{j=1}^K w_j\\right)^T x', 'proved'],
    ['\\sum_j \\|w_j\\|^2 = \\sum_{j=1}^K w_j^T w_j', 'proved'],
    ['\\sum_j \\|w_j\\|^2 = \\|\\sum_j w_j\\|^2', 'wrong'],
    ['\\left\\|\\sum_{j=1}^K w_j\\right\\|^2 \\le K \\sum_{j=1}^K \\|w_j\\|^2', 'proved'],
    ['\\left\\|\\sum_{j=1}^K w_j\\right\\|^2 \\le 2 \\sum_{j=1}^K \\|w_j\\|^2', 'wrong'],
    ['v^{(j)} + w_j = w_j + v^{(j)}', 'proved'],
    ['w_j^T x = x^T w_1', 'wrong'],
    ['\\sum_i a_i^2 = \\|a\\|^2', 'proved'],
    ['\\sum_{i=1}^m \\|w_{y_i}\\|^2 = \\sum_{i=1}^m \\sum_{j=1}^K [y_i = j] \\|w_j\\|^2', 'proved'],
    // members that are not declared
    ['\\sum_{j=1}^K w_{j+1} = \\sum_{j=2}^{K+1} w_j', 'not understood'],
    ['\\sum_{j=0}^K w_j = \\sum_{j=0}^K w_j', 'not understood'],
    ['\\sum_j q_j = \\sum_j q_j', 'not understood'],
    // what is known of members of a sequence
    ['(q_j)_1 > 0; \\sum_{j=0}^K (q_j)_1 > 0; s_t > 0; s_t < 1; s_t > \\frac{1}{2}', 'proved proved proved proved wrong']
  ])('%s', (tex, expected) => {
    expect(checked(family, `$$${tex}$$`).map(verdictOf).join(' ')).toBe(expected)
  })
  test.each([
    ['w \\in \\mathbb{R}^d for j = 1..K', 'names with the index j, as w_j'],
    ['w_i \\in \\mathbb{R}^d for j = 1..K', 'names with the index j, as w_j'],
    ['c_j \\in \\mathbb{R} for j = 2..K', 'c_1 as the first of these numbers']
  ])('%s is not understood', (line, expected) => {
    expect(checked(`${family}\n${line}`, '')[0]?.reason).toContain(expected)
  })
})
