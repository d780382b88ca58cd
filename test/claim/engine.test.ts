import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allOf, assertClaim, atMost, claim, definedBy, derivation, effort, enclosed, equal, equalGrids, erratum, exactly,
  example, forAll, frequency, type Judge, judgedBy, outside, positive, printsAs, sampled, scalar, sumOfSquares,
  vector
} from '../../src/claim/index.js'
import { asExpected } from '../../src/claim/Claim.js'
import { dot, grid, minus, norm, normSquared, plus } from '../../src/number/index.js'

const about = { id: 'test/claim', title: 'a claim', statement: 'x', source: 'a test' }
const judge = (way: Judge, runs = 200) => claim(about, way).judge(effort(runs, 1))

describe('exactly', () => {
  test('proves what is true for all values', () => {
    const found = judge(exactly({ x: vector(3), y: vector(3) }, (N, { x, y }) =>
      equal(normSquared(N)(minus(N)(x, y)), N.add(
        N.sub(normSquared(N)(x), N.mul(N.of(2), dot(N)(x, y))), normSquared(N)(y)
      ))))
    expect(found.verdict).toBe('proved')
    expect(found.evidence.strength).toBe('exact')
    expect(found.evidence.scope).toContain('every real x (3), y (3)')
  })
  test('refutes with the smallest point, both sides and the slack', () => {
    const found = judge(exactly({ a: scalar, b: scalar }, (N, { a, b }) =>
      equal(N.mul(N.add(a, b), N.add(a, b)), N.add(N.mul(a, a), N.mul(b, b)))))
    expect(found).toMatchObject({
      verdict: 'refuted',
      counterexample: { input: 'a = 1, b = 1', slack: { lo: -2, hi: -2 }, detail: 'left 4, right 2' }
    })
  })
  test('is not fooled by a difference that vanishes on few points: x (x-1) (x-2) (x-3)', () => {
    const found = judge(exactly({ x: scalar }, (N, { x }) =>
      equal([0, 1, 2, 3].map(k => N.sub(x, N.of(k))).reduce(N.mul), N.of(0))))
    expect(found).toMatchObject({ verdict: 'refuted', counterexample: { input: 'x = 4' } })
  })
  test('moves its points away from poles', () => {
    expect(judge(exactly({ x: scalar, y: scalar }, (N, { x, y }) =>
      equal(N.div(N.sub(N.mul(x, x), N.mul(y, y)), N.sub(x, y)), N.add(x, y)))).verdict).toBe('proved')
  })
  test('refuses a formula that branches', () => {
    expect(judge(exactly({ x: scalar }, (N, { x }) => equal(N.max(x, x), x)))).toMatchObject({
      verdict: 'undecided', reason: expect.stringContaining('expected a polynomial or rational function') as string
    })
  })
  test('compares normal forms where there would be too many points, and still finds a counterexample', () => {
    const x = vector(40)
    const square = (wrong: number) => exactly({ x }, (N, { x: { entries } }) => {
      const total = entries.reduce(N.add)
      const pairs = entries.flatMap(
        (a, i) => entries.map((b, j) => (i + j === 78 ? N.mul(N.of(wrong), N.mul(a, b)) : N.mul(a, b)))
      )
      return equal(N.mul(total, total), pairs.reduce(N.add))
    })
    expect(judge(square(1))).toMatchObject(
      { verdict: 'proved', evidence: { scope: 'every real x (40), by normal form' } }
    )
    expect(judge(square(2)).verdict).toBe('refuted')
  })
})

describe('forAll', () => {
  test('supports a true inequality even on its worst cases', () => {
    const found = judge(forAll({ x: vector(2), y: vector(2) }, (N, { x, y }) =>
      atMost(norm(N)(plus(N)(x, y)), N.add(norm(N)(x), norm(N)(y)))))
    expect(found.verdict).toBe('supported')
    expect(found.evidence.cases).toBe(200)
  })
  test('refutes a false one, shrunk, and replays it from its path to the same bytes', () => {
    const wrong = claim(about, forAll(
      { x: vector(2), y: vector(2) }, (N, { x, y }) => atMost(norm(N)(plus(N)(x, y)), norm(N)(x))
    ))
    const found = wrong.judge(effort(200, 7))
    if (found.verdict !== 'refuted') throw new Error(found.verdict)
    const { path } = found.counterexample
    if (path === undefined) throw new Error('no path')
    expect(found.counterexample.input.match(/[1-9]/g)?.length).toBeLessThanOrEqual(4)
    const again = wrong.judge({ ...effort(200, 7), path })
    if (again.verdict !== 'refuted') throw new Error(again.verdict)
    const { path: _first, ...counterexample } = found.counterexample
    const { path: _again, ...replayed } = again.counterexample
    expect(JSON.stringify(replayed)).toBe(JSON.stringify(counterexample))
  })
  test('counts cases outside the premise, and says when there are too many', () => {
    const law = (above: number) => forAll({ x: scalar }, (N, { x }) => {
      const sign = N.where(x, N.of(above), N.of(1), N.of(0))
      return 'lo' in (sign as object) && (sign as unknown as { lo: number }).lo === 0 ? outside
        : atMost(N.of(0), N.mul(x, x))
    })
    expect(judge(law(-100)).verdict).toBe('supported')
    expect(judge(law(99)).verdict).toBe('vacuous')
  })
  test('is undecided where no number of bits tells the sides apart', () => {
    expect(judge(forAll({ x: positive }, (N, { x }) => atMost(N.exp(N.log(x)), x))).verdict).toBe('undecided')
  })
  test('draws of a claim do not depend on other claims, and differ between them', () => {
    const drawsOf = (id: string): ReadonlyArray<number> => {
      const seen: Array<number> = []
      claim({ ...about, id }, sampled({ x: fc.integer() }, ({ x }) => { seen.push(x); return equal(x, x) })).judge(
        effort(20, 1)
      )
      return seen
    }
    expect(drawsOf('a/a')).toEqual(drawsOf('a/a'))
    expect(drawsOf('a/a')).not.toEqual(drawsOf('a/b'))
  })
})

