import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { check, type Line, summaryOf, text } from '../../src/check/index.js'
import { checked } from './checked.js'

const effort = { seed: 1, runs: 100, cancelled: () => false }
const examples = new URL('../../docs/examples/', import.meta.url)
const documents = readdirSync(examples).map(name => ({ name, document: readFileSync(new URL(name, examples), 'utf8') }))

const declared = '```lemmata\nsizes n = 1..2\nx, y \\in \\mathbb{R}^n\na \\in \\mathbb{R}\n```\n'
const found = (body: string): ReadonlyArray<Line> => check(`${declared}${body}\n`, effort)
const brief = ({ line, column, kind, verdict }: Line): ReadonlyArray<unknown> => [line, column, verdict ?? kind]

describe('the examples hold, and each line of them is understood', () => {
  test.each(documents)('$name', ({ document }) => {
    const lines = check(document, effort)
    expect(lines.filter(({ verdict }) => verdict !== 'holds')).toEqual([])
    expect(lines.length).toBeGreaterThan(3)
  })
})

interface Planted {
  readonly name: string
  readonly from: string
  readonly to: string
}

// One edit in each, at its first place after the declarations.
const planted: ReadonlyArray<Planted> = [
  { name: 'softmax.md', from: '- z_y$$', to: '+ z_y$$' },
  { name: 'softmax.md', from: '- p_j\\right)', to: '- p_i\\right)' },
  { name: 'softmax.md', from: '- p p^T', to: '+ p p^T' },
  { name: 'softmax.md', from: '&= p_i -', to: '&= 2 p_i -' },
  { name: 'least-squares.md', from: '- 2 y^T X w', to: '- y^T X w' },
  { name: 'least-squares.md', from: '= 2 X^T (X', to: '= X^T (X' },
  { name: 'least-squares.md', from: 'X_{ij} \\left', to: 'X_{ik} \\left' },
  { name: 'logistic-regression.md', from: '= \\sigma(-z)', to: '= \\sigma(z)' },
  { name: 'logistic-regression.md', from: '= \\sigma(z) - t', to: '= t - \\sigma(z)' },
  { name: 'descent.md', from: '\\frac{1}{2 \\eta} \\left', to: '\\frac{1}{\\eta} \\left' },
  { name: 'descent.md', from: '\\le \\frac', to: '\\ge \\frac' },
  { name: 'normalisation.md', from: '- \\mu^2$$', to: '- \\mu$$' },
  { name: 'normalisation.md', from: '= \\frac{2}{n}', to: '= \\frac{1}{n}' }
]

describe('an edit of an example is found in its line, and nothing else is called wrong', () => {
  test.each(planted)('$name: $to', ({ name, from, to }) => {
    const document = documents.find(known => known.name === name)?.document ?? ''
    const at = document.indexOf(from, document.indexOf('```', document.indexOf('```lemmata') + 3))
    expect(at).toBeGreaterThan(0)
    const lines = check(document.slice(0, at) + to + document.slice(at + from.length), effort)
    const wrong = lines.filter(({ verdict }) => verdict === 'wrong')
    expect(new Set(wrong.map(({ line }) => line))).toEqual(new Set([document.slice(0, at).split('\n').length]))
  })
})

it('compares what follows an error with the beginning of its chain too', () => {
  expect(found('$$(a + 1)^2 = a^2 + 1 = a^2 + 2 a + 1$$').map(({ verdict }) => verdict)).toEqual(['wrong', 'holds'])
})

it('goes on from the display before, and says so where there is none', () => {
  expect(found('$$(a + 1)^2$$ is $b$ $$= a^2 + 2 a + 1$$ $$= a^2$$').map(({ verdict, line }) => [line, verdict]))
    .toEqual([[6, 'holds'], [6, 'wrong']])
  expect(check('$$= 1$$', effort).map(({ kind, reason }) => [kind, reason])).toEqual([
    ['not understood', 'expected a side before the relation, got none that was understood']])
})

