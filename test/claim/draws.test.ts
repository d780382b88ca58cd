import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  atMost, claim, effort, equal, forAll, fractional, matrix, outside, positive, sampled, scalar, vector
} from '../../src/claim/index.js'
import type { Drawn, Variables } from '../../src/claim/index.js'
import { drawAll } from '../../src/claim/visits.js'

const about = { id: 'test/draws', title: 'a claim', statement: 'x', source: 'a test' }

const draws = <V extends Variables>(
  variables: V, count: number, comparisons?: (drawn: Drawn<V>) => ReadonlyArray<number>
): ReadonlyArray<Drawn<V>> =>
  fc.sample(drawAll(variables, comparisons)(counting()), { numRuns: count, seed: 7 })

const counting = (): () => number => {
  let next = 0
  return () => next++
}

describe('what is drawn', () => {
  const pairs = draws({ x: vector(3), y: vector(3) }, 4000)
  const some = (is: (x: ReadonlyArray<number>, y: ReadonlyArray<number>) => boolean): number =>
    pairs.filter(({ x, y }) => is(x, y)).length
  const isParallel = (x: ReadonlyArray<number>, y: ReadonlyArray<number>): boolean =>
    x.some(a => a !== 0) && y.some(a => a !== 0)
      && [[0, 1], [1, 2], [0, 2]].every(([i = 0, j = 0]) => (x[i] ?? 0) * (y[j] ?? 0) === (x[j] ?? 0) * (y[i] ?? 0))
  const digits = (a: number): number => a.toString(2).replace(/[-.]|0+$/g, '').replace(/^0+/, '').length
  test.each<[string, (x: ReadonlyArray<number>, y: ReadonlyArray<number>) => boolean]>([
    ['zeros', x => x.every(a => a === 0)],
    ['an entry of -0', x => x.some(a => Object.is(a, -0))],
    ['equal vectors', (x, y) => x.some(a => a !== 0) && x.every((a, i) => a === y[i])],
    ['parallel vectors', (x, y) => isParallel(x, y) && x.some((a, i) => a !== y[i])],
    ['ties among the entries', x => x[0] === x[1] && x[0] !== 0],
    ['numbers of 53 digits', x => x.some(a => digits(a) > 45)],
    ['numbers beyond 2^290', x => x.some(a => Math.abs(a) > 2 ** 290)],
    ['numbers within 2^-290', x => x.some(a => a !== 0 && Math.abs(a) < 2 ** -290)]
  ])('visits %s, seldom', (_name, is) => {
    expect(some(is)).toBeGreaterThan(3)
    expect(some(is)).toBeLessThan(4000 / 20)
  })
  test('visits zero rows of matrices', () => {
    expect(draws({ w: matrix(2, 3) }, 4000).filter(({ w }) => w.slice(0, 3).every(a => a === 0)
      && w.slice(3).some(a => a !== 0)).length).toBeGreaterThan(1)
  })
  test('keeps what is positive above 0, and what is drawn by its own rule as it is', () => {
    for (const { a, b, p } of draws({ a: positive, b: positive, p: fractional }, 4000)) {
      expect(a > 0 && b > 0 && p > 0 && p < 1 && Number.isInteger(64 * p)).toBe(true)
    }
  })
  test('meets the two sides of a comparison, where they are equal on a line', () => {
    const ties = draws({ x: scalar, y: scalar }, 8000, ({ x, y }) => [x - 100 * y]).filter(
      ({ x, y }) => x !== 0 && Math.abs(x - 100 * y) <= 2 ** -50 * Math.abs(x)
    )
    expect(ties.length).toBeGreaterThan(3)
  })
})

describe('shrinking', () => {
  const odd = (entries: ReadonlyArray<number>): number => entries.filter(k => k % 2 !== 0).length
  const manyOdd = claim(about, sampled(
    { x: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 400, maxLength: 400 }) }, ({ x }) => atMost(odd(x), 100)
  ))
  test('ends after a number of steps with a case that fails', () => {
    const found = manyOdd.judge(effort(50, 1))
    if (found.verdict !== 'refuted') throw new Error(found.verdict)
    const shown = found.counterexample.input.match(/1/g)?.length ?? 0
    expect(shown).toBeGreaterThan(100)
    expect(found.counterexample.detail).toBe(`left ${shown}, right 100`)
  })
  test('evaluates a failing law no more than some hundreds of times', () => {
    let calls = 0
    const endless = sampled(
      { x: fc.array(fc.integer({ min: 0, max: 2 ** 30 }), { minLength: 300, maxLength: 300 }) }, ({ x }) => {
        calls += 1
        return atMost(odd(x), 20)
      }
    )
    expect(claim(about, endless).judge(effort(50, 1)).verdict).toBe('refuted')
    expect(calls).toBeLessThan(560)
  })
  test.each([1, 2, 3, 4, 5])('what is printed is judged again alike, from its path: seed %i', seed => {
    const found = manyOdd.judge(effort(50, seed))
    if (found.verdict !== 'refuted' || found.counterexample.path === undefined) throw new Error(found.verdict)
    expect(manyOdd.judge({ ...effort(50, seed), path: found.counterexample.path })).toMatchObject({
      verdict: 'refuted', counterexample: { input: found.counterexample.input, detail: found.counterexample.detail }
    })
  })
  test('says so where what failed does not fail again', () => {
    let calls = 0
    const found = claim(about, sampled({ x: fc.nat(9) }, ({ x }) => equal(x, (calls += 1) === 7 ? -1 : x))).judge(
      effort(20, 1)
    )
    expect(found).toMatchObject({
      verdict: 'refuted', counterexample: { detail: expect.stringContaining('not when it is judged again') as string }
    })
  })
})

describe('the scope', () => {
  const scopeOf = (judge: Parameters<typeof claim>[1], runs = 100): string =>
    claim(about, judge).judge(effort(runs, 1)).evidence.scope
  test('tells conditions, shapes, ranges, distinct cases and the premise', () => {
    expect(scopeOf(
      forAll({ x: vector(3), eta: positive }, (N, { x, eta }) => atMost(N.of(0), N.mul(eta, N.square(x.at(0)))))
    ))
      .toMatch(/^100 drawn cases(, \d+ distinct)?; eta > 0, x \(3\) from -?[\d.e+-]+ to [\d.e+-]+, eta from [\d.e+-]+ to [\d.e+-]+$/)
    expect(scopeOf(sampled({ k: fc.constantFrom(1, 2, 3) }, ({ k }) => equal(k, k)))).toBe(
      '100 drawn cases, 3 distinct; k from 1 to 3'
    )
    expect(scopeOf(sampled({ k: fc.nat(9) }, ({ k }) => (k < 3 ? outside : equal(k, k))))).toMatch(
      /^\d+ drawn cases, 7 distinct, \d+ more outside the premise; k from 3 to 9$/
    )
    expect(scopeOf(sampled(
      { x: fc.constantFrom({ shape: [1, 2], data: [1, 2] }, { shape: [2, 1], data: [0, 5] }) }, () => equal(1, 1)
    )))
      .toBe('100 drawn cases, 2 distinct; x (1x1 to 2x2) from 0 to 5')
  })
})
