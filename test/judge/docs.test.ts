import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { install, type Installed } from '../cli/installed.js'
import { type Block, blocksOf } from '../markdown.js'
import { withNumpy } from './pythons.js'

// Runs what docs/judge-your-code.md and README say of `lemmata judge`. A block is a file where the line before it ends with its name,
// `layers.py`:; a block of commands is run, and the block that follows at once is what it prints.

const root = resolve(import.meta.dirname, '../..')
const guide = 'docs/judge-your-code.md'
const textOf = (document: string): string => readFileSync(join(root, document), 'utf8').replaceAll('\r\n', '\n')

interface File {
  readonly name: string
  readonly code: string
}

/** The lines before a block that are not empty, the nearest last. */
const before = (lines: ReadonlyArray<string>, { line }: Block): ReadonlyArray<string> =>
  lines.slice(0, line - 1).filter(text => text !== '')

const filesOf = (text: string): ReadonlyArray<File> => blocksOf(text).flatMap(block => {
  const name = /`([\w-]+\.(?:py|json|mjs))`:$/.exec(before(text.split('\n'), block).at(-1) ?? '')?.[1]
  return name === undefined ? [] : [{ name, code: block.code }]
})

interface Command {
  readonly line: string
  /** What it prints, if the page says so. */
  readonly prints?: Block
}

const commandsOf = (text: string): ReadonlyArray<Command> => {
  const blocks = blocksOf(text)
  return blocks.flatMap((block, k) => {
    if (block.language !== 'bash' || !block.code.includes('npx lemmata') || /^docker/m.test(block.code)) return []
    const lines = block.code.trim().split('\n').map(line => line.replaceAll('npx lemmata', 'lemmata'))
    const next = blocks[k + 1]
    const isNext = next !== undefined && ['', 'json'].includes(next.language)
      && before(text.split('\n'), next).at(-1) === '```' && next.line - block.line === lines.length + 3
    return lines.map((line, j) => ({ line, ...isNext && j === lines.length - 1 ? { prints: next } : {} }))
  })
}

/** The same text whichever versions ran it, and however long it took. */
const withoutVersions = (text: string): string => text
  .replaceAll(/Python [\d.]+, numpy [\d.]+/g, 'Python, numpy').replaceAll(/"(python|numpy)": ?"[\d.]+"/g, '"$1":""')

/** That a command printed what a page shows, in which a line `...` stands for any number of lines. */
const expectPrinted = (printed: string, shown: string): void => {
  const [out, parts] = [withoutVersions(printed), withoutVersions(shown).split(/^\.\.\.\n/m)]
  if (parts.length === 1) expect(out).toBe(parts[0])
  parts.reduce((from, part) => {
    const at = out.indexOf(part, from)
    expect(at, `${part}\n\nin\n\n${out}`).toBeGreaterThanOrEqual(0)
    return at + part.length
  }, 0)
}

withNumpy(([first]) => {
  /** A command with the Python that was found. */
  const withPython = (line: string): string => `LEMMATA_PYTHON='${first?.python ?? ''}' ${line}`

  const text = textOf(guide)
  const commands = commandsOf(text)
  let here: Installed
  beforeAll(() => {
    here = install(Object.fromEntries(filesOf(text).map(({ name, code }) => [name, code])))
  })
  afterAll(() => { here.remove() })

  test('the page has files and commands', () => {
    expect(filesOf(text).map(({ name }) => name)).toEqual(expect.arrayContaining(['layers.py', 'contracts.json', 'claims.mjs']))
    expect(commands.filter(({ prints }) => prints !== undefined).length).toBeGreaterThan(3)
  })

  test.each(commands)('$line', async ({ line, prints }) => {
    const { code, out, err } = await here.shell(withPython(line))
    expect([0, 1], err).toContain(code)
    if (prints?.language === 'json') {
      expect(JSON.parse(withoutVersions(out))).toEqual(JSON.parse(withoutVersions(prints.code)))
    } else if (prints !== undefined) expectPrinted(out, prints.code)
  })

  test('the points of results.json are those that the page tells', async () => {
    const told = /(\d+)\s+of\s+(\d+)\s+points/.exec(text)
    const { tests } = JSON.parse(readFileSync(join(here.folder, 'results.json'), 'utf8')) as {
      readonly tests: ReadonlyArray<{ readonly score: number; readonly max_score: number }>
    }
    const sum = (each: 'score' | 'max_score'): number => tests.reduce((all, test) => all + test[each], 0)
    expect([sum('score'), sum('max_score')]).toEqual(told?.slice(1).map(Number))
  })

  test('README', async () => {
    const section = /\n## [^\n]*numpy homework\n[^]*?(?=\n## )/.exec(textOf('README.md'))?.[0] ?? ''
    for (const { name, code } of filesOf(section)) writeFileSync(join(here.folder, name), code)
    const [command] = commandsOf(section)
    const { out, code } = await here.shell(withPython(command?.line ?? ''))
    expectPrinted(out, command?.prints?.code ?? '')
    expect(code).toBe(1)
  })
})
