import { describe, expect, test } from 'vitest'
import { allOf, type Effort, effort, type Evidence, type Judgement, type Part, type Strength } from '../../src/claim/index.js'

const evidence = (given: Partial<Evidence> = {}): Evidence =>
  ({ strength: 'exact', scope: 'every real x', cases: 3, undecidedCases: 0, slack: { lo: 1, hi: 2 }, resolution: 0, ...given })
const part = (label: string, judgement: Judgement): Part => ({ label, judge: () => judgement })
const proved = (given?: Partial<Evidence>): Judgement => ({ verdict: 'proved', evidence: evidence(given) })
const judged = (parts: ReadonlyArray<Part>, spent: Effort = effort(), scope = 'n = 1, 2') => allOf(scope, parts)(spent, 'a/claim')
const nothing = { strength: 'example', scope: 'n = 1, 2', cases: 0, undecidedCases: 0, slack: null, resolution: null }

test('holds when each part does: proved when each is, and supported when one is no more', () => {
  expect(judged([part('one', proved()), part('two', proved({ cases: 4, undecidedCases: 1 }))]))
    .toEqual({ verdict: 'proved', evidence: evidence({ scope: 'n = 1, 2; every real x', cases: 7, undecidedCases: 1 }) })
  const supported: Judgement = { verdict: 'supported', evidence: evidence({ undecidedCases: 1 }) }
  expect(judged([part('one', proved({ undecidedCases: 2 })), part('two', supported)]))
    .toEqual({ verdict: 'supported', evidence: evidence({ scope: 'n = 1, 2; every real x', cases: 6, undecidedCases: 3 }) })
})

describe('the evidence of both', () => {
  const strongest: ReadonlyArray<Strength> = ['exact', 'enclosed', 'sampled', 'statistical', 'estimated', 'example']
  const of = (...given: ReadonlyArray<Partial<Evidence>>) => judged(given.map((one, k) => part(`${k}`, proved(one)))).evidence
  test('is as strong as the weaker', () => {
    for (const [i, a] of strongest.entries()) {
      for (const [j, b] of strongest.entries()) {
        expect(of({ strength: a }, { strength: b }).strength).toBe(strongest[Math.max(i, j)])
      }
    }
    expect(of({ strength: 'sampled' }, { strength: 'example' }, { strength: 'exact' }).strength).toBe('example')
  })
  test('has the smaller slack, and the one that there is', () => {
    const [low, high] = [{ lo: 0, hi: 9 }, { lo: 1, hi: 2 }]
    const slacks = [[low, high], [high, low], [null, high], [low, null], [null, null]]
    expect(slacks.map(given => of(...given.map(slack => ({ slack: slack ?? null }))).slack))
      .toEqual([low, low, high, low, null])
    // of slacks that begin at one number the first
    expect(of({ slack: { lo: 1, hi: 3 } }, { slack: high }).slack).toEqual({ lo: 1, hi: 3 })
  })
  test('has the coarser resolution, and none where one has none', () => {
    const resolutions = ([[2 ** -40, 2 ** -20], [2 ** -20, 2 ** -40], [0, 1], [null, 1], [1, null]] as const)
      .map(([a, b]) => of({ resolution: a }, { resolution: b }).resolution)
    expect(resolutions).toEqual([2 ** -20, 2 ** -20, 1, null, null])
  })
})

describe('the scope', () => {
  const scopeOf = (scopes: ReadonlyArray<string>, scope = 'all') =>
    judged(scopes.map((one, k) => part(`n = ${k}`, proved({ scope: one }))), effort(), scope).evidence.scope
  test('names the parts under one scope together', () => {
    expect(scopeOf(['every x', 'every x'])).toBe('all; every x')
    expect(scopeOf(['every x', 'every y', 'every x'])).toBe('all; n = 0, n = 2: every x; n = 1: every y')
  })
  test('leaves out what is empty', () => {
    expect(scopeOf(['every x', 'every x'], '')).toBe('every x')
    expect(scopeOf([''], 'all')).toBe('all')
  })
  test('counts more than four', () => {
    expect(scopeOf(['a', 'b', 'c', 'd'])).toBe('all; n = 0: a; n = 1: b; n = 2: c; n = 3: d')
    expect(scopeOf(['a', 'b', 'c', 'd', 'e'])).toBe('all; 5 of 5 parts, the first for a')
  })
})

