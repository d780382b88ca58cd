import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { documents } from '../../proofs-numeric/ledger.js'
import { studies } from '../../proofs-numeric/studies.js'

// What each experiment says of itself fits where it stands, and the rows that its findings name are in the ledger.

const root = resolve(import.meta.dirname, '../../proofs-numeric')
const all = await Promise.all(
  Object.entries(studies).map(async ([name, load]) => [name, (await load()).experiment] as const)
)
const known = documents.flatMap(({ rows }) => rows.map(({ row }) => row))

describe.each(all)('%s', (name, study) => {
  test('has the name of its file, in the folder of its document', () => {
    expect(study.name).toBe(name)
    expect(readFileSync(join(root, study.document, 'experiments', `${name}.ts`), 'utf8')).toContain(`name: '${name}'`)
  })
  test('has the same settings in short as documented, and says how long both take', () => {
    expect(Object.keys(study.short)).toEqual(Object.keys(study.documented))
    expect(study.seconds.short).toBeLessThanOrEqual(60)
    expect(study.seconds.documented).toBeGreaterThanOrEqual(study.seconds.short)
  })
  test('names rows of the ledger alone', () => {
    const text = readFileSync(join(root, study.document, 'experiments', `${name}.ts`), 'utf8')
    const named = [...text.matchAll(/rows: \[([^\]]*)\]/g)]
      .flatMap(([, list = '']) => [...list.matchAll(/'([A-Z0-9]+-[^']+)'/g)].map(([, row = '']) => row))
    expect(named.filter(row => !known.includes(row))).toEqual([])
  })
})
