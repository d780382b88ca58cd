import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documents } from '../../proofs-numeric/ledger.js'
import { install, type Installed } from './installed.js'
import { unwrapped } from './unwrapped.js'

let here: Installed
const record = (): string => join(here.folder, 'out/verdicts.json')

beforeAll(() => { here = install({}) })
afterAll(() => { here.remove() })

const ledger = (...argv: ReadonlyArray<string>) => here.lemmata(['ledger', ...argv])

test('says how to make a record where there is none', async () => {
  const { code, err } = await ledger()
  expect(code).toBe(2)
  expect(unwrapped(err)).toBe(
    'lemmata ledger: out/verdicts.json is not there: run lemmata verify in this folder first, which writes it\n'
  )
})

describe('after a run', () => {
  beforeAll(async () => {
    await here.lemmata(['verify', 'HW1-GD-09', '--runs', '20'])
    await here.lemmata(['verify', 'HW1-AD-06', '--runs', '20'])
  })

  test('a row has its place, statement, verdict, strength, claims and files', async () => {
    const { code, out } = await ledger('HW1-GD-09')
    expect(code).toBe(0)
    expect(out).toContain('HW1-GD-09  holds, exact  (question 2)')
    expect(out).toMatch(/proved: homework-1\/regret-bound\/gap\n +\(proofs-numeric\/homework-1\/regret-bound\.md\)/)
  })

  test('an erratum has what is printed, what is right and where the printed form fails', async () => {
    const { out } = await ledger('HW1-AD-06', '--json')
    const { rows, summary } = JSON.parse(out) as {
      readonly rows: ReadonlyArray<Readonly<Record<string, unknown>>>; readonly summary: unknown
    }
    expect(rows[0]).toMatchObject({
      row: 'HW1-AD-06', document: 'Deep learning homework 1', verdict: 'refuted', strength: 'enclosed',
      printed: String.raw`\frac{f_1(1 + 0.01, 2) - f_1(1, 2)}{0.01} = 2.162 \cdot 10^{25}`,
      correction: String.raw`\frac{f_1(1 + 0.01, 2) - f_1(1, 2)}{0.01} = 2.161 \cdot 10^{25}`
    })
    expect(JSON.stringify(rows[0])).toContain('"counterexample"')
    expect(summary).toEqual({ rows: 1, refuted: 1 })
  })

  test('what no computation can judge has a reason, and what was not judged says so', async () => {
    const { out } = await ledger('homework-1', '--json')
    const { rows } = JSON.parse(out) as { readonly rows: ReadonlyArray<{
      readonly verdict: string; readonly reason?: string; readonly claims: ReadonlyArray<unknown>
    }> }
    expect(rows).toHaveLength(165)
    expect(rows.filter(({ verdict, reason }) => verdict === 'not checkable' && reason === undefined)).toEqual([])
    expect(rows.filter(({ reason, claims }) => reason === undefined && claims.length === 0)).toEqual([])
    expect((await ledger('HW1-GD-32')).out).toContain('not judged yet: homework-1/convergence-rate/attained')
  })

  test('makes a table for each document', async () => {
    expect((await ledger('--markdown')).out.match(/^## .*$/gm))
      .toEqual(documents.filter(({ rows }) => rows.length > 0).map(({ title }) => `## ${title}`))
  })

  test('an unknown row or two forms are misuse', async () => {
    expect(await ledger('HW1-GD-99')).toMatchObject(
      { code: 2, err: expect.stringContaining('did you mean HW1-GD-09?') as string }
    )
    expect(await ledger('--json', '--markdown')).toMatchObject({ code: 2 })
  })

  test('the verdicts of other claims are refused', async () => {
    const was = readFileSync(record(), 'utf8')
    writeFileSync(record(), was.replace(/"hash": "../, '"hash": "zz'))
    expect(await ledger('HW1-GD-09')).toMatchObject(
      { code: 2, err: expect.stringMatching(/run\s+lemmata verify\s+again/) as string }
    )
    writeFileSync(record(), was)
  })
})
