import { describe, expect, test } from 'vitest'
import { claimsOfDocument } from '../../src/check/index.js'
import { effort } from '../../src/claim/index.js'
import { asExpected } from '../../src/claim/Claim.js'

const block = '```lemmata\nx, y \\in \\mathbb{R}\n```\n'
const about = { id: 'algebra/squares', source: 'algebra' }
const claimsOf = (text: string) => claimsOfDocument(`# Squares\n${block}${text}`, about)
const judged = (text: string) => Object.fromEntries(
  claimsOf(text).map(({ id, judge }) => [id.replace('algebra/squares/', ''), judge(effort())]))
const verdicts = (text: string) => Object.fromEntries(
  Object.entries(judged(text)).map(([name, { verdict }]) => [name, verdict]))

const display = (header: string, tex: string): string => `$$ % lemmata: ${header}\n${tex}$$\n`
const right = display('sum; A-1 A-2; proved', '(x + y)^2 = x^2 + 2xy + y^2')
const wrong = display('difference; ; proved', '(x - y)^2 = x^2 + 2xy + y^2')

describe('a page of claims', () => {
  test('has one for each display with a name, under the heading above it', () => {
    const claims = claimsOf(`${right}## Of a difference\n${wrong}`)
    expect(claims.map(({ id, title, statement, rows }) => [id, title, statement, rows])).toEqual([
      ['algebra/squares/sum', 'Squares', '(x + y)^2 = x^2 + 2xy + y^2', ['A-1', 'A-2']],
      ['algebra/squares/difference', 'Of a difference', '(x - y)^2 = x^2 + 2xy + y^2', []]
    ])
  })

  test('a wrong line refutes its own claim, and no other', () => {
    expect(verdicts(right + wrong)).toEqual({ 'sum': 'proved', 'difference': 'refuted' })
  })

  test('a step of a chain counts as much as the first', () => {
    expect(verdicts(display('chain; ; proved', 'x + x = 2x = 3x'))).toEqual({ 'chain': 'refuted' })
  })

  test('what is not understood leaves its claim undecided', () => {
    const odd = display('of-nothing; ; proved', '(x + z)^2 = x^2')
    expect(verdicts(`${right}${odd}${right.replace('sum', 'again')}`))
      .toEqual({ 'sum': 'proved', 'of-nothing': 'undecided', 'again': 'proved' })
  })

  test('a definition claims nothing', () => {
    expect(verdicts(display('total; ; proved', 's := x + y'))).toEqual({ 'total': 'undecided' })
  })

  test('is judged by drawn values where there is no proof', () => {
    const { sampled } = judged(`${right}${display('sampled; ; supported', '\\cos x \\le 1 + x^4')}`)
    expect([sampled?.verdict, sampled?.evidence.strength]).toEqual(['supported', 'sampled'])
  })

  test('a counterexample is found again by its path', () => {
    const [claim] = claimsOf(display('square; ; proved', 'x^2 \\ge x'))
    const first = claim?.judge(effort())
    const { input, path } = first?.verdict === 'refuted' ? first.counterexample : {}
    expect(path).toBeDefined()
    const again = claim?.judge({ ...effort(1), ...path === undefined ? {} : { path } })
    expect(again).toMatchObject({ verdict: 'refuted', counterexample: { input } })
  })

  test.each([`${right}${right}`, `${right}${display('sum; ; printed', 'x = x')}`,
    display('sum; ; right', 'x = x')])(
    'a name is that of one display, or of one printed and one right: %#', text => {
      expect(() => claimsOf(text)).toThrow(/^a page: expected one display named sum, or one that is printed/)
    }
  )

  test.each(['sum', 'sum; A-1', 'sum; A-1; perhaps', 'Sum; ; proved', 'sum; ; proved; more', 'sum; ; proved; loose; more',
    'sum; ; proved; loose more', 'sum; ; proved; ', 'sum; ; printed; loose'])(
    'says its name, its rows and what is expected: %s', header => {
      expect(() => claimsOf(display(header, 'x = x'))).toThrow(/^line 5 of a page: expected % lemmata: name; ROW-1 ROW-2; proved/)
    }
  )

  test('a verdict weaker than expected is unexpected', () => {
    const expected = (expects: string, tex: string): boolean => {
      const [claim] = claimsOf(display(`bound; ; ${expects}`, tex))
      return claim !== undefined && asExpected(claim, claim.judge(effort()))
    }
    expect(['proved', 'enclosed', 'supported'].map(expects => expected(expects, 'x^2 + y^2 \\ge 2 x y'))).toEqual([true, true, true])
    expect(['proved', 'enclosed', 'supported'].map(expects => expected(expects, '\\cos x \\le 1 + x^4'))).toEqual([false, false, true])
  })

  test('an inequality is as tight as it says: its sides are equal somewhere, or nowhere', () => {
    const tight = (how: string, tex: string) => {
      const found = judged(display(`bound; ; supported; ${how}`, tex))['bound']
      return found === undefined ? undefined : 'reason' in found ? found.reason : found.evidence.tightness
    }
    expect(tight('attained', 'x^2 + y^2 \\ge 2 x y')).toBe('attained at x = 1, y = 1')
    expect(tight('loose', 'x^2 + 3 y^2 + 1 \\ge 2 x y')).toBe('attained nowhere; the smaller side is at most 0.578 of the larger one')
    expect(tight('loose', '\\cos x \\le 2 + x^4')).toMatch(/^attained nowhere; in the drawn cases the smaller side is at most 0\.\d+ of the larger one$/)
    expect(tight('loose', '3 (x^2 + 1) \\ge x^2 + 1')).toBe('attained nowhere; the smaller side is at most 0.334 of the larger one')
    expect(tight('loose', '10^{20} (1 + x^2) + 1 \\ge 10^{20} (1 + x^2)')).toBe('attained nowhere, but the sides came within 1e-9 of each other')
    expect(tight('loose', '-x^2 \\le 1')).toBe('attained nowhere')
    expect(tight('attained loose', '0 \\le x^2 \\le 2 + 2 x^2')).toBe('1 of 2 attained at x = 0; 2 of 2 attained nowhere; the smaller side is at most 0.500 of the larger one')
    const tangent = 'e^x \\ge e^{\\sqrt 2} (1 + x - \\sqrt 2)'
    expect(tight('attained', tangent)).toMatch(/^attained within 1e-9: the sides come together near x = 1\.41421/)
    expect(tight('loose', tangent)).toMatch(/^it is said to be loose, and whether its sides are equal somewhere is open: the sides come together near x/)
    expect(tight('attained', 'x^2 \\ge 0, y^2 \\ge 0')).toBe('1 of 2 attained at x = 0; 2 of 2 attained at y = 0')
    expect(tight('attained', '0 \\le x^2 \\le 1 + x^2')).toBe('2 of 2 is said to be attained, and no case was found where its sides are equal')
    expect(tight('attained attained', 'x^2 \\ge 0')).toBe('it is said of 2 inequalities how tight they are, and there are 1')
    expect(tight('loose', 'x + y = y + x < y + x + 1')).toBe('it is said how tight it is, and there is neither \\le nor \\ge')
    expect(tight('attained', 'x^2 + y^2 + 1 \\ge 2 x y')).toBe('it is said to be attained, and no case was found where its sides are equal')
    expect(tight('loose', 'x^2 + y^2 \\ge 2 x y')).toMatch(/^it is said to be loose, and its sides are equal at x = /)
    expect(verdicts(display('bound; ; proved; attained', 'x^2 + y^2 \\ge 3 x y'))).toEqual({ bound: 'refuted' })
  })

  test('what is printed is refuted, what is right holds', () => {
    const slip = (printed: string, corrected: string): string => display('slip; A-1; printed', printed) + display('slip; A-2; right', corrected)
    const [plus, minus] = ['(x - y)^2 = x^2 + 2xy + y^2', '(x - y)^2 = x^2 - 2xy + y^2']
    const [claim] = claimsOf(slip(plus, minus))
    expect(claim).toMatchObject({ id: 'algebra/squares/slip', statement: minus, rows: ['A-2', 'A-1'], expected: 'erratum' })
    expect(claim?.judge(effort())).toMatchObject({ verdict: 'erratum', printed: { tex: plus }, corrected: { tex: minus } })
    expect(verdicts(slip(plus, minus))).toEqual({ 'slip': 'erratum' })
    expect(verdicts(slip(minus, plus))).toEqual({ 'slip': 'refuted' })
    expect(verdicts(slip(minus, minus))).toEqual({ 'slip': 'undecided' })
    expect(verdicts(slip('x = q', minus))).toEqual({ 'slip': 'undecided' })
  })

  test('says under which declarations its formula is run, and what holds is said of sizes', () => {
    const sized = '```lemmata\nsizes n = 1..3\nu \\in \\mathbb{R}^n\n```\n'
    const [claim] = claimsOf(`${sized}${display('norm; ; proved', '\\|u\\|^2 = u^T u')}`)
    expect(claim?.executed).toEqual({
      given: 'x, y \\in \\mathbb{R}\nsizes n = 1..3\nu \\in \\mathbb{R}^n', bound: {}
    })
    expect(claim?.judge(effort()).evidence.scope).toMatch(/^n = 1\.\.3; /)
  })

  test('of a section that has ended no declaration holds, and none is told', () => {
    const [claim] = claimsOf(`## One\n\`\`\`lemmata\nx := 3\n\`\`\`\n## Other\n${display('three; ; proved', 'x = 3')}`)
    expect(claim?.executed?.given).toBe('x, y \\in \\mathbb{R}')
    expect(claim?.judge(effort()).verdict).toBe('refuted')
  })

  test.each([
    'Suppose $x = y$. Then', 'Let $y := x$.\n\nSo', '$$y := x$$\n', '<!-- Let $x = y$. -->\n\nSo', 'It is so whenever $x = y$:'
  ])('what the prose supposes or defines is no part of a claim: %s', prose => {
    expect(verdicts(`${prose}\n${display('equal; ; proved', 'x = y')}where $x = y$.`)).toEqual({ 'equal': 'refuted' })
  })

  test('a display that begins with a relation goes on from the displays before it', () => {
    const [first, second] = [display('first; ; proved', 'x + x = 2 x'), display('second; ; proved', '= x + y - y + x')]
    expect(verdicts(`${first}And $x = 3$.\n${second}${display('third; ; proved', '= 3 x')}`))
      .toEqual({ 'first': 'proved', 'second': 'proved', 'third': 'refuted' })
  })

  test('a comment in a display ends with its line', () => {
    const [claim] = claimsOf(display('two; ; proved', 'x % half\n + x = 2 x % 50\\%'))
    expect(claim?.statement).toBe('x + x = 2 x')
    expect(claim?.judge(effort()).verdict).toBe('proved')
  })

  test('a command of the page stands for nothing where the statement is shown', () => {
    expect(verdicts(`\\newcommand{\\two}{3}\n${display('two; ; proved', '\\two = 3')}`)).toEqual({ 'two': 'undecided' })
  })

  test('is undecided where a declaration before it is not understood', () => {
    const odd = '```lemmata\nq is a number\n```\n'
    expect(verdicts(`${odd}${right}`)).toEqual({ 'sum': 'undecided' })
    expect(verdicts(`${right}${odd}`)).toEqual({ 'sum': 'proved' })
  })

  test('has the sentence before it as its title, where it is short and has no formula', () => {
    const titled = (before: string) => claimsOf(`${before}\n\n${right}`)[0]?.title
    expect(titled('Some words. The square of\na sum:')).toBe('The square of a sum')
    expect([titled('The square of $x + y$ is:'), titled('and so:'), titled(`The ${'square '.repeat(20)}:`)])
      .toEqual(['Squares', 'Squares', 'Squares'])
  })
})
