import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { check, declarations, suggested } from '../../src/check/index.js'

const effort = { seed: 1, runs: 20, cancelled: () => false }
const examples = new URL('../../docs/examples/', import.meta.url)
const fence = /^```lemmata\n[^]*?^```\n/gm
const bare = readdirSync(examples).map(name => ({
  name, document: readFileSync(new URL(name, examples), 'utf8').replace(fence, '')
}))

/** The declarations, without their reasons. */
const drafted = (document: string): ReadonlyArray<string> =>
  suggested(document).split('\n').map(line => line.replace(/ *%.*$/, '')).filter(line => line !== '')

describe('of the examples without their blocks', () => {
  test.each(bare)('$name: the draft can be read', ({ document }) => {
    expect(declarations(suggested(document))).toMatchObject({ _tag: 'Right' })
    expect(suggested(document).split('\n').filter(line => !line.includes('%'))).toEqual([])
    expect(suggested(document)).not.toContain('cannot be read')
  })

  // A function of several numbers that only the block defines cannot be found again; its lines are set aside.
  // Nor does a document say over what its expectations are.
  test.each(bare.filter((
    { document }
  ) => !document.includes('\\mathbb{E}')))('$name: at least half of the lines are understood', ({ document }) => {
    const meaningless = [...suggested(document).matchAll(/^% (\S+) is a function that nothing defines/gm)].map(
      ([, name = '']) => name
    )
    const lines = check(`\`\`\`lemmata\n${suggested(document)}\n\`\`\`\n${document}`, effort)
      .filter(({ reason = '' }) => !meaningless.some(name => reason.endsWith(`got ${name}(...)`)))
    const understood = lines.filter(({ kind }) => kind !== 'not understood').length
    expect(understood).toBeGreaterThan(1)
    expect(2 * understood).toBeGreaterThanOrEqual(lines.length)
  })
})

it('remarks that an index with an index is one of a vector of labels', () => {
  expect(suggested('$$L = \\sum_{i=1}^m -\\log p_{i, y_i}$$')).toContain(
    '% y has an index and is one, so it is a vector of labels: y \\in \\{1..C\\}^m'
  )
})

describe('sentences', () => {
  it('declare sets and signs, with the sizes in them', () => {
    const document = 'Let $x, y \\in \\mathbb{R}^n$ and $A \\in \\mathbb{R}^{m \\times n}$,'
      + ' where $\\eta > 0$ and $c \\in \\{1, \\dots, C\\}$.'
    expect(drafted(document)).toEqual([
      'sizes n = 1..2', 'sizes m = 1..2', 'sizes C = 1..2',
      'x, y \\in \\mathbb{R}^n', 'A \\in \\mathbb{R}^{m \\times n}', '\\eta > 0', 'c \\in \\{1..C\\}'
    ])
    expect(suggested(document)).toContain('% line 1 says "$\\eta > 0$"')
  })

  it('tell sizes by what is counted', () => {
    expect(drafted('We have $n$ training samples in dimension $d$ and $X$ and their labels.')).toEqual(
      ['sizes n = 1..3', 'sizes d = 1..3']
    )
  })

  it('are not believed where they cannot be read', () => {
    expect(drafted('Let $x \\in \\mathcal{X}$ and $a > 1$.')).toEqual([])
  })
})