it('goes on from nothing after a line that was not understood', () => {
  expect(found('$$a^2 = a a$$ $$z + \\ldots = a$$ $$= a$$').map(({ kind, verdict }) => verdict ?? kind))
    .toEqual(['holds', 'not understood', 'not understood'])
})

it('reports one error in rows once, and compares figures with the beginning of their rows', () => {
  const rows = '$$\\begin{aligned} (a + 1)^2 &= a^2 + 1 \\\\ &= a^2 + 2 a + 1 \\\\ &= (a + 1)(a + 1) \\end{aligned}$$'
  expect(found(rows).map(({ verdict }) => verdict)).toEqual(['wrong', 'holds', 'holds'])
  const figures = '$$\\begin{aligned} \\frac{1}{3} &= 0.33 \\\\ &= 0.333 \\\\ &= 0.334 \\end{aligned}$$'
  expect(found(figures).map(({ verdict }) => verdict)).toEqual(['holds', 'holds', 'wrong'])
})

it('goes back in a chain as far as its sides are equal', () => {
  expect(found('$$1 \\le 2.0 \\cdot 1.5 = 3.0$$').map(({ verdict }) => verdict)).toEqual(['holds', 'holds'])
  expect(found('$$4 \\le 3 = 4$$').map(({ verdict }) => verdict)).toEqual(['wrong', 'wrong'])
})

it('says which sign or factor makes a wrong line true', () => {
  expect(found('$$a - 1 = 1 - a$$')[0]?.suggestion).toBe('with the other sign on the right it is true')
  expect(found('$$a + a = a$$')[0]?.suggestion).toBe('with twice the right side it is true')
})

it('tells definitions, figures, and what it does not understand', () => {
  const body = '$q = a + 1$ and $q = 1 + a$, $e^3 = 20.09$, $e^3 = 20.19$, $z + 1 = a$, $a < 1$, $a_i = 1$'
  expect(found(body).map(({ kind, verdict }) => verdict ?? kind))
    .toEqual(['definition', 'holds', 'holds', 'wrong', 'not understood', 'wrong', 'not understood'])
  expect(found(body).map(({ column }) => body.slice(column - 1, column))).toEqual(['q', '=', '=', '=', 'z', '<', 'a'])
})

it('passes over code, prices and inline formulas that say nothing', () => {
  expect(found('`$a = 2$` costs \\$5 or \\$6, see $a$, [\\[a = 2, b\\]](#) and\n```\n$a = 2$\n```\n')).toEqual([])
})

it('reads rows that go on, LaTeX displays and comments with declarations', () => {
  const rows = '\\begin{align*}\n  (a + 1)^2 &= (a + 1)(a + 1) \\\\\n  &= a^2 + a + 1\n\\end{align*}'
  const document = `% lemmata: a \\in \\mathbb{R}\n${rows}\n\\[ a = a \\]\n`
  expect(check(document, effort).map(brief)).toEqual([[3, 14, 'holds'], [4, 4, 'wrong'], [6, 6, 'holds']])
})

it('counts columns in characters, after CRLF and beyond U+FFFF', () => {
  expect(check('```lemmata\r\na \\in \\mathbb{R}\r\n```\r\n𝔸𝔸 $a = 2$\r\n', effort).map(brief)).toEqual(
    [[4, 7, 'wrong']]
  )
})

it('says what it does not understand inside a sentence too', () => {
  expect(found('so $a = 1/2n$, and $\\sum x$').map(({ kind }) => kind)).toEqual(['not understood'])
})

it('gives a reason without an empty label', () => {
  expect(found('$$\\frac{1}{a - a} = 1$$')[0]?.reason).toBe('a divisor is 0 for all values: a side is undefined')
})

it('reads the declarations of its page', () => {
  const page = readFileSync(new URL('../check.md', examples), 'utf8')
  const [, block = ''] = /````md\n([^]*?)````/.exec(page) ?? []
  expect(check(`${block}\n$$w^2 = -\\eta v_1$$\n`, effort).map(brief)).toEqual([[expect.any(Number), 7, 'holds']])
})

