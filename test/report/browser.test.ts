import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documents } from '../../proofs-numeric/ledger.js'
import { modules } from '../../proofs-numeric/manifest.js'
import { claims as laws } from '../../properties/index.js'
import { check } from '../../src/check/index.js'
import { type Claim, effort } from '../../src/claim/index.js'
import { page as documentPage } from '../../src/report/check/page.js'
import { html, type Judged } from '../../src/report/index.js'
import { chromiumHere, isSkipped } from '../chromium.js'

// The report of the whole registry as a browser shows it: at a desk and on a phone, by keyboard, without scripts, and on paper.

const folder = mkdtempSync(join(tmpdir(), 'report-'))
const file = join(folder, 'report.html')

const judgedIn = (path: string) => ({ judge, ...claim }: Claim): Judged =>
  ({ claim: { ...claim, file: path }, judgement: judge(effort(20)), seconds: 0 })

let browser: Browser | undefined
beforeAll(async () => {
  if (isSkipped) return
  const judged = [...modules.flatMap(one => one.claims.map(judgedIn(one.file))), ...laws.map(
    judgedIn('properties/one/of/them.ts')
  )]
  const notCheckable = documents.flatMap(({ title, rows }) =>
    rows.flatMap(({ row, place, statement, reason }) =>
      reason === undefined ? [] : [{ row, document: title, place, statement, reason }]))
  const named = documents.map(({ name, title, rows }) => ({ name, title, rows: rows.map(({ row }) => row) }))
  writeFileSync(
    file, html({ seed: 0, runs: 20, judged, selected: judged.length, notCheckable, documents: named, seconds: 1 })
  )
  browser = await chromium.launch({ executablePath: chromiumHere(), args: ['--no-sandbox'] })
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

interface How {
  readonly width?: number
  readonly colorScheme?: 'light' | 'dark'
  readonly javaScriptEnabled?: boolean
  readonly hash?: string
}

const open = async ({ width = 1280, hash = '', ...how }: How = {}): Promise<Page> => {
  if (browser === undefined) throw new Error('no browser')
  const context = await browser.newContext({ viewport: { width, height: 800 }, offline: true, ...how })
  const page = await context.newPage()
  page.on('pageerror', error => { throw error })
  await page.goto(`file://${file}${hash}`)
  return page
}

const erratum = 'homework-1/regret-bound/removed'

describe.skipIf(isSkipped)('the report of the whole registry', () => {
  test('is below 1.5 MB', () => {
    expect(readFileSync(file).length).toBeLessThan(1_500_000)
  })

  test('its first screen has the documents, three errors and the words', async () => {
    const page = await open()
    for (const what of ['h1', 'nav tbody tr:last-child', '.example:last-child', '.words > :last-child', '.search']) {
      const { y = Infinity, height = 0 } = await page.locator(what).boundingBox() ?? {}
      expect(y + height, what).toBeLessThanOrEqual(800)
    }
    expect(await page.locator('.example math').count()).toBeGreaterThanOrEqual(6)
  })

  test.each([[1280, 'light'], [400, 'dark']] as const)(
    'axe finds nothing at %i, %s', async (width, colorScheme) => {
      const page = await open({ width, colorScheme })
      await page.evaluate(
        `for (const id of ['gaze', 'laws', 'affine']) document.getElementById('group-' + id).open = true`
      )
      await page.evaluate(`for (const fold of document.querySelectorAll('#group-gaze details')) fold.open = true`)
      await page.waitForFunction(`document.querySelector('#group-gaze [tabindex]') !== null || innerWidth > 400`)
      await page.evaluate(axe.source)
      const found = 'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))'
      expect(await page.evaluate(found)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    }, 120_000
  )

  test('no card is wider than the screen of a phone', async () => {
    const page = await open({ width: 400 })
    await page.evaluate(`for (const fold of document.querySelectorAll('details')) fold.open = true`)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400)
    const sentences = modules.flatMap(({ claims }) =>
      claims.filter(({ spoken }) => spoken !== undefined).map(({ id }) => id))
    const isWide = `id => [...document.getElementById(id).querySelectorAll('.headline + .formula, .facts .formula')]
      .some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)`
    expect(await page.evaluate(`${JSON.stringify(sentences)}.filter(${isWide})`)).toEqual([])
  }, 120_000)

  test('few tabs lead through it, the first one past the first screen', async () => {
    const page = await open()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('location.hash')).toBe('#claims')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.name')).toBe('words')
    expect(await page.locator(':is(a, input, select, summary, [tabindex="0"]):visible').count()).toBeLessThan(40)
  })

  test('the search and the filters narrow it down', async () => {
    const page = await open()
    await page.getByLabel('Verdict').selectOption('erratum')
    const all = Number(/^(\d+) of/.exec(await page.locator('output').innerText())?.[1])
    expect(await page.locator('.claim:visible').count()).toBe(all)
    await page.getByLabel('Strength').selectOption('sampled')
    const ofOneStrength = await page.locator('.claim:visible summary').evaluateAll(
      found => found.map(({ textContent }) => textContent))
    expect(ofOneStrength.length).toBeGreaterThan(0)
    expect(ofOneStrength.length).toBeLessThan(all)
    expect(ofOneStrength.filter(text => !/^sampled\b/.test(text))).toEqual([])
    await page.getByLabel('Strength').selectOption('')
    await page.locator('[name=document]').selectOption('gaze')
    const some = await page.locator('.claim:visible').count()
    expect(some).toBeGreaterThan(0)
    expect(some).toBeLessThan(all)
    await page.getByLabel('Search').fill('MEAN loss')
    expect(await page.locator('.claim:visible').evaluateAll(found => found.map(({ id }) => id))).toEqual(
      ['gaze/training-logs/mean-loss']
    )
    await page.evaluate(`location.hash = '#${erratum}'`)
    await page.waitForSelector(`[id="${erratum}"] dl.facts`)
  })

  test.each([true, false])('a link opens its card (scripts: %s)', async javaScriptEnabled => {
    const page = await open({ hash: `#${erratum}`, javaScriptEnabled })
    const card = page.locator(`[id="${erratum}"]`)
    await card.waitFor()
    expect((await card.boundingBox())?.y).toBeLessThan(400)
    expect(await card.locator('.facts').isVisible()).toBe(javaScriptEnabled)
    expect(await page.locator('.search').isVisible()).toBe(javaScriptEnabled)
  })

  test('on paper it is the summary and the errata', async () => {
    const page = await open()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.claim:not(.erratum):visible').count()).toBe(0)
    expect(await page.locator('.claim.erratum:visible').count()).toBe(await page.locator('.claim.erratum').count())
    const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g) ?? []
    expect(pages.length).toBeLessThan(30)
  })
})