describe('uses', () => {
  test.each([
    ['an index', '$$\\sum_{i=1}^n x_i = 1$$', 'x \\in \\mathbb{R}^n'],
    ['the bound of a sum', '$$\\sum_{i=1}^n x_i = 1$$', 'sizes n = 1..3'],
    ['two indices', '$$\\sum_{i=1}^m \\sum_{j=1}^n W_{ij} = 1$$', 'W \\in \\mathbb{R}^{m \\times n}'],
    ['a norm', '$$\\|x\\| = 1$$', 'x \\in \\mathbb{R}^n'],
    ['what is added to a vector', '$$\\|x + 2 y\\| = 1$$', 'y \\in \\mathbb{R}^n'],
    ['a capital letter before a vector', '$$\\|A x\\| \\le \\|x\\|$$', 'A \\in \\mathbb{R}^{n \\times m}'],
    ['a small letter before a vector', '$$\\|a x\\| \\le \\|x\\|$$', 'a \\in \\mathbb{R}'],
    ['a transpose', '$$w^T w = 1$$', 'w \\in \\mathbb{R}^n'],
    ['a transpose in the time of T', '$$\\sum_{t=1}^T w^T v_t = 1$$', 'w \\in \\mathbb{R}^n'],
    ['an index above', '$$\\sum_{t=1}^T \\|w^t\\|^2 = 1$$', 'w^t \\in \\mathbb{R}^n'],
    ['an index below of vectors', '$$\\sum_{t=1}^T \\|v_t\\|^2 = 1$$', 'v_t \\in \\mathbb{R}^n'],
    ['a power of a Greek letter', '$$\\sum_{t=1}^T \\beta^t = 1$$', '\\beta \\in \\mathbb{R}'],
    ['a number for some members', '$$\\sum_{t=1}^T \\|v_t\\|^2 = \\|v_1\\|$$', 'v_t \\in \\mathbb{R}^n'],
    ['a function without a meaning', '$$\\|\\nabla L(w)\\| = 1$$', 'L : \\mathbb{R}^n \\to \\mathbb{R}'],
    ['an index of no sum', '$$\\sum_{j=1}^K z_j = z_y$$', 'y \\in \\{1..K\\}'],
    ['a divisor', '$$\\frac{1}{2 \\eta} = 1$$', '\\eta > 0'],
    ['a number before a bracket', '$$\\alpha (x + y) = \\alpha x$$', '\\alpha \\in \\mathbb{R}'],
    ['numbered matrices', '$$\\|W_1 x\\| = \\|W_2 x\\|$$', 'name W_1 \\in \\mathbb{R}^{n \\times m}'],
    ['a word', '$$\\mathrm{MSE} = \\mathrm{MSE} + 0$$', '\\mathrm{MSE} \\in \\mathbb{R}'],
    ['a unit vector', '$$e^T A e = 1$$', 'e \\in \\mathbb{R}^n'],
    ['the sigmoid', '$$1 - \\sigma(z) = \\sigma(-z)$$', '\\sigma(z) := \\frac{1}{1 + e^{-z}}']
  ])('%s: %s', (_, document, line) => {
    expect(drafted(document)).toContain(line)
  })

  it('of what the document defines first, or its block declares, are left to these', () => {
    expect(drafted('$$q = a + 1$$ $$q = 1 + a$$')).toEqual(['a \\in \\mathbb{R}'])
    expect(drafted('$$f(z) = z^2 = z z$$ $$f(b) = b^2$$')).toEqual(['z \\in \\mathbb{R}', 'b \\in \\mathbb{R}'])
    expect(drafted('```lemmata\nn \\in \\mathbb{R}\nx \\in \\mathbb{R}^2\n```\n$$\\|x + y\\| = n$$')).toEqual(
      ['y \\in \\mathbb{R}^2']
    )
    expect(suggested('$$1 = 1$$')).toBe('% every name is declared')
  })

  it('of functions of several numbers are told, and entries may be defined', () => {
    expect(suggested('$$g(x, y) - 1 = g(y, x)$$')).toContain('% g is a function that nothing defines: g(x, ...) := ...')
    expect(drafted('$$p_i = z_i^2$$ $$p_i = z_i z_i$$')).toEqual(['sizes n = 1..3', 'z \\in \\mathbb{R}^n'])
  })
})

it('never says what is meant of a document that cannot be read', () => {
  expect(suggested('$$\\frac{1$$ $a = $ $$\\oint$$')).toBe('% every name is declared')
})