describe('the first part that is refuted, or else left open, is the verdict, under its label', () => {
  const unreached: Part = { label: 'last', judge: () => { throw new Error('not to be judged') } }
  const slack = { lo: -1, hi: -1 }
  test('open, or of nothing', () => {
    const [open, empty] = (['undecided', 'vacuous'] as const).map(verdict => ({ verdict, evidence: evidence(), reason: 'why' })) as [Judgement, Judgement]
    expect(judged([part('one', proved()), part('two', open), part('three', empty), part('four', proved())]))
      .toEqual({ ...open, reason: 'two: why' })
    expect(judged([part('two', empty), part('three', open)])).toEqual({ ...empty, reason: 'two: why' })
  })
  test('refuted, with a path that begins with the number of the part', () => {
    const counterexample = { input: 'x = 1', slack, detail: 'left 2, right 1' }
    const refuted = (path?: string): Judgement =>
      ({ verdict: 'refuted', evidence: evidence(), counterexample: { ...counterexample, ...path === undefined ? {} : { path } } })
    const told = { verdict: 'refuted', evidence: evidence(), counterexample: { ...counterexample, detail: 'two: left 2, right 1' } }
    expect(judged([part('one', proved()), part('two', refuted()), unreached])).toStrictEqual(told)
    // at n = 1 there may be nothing to tell
    expect(judged([part('one', { verdict: 'undecided', evidence: evidence(), reason: 'why' }), part('two', refuted()), unreached])).toStrictEqual(told)
    expect(judged([part('one', proved()), part('two', refuted('12:0')), unreached]))
      .toStrictEqual({ ...told, counterexample: { ...told.counterexample, path: '1/12:0' } })
  })
  test('an erratum, as it is', () => {
    const erratum: Judgement = {
      verdict: 'erratum', evidence: evidence(), counterexample: { input: 'x', slack, detail: 'd', path: '3' }, printed: { text: 'p' }, corrected: { text: 'c' }
    }
    expect(judged([part('one', erratum)])).toEqual(erratum)
  })
})

test('each part has an id of its own, and the effort', () => {
  const met: Array<unknown> = []
  const noting = (label: string): Part => ({
    label, judge: (spent, id) => {
      met.push([id, spent.runs, spent.path])
      return proved()
    }
  })
  judged([noting('one'), noting('two')], effort(7))
  expect(met).toEqual([['a/claim/one', 7, undefined], ['a/claim/two', 7, undefined]])
})

describe('a replay', () => {
  const met: Array<unknown> = []
  const noting = (label: string): Part => ({
    label, judge: (spent, id) => {
      met.push([id, spent.path])
      return proved()
    }
  })
  const replayed = (path: string) => {
    met.splice(0)
    return judged([noting('one'), noting('two')], { ...effort(), path })
  }
  test('judges the part that the path leads into, with the rest of the path', () => {
    expect(replayed('1/0/12:0').evidence.scope).toBe('n = 1, 2; 1 of 2 parts, the first for every real x')
    expect(met).toEqual([['a/claim/two', '0/12:0']])
  })
  test('judges none where it leads into none', () => {
    expect([replayed('2/0'), replayed('1')])
      .toEqual([1, 2].map(() => ({ verdict: 'vacuous', evidence: nothing, reason: 'no part was judged' })))
    expect(met).toEqual([])
  })
})

test('of no parts it says nothing, and nothing when interrupted', () => {
  expect(judged([])).toEqual({ verdict: 'vacuous', evidence: nothing, reason: 'no part was judged' })
  expect(judged([part('one', proved())], { ...effort(), cancelled: () => true }))
    .toEqual({ verdict: 'undecided', evidence: nothing, reason: 'interrupted' })
})

test('the parts of one statement need no proof once one of them was not proved; those of others do', () => {
  const supported: Judgement = { verdict: 'supported', evidence: evidence() }
  const heard = (isOneStatement: boolean): ReadonlyArray<boolean | undefined> => {
    const told: Array<boolean | undefined> = []
    const parts = [proved(), supported, proved()].map((found, k): Part => ({
      label: `${k}`, judge: spent => {
        told.push(spent.isUnproved)
        return found
      }
    }))
    allOf('', parts, { isOneStatement })(effort(), 'a/claim')
    return told
  }
  expect([heard(true), heard(false)]).toEqual([[undefined, undefined, true], [undefined, undefined, undefined]])
})
