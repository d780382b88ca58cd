import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { createContext, runInContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import { chromiumHere, isSkipped } from '../chromium.js'

// The rooms that judge a document, as a page in a browser loads them: they are small, need nothing of Node, and judge as they do here.

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
const bundle = join(folder, 'lemmata.js')
let told = ''

beforeAll(async () => {
  told = (await run(process.execPath, [resolve(import.meta.dirname, '../../scripts/bundle.mjs'), bundle])).stdout
})
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

const document = `\`\`\`lemmata
sizes n = 1..2
x, y \\in \\mathbb{R}^n
\`\`\`
$$\\|x - y\\|^2 = \\langle x - y, x - y \\rangle = \\|x\\|^2 - \\langle x, y \\rangle + \\|y\\|^2$$
$$\\sin \\|x\\| \\le \\|x\\|, \\qquad$$
and $e^3 = 20.09$, but $x = a$.
`
const judging =
  `JSON.stringify(lemmata.check.check(${JSON.stringify(document)}, { seed: 1, runs: 50, cancelled: () => false }))`
const expected = check(document, { seed: 1, runs: 50, cancelled: () => false })

test('the derivation has a line of each kind', () => {
  expect(expected.map(({ kind, verdict = kind, strength = '' }) => `${verdict} ${strength}`)).toEqual(
    ['holds proved, exact', 'wrong sampled', 'holds sampled', 'holds proved, enclosed', 'not understood '])
})

test('it is at most 250 kB after gzip', () => {
  const [, kB = ''] = /^([\d.]+) kB after gzip/.exec(told) ?? []
  // less than this would not have KaTeX in it
  expect(Number(kB)).toBeGreaterThan(100)
  expect(Number(kB)).toBeLessThanOrEqual(250)
})

test('it judges where there is nothing of Node', () => {
  // the language, and of what every browser has as much as is asked for
  const bare = createContext({ setTimeout: () => 0, clearTimeout: () => undefined })
  runInContext(readFileSync(bundle, 'utf8'), bare)
  expect(runInContext('typeof process + typeof Buffer + typeof require', bare)).toBe('undefinedundefinedundefined')
  expect(JSON.parse(runInContext(judging, bare) as string)).toEqual(expected)
})

const flags = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-sync',
  '--disable-component-update', `--user-data-dir=${join(folder, 'profile')}`
]

test.skipIf(isSkipped)('it judges in headless Chromium', async () => {
  const browser = chromiumHere()
  const page = join(folder, 'page.html')
  writeFileSync(page, `<!doctype html><meta charset="utf-8"><script src="lemmata.js"></script><pre></pre><script>
    document.querySelector('pre').textContent = encodeURIComponent(${judging})
  </script>`)
  const { stdout } = await run(browser, [...flags, '--dump-dom', `file://${page}`], { maxBuffer: 2 ** 26 })
  const [, found = ''] = /<pre>([^<]*)<\/pre>/.exec(stdout) ?? []
  expect(JSON.parse(decodeURIComponent(found))).toEqual(expected)
})
