import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atMost, drawn, type Effort, effort, equal, forAll, type FormalIdentity, formally, type Scalar } from '../../src/claim/index.js'
import { dual, dualAnalytic } from '../../src/number/index.js'

type Scalars = Readonly<Record<string, Scalar>>
const small: Scalar = drawn(fc.integer({ min: -8, max: 8 }).map(k => k / 4))
const judge = <V extends Scalars>(variables: V, identity: FormalIdentity<V>, spent: Effort = effort()) =>
  formally(variables, identity)(spent, 'a/claim')
const exact = (scope: string, cases: number) =>
  ({ strength: 'exact', scope, cases, undecidedCases: 0, slack: { lo: 0, hi: 0 }, resolution: 0 })
const [x, y] = [small, small]
const refusal = 'Refusal: exactly: expected equalities; sumOfSquares, enclosed and forAll judge inequalities, got an inequality'

describe('proves', () => {
  test('the chain rule: what is left is an identity in the values of the functions', () => {
    const judgement = judge({ x }, (N, given) => {
      const D = dualAnalytic(N)
      return equal(D.sin(D.exp(dual(given.x, N.of(1)))).tangent, N.mul(N.cos(N.exp(given.x)), N.exp(given.x)))
    })
    const scope = 'every real x where both sides are defined; 3 values of exp, sin, cos taken as unknown'
    expect(judgement).toMatchObject({ verdict: 'proved', evidence: { strength: 'exact', scope } })
  })
  test('with one value, or several of one function, on as many points as these unknowns ask for', () => {
    // degree 1 in x and in exp(x): two points of each
    expect(judge({ x }, (N, given) => equal(N.mul(N.exp(given.x), given.x), N.mul(given.x, N.exp(given.x)))))
      .toEqual({ verdict: 'proved', evidence: exact('every real x where both sides are defined; 1 value of exp taken as unknown', 4) })
    // degree 1 in exp(x) and exp(y), and none in x and y
    const sums: FormalIdentity<{ readonly x: Scalar; readonly y: Scalar }> = (N, given) =>
      equal(N.add(N.exp(given.x), N.exp(given.y)), N.add(N.exp(given.y), N.exp(given.x)))
    expect(judge({ x, y }, sums).evidence.scope).toBe('every real x, y where both sides are defined; 2 values of exp taken as unknown')
  })
  test('pi and e are told as they are called', () => {
    expect(judge({ x }, (N, given) => equal(N.add(N.mul(N.pi(), given.x), N.e()), N.add(N.e(), N.mul(given.x, N.pi())))).evidence.scope)
      .toBe('every real x where both sides are defined; 2 values of pi, e taken as unknown')
  })
  test('without functions as exactly does', () => {
    expect(judge({ x }, (N, given) => equal(N.add(given.x, given.x), N.mul(N.of(2), given.x))))
      .toEqual({ verdict: 'proved', evidence: exact('every real x, by lattice (2 points)', 2) })
  })
  test('where some divisors that are drawn cannot be told from 0', () => {
    const far = drawn(fc.integer({ min: -4000, max: 4000 }))
    const odds: FormalIdentity<{ readonly x: Scalar }> = (N, given) => {
      const share = N.div(N.exp(given.x), N.add(N.exp(given.x), N.of(1)))
      return equal(N.div(share, N.sub(N.of(1), share)), N.exp(given.x))
    }
    const spent = effort(50)
    expect(forAll({ x: far }, odds)(spent, 'a/claim').verdict).toBe('undecided')
    expect(judge({ x: far }, odds, spent).verdict).toBe('proved')
    expect(judge({ x: drawn(fc.constant(4000)) }, odds, spent).verdict).toBe('undecided')
  })
  test('branches are unknowns too', () => {
    expect(judge({ x, y }, (N, given) => equal(N.add(N.max(given.x, given.y), given.x), N.add(given.x, N.max(given.x, given.y)))))
      .toMatchObject({ verdict: 'proved' })
    expect(judge({ x, y }, (N, given) => equal(N.max(given.x, given.y), given.x))).toMatchObject({ verdict: 'refuted' })
  })
})

