import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { trials } from '../../properties/trial/index.js'
import { install, type Installed } from '../cli/installed.js'

// The trials as anybody runs them.

let here: Installed
beforeAll(() => { here = install({}) }, 60_000)
afterAll(() => { here.remove() })

interface Row {
  readonly id: string
  readonly verdict: string
  readonly scope: string
}

const rowsIn = (out: string): ReadonlyArray<Row> => (JSON.parse(out) as { readonly claims: ReadonlyArray<Row> }).claims

test('every statement gets the verdict named beforehand, and the command ends with 0', async () => {
  const { code, out } = await here.lemmata(['verify', 'trial', '--json'])
  expect(code).toBe(0)
  expect(rowsIn(out).map(({ id, verdict }) => [id, verdict])).toEqual(
    trials.map(({ claim }) => [claim.id, 'supported'])
  )
  const named = new Map(trials.map(({ claim, verdict }) => [claim.id, verdict]))
  expect(rowsIn(out).filter((
    { id, scope }
  ) => !new RegExp(`^judged at [14]00 runs: ${named.get(id) ?? ''} [(]`).test(scope))).toEqual([])
}, 60_000)

test('beside a judge that says yes more often the command ends with 1, and names what it was wrong about', async () => {
  const file = join(here.folder, 'dist/src/claims.js')
  const honest = readFileSync(file, 'utf8')
  const lenient = honest.replace('every((j) => j.verdict === "proved")', 'some((j) => j.verdict === "proved")')
  expect(lenient).not.toBe(honest)
  writeFileSync(file, lenient)
  const { code, out } = await here.lemmata(['verify', 'trial/allOf', '--json'])
  writeFileSync(file, honest)
  expect(code).toBe(1)
  expect(rowsIn(out).filter(({ verdict }) => verdict !== 'supported').map(({ id }) => id)).toEqual(
    ['trial/allOf/the-weakest-counts']
  )
}, 60_000)
