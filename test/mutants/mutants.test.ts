import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { effort } from '../../src/claim/index.js'
import { claims as laws } from '../../properties/index.js'
import { claims as proofs } from '../../proofs-numeric/index.js'
import { adviceFor, homes, type Judged, readRows, root } from './harness.js'

const rows = readRows(root)

// The runner exits with 1 where a mutant survives, and has printed its verdicts all the same.
const run = async (): Promise<ReadonlyArray<Judged>> => {
  const { stdout } = await promisify(execFile)(
    process.execPath, ['scripts/mutants.mjs', '--json'], { maxBuffer: 2 ** 26 }
  )
    .catch((error: unknown) => error as { readonly stdout: string })
  return JSON.parse(stdout) as ReadonlyArray<Judged>
}

describe('the claim named refutes', () => {
  const found = new Map<number, Judged>()

  beforeAll(async () => {
    for (const judged of await run()) found.set(judged.number, judged)
  }, 300_000)

  test.each(rows)('$refutedBy: $bug', row => {
    const judged = found.get(row.number)
    expect(judged?.killed, judged?.detail).toBe(true)
  })
})

const named = new Set(rows.map(row => row.refutedBy))

// The statements on trial are what a lenient judge is tried by: each of them is made to be refuted, or to hold, by a way of judging.
const isTrial = (id: string): boolean => id.startsWith('trial/')

// A rule that keeps no count of its steps is wrong early where it is wrong late: its first steps tell before the thousandth.
const withoutCount = ['sgd', 'momentum', 'nesterov', 'rmsprop'].map(rule => `${rule}/advanced`)

const expectMutants = async (ids: ReadonlyArray<string>): Promise<void> => {
  const homeOf = ids.length > 0 ? await homes() : new Map<string, string>()
  expect(ids, ids.map(id => adviceFor(root, homeOf.get(id) ?? '', id)).join('\n')).toEqual([])
}

test('every law has a mutant that it refutes', async () => {
  await expectMutants(laws.map(({ id }) => id).filter(
    id => !named.has(id) && !isTrial(id) && !withoutCount.includes(id)
  ))
})

// Statements that are run as they are written are edited by a machine, in test/planted.
test('every exact proof has a mutant that it refutes', async () => {
  const exact = proofs.filter(({ id, executed }) => !named.has(id) && executed === undefined)
    .filter(proof => proof.judge(effort()).evidence.strength === 'exact')
  await expectMutants(exact.map(({ id }) => id))
})
