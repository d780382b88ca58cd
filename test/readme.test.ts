import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import * as fastCheck from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Block, blocksOf, checked, linksOf, otherQuotes, toCommonJs, typeErrors } from './markdown.js'

// Runs the code of README and docs against the sources: a line `expression // value` is checked, imports are those of a user.

const root = resolve(import.meta.dirname, '..')
const documents = [
  'README.md', 'CONTRIBUTING.md', ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.md')).map(path => `docs/${path.replaceAll('\\', '/')}`).sort()
]
const textOf = (document: string): string => readFileSync(join(root, document), 'utf8')

interface Package {
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>
}

// "lemmata/layer" -> "src/layer/index.ts"
const { exports } = JSON.parse(textOf('package.json')) as Package
const sources = Object.fromEntries(Object.entries(exports).flatMap(([path, target]) => typeof target === 'string' ? []
  : [[`lemmata${path.slice(1)}`, target.default.replace('./dist/', '').replace(/js$/, 'ts')]]))

const modules = new Map<string, unknown>([
  ...await Promise.all(Object.entries(sources).map(
    async ([name, path]) => [name, await import(join(root, path))] as const
  )),
  ['fast-check', { ...fastCheck, __esModule: true }]
])

const isCode = ({ language }: Block): boolean => ['ts', 'js'].includes(language)

const run = (code: string): void => {
  const require = (name: string): unknown => modules.get(name) ?? expect.fail(`no such import: ${name}`)
  const check = (text: string, found: unknown, value: unknown): void => expect(found, text).toEqual(value)
  new Function('require', 'check', 'exports', toCommonJs(checked(code)))(require, check, {})
}

const written = documents.flatMap(document => blocksOf(textOf(document)).map(block => ({ document, ...block })))

describe.each(documents)('%s', document => {
  const blocks = blocksOf(textOf(document))

  test.each(blocks.filter(isCode))('the code on line $line does what it says', ({ code }) => { run(code) })

  test('quotes are double', () => {
    expect(blocks.filter(isCode).flatMap(({ code }) => otherQuotes(code))).toEqual([])
    expect(blocks.filter(({ language }) => language === 'bash').flatMap(({ code }) => code.match(/.*'.*/g) ?? []))
      .toEqual([])
  })

  test('links lead somewhere', () => {
    expect(linksOf(textOf(document)).filter(target => !existsSync(join(root, dirname(document), target)))).toEqual([])
  })
})

test('the code compiles under strict flags', () => {
  const files = new Map(written.filter(isCode).map(
    ({ document, line, code }) => [`${root}/${document}-${line}.ts`, code]
  ))
  const paths = Object.fromEntries(Object.entries(sources).map(([name, path]) => [name, [path]]))
  expect(typeErrors(files, root, paths)).toEqual([])
})
