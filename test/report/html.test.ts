import { describe, expect, test } from 'vitest'
import { claims as proofs } from '../../proofs-numeric/index.js'
import { claims as laws } from '../../properties/index.js'
import { effort } from '../../src/claim/index.js'
import { formula, render } from '../../src/report/formula.js'
import { html } from '../../src/report/index.js'
import { phrase } from '../../src/report/phrase.js'
import { hostile, proved, refuted, session, slip, supported, undecided, withMarkup } from './sample.js'

const figure = {
  id: 'v', topic: 'bound', title: hostile, caption: hostile,
  plot: {
    title: hostile, x: { label: hostile, log: true }, y: { label: hostile, log: false },
    series: [{ label: hostile, points: [{ x: 1, y: 2 }, { x: 10, y: 3 }] }]
  }
}
const everything = [proved, supported, slip, refuted, undecided, withMarkup]
const documents = [{ name: 'homework', title: 'A homework', rows: ['HW1-GD-08', 'HW1-GD-09'] }]
const page = html(session(everything, {
  documents,
  notCheckable: [{ row: hostile, document: hostile, place: hostile, statement: hostile, reason: hostile }]
}), [figure])

/** The tags left open at the end, and those closed out of order. */
const unbalanced = (source: string): ReadonlyArray<string> =>
  [...source.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*?(\/?)>/gi)].reduce<ReadonlyArray<string>>(
    (open, [, closing, name = '', empty]) => {
      if (['meta', 'br', 'mspace', 'input'].includes(name) && closing === '' || empty === '/') return open
      if (closing === '') return [...open, name]
      return open[open.length - 1] === name ? open.slice(0, -1) : [...open, `/${name}`]
    }, []
  )

describe('the page', () => {
  test('escapes every word from outside', () => {
    expect(page.match(/<script/gi)).toHaveLength(1)
    expect(page).toContain('&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt;')
  })
  test('needs nothing from elsewhere', () => {
    expect(page).not.toMatch(/https?:|\bsrc=|@import|url\(|<link/i)
  })
  test('is well formed', () => {
    // in HTML an entry of a list of terms ends where the next begins
    expect(unbalanced(page.replace(/<script>[^]*<\/script>/, '').replace(/<\/?d[td]>/g, ''))).toEqual([])
  })
  test('draws formulas and plots', () => {
    expect(page).toContain('<math')
    expect(page).toContain('<svg class="plot"')
  })
  test('links only to places that it has', () => {
    const ids = new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(links.length).toBeGreaterThan(3)
    expect(links.filter(id => !ids.has(id))).toEqual([])
  })
  test('opens what is not as expected and keeps the rest closed', () => {
    expect(page).toMatch(/<article class="claim refuted surprise" id="values\/wrong"[^]*?<details open>/)
    expect(page).toMatch(/<article class="claim proved" id="bound\/gap"[^>]*>(?:(?!<\/article>)[^])*<details>/)
  })
  test('begins with the errors found in each document', () => {
    expect(page).toContain('<h1>2 errors found in 1 document</h1>')
    expect(page).toMatch(
      /<a href="#group-homework">A homework<\/a><\/td><td class="number">1<\/td><td class="number errors">1</
    )
  })
  test('an error has its two forms as formulas, and words where it has no formula', () => {
    expect(page).toMatch(/printed<\/dt><dd><div class="formula wrong"><math>.*?<mn>8.516<\/mn><mo>⋅<\/mo>/)
    expect(page).toContain('right</dt><dd><div class="formula right">8.520e26</div>')
  })
  test('a sentence is words, which break where the line ends', () => {
    const claim = { ...proved.claim, statement: String.raw`\text{it goes on, & on}`, spoken: 'it is a limit' as const }
    const [holds, wrong] = [proved, slip].map(one => html(session([{ ...one, claim: { ...one.claim, ...claim } }])))
    expect(holds).toContain('<div class="formula sentence">it goes on, &amp; on</div>')
    expect(wrong).toContain('<dt>Statement<dd><div class="formula sentence">it goes on, &amp; on</div>')
  })
  test('a claim is found in its document where it was proved there, and an error where its row is', () => {
    const [first = '', ...rest] = page.split('<details class="group"').slice(1)
    expect(first).toContain('id="values/w2"')
    expect(rest.join()).toContain('id="bound/gap"')
  })
  test('has replays and reasons', () => {
    expect(page).toContain('lemmata verify values/wrong --seed 7 --runs 50 --path 2:1:0')
    expect(html(session([proved]))).toContain('<td>wording</td>')
  })
  test('says every number in a sentence', () => {
    expect(page).toContain('At the closest the sides were from 0.125 to 0.25 apart.')
    expect(page).toContain('1000 drawn cases. Rounding left 3 of 1000 cases open.')
    expect(page).toContain('Half of the entries would have shown a relative error of 8.88 · 10^-16.')
    expect(page).toContain('At the closest the distance of the sides has no bound.')
  })
  test('a run without documents says how many claims were judged', () => {
    expect(html(session([proved]))).toContain('<h1>1 claim judged</h1>')
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
    ['\\mathbf{w1}', '𝐰𝟏'], ['\\mathbb{RZ1}', 'ℝℤ𝟙'], ['\\mathcal{LX}', 'ℒ𝒳'], ['\\boldsymbol{\\mu}', '𝝁'],
    ['\\mathbf{\\Gamma}', '𝚪'], ['\\mathrm{d}x', 'dx'],
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
  test.each([...proofs, ...laws].filter(({ expected }) => expected === 'erratum'))(
    'the forms of $id are drawn', ({ id, judge }) => {
      const found = judge(effort())
      if (found.verdict !== 'erratum') throw new Error(found.verdict)
      for (const { text, tex } of [found.printed, found.corrected]) {
        if (tex === undefined && proofs.some(proof => proof.id === id)) expect(text).not.toMatch(
          /\d|[=^<>*/\\]|_\w|sqrt|sigma/
        )
        if (tex !== undefined) expect(render(tex)).toMatch(/<math/)
        expect(phrase({ text, ...tex === undefined ? {} : { tex } })).not.toContain('class="tex"')
      }
    }
  )
})
