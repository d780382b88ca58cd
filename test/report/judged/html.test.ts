import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judgedHtml } from '../../../src/report/judged/html.js'
import { chromiumHere, isSkipped } from '../../chromium.js'
import { endless, everything, hostile, judged, lossy, right, strange, undecided, wrong } from './sample.js'

const page = judgedHtml(judged([...everything, strange, endless], { file: hostile }))

describe('the page', () => {
  test('escapes every word from outside', () => {
    expect(page).not.toMatch(/<script|<\/code><\/pre><|[^\n\u0020-\ud7ff\ue000-\ufffd]/)
    expect(page).toContain('<h2>&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt;]]&gt;\\x1b[31m\\x07\\u202e\\ud800 `*_[x](y)</h2>')
  })
  test('needs nothing from elsewhere', () => {
    expect(page).not.toMatch(/https?:|\bsrc=|@import|url\(|<link/i)
  })
  test('has a card of what is wrong, with all that is known', () => {
    expect(judgedHtml(judged([wrong]))).toContain(`\
<section class="claim refuted" id="function-0">
<div class="headline"><span class="badge">wrong</span><h2>relu_backward</h2><span class="small">line 12</span></div>
<p>dx[0,1] is 1, and should be 0</p>
<dl class="facts"><dt>Got</dt><dd><code>1</code></dd>
<dt>Wanted</dt><dd><code>0</code></dd>
<dt>The law</dt><dd>the gradients are the derivatives of the formula</dd></dl>
<p class="case">The smallest case; a click selects it, to be pasted into Python:</p>
<pre><code>x = np.array([[1., -1.]])
out, cache = relu_forward(x)
dx = relu_backward(dout, cache)</code></pre>
</section>`)
  })
  test('has a short card of what is right', () => {
    const start = '<div class="headline"><span class="badge">right</span>'
    expect(judgedHtml(judged([right, lossy]))).toContain(`\
<section class="claim proved" id="function-0">
${start}<h2>affine_forward</h2></div>
</section>
<section class="claim supported" id="function-1">
${start}<h2>softmax_loss</h2></div>
<p>right, but loses 7 of 16 digits (dx[0,1])</p>
</section>`)
  })
  test.each([
    ['No function was judged', ' bad', []], ['The function is right', '', [right]],
    ['All 2 functions are right', '', [right, right]], ['1 of 2 functions is right', ' bad', [right, undecided]],
    ['2 of 3 functions are right', ' bad', [right, right, wrong]], ['The function is not right', ' bad', [wrong]],
    ['None of 2 functions is right', ' bad', [wrong, undecided]]
  ])('begins with %s', (words, tone, functions) => {
    expect(judgedHtml(judged(functions))).toContain(`<p class="outcome${tone}"><b>${words}</b></p>`)
  })
  test('links to what is not right, and to nothing else', () => {
    const links = [...page.matchAll(/href="#function-(\d+)"/g)].map(([, number]) => Number(number))
    expect(links).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11])
    for (const number of links) expect(page).toContain(`id="function-${number}"`)
  })
})

let browser: Browser | undefined
beforeAll(async () => {
  if (!isSkipped) browser = await chromium.launch({ executablePath: chromiumHere(), args: ['--no-sandbox'] })
})
afterAll(async () => { await browser?.close() })

const open = async (width: number, colorScheme: 'light' | 'dark'): Promise<Page> => {
  if (browser === undefined) throw new Error('no browser')
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, offline: true })
  const shown = await context.newPage()
  await shown.setContent(page)
  return shown
}

describe.skipIf(isSkipped)('in a browser', () => {
  test.each([[1280, 'light'], [1280, 'dark'], [400, 'light'], [400, 'dark']] as const)(
    'it is not wider than the screen, and axe finds nothing: %i, %s', async (width, scheme) => {
      const shown = await open(width, scheme)
      expect(await shown.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      await shown.evaluate(axe.source)
      const found = 'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))'
      expect(await shown.evaluate(found)).toEqual([])
    }
  )
  test('a click on a case selects all of it, as it can be pasted', async () => {
    const shown = await open(400, 'light')
    await shown.locator('pre').first().click()
    expect(await shown.evaluate('getSelection().toString()')).toBe(wrong.case)
  })
})
