import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { run } from '../../src/cli/run.js'

const folder = mkdtempSync(join(tmpdir(), 'lemmata-'))
afterAll(() => { rmSync(folder, { recursive: true }) })

const call = async (document: string, ...flags: ReadonlyArray<string>) => {
  const file = join(folder, 'homework.md')
  writeFileSync(file, document)
  let [out, err] = ['', '']
  const io = {
    out: (text: string) => { out += text }, err: (text: string) => { err += text }, colour: false, interactive: false
  }
  const code = await run(['check', file, ...flags], io)
  return { code, out, err }
}

const declared = '```lemmata\na \\in \\mathbb{R}\n```\n'

describe('lemmata check', () => {
  test.each([
    ['a line that holds', '$$a = a$$', [], 0],
    ['a wrong line', '$$a = 2$$', [], 1],
    ['nothing to judge', 'no formula', [], 1],
    ['a line that is not understood', '$$a = a$$ $$\\oint a = 1$$', [], 0],
    ['the same, strictly', '$$a = a$$ $$\\oint a = 1$$', ['--strict'], 1]
  ] as const)('%s', async (_, body, flags, code) => {
    expect((await call(`${declared}${body}\n`, ...flags)).code).toBe(code)
  })

  test('--json has the lines and their counts', async () => {
    const { lines, summary } = JSON.parse((await call(`${declared}$$a + 1 = 1 + a$$\n`, '--json')).out) as
      { readonly lines: ReadonlyArray<{ readonly read: string }>; readonly summary: Readonly<Record<string, number>> }
    expect([lines[0]?.read, summary['proved']]).toEqual(['a + 1 = 1 + a', 1])
  })

  test('--report writes a page, beside what is printed, and never over the document', async () => {
    const page = join(folder, 'pages', 'homework.html')
    const document = `${declared}$$a = 2$$\n`
    expect((await call(document, '--report', page)).out).toBe((await call(document)).out)
    expect(readFileSync(page, 'utf8')).toMatch(/<h1>homework.md<\/h1>[^]*<details class="finding refuted"/)
    expect((await call(document, '--report', join(folder, 'pages', '..', 'homework.md'))).code).toBe(2)
    expect(readFileSync(join(folder, 'homework.md'), 'utf8')).toBe(document)
  })

  test('--suggest prints the block alone, as the document wants it', async () => {
    const { code, out: block } = await call('$$a = 2 + a$$', '--suggest')
    expect([code, block]).toEqual([0, expect.stringMatching(/^```lemmata\na \\in \\mathbb\{R\} .*\n```\n$/)])
    const file = join(folder, 'homework.tex')
    writeFileSync(file, '\\[ \\frac{1}{a} = 2 \\]')
    let out = ''
    await run(['check', file, '--suggest'], {
      out: (text: string) => { out += text }, err: () => {}, colour: false, interactive: false
    })
    expect(out).toMatch(/^% lemmata: a > 0 .*\n$/)
  })

  test('the example of the README prints what it says there', async () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    const [, document = ''] = /````md\n([^]*?)````/.exec(readme) ?? []
    const [, output = ''] = /```\n(homework[.]md:[^]*?)```/.exec(readme) ?? []
    expect((await call(document)).out).toBe(output)
  })

  test('misuse is told in a line', async () => {
    const io = { out: () => {}, err: () => {}, colour: false, interactive: false }
    expect(await run(['check'], io)).toBe(2)
    expect(await run(['check', join(folder, 'none.md')], io)).toBe(2)
    expect(await run(['check', folder], io)).toBe(2)
  })
})