const wide = '(a + b)^5 = a^5 + 5 a^4 b + 10 a^3 b^2 + 10 a^2 b^3 + 5 a b^4 + b^5'
const sum = 'a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a'
const written = '```lemmata\na, b \\in \\mathbb{R}\n```\n\n'
  + `Inline $${wide}$, and $${sum}$ alone.\n\n- in a list $${wide}$\n\n$$${wide} + b - b$$\n\n\`\`\`\n${sum}\n\`\`\`\n`

describe.skipIf(isSkipped)('the page of a document with wide formulas', () => {
  const written400 = async (colorScheme: 'light' | 'dark'): Promise<Page> => {
    if (browser === undefined) throw new Error('no browser')
    const page = await (await browser.newContext({ viewport: { width: 400, height: 800 }, colorScheme })).newPage()
    await page.setContent(documentPage('wide.md', written, check(written, effort(20))))
    return page
  }

  test.each(['light', 'dark'] as const)('is as wide as the screen of a phone, and axe finds nothing: %s', async scheme => {
    const page = await written400(scheme)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400)
    await page.evaluate(axe.source)
    const found = 'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))'
    expect(await page.evaluate(found)).toEqual([])
  })

  test('each of its wide formulas scrolls by keyboard', async () => {
    const page = await written400('light')
    const boxes = page.locator(':is(.box, .formula)')
    expect(await boxes.count()).toBe(4)
    for (const box of await boxes.all()) {
      await box.focus()
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => box.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0)
    }
  })
})
