import { describe, expect, test } from 'vitest'
import { claims as proofs } from '../../proofs-numeric/index.js'
import { claims as laws } from '../../properties/index.js'
import { formula, render } from '../../src/report/formula.js'
import { html } from '../../src/report/index.js'
import { hostile, proved, refuted, session, slip, supported, undecided, withMarkup } from './sample.js'

const figure = {
  id: 'v', topic: 'bound', title: hostile, caption: hostile,
  plot: {
    title: hostile, x: { label: hostile, log: true }, y: { label: hostile, log: false },
    series: [{ label: hostile, points: [{ x: 1, y: 2 }, { x: 10, y: 3 }] }]
  }
}
const everything = [proved, supported, slip, refuted, undecided, withMarkup]
const page = html(session(everything, {
  notCheckable: [{ row: hostile, document: hostile, place: hostile, statement: hostile, reason: hostile }]
}), [figure])

/** The tags left open at the end, and those closed out of order. */
const unbalanced = (source: string): ReadonlyArray<string> =>
  [...source.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*?(\/?)>/gi)].reduce<ReadonlyArray<string>>((open, [, closing, name = '', empty]) => {
    if (['meta', 'br', 'mspace'].includes(name) && closing === '' || empty === '/') return open
    if (closing === '') return [...open, name]
    return open[open.length - 1] === name ? open.slice(0, -1) : [...open, `/${name}`]
  }, [])

describe('the page', () => {
  test('escapes every word from outside', () => {
    expect(page).not.toMatch(/<script/i)
    expect(page).toContain('&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt;')
  })
  test('needs nothing from elsewhere', () => {
    expect(page).not.toMatch(/https?:|\bsrc=|@import|url\(|<link/i)
  })
  test('is well formed', () => {
    expect(unbalanced(page)).toEqual([])
  })
  test('draws formulas and plots', () => {
    expect(page).toContain('<math')
    expect(page).toContain('<svg class="plot"')
  })
  test('links only to places that it has', () => {
    const ids = new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))
    const links = [...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id)
    expect(links.length).toBeGreaterThan(3)
    expect(links.filter(id => !ids.has(id))).toEqual([])
  })
  test('opens what is not as expected and keeps the rest closed', () => {
    expect(page).toMatch(/<details class="claim refuted surprise" id="values\/wrong" open>/)
    expect(page).toMatch(/<details class="claim proved" id="bound\/gap">/)
  })
  test('shows errata, replays and reasons', () => {
    expect(page).toContain('printed <del>8.516e26</del>, right <ins>8.520e26</ins>')
    expect(page).toContain('lemmata verify values/wrong --seed 7 --runs 50 --path 2:1:0')
    expect(html(session([proved]))).toContain('<td>wording</td>')
  })
  test('is the same for the same session', () => {
    expect(html(session(everything), [figure])).toBe(html(session(everything), [figure]))
  })
})

describe('formulas', () => {
  test('what is not TeX is shown as it is written, escaped', () => {
    expect(formula(String.raw`\frac{<b>`)).toBe(String.raw`<code class="tex">\frac{&lt;b&gt;</code>`)
  })
  test.each([
    ['\\mathbf{w1}', '𝐰𝟏'], ['\\mathbb{RZ1}', 'ℝℤ𝟙'], ['\\mathcal{LX}', 'ℒ𝒳'], ['\\boldsymbol{\\mu}', '𝝁'], ['\\mathbf{\\Gamma}', '𝚪'], ['\\mathrm{d}x', 'dx'],
    ['\\mathfrak{gC}', '𝔤ℭ'], ['\\mathsf{T0}', '𝖳𝟢'], ['\\mathtt{a}', '𝚊'], ['\\mathbf{+}', '+']
  ])('browsers draw the font of %s', (tex, letters) => {
    expect(render(tex).replace(/<annotation.*?<\/annotation>/, '').replace(/<[^>]*>/g, '')).toBe(letters)
  })
  test('TeX cannot link or load', () => {
    expect(formula(String.raw`\href{javascript:alert(1)}{x} \includegraphics{x.png}`)).not.toMatch(/href=|<img/)
  })
  test.each([...proofs, ...laws].map(({ id, statement }) => ({ id, statement })))('$id is TeX', ({ statement }) => {
    expect(render(statement)).toMatch(/^<span class="katex"><math/)
  })
})