describe('sampled', () => {
  test('compares doubles exactly; what is no number is refuted beside one, and is no evidence beside another', () => {
    expect(judge(sampled({ x: fc.integer({ min: 1, max: 9 }) }, ({ x }) => equal(x / 10 * 10, x))).verdict).toBe(
      'supported'
    )
    expect(judge(sampled({ x: fc.integer({ min: 1, max: 99 }) }, ({ x }) => equal(x / 100 * 100, x))).verdict).toBe(
      'refuted'
    )
    expect(judge(sampled({ x: fc.integer() }, () => equal(NaN, 1))).verdict).toBe('refuted')
    expect(judge(sampled({ x: fc.integer() }, () => equal(1, Infinity))).verdict).toBe('refuted')
    expect(judge(sampled({ x: fc.integer() }, () => equal(NaN, NaN))).verdict).toBe('vacuous')
    expect(judge(sampled({ x: fc.integer() }, () => equal(Infinity, Infinity))).verdict).toBe('vacuous')
  })
  test('what the judged function raises refutes it, shrunk and named; what the law raises is undecided', () => {
    const strict = (x: number): number => { if (x > 3) throw new RangeError('too large'); return x }
    expect(judge(sampled({ x: fc.nat(9) }, ({ x }) => equal(judgedBy('strict', () => strict(x)), x)))).toMatchObject({
      verdict: 'refuted',
      counterexample: { input: 'x = 4', detail: 'strict raised RangeError: too large', raised: true }
    })
    expect(judge(sampled({ x: fc.nat(9) }, ({ x }) => equal(strict(x), x)))).toMatchObject({
      verdict: 'undecided', reason: expect.stringMatching(
        /something was raised in \d+ of 200 cases, first at x = \d: the law raised RangeError: too large/
      ) as string
    })
    expect(judge(sampled({ x: fc.nat(9) }, ({ x }) => equal(x, definedBy('its definition', () => strict(x))))))
      .toMatchObject({
        verdict: 'undecided', reason: expect.stringContaining('its definition raised RangeError: too large') as string
      })
  })
  test('stops when asked to, and is then undecided', () => {
    let asked = 0
    const found = claim(about, sampled({ x: fc.integer() }, ({ x }) => equal(x, x)))
      .judge({ seed: 1, runs: 1000, cancelled: () => ++asked > 10 })
    expect(found).toMatchObject({ verdict: 'undecided', reason: 'interrupted' })
  })
  test('names the entry that differs', () => {
    const found = judge(sampled({ x: fc.constant(1) }, () =>
      equalGrids(grid([2, 2], () => 1), grid([2, 2], (i, j) => (i === 1 && j === 0 ? 2 : 1)), 'dp.w')))
    expect(found.verdict === 'refuted' && found.counterexample.detail).toBe('dp.w[1,0]: left 1, right 2')
  })
})

describe('sumOfSquares', () => {
  const variables = { a: scalar, b: scalar, eta: positive }
  test('proves by squares with coefficients that are seen to be positive', () => {
    expect(judge(sumOfSquares(variables,
      (N, { a, b, eta }) => atMost(
        N.mul(N.mul(N.of(2), eta), N.mul(a, b)), N.mul(eta, N.add(N.mul(a, a), N.mul(b, b)))
      ),
      (N, { a, b, eta }) => [[eta, N.sub(a, b)]])).verdict).toBe('proved')
    expect(judge(sumOfSquares(variables, (_N, { a, b }) => atMost(a, b),
      (N, { a, b }) => [[N.sub(b, a), N.of(1)]])).verdict).toBe('refuted')
  })
  test('a certificate that does not fit proves nothing', () => {
    expect(judge(sumOfSquares(variables, (N, { a }) => atMost(N.of(0), N.mul(a, a)),
      (N, { b }) => [[N.of(1), b]])).verdict).toBe('undecided')
  })
})

