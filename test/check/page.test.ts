import { describe, expect, it, test } from 'vitest'
import { check } from '../../src/check/index.js'
import { placeIn, placesOf } from '../../src/check/document.js'
import { page } from '../../src/report/check/page.js'

const effort = { seed: 1, runs: 50, cancelled: () => false }
const declared = '```lemmata\nsizes n = 1..2\nx, y \\in \\mathbb{R}^n\na \\in \\mathbb{R}\n```\n'
const shown = (document: string, file = 'homework.md'): string => page(file, document, check(document, effort))
const main = (body: string): string => /<main>([^]*)<\/main>/.exec(shown(`${declared}${body}\n`))?.[1] ?? ''

/** The parts of formulas that have a colour, as their texts. */
const steps = (html: string, tone: string): ReadonlyArray<string> =>
  [...html.matchAll(new RegExp(`<(mstyle|mo) class="step ${tone}">(?<inner>.*?)</\\1>`, 'g'))].map(({ groups }) =>
    (groups?.['inner'] ?? '').replace(/<[^>]*>/g, ''))

const hostile = '<script>alert("1 & 2")</script>'

describe('the page of a document', () => {
  const everything = shown([
    declared, `# ${hostile}`, `${hostile} \`${hostile}\` **${hostile}**`, '', `$$\\text{${hostile}} = a$$`, '',
    `$\\frac{${hostile} = a$`, '',
    '\\href{javascript:alert(1)}{x} $\\href{javascript:alert(1)}{x} = a$ <!-- </style></main> -->', '', '$$a = 2$$',
    '```', hostile, '```', '$q = a$'
  ].join('\n'), hostile)

  it('escapes every word of the document', () => {
    expect(everything).not.toMatch(/<script|javascript:[^<]*"|<!--/i)
    expect(everything.match(/<\/(?:style|main)>/g)).toEqual(['</style>', '</main>'])
    expect(everything).toContain('<title>&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt;: ')
  })

  it('needs nothing from elsewhere', () => {
    expect(everything).not.toMatch(/https?:|\bsrc=|@import|url\(|@font-face|<link/i)
  })

  it('links only to places that it has', () => {
    const ids = new Set([...everything.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))
    const links = [...everything.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id)
    expect(links.length).toBeGreaterThan(2)
    expect(links.filter(id => !ids.has(id))).toEqual([])
  })

  it('shows the prose, in order, with line numbers', () => {
    const blocks = [...main('# The *mean*\nis $a$\nhere\n\n- a point\n- another\n$$a = a$$\nso').matchAll(
      /<span class="at">(\d+)<\/span><div><(\w+)/g)].map(([, line, tag]) => [Number(line), tag])
    expect(blocks).toEqual([[2, 'pre'], [6, 'h2'], [7, 'p'], [10, 'p'], [11, 'p'], [12, 'div'], [13, 'p']])
  })

  it('gives each row of a table a line of its own', () => {
    expect(main('| a | b |\n| --- | --- |\n| $a$ | 2 |').match(/<p class="point">\|/g)?.length).toBe(3)
  })

  it('leads to what is wrong first', () => {
    expect([...main('$$q = \\oint$$ $$a = 2$$').matchAll(/<p class="look \w+">([a-z ]+) in/g)].map(([, word]) => word))
      .toEqual(['wrong', 'not understood'])
  })

  it('tells sizes where there are any', () => {
    expect(main('$$a = a$$')).not.toContain('<dt>For</dt>')
    expect(main('$$x^T x \\ge 0$$')).toContain('<dt>For</dt><dd>n = 1..2</dd>')
  })

  it('says how each line was read, and what speaks against it', () => {
    const html = main('$$a - 1 = 1 - a$$')
    expect(html).toContain('<code>a - 1 = 1 - a</code>')
    expect(html).toMatch(/<dt>Fails at<\/dt><dd><code>a = [^<]+<\/code>/)
    expect(html).toContain('<dd>with the other sign on the right it is true</dd>')
    expect(html).toContain('<span class="rank">6:9</span>')
  })

  it('has each side where a line fails', () => {
    const line =
      { line: 1, column: 4, source: '', kind: 'claim', read: '', verdict: 'wrong', left: '0', right: '2' } as const
    const html = page('x', '$a = 2$', [line])
    expect(html).toContain('<dt>Left side</dt><dd><code>0</code></dd>\n<dt>Right side</dt><dd><code>2</code></dd>')
    const once = page('x', '$a = 2$', [{ ...line, read: 'a = 2', reason: 'n = 1: left 0, right 2' }])
    expect(once).toContain('<dl class="facts"><dt>There</dt><dd>n = 1: left 0, right 2</dd></dl>')
  })

  it('keeps what holds closed and opens what does not', () => {
    expect(main('$$a = a$$')).toMatch(/<details class="finding proved" id="found-0">/)
    expect(main('$$a = 2$$')).toMatch(/<details class="finding refuted" id="found-0" open>/)
    expect(main('$$b = a + 2$$')).toMatch(/<details class="finding told" id="found-0">/)
  })

  test.each([
    ['$$a = a$$', 'The line holds'], ['$$a = a$$ $$a = 2$$', '1 of 2 lines is wrong'], ['a', 'No line was judged'],
    ['$$a = a = a$$', 'All 2 lines hold'], ['$$a = a$$ $$a = \\oint$$', '1 of 2 lines hold']
  ])('%s: %s', (body, words) => {
    expect(main(body)).toContain(`<b>${words}</b>`)
  })
})

describe('each step has the colour of its verdict', () => {
  it('from its sign to the next', () => {
    const html = main('$$(a + 1)^2 = (1 + a)^2 = a^2 + 1 \\le 1 + e a^2$$')
    expect([steps(html, 'proved'), steps(html, 'refuted'), steps(html, 'supported')])
      .toEqual([['=(1+a)2'], ['=a2+1'], ['≤1+ea2']])
  })

  it('in the rows of an aligned display, up to the end of the cell', () => {
    const html = main('\\begin{align}\na + a &= 2 a \\\\\n &= 3 a & a\n\\end{align}')
    expect([steps(html, 'proved'), steps(html, 'refuted')]).toEqual([['=2a'], ['=3a']])
  })

  it('inside brackets that are stretched and groups', () => {
    expect(steps(main('$$\\frac{a}{2} = \\left\\{ \\frac{a}{2} \\right\\}$$'), 'proved')).toEqual(['={a2}'])
    expect(steps(main('$${a = 2}$$'), 'refuted')).toEqual(['=2'])
  })

  it('at what is not understood', () => {
    expect(steps(main('$$a = a + q_1$$'), 'erratum')).toEqual(['q1'])
  })

  it('at the sign alone where TeX cannot be cut, and nowhere if not even that', () => {
    const line = { line: 1, source: '', kind: 'claim', read: '', verdict: 'wrong' } as const
    const split = page('x', '$\\begingroup a = 2 \\endgroup$', [{ ...line, column: 16 }])
    expect(steps(split, 'refuted')).toEqual(['='])
    const inside = page('x', '$\\frac ab = 2$', [{ ...line, column: 8 }])
    expect(inside).toContain('<mfrac><mi>a</mi><mi>b</mi></mfrac>')
    expect(page('x', '$\\frac{a = 2$', [{ ...line, column: 9 }])).toContain('<code class="tex">\\frac{a = 2</code>')
  })

  it('leaves the source of the formula as it is written', () => {
    expect(main('$$a = 2 \\text{<\\&}$$')).toContain(
      '<annotation encoding="application/x-tex">a = 2 \\text{&lt;\\&amp;}</annotation>'
    )
  })
})

test('places are found again', () => {
  const document = 'a\r\n𝔸b $x$\n\nc'
  const all = [...document].map((_, k) => [...document].slice(0, k).join('').length)
  expect(all.map(at => placesOf(document)(placeIn(document, at)))).toEqual(all)
})
