import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  array, type ArrayOf, atMost, drawn, type Effort, effort, equal, forAll, type FormalIdentity, formally, positive,
  type Scalar
} from '../../src/claim/index.js'
import { dual, dualAnalytic } from '../../src/number/index.js'

type Scalars = Readonly<Record<string, Scalar>>
const small: Scalar = drawn(fc.integer({ min: -8, max: 8 }).map(k => k / 4))
const judge = <V extends Scalars>(variables: V, identity: FormalIdentity<V>, spent: Effort = effort()) =>
  formally(variables, identity)(spent, 'a/claim')
const exact = (scope: string, cases: number) =>
  ({ strength: 'exact', scope, cases, undecidedCases: 0, slack: { lo: 0, hi: 0 }, resolution: 0 })
const [x, y] = [small, small]
const refusal =
  'Refusal: exactly: expected equalities; sumOfSquares, enclosed and forAll judge inequalities, got an inequality'

describe('proves', () => {
  test('the chain rule: what is left is an identity in the values of the functions', () => {
    const judgement = judge({ x }, (N, given) => {
      const D = dualAnalytic(N)
      return equal(D.sin(D.exp(dual(given.x, N.of(1)))).tangent, N.mul(N.cos(N.exp(given.x)), N.exp(given.x)))
    })
    const scope = 'every real x where both sides are defined; 3 values of exp, sin, cos taken as unknown'
    expect(judgement).toMatchObject({ verdict: 'proved', evidence: { strength: 'exact', scope } })
  })
  test('with one value, or several of one function', () => {
    expect(judge({ x }, (N, given) => equal(N.mul(N.exp(given.x), given.x), N.mul(given.x, N.exp(given.x)))))
      .toEqual({ verdict: 'proved', evidence: exact(
        'every real x where both sides are defined; 1 value of exp taken as unknown', 1
      ) })
    const sums: FormalIdentity<{ readonly x: Scalar; readonly y: Scalar }> = (N, given) =>
      equal(N.add(N.exp(given.x), N.exp(given.y)), N.add(N.exp(given.y), N.exp(given.x)))
    expect(judge({ x, y }, sums).evidence.scope).toBe(
      'every real x, y where both sides are defined; 2 values of exp taken as unknown'
    )
  })
  test('pi and e are told as they are called', () => {
    expect(judge({ x }, (
      N, given
    ) => equal(N.add(N.mul(N.pi(), given.x), N.e()), N.add(N.e(), N.mul(given.x, N.pi())))).evidence.scope)
      .toBe('every real x where both sides are defined; 2 values of pi, e taken as unknown')
  })
  test('without functions, and says where no divisor is 0', () => {
    expect(judge({ x }, (N, given) => equal(N.add(given.x, given.x), N.mul(N.of(2), given.x))))
      .toEqual({ verdict: 'proved', evidence: exact('every real x, by normal form', 1) })
    const quotient: FormalIdentity<{ readonly x: Scalar }> = (N, given) =>
      equal(N.div(N.square(given.x), given.x), given.x)
    expect(judge({ x }, quotient).evidence.scope).toBe('every real x, where x is not 0, by normal form')
    expect(judge({ x: positive }, quotient).evidence.scope).toBe('every x > 0, by normal form')
  })
  test('by laws, and says of which functions', () => {
    const square: FormalIdentity<{ readonly x: Scalar }> = (N, given) =>
      equal(N.exp(N.add(given.x, given.x)), N.mul(N.exp(given.x), N.exp(given.x)))
    expect(judge({ x }, square))
      .toEqual(
        { verdict: 'proved', evidence: exact('every real x where both sides are defined; by the laws of exp', 1) }
      )
    expect(judge({ x }, (N, given) => equal(N.log(N.exp(given.x)), given.x)).evidence.scope).toContain(
      'by the laws of exp, log'
    )
  })
  test('knows which variables are positive', () => {
    const root: FormalIdentity<{ readonly x: Scalar }> = (N, given) => equal(N.sqrt(N.square(given.x)), given.x)
    expect(judge({ x: positive }, root)).toMatchObject({ verdict: 'proved' })
    expect(judge({ x }, root)).toMatchObject({ verdict: 'refuted', counterexample: { input: 'x = -0.25' } })
  })
  test('where values overflow in some of the draws', () => {
    const large = drawn(fc.constantFrom(1, 2, 3, 1e9))
    const square: FormalIdentity<{ readonly x: Scalar }> = (N, given) =>
      equal(N.sub(N.exp(N.exp(given.x)), N.exp(N.exp(given.x))), N.of(0))
    expect(judge({ x: large }, square)).toMatchObject({ verdict: 'proved' })
    expect(judge({ x: drawn(fc.constant(1e9)) }, square)).toMatchObject(
      { verdict: 'undecided', evidence: { strength: 'sampled' } }
    )
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
    expect(judge({ x, y }, (N, given) =>
      equal(N.add(N.max(given.x, given.y), given.x), N.add(given.x, N.max(given.x, given.y)))))
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
  test('what needs more than the laws, and holds where it is drawn', () => {
    const most: FormalIdentity<{ readonly x: Scalar; readonly y: Scalar; readonly z: Scalar }> = (N, given) =>
      equal(N.max(given.x, N.max(given.y, given.z)), N.max(N.max(given.x, given.y), given.z))
    expect(judge({ x, y, z: small }, most)).toMatchObject({
      verdict: 'undecided', evidence: { strength: 'sampled', cases: 100 },
      reason: 'not an identity by what is known of its functions, and no counterexample was found'
    })
  })
  test('what is too large, and says how large', () => {
    // 520 numbers times 520 others
    const [u, v] = [array([520]), array([520])]
    const long: FormalIdentity<{ readonly u: ArrayOf; readonly v: ArrayOf }> = (N, given) => {
      const [first, second] = [N.sum(given.u.entries), N.sum(given.v.entries)]
      const more = N.sin(given.v.at(0))
      const both = N.mul(N.add(first, more), N.add(second, more))
      return equal(N.mul(first, second), N.sub(both, N.mul(more, N.sum([first, second, more]))))
    }
    const reason =
      'too large: the normal form takes more than 131072 products of terms, and no counterexample was found'
    expect(formally({ u, v }, long)(effort(10), 'a/claim')).toMatchObject({ verdict: 'undecided', reason })
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
    expect(evidence).toEqual(
      { strength: 'exact', scope: 'nothing was judged', cases: 0, undecidedCases: 0, slack: null, resolution: null }
    )
    expect(said).toMatchObject({
      verdict: 'undecided',
      reason: expect.stringMatching(
        /^the formula raised TypeError: N.twice is not a function: N has no `twice`; it has /
      ) as string
    })
  })
})

describe('is vacuous', () => {
  const negative = drawn(fc.constant(-1))
  const log: FormalIdentity<{ readonly x: Scalar }> = (N, given) => equal(N.log(given.x), N.log(given.x))
  test('where the functions are undefined, on at most 50 of what is drawn', () => {
    expect(judge({ x: negative }, log))
      .toMatchObject(
        { verdict: 'vacuous', reason: expect.stringContaining('a side is undefined in 50 of 50 cases') as string }
      )
    expect(judge({ x: negative }, log, effort(20)))
      .toMatchObject(
        { verdict: 'vacuous', reason: expect.stringContaining('a side is undefined in 20 of 20 cases') as string }
      )
  })
  test('where a divisor is 0 for all values, functions being unknowns beside the variables', () => {
    expect(judge({ x }, (N, given) => equal(N.div(N.exp(given.x), N.sub(given.x, given.x)), N.of(1)))).toEqual({
      verdict: 'vacuous',
      evidence: exact('every real x where both sides are defined; 1 value of exp taken as unknown', 0),
      reason: 'a divisor is 0 for all values: a side is undefined'
    })
  })
  test('where a log is of 0 for all values', () => {
    expect(judge({ x }, (N, given) => equal(N.log(N.sub(given.x, given.x)), N.log(N.of(0)))))
      .toMatchObject({ verdict: 'vacuous', evidence: { strength: 'sampled' } })
  })
  test('where a divisor is 0 only once it is multiplied out', () => {
    const hidden: FormalIdentity<{ readonly x: Scalar; readonly y: Scalar }> = (N, given) => {
      const [square, sum] = [N.square(N.sub(given.x, given.y)), N.add(N.square(given.x), N.square(given.y))]
      const side = N.div(N.exp(given.x), N.sub(square, N.sub(sum, N.mul(N.of(2), N.mul(given.x, given.y)))))
      return equal(side, N.add(side, side))
    }
    expect(judge({ x, y }, hidden)).toMatchObject({ verdict: 'vacuous', evidence: { strength: 'sampled' } })
  })
  test('of no relations', () => {
    expect(judge({ x }, () => [])).toEqual(
      { verdict: 'vacuous', evidence: exact('every real x, by normal form', 0), reason: 'nothing is related' }
    )
  })
})

test('names are checked', () => {
  expect(() => judge({ 'exp(x)': small }, (_, given) => equal(given['exp(x)'], given['exp(x)'])))
    .toThrow('formally: expected names of letters and digits, the first a letter, got "exp(x)"')
})
