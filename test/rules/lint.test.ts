import { join, resolve } from 'node:path'
import { ESLint } from 'eslint'
import { describe, expect, test } from 'vitest'

// The rules are judged too: what must be found, and what must be left alone. The text stands in for that of a pure file.

const root = resolve(import.meta.dirname, '../..')
const eslint = new ESLint({ cwd: root })

const found = async (code: string): Promise<ReadonlyArray<string | null>> => {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: join(root, 'src/number/sum.ts') })
  return [...new Set(result?.messages.map(({ ruleId }) => ruleId))]
}

describe('found', () => {
  test.each([
    ['an input is filled', 'export const f = (xs: Array<number>): void => { xs.push(1) }', 'lemmata/immutable-data'],
    ['an input is written', 'export const f = (x: { n: number }): void => { x.n = 2 }', 'lemmata/immutable-data'],
    ['a parameter invites mutation', 'export const f = (xs: Array<number>): number => xs.length', 'functional/prefer-immutable-types'],
    ['an alias is written', 'export const f = (xs: Array<number>): void => { const ys = xs; ys[0] = 1 }', 'lemmata/immutable-data'],
    ['an input is sorted in place', 'export const f = (xs: Array<number>): unknown => xs.sort()', 'lemmata/immutable-data'],
    ['module state is filled',
      'const seen: Array<number> = []\nexport const f = (x: number): void => { seen.push(x) }', 'lemmata/immutable-data'],
    ['a given map collects',
      'export const f = (m: Map<number, number>): unknown => [1].reduce((a, x) => a.set(x, x), m)', 'lemmata/immutable-data'],
    ['module state', 'let n = 0\nexport const f = (): number => (n += 1)', 'functional/no-let'],
    ['a clock', 'export const f = (): number => Date.now()', 'no-restricted-globals'],
    ['chance', 'export const f = (): number => Math.random()', 'no-restricted-properties'],
    ['input', 'import { EOL } from "node:os"\nexport const f = EOL', 'no-restricted-imports'],
    ['raising elsewhere', 'export const f = (): never => { throw new Error(\'no\') }', 'no-restricted-syntax'],
    ['any', 'export const f = (x: any): number => x as number', '@typescript-eslint/no-explicit-any']
  ])('%s', async (_, code, rule) => {
    expect(await found(code)).toContain(rule)
  })
})

describe('left alone', () => {
  test.each([
    ['a local buffer', 'export const f = (n: number): ReadonlyArray<number> => { const ys: Array<number> = []; ys.push(n); return ys }'],
    ['a local buffer, from a closure',
      'export const f = (n: number): unknown => { const s = { n }; return () => { s.n += 1; return s.n } }'],
    ['a new map collects',
      'export const f = (xs: ReadonlyArray<number>): unknown => xs.reduce((a, x) => a.set(x, x), new Map<number, number>())'],
    ['a copy is sorted', 'export const f = (xs: ReadonlyArray<number>): unknown => [...xs].sort((a, b) => a - b)'],
    ['a local count', 'export const f = (xs: ReadonlyArray<number>): number => { let n = 0; for (const x of xs) n += x; return n }']
  ])('%s', async (_, code) => {
    expect(await found(code)).toEqual([])
  })
})
