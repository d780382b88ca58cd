import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumHere, isSkipped } from '../chromium.js'

// The kernels in vectors are a part of the bundle, and nothing is fetched: a page has them, unless it forbids to compile.

const folder = mkdtempSync(join(tmpdir(), 'kernels-'))
const source = (path: string): string => JSON.stringify(resolve(import.meta.dirname, '../../src/tensor', path))
const entry = `export * as T from ${source('index.ts')}; export { kernel } from ${source('kernel/chosen/kernel.ts')}`

beforeAll(async () => {
  const built = await rolldown({
    input: 'tensors', platform: 'browser',
    plugins: [{
      name: 'tensors', resolveId: id => (id === 'tensors' ? id : undefined),
      load: id => (id === 'tensors' ? entry : undefined)
    }],
    resolve: { alias: { 'fp-ts/lib': 'fp-ts/es6' }, extensionAlias: { '.js': ['.ts', '.js'] } }
  })
  await built.write({ file: join(folder, 'lemmata.js'), format: 'iife', name: 'lemmata' })
})
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

const flags = [
  '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync',
  '--disable-component-update', `--user-data-dir=${join(folder, 'profile')}`
]

test.skipIf(isSkipped).each([
  ['', 'simd'],
  ['<meta http-equiv="Content-Security-Policy" content="script-src \'unsafe-inline\' file:">', 'plain']
])('a page with the head "%s" computes by the kernel %s', async (head, kernel) => {
  const page = join(folder, `${kernel}.html`)
  writeFileSync(page, `<!doctype html><meta charset="utf-8">${head}<script src="lemmata.js"></script><pre></pre><script>
    const { T, kernel } = lemmata
    const x = T.ones([50, 50])
    document.querySelector('pre').textContent = kernel() + ' ' + T.at(T.matmul(x, x), [49, 49])
  </script>`)
  const { stdout } = await promisify(execFile)(chromiumHere(), [...flags, '--dump-dom', `file://${page}`])
  expect(/<pre>([^<]*)<\/pre>/.exec(stdout)?.[1]).toBe(`${kernel} 50`)
})
