import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

// The floors are judged too: a small house with one wrong import for each rule.

const root = resolve(import.meta.dirname, '../..')
const house = mkdtempSync(join(tmpdir(), 'floors-'))

const wrong = {
  'floor-1': ['src/number/a.ts', '../definition/b.js'],
  'floor-2': ['src/loss/a.ts', '../train/b.js'],
  'floor-3': ['src/model/a.ts', '../train/c.js'],
  'judge-knows-not-the-judged': ['src/definition/a.ts', '../layer/b.js'],
  'proofs-know-not-the-judged': ['proofs-numeric/document/a.ts', '../../src/layer/c.js'],
  'laws-know-no-document-of-code': ['properties/c.ts', '../proofs-numeric/document/code/b.js'],
  'outer-folders-are-outside': ['src/report/a.ts', '../../properties/b.js'],
  'fp-ts-has-its-place': ['src/tensor/a.ts', 'fp-ts/lib/Either.js'],
  'mathjs-has-its-place': ['src/difference/a.ts', 'mathjs'],
  'input-and-output-at-the-door': ['src/random/a.ts', 'node:fs'],
  'packages-are-dependencies': ['properties/a.ts', 'vitest'],
  'no-cycles': ['src/layer/d.ts', './e.js'],
  'resolves': ['src/loss/c.ts', './nowhere.js']
} as const

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(house, file)), { recursive: true })
  writeFileSync(join(house, file), text)
}

interface Report {
  readonly summary: {
    readonly violations: ReadonlyArray<{ readonly from: string; readonly rule: { readonly name: string } }>
  }
}

let report: Report

beforeAll(async () => {
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) cpSync(
    join(root, file), join(house, file)
  )
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'), 'junction')
  for (const b of ['src/definition/b', 'src/train/b', 'src/train/c', 'src/layer/b', 'src/layer/c', 'properties/b']) {
    write(`${b}.ts`, 'export const b = 1\n')
  }
  for (const [file, target] of Object.values(wrong)) write(
    file, `import * as found from '${target}'\nexport const a = found\n`
  )
  write(
    'proofs-numeric/document/code/b.ts', 'import * as found from \'../../../src/layer/c.js\'\nexport const b = found\n'
  )
  write('proofs-numeric/document/d.ts', 'import * as found from \'./code/b.js\'\nexport const d = found\n')
  write('src/layer/e.ts', 'import * as found from \'./d.js\'\nexport const e = found\n')
  const cruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [cruise, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src', 'properties', 'proofs-numeric'],
    { cwd: house, maxBuffer: 2 ** 26 }).catch((error: unknown) => error as { readonly stdout: string })
  report = JSON.parse(stdout) as Report
})

afterAll(() => { rmSync(house, { recursive: true, force: true }) })

test.each(Object.entries(wrong))('%s', (rule, [file]) => {
  expect(report.summary.violations.filter(({ from }) => from === file).map(violation => violation.rule.name)).toContain(
    rule
  )
})

test('what a document states about code may import it, and a proof may not even by way of that', () => {
  const of = (file: string): ReadonlyArray<string> =>
    report.summary.violations.filter(({ from }) => from === file).map(({ rule }) => rule.name)
  expect(of('proofs-numeric/document/code/b.ts')).toEqual([])
  expect(of('proofs-numeric/document/d.ts')).toEqual(['proofs-know-not-the-judged'])
})
