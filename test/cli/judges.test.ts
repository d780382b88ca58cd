import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { install, type Installed } from './installed.js'
import { modules } from './modules.js'

let here: Installed
beforeAll(() => { here = install(modules) })
afterAll(() => { here.remove() })

interface Row {
  readonly id: string
  readonly verdict: string
  readonly reason?: string
}
interface Facts {
  readonly claims: ReadonlyArray<Row>
  readonly strays: ReadonlyArray<string>
  readonly summary: { readonly selected: number; readonly total: number }
}
const factsIn = (out: string): Facts => JSON.parse(out) as Facts
const told = (facts: Facts, id: string): string => {
  const row = facts.claims.find(c => c.id === `mine/${id}`)
  return `${row?.verdict ?? 'missing'}: ${row?.reason ?? ''}`
}

describe('what is no judgement is undecided, and said', () => {
  let facts: Facts
  let words: string
  beforeAll(async () => {
    const [json, text] = await Promise.all(
      [['--json'], []].map(more => here.lemmata(['verify', '--claims', 'odd-judges.mjs', ...more]))
    )
    expect([json?.code, text?.code]).toEqual([1, 1])
    facts = factsIn(json?.out ?? '')
    words = text?.out ?? ''
  })

  test.each([
    ['nothing', 'the judge returned nothing: it must return a Judgement'],
    ['null', 'the judge returned null: it must return a Judgement'],
    ['true', 'the judge returned true: it must return a Judgement'],
    ['async', 'the judge returned a promise: it must return a Judgement, so it cannot be async'],
    ['async-raises', 'the judge returned a promise: it must return a Judgement, so it cannot be async'],
    ['misspelt', 'the judge returned the verdict "Proved": it must be one of proved, supported, refuted, erratum, vacuous, undecided'],
    ['bare', 'the judge returned the verdict proved without evidence'],
    ['nan-cases', 'the judge returned the verdict proved on evidence whose cases is NaN: it must be a whole number'],
    ['nan-slack', 'the judge returned the verdict proved on evidence whose slack is [NaN, 0]: it must be without NaN'],
    ['nan-resolution', 'on evidence whose resolution is NaN: it must be null or a number of at least 0'],
    ['no-cases', 'the judge returned the verdict supported on evidence whose cases is 0: it must be at least 1'],
    ['reasonless', 'the judge returned the verdict undecided without a reason in words'],
    ['uncopied', /the answer cannot be told: DataCloneError/],
    ['throws-text', 'the judge raised "a word", which is no Error'],
    ['throws-object', 'the judge raised {"code":7}, which is no Error'],
    ['throws-nothing', 'the judge raised undefined, which is no Error'],
    ['exits', 'the judge raised Error: process.exit(3) was called']
  ])('%s', (id, reason) => {
    expect(told(facts, id)).toMatch(/^undecided: /)
    expect(told(facts, id).slice('undecided: '.length)).toMatch(reason)
  })
  test('those beside them keep their verdicts, and none is lost', () => {
    expect(told(facts, 'small')).toMatch(/^supported/)
    expect(told(facts, 'good')).toMatch(/^proved/)
    expect(facts.summary).toMatchObject({ selected: 19, total: 19 })
  })
  test('the last line does not say that all is as expected', () => {
    expect(words).toMatch(/\n19 claims: 1 proved, 1 supported, 17 undecided; 17 not as expected\n$/)
    expect(words).not.toMatch(/all as expected|\[object/)
  })
})

describe('what a judge leaves behind', () => {
  test('is told of that judge, however late it fails', async () => {
    const { code, out } = await here.lemmata(['verify', '--claims', 'late.mjs', '--json'])
    const facts = factsIn(out)
    expect(code).toBe(1)
    expect(told(facts, 'at-once')).toBe(
      'undecided: a promise that nobody waited for was rejected while the judge ran: Error: at once'
    )
    expect(told(facts, 'later'))
      .toBe('undecided: a promise that nobody waited for was rejected after the judge had returned: {"code":9}, which is no Error')
    expect(told(facts, 'timer')).toBe('undecided: an error was raised after the judge had returned: Error: by a timer')
    expect(told(facts, 'wrong')).toBe('refuted: ')
    expect(facts.claims.filter(({ verdict }) => verdict === 'supported')).toHaveLength(7)
  })
  test('and what the module itself leaves behind is told of no claim', async () => {
    const { code, out } = await here.lemmata(['verify', '--claims', 'stray.mjs'])
    expect(code).toBe(1)
    expect(out).toMatch(/by no judge: an error was raised: Error: by the module\n/)
    expect(out).toMatch(/\n7 claims: 7 supported; \d raised by no judge\n$/)
  })
  test('is told by soak too', async () => {
    const { code, out } = await here.lemmata(
      ['soak', 'mine/at-once', '--claims', 'late.mjs', '--seeds', '3', '--runs', '10']
    )
    expect(code).toBe(1)
    expect(out).toContain('was rejected while the judge ran')
  })
})

describe('a module that is not the same each time', () => {
  test('costs the claims that are missing their verdict, not their place', async () => {
    const { code, out } = await here.lemmata(['verify', '--claims', 'changing.mjs', '--json'])
    expect(factsIn(out).summary).toMatchObject({ selected: 3, total: 3 })
    const lost = factsIn(out).claims.filter(({ verdict }) => verdict === 'undecided')
    expect(code).toBe(lost.length > 0 ? 1 : 0)
    expect(lost.filter(({ reason }) => reason?.includes('a module must always export the same claims') !== true))
      .toEqual([])
  })
})

describe('a limit of time', () => {
  test('what takes longer than the limit is undecided, and says so; those beside it are judged', async () => {
    const { code, out } = await here.lemmata(['verify', '--claims', 'forever.mjs', '--limit', '4'])
    expect(code).toBe(1)
    expect(out.replace(/\n +/g, ' ')).toContain(
      'out of time: more than 4 s; raise --limit or judge fewer cases with --runs'
    )
    expect(out).toMatch(/\n5 claims: 4 supported, 1 undecided; 1 not as expected\n$/)
  })

  test('within the limit nothing is lost', async () => {
    const { code, out } = await here.lemmata(['verify', 'mine/sometimes', '--claims', 'forever.mjs', '--limit', '30'])
    expect({ code, last: out.trimEnd().split('\n').at(-1) }).toEqual(
      { code: 0, last: '1 claim: 1 supported; all as expected' }
    )
  })

  test('soak goes on with the other seeds', async () => {
    const { code, out } = await here.lemmata(
      ['soak', '--claims', 'forever.mjs', '--limit', '4', '--seeds', '5', '--runs', '10']
    )
    expect(code).toBe(1)
    expect(out.match(/out of time/g)).toHaveLength(2)
    expect(out).toContain('lemmata verify mine/sometimes --seed 3 --runs 10')
    expect(out).toMatch(
      /4 of 5 claims depend on draws; 5 seeds with 10 cases each:\n21 verdicts, 190 cases, 2 unexpected/
    )
  })
})