describe('refutes by what is drawn', () => {
  test('two values of one function, and two functions of one variable, are two unknowns', () => {
    expect(judge({ x, y }, (N, given) => equal(N.exp(given.x), N.exp(given.y))))
      .toMatchObject({ verdict: 'refuted', evidence: { strength: 'sampled' } })
    expect(judge({ x }, (N, given) => equal(N.sin(given.x), N.cos(given.x)))).toMatchObject({ verdict: 'refuted' })
  })
  test('a variable is not the constant of its name', () => {
    const e = drawn(fc.constant(1))
    expect(judge({ e }, (N, given) => equal(given.e, N.e()), effort(1)))
      .toMatchObject({ verdict: 'refuted', counterexample: { input: 'e = 1' } })
    const pi = drawn(fc.constant(0))
    expect(judge({ pi }, (N, given) => equal(N.sin(given.pi), N.sin(N.pi())), effort(1)).verdict).not.toBe('proved')
  })
})

describe('leaves open', () => {
  test('what needs more than the chain rule, and holds where it is drawn', () => {
    expect(judge({ x }, (N, given) => equal(N.exp(N.add(given.x, given.x)), N.mul(N.exp(given.x), N.exp(given.x))))).toMatchObject({
      verdict: 'undecided', evidence: { strength: 'sampled', cases: 100 },
      reason: 'not an identity of its functions as unknowns, and no counterexample was found'
    })
  })
  test('an inequality', () => {
    expect(judge({ x }, (N, given) => atMost(N.exp(given.x), N.add(N.exp(given.x), N.of(1))))).toMatchObject({
      verdict: 'undecided',
      reason: `the formula raised ${refusal}`
    })
  })
  test('what the formula raises, with help', () => {
    const { evidence, ...said } = judge({ x }, (N, given) =>
      equal((N as unknown as { readonly twice: (a: unknown) => typeof given.x }).twice(given.x), given.x))
    expect(evidence).toEqual({ strength: 'exact', scope: 'nothing was judged', cases: 0, undecidedCases: 0, slack: null, resolution: null })
    expect(said).toMatchObject({
      verdict: 'undecided',
      reason: expect.stringMatching(/^the formula raised TypeError: N.twice is not a function: N has no `twice`; it has /) as string
    })
  })
})

describe('is vacuous', () => {
  const negative = drawn(fc.constant(-1))
  const log: FormalIdentity<{ readonly x: Scalar }> = (N, given) => equal(N.log(given.x), N.log(given.x))
  test('where the functions are undefined, on at most 50 of what is drawn', () => {
    expect(judge({ x: negative }, log))
      .toMatchObject({ verdict: 'vacuous', reason: expect.stringContaining('a side is undefined in 50 of 50 cases') as string })
    expect(judge({ x: negative }, log, effort(20)))
      .toMatchObject({ verdict: 'vacuous', reason: expect.stringContaining('a side is undefined in 20 of 20 cases') as string })
  })
  test('where a divisor is 0 for all values, functions being unknowns beside the variables', () => {
    expect(judge({ x }, (N, given) => equal(N.div(N.exp(given.x), N.sub(given.x, given.x)), N.of(1)))).toEqual({
      verdict: 'vacuous', evidence: exact('every real x, exp(x), where x - x is not 0, by normal form', 0),
      reason: 'a divisor is 0 for all values: a side is undefined'
    })
  })
  test('of no relations', () => {
    expect(judge({ x }, () => [])).toEqual({ verdict: 'vacuous', evidence: exact('every real x', 0), reason: 'nothing is related' })
  })
})

test('names are checked', () => {
  expect(() => judge({ 'exp(x)': small }, (_, given) => equal(given['exp(x)'], given['exp(x)'])))
    .toThrow('formally: expected names of letters and digits, the first a letter, got "exp(x)"')
})