describe('enclosed', () => {
  test('proves on a box by cutting it', () => {
    expect(judge(enclosed({ x: [0.5, 8] }, (N, { x }) => atMost(N.sin(x), x))).verdict).toBe('proved')
  })
  test('refutes at a point, and gives up where the slack is zero', () => {
    expect(judge(enclosed({ x: [-1, 1] }, (N, { x }) => atMost(N.sin(x), x))).verdict).toBe('refuted')
    expect(judge(enclosed({ x: [0, 1] }, (N, { x }) => atMost(N.sub(x, x), N.sub(N.mul(x, x), N.mul(x, x))))).verdict)
      .toBe('undecided')
  })
})

describe('printsAs', () => {
  const e4 = printsAs('54.598', N => N.exp(N.of(4)))
  test('judges the printed digits, no more and no fewer', () => {
    expect(judge(e4).verdict).toBe('proved')
    expect(judge(printsAs('54.599', N => N.exp(N.of(4)))).verdict).toBe('refuted')
    expect(judge(printsAs('54.5982', N => N.exp(N.of(4)))).verdict).toBe('proved')
    expect(judge(printsAs('-1.5e-1', N => N.div(N.of(-3), N.of(20)))).verdict).toBe('proved')
  })
  test('sees what doubles cannot: a term of size one beside 1e40', () => {
    const huge = <A>(N: { of: (x: number) => A; mul: (a: A, b: A) => A }): A => N.mul(N.of(1e20), N.of(1e20))
    expect(judge(printsAs('1.', N => N.sub(N.add(huge(N), N.of(1)), huge(N)))).verdict).toBe('proved')
    expect(judge(printsAs('2.', N => N.sub(N.add(huge(N), N.of(1)), huge(N)))).verdict).toBe('refuted')
  })
  test('an erratum needs both: the print refuted and the correction held', () => {
    const form = (text: string) => ({ text, judge: printsAs(text, N => N.exp(N.of(4))) })
    const right = erratum(about, { printed: form('54.599'), corrected: form('54.598') })
    expect(right.judge(effort())).toMatchObject(
      { verdict: 'erratum', printed: { text: '54.599' }, corrected: { text: '54.598' } }
    )
    expect(asExpected(right, right.judge(effort()))).toBe(true)
    for (const [printed, corrected] of [['54.598', '54.598'], ['54.599', '54.597']] as const) {
      const wrong = erratum(about, { printed: form(printed), corrected: form(corrected) })
      expect(asExpected(wrong, wrong.judge(effort()))).toBe(false)
    }
  })
})

test('an example is judged with as many bits as it takes', () => {
  expect(judge(example(N => atMost(N.exp(N.of(1)), N.of(2.75)))).verdict).toBe('proved')
  expect(judge(example(N => atMost(N.exp(N.of(1)), N.of(2.5)))).verdict).toBe('refuted')
  expect(judge(example(N => equal(N.exp(N.log(N.of(2))), N.of(2)))).verdict).toBe('supported')
})

test('a probability is refuted only when a false alarm would be rarer than 1e-9', () => {
  const coin = (probability: number): Judge =>
    frequency({ draw: fc.integer({ min: 0, max: 3 }), event: x => x === 0, probability })
  expect(judge(coin(0.25), 1000).verdict).toBe('supported')
  expect(judge(coin(0.35), 1000).verdict).toBe('refuted')
})

test('a family holds when each member does, and names the first that does not', () => {
  const upTo = (n: number): Judge =>
    allOf('n = 1..3', [1, 2, 3].map(k => ({ label: `n = ${k}`, judge: example(N => atMost(N.of(k), N.of(n))) })))
  expect(judge(upTo(3)).verdict).toBe('proved')
  expect(judge(upTo(2))).toMatchObject({ verdict: 'refuted', counterexample: { detail: 'n = 3: left 3, right 2' } })
})

test('a derivation names the line that breaks', () => {
  const lines = derivation({
    id: 'd', source: 's', variables: { x: scalar }, from: (N, { x }) => N.mul(x, x),
    lines: [
      { name: '1', statement: '', reason: 'fine', side: (N, { x }) => N.add(N.mul(x, x), N.of(0)) },
      { name: '2', statement: '', reason: 'slip', side: (N, { x }) => N.mul(N.of(2), N.mul(x, x)) },
      { name: '3', statement: '', reason: 'fine again', side: (N, { x }) => N.add(N.mul(x, x), N.mul(x, x)) }
    ]
  })
  expect(lines.map(line => line.judge(effort()).verdict)).toEqual(['proved', 'refuted', 'proved'])
  expect(() => assertClaim(lines[1] ?? claim(about, example(N => equal(N.of(0), N.of(0))))))
    .toThrow(/d\/2: refuted[\s\S]*x = 1[\s\S]*left 1, right 2/)
})