it('refuses definitions that lead back to themselves, and goes on', () => {
  const block = [
    'a, x, w^t \\in \\mathbb{R}', 'w^1 := 1', 'w^{t+1} := a w^{t + 2}', 'f(x) := f(x) + 1', 'b := c', 'c := b'
  ].join('\n')
  const lines = checked(block, '$$w^3 = a$$ $$f(x) = 1$$ $$b = 1$$ $$x = x$$')
  expect(lines.map(({ kind, verdict }) => verdict ?? kind)).toEqual(
    ['not understood', 'not understood', 'not understood', 'holds']
  )
  expect(new Set(lines.slice(0, 3).flatMap(({ reason }) => reason ?? []))).toEqual(
    new Set(['expected definitions that come to an end, got one that leads back to itself']))
})

it('tells a declaration that it cannot read, by its line', () => {
  const [line] = check('```lemmata\nx \\in \\mathbb{Q}\n```\n', effort)
  expect([line?.line, line?.kind, line?.reason]).toEqual([2, 'not understood', expect.stringContaining('a set')])
})

it('writes as a compiler does, and counts last', () => {
  const document = `${declared}$$\\|x - y\\|^2 = \\|x\\|^2 - x^T y + \\|y\\|^2$$\n`
  expect(text('homework.md', document, check(document, effort))).toBe([
    'homework.md:6:15: wrong: n = 1: left 0, right 0.0625',
    '    $$\\|x - y\\|^2 = \\|x\\|^2 - x^T y + \\|y\\|^2$$',
    '                  ^',
    '    at x = 0.25, y = 0.25; judged for n = 1..2',
    '0 not understood; 1 line: 0 hold (0 proved), 1 wrong',
    ''
  ].join('\n'))
})

it('counts each kind once', () => {
  const lines = found('$$a = a$$ $$a = 2$$ $$z = 1$$ $$a + = 1$$')
  expect(summaryOf(lines)).toEqual({
    lines: 4, hold: 1, proved: 1, wrong: 1, vacuous: 0, undecided: 0, figures: 0, definitions: 1, conditions: 0,
    notUnderstood: 1, skipped: 0
  })
})

describe('a step has a limit of time', () => {
  const afterAsked = (most: number) => () => {
    let asked = 0
    return { seed: 1, runs: 100, cancelled: () => (asked += 1) > most }
  }
  const long = `${declared}$$\\sum_{i=1}^{2000} a^i = \\sum_{i=1}^{2000} a^i a / a$$\n$$a + a = 2 a$$\n$$2 a = a$$\n`

  test('what takes longer is undecided, and says so; the others are judged', () => {
    const lines = check(long, afterAsked(10))
    expect(lines.map(({ verdict }) => verdict)).toEqual(['undecided', 'holds', 'wrong'])
    expect(lines[0]?.reason).toBe('the time for one line was over before it was judged')
  })

  test('with no time at all nothing is judged, and nothing is called right or wrong', () => {
    expect(check(long, afterAsked(0)).map(({ verdict }) => verdict)).toEqual(['undecided', 'undecided', 'undecided'])
  })
})

describe('what does not fit in what a name stands for is told at the name', () => {
  test.each([
    ['x \\in \\mathbb{R}^k', '$$x^T x \\ge 0$$', [
      4, 3
    ], 'expected sizes that are declared in the shape of x, as by "sizes n = 1..3", got k'],
    ['g(u) := u + q', '$$1 + g(2) = 3$$', [4, 7], 'expected a name that is declared, in what g stands for, got q']
  ])('%s', (declaration, line, place, reason) => {
    const [found] = checked(declaration, `${line}\nMore text.`)
    expect([found?.kind, [found?.line, found?.column], found?.reason]).toEqual(['not understood', place, reason])
  })
})
