import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assertClaim, atMost, claim, type Claim, effort, forAll, scalar } from '../../src/claim/index.js'
import { install, type Installed } from './installed.js'
import { modules } from './modules.js'

let here: Installed
beforeAll(() => { here = install(modules) })
afterAll(() => { here.remove() })

interface Row {
  readonly id: string
  readonly verdict: string
  readonly counterexample: { readonly input: string }
}
const rowsIn = (out: string): ReadonlyArray<Row> => (JSON.parse(out) as { readonly claims: ReadonlyArray<Row> }).claims

describe.skipIf(process.platform === 'win32')('the command that is printed', () => {
  test('finds the claim again from a shell, whatever its id and its file are called', async () => {
    const file = 'my claims $HOME.mjs'
    const [words, facts] = await Promise.all([[], ['--json']]
      .map(more => here.lemmata(['verify', '--claims', file, '--seed', '4', ...more])))
    const found = rowsIn(facts?.out ?? '')
    const commands = [...(words?.out ?? '').matchAll(/^ {2}replay: (lemmata verify(?:.*\\\n)*.*)$/gm)].map(
      ([, command = '']) => command
    )
    expect(found.length).toBeGreaterThan(15)
    expect(commands).toHaveLength(found.length)
    const again: Array<ReadonlyArray<Row>> = []
    for (const command of commands) again.push(
      rowsIn((await here.shell(command.replace('verify', 'verify --json'))).out)
    )
    expect(again.map(rows => rows.map(({ id, verdict, counterexample }) => ({ id, verdict, counterexample }))))
      .toEqual(found.map(({ id, verdict, counterexample }) => [{ id, verdict, counterexample }]))
  }, 240_000)
  test('is plain where nothing has to be quoted', async () => {
    const { out } = await here.lemmata(['verify', 'mine/sampled', '--claims', 'wrong.mjs'])
    expect(out).toContain('replay: lemmata verify mine/sampled --seed 1 --runs 1000 \\\n      --path ')
  })
})

describe('what assertClaim prints', () => {
  const wrong = claim({ id: 'mine/wrong', title: 'Wrong', statement: 'x', source: 'me' },
    forAll({ x: scalar, y: scalar }, (N, { x, y }) => atMost(N.add(x, y), N.add(N.mul(x, x), N.mul(y, y)))))
  const messageOf = (run: () => void): string => {
    try {
      run()
      return 'nothing was raised'
    } catch (error) {
      return String(error)
    }
  }
  test('comes to the same counterexample when it is put in its place', () => {
    const first = messageOf(() => { assertClaim(wrong, effort(300, 7)) })
    const call = /replay: (assertClaim\(claim, \{ \.\.\.effort\(300, 7\), path: "[\d:]+" \}\))$/.exec(first)?.[1] ?? ''
    const again = new Function('assertClaim', 'claim', 'effort', call) as (
      a: typeof assertClaim, c: Claim, e: typeof effort
    ) => void
    const counterexample = (message: string): string | undefined => /counterexample: .*\n.*\n.*\n/.exec(message)?.[0]
    expect(counterexample(first)).toBeDefined()
    expect(counterexample(messageOf(() => { again(assertClaim, wrong, effort) }))).toBe(counterexample(first))
  })
  test('says what is wrong with a judge', () => {
    const judged = (judge: unknown): Claim => ({ ...wrong, judge: judge as Claim['judge'] })
    expect(messageOf(() => { assertClaim(judged(() => undefined)) })).toContain(
      'the judge returned nothing: it must return a Judgement'
    )
    expect(messageOf(() => { assertClaim(judged(() => { throw new Error('no idea') })) })).toContain(
      'the judge raised Error: no idea'
    )
  })
})
