import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = mkdtempSync(join(tmpdir(), 'lemmata-rooms-'))
afterAll(() => { rmSync(root, { recursive: true }) })

const put = (file: string, text: string): void => {
  mkdirSync(join(root, file, '..'), { recursive: true })
  writeFileSync(join(root, file), text)
}
const read = (file: string): string => readFileSync(join(root, 'proofs-numeric', file), 'utf8')
const manifest = (): string => {
  execFileSync(process.execPath, [join(root, 'scripts', 'manifest.mjs')])
  return read('manifest.ts')
}

const page = '# A page\n```lemmata\nx \\in \\mathbb{R}\n```\n$$ % lemmata: itself; ; proved\nx = x$$\n'

test('a page in Markdown with a block is a module of its document; a README and what has no block are none', () => {
  mkdirSync(join(root, 'scripts'))
  cpSync(join(import.meta.dirname, '..', '..', 'scripts', 'manifest.mjs'), join(root, 'scripts', 'manifest.mjs'))
  put('proofs-numeric/notes/ledger.json', '{"title": "Some notes", "rows": []}')
  put('proofs-numeric/notes/identity.md', page)
  put('proofs-numeric/notes/folder/inner.md', page)
  put('proofs-numeric/notes/README.md', page)
  put('proofs-numeric/notes/plain.md', '# Plain words')
  put('proofs-numeric/no-document/identity.md', page)
  expect(manifest().match(/file: '[^']*'/g)).toEqual([
    "file: 'proofs-numeric/notes/folder/inner.page.ts'", "file: 'proofs-numeric/notes/identity.page.ts'"
  ])
  expect(read('notes/identity.page.ts')).toContain(
    `claimsOfDocument(${JSON.stringify(page)}, {"id":"notes/identity","source":"Some notes"})`)
  expect(read('notes/folder/inner.page.ts')).toContain("from '../../../src/check/index.js'")
  expect(read('notes/folder/inner.page.ts')).toContain('{"id":"notes/folder",')
})

test('with its page its module goes', () => {
  rmSync(join(root, 'proofs-numeric', 'notes', 'identity.md'))
  expect(manifest()).not.toContain('identity')
  expect(existsSync(join(root, 'proofs-numeric', 'notes', 'identity.page.ts'))).toBe(false)
})
