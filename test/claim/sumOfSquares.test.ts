import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  atMost, drawn, type Effort, effort, equal, type Inequality, positive, scalar, type Squares, sumOfSquares,
  type Variables
} from '../../src/claim/index.js'

const judge = <V extends Variables>(
  variables: V, inequality: Inequality<V>, squares: Squares<V>, spent: Effort = effort()
) =>
  sumOfSquares(variables, inequality, squares)(spent, 'a/claim')
const exact = (scope: string, cases: number) =>
  ({ strength: 'exact', scope, cases, undecidedCases: 0, slack: { lo: 0, hi: 0 }, resolution: 0 })
const nothing = {
  strength: 'exact', scope: 'nothing was judged', cases: 0, undecidedCases: 0, slack: null, resolution: null
}

const two = { a: scalar, b: scalar }
const means: Inequality<typeof two> = (N, { a, b }) =>
  atMost(N.mul(N.of(2), N.mul(a, b)), N.add(N.square(a), N.square(b)))

describe('proves', () => {
  test('where the slack is the sum of the squares, on the points of an identity', () => {
    // a^2 + b^2 - 2ab = (a - b)^2, of degree 2 in two variables together
    expect(judge(two, means, (N, { a, b }) => [[N.of(1), N.sub(a, b)]]))
      .toEqual({ verdict: 'proved', evidence: exact(
        'every real a, b, by lattice (6 points); the slack is a sum of squares', 6
      ) })
  })
  test('with several, each with its own coefficient', () => {
    const given = { a: scalar, eta: positive }
    // 2 + eta a^2 = 2 1^2 + eta a^2
    const inequality: Inequality<typeof given> = (N, { a, eta }) => atMost(N.of(-2), N.mul(eta, N.square(a)))
    expect(judge(given, inequality, (N, { a, eta }) => [[N.of(2), N.of(1)], [eta, a]]).verdict).toBe('proved')
  })
  test('with a coefficient made of what is positive', () => {
    const given = { a: scalar, eta: positive }
    const inequality: Inequality<typeof given> = (N, { a, eta }) =>
      atMost(N.of(0), N.mul(N.add(eta, N.of(1)), N.square(a)))
    expect(judge(given, inequality, (N, { a, eta }) => [[N.add(eta, N.of(1)), a]]).verdict).toBe('proved')
  })
  test('with a coefficient that may be 0, or is, and with no square at all', () => {
    expect(judge(two, (N, { a, b }) => atMost(N.of(0), N.mul(N.square(a), N.square(b))), (
      N, { a, b }
    ) => [[N.square(b), a]]).verdict)
      .toBe('proved')
    expect(judge(two, (_, { a }) => atMost(a, a), (N, { a }) => [[N.of(0), a]]).verdict).toBe('proved')
    expect(judge(two, (_, { a }) => atMost(a, a), () => []).verdict).toBe('proved')
  })
})

describe('refutes by what is drawn', () => {
  const one = { a: drawn(fc.constant(1)) }
  test('where the slack is another, or a coefficient is negative', () => {
    const counterexample = { input: 'a = 1', slack: { lo: -1, hi: -1 }, detail: 'left 2, right 1' }
    expect(judge(one, (N, { a }) => atMost(N.of(2), a), (N, { a }) => [[N.of(1), a]], effort(1)))
      .toMatchObject({ verdict: 'refuted', evidence: { strength: 'sampled', cases: 1 }, counterexample })
    expect(judge({ a: scalar }, (N, { a }) => atMost(N.square(a), N.of(0)), (N, { a }) => [[N.of(-1), a]]))
      .toMatchObject({ verdict: 'refuted', evidence: { strength: 'sampled' } })
  })
  test('where a coefficient may have either sign', () => {
    expect(judge(two, (N, { a, b }) => atMost(N.of(0), N.mul(b, N.square(a))), (_, { a, b }) => [[b, a]]))
      .toMatchObject({ verdict: 'refuted', evidence: { strength: 'sampled' } })
  })
  test('and says what is known of the variables', () => {
    const found = judge({ eta: positive }, (N, { eta }) => atMost(eta, N.of(0)), (N, { eta }) => [[N.of(1), eta]])
    expect(found.evidence.scope).toMatch(/, the last of which fails; eta > 0/)
  })
})

describe('leaves open, with no counterexample,', () => {
  test('a slack that is not the sum given', () => {
    expect(judge(two, means, (N, { a, b }) => [[N.of(1), N.add(a, b)]])).toMatchObject({
      verdict: 'undecided', evidence: { strength: 'sampled', cases: 100 },
      reason: 'the slack is not the sum of squares given, and no counterexample was found'
    })
  })
  test('a coefficient of which the sign is not seen, or of many the last', () => {
    const reason = 'a coefficient is not seen to be at least 0, and no counterexample was found'
    const product: Inequality<typeof two> = (N, { a, b }) => atMost(N.of(0), N.mul(N.square(a), N.square(b)))
    expect(judge(two, product, (N, { a, b }) => [[N.mul(b, b), a]])).toMatchObject({ verdict: 'undecided', reason })
    expect(judge(two, product, (N, { a, b }) => [[N.of(0), a], [N.mul(b, b), a]])).toMatchObject(
      { verdict: 'undecided', reason }
    )
    // 2 a^2 - a^2 is not negative, but one of its coefficients is
    expect(judge(two, (N, { a }) => atMost(N.of(0), N.square(a)), (N, { a }) => [[N.of(2), a], [N.of(-1), a]]))
      .toMatchObject({ verdict: 'undecided', reason })
  })
})

describe('leaves open', () => {
  test('an equality', () => {
    expect(judge(two, (_, { a }) => equal(a, a), () => [])).toEqual({
      verdict: 'undecided', evidence: nothing,
      reason: 'the formula raised Refusal: sumOfSquares: expected an inequality, by atMost; exactly proves equalities, got an equality'
    })
  })
  test('what is interrupted', () => {
    expect(judge(two, means, (N, { a, b }) => [[N.of(1), N.sub(a, b)]], { ...effort(), cancelled: () => true }))
      .toEqual(
        { verdict: 'undecided', evidence: exact('every real a, b, by lattice (6 points)', 0), reason: 'interrupted' }
      )
  })
  test('what a formula raises, with help', () => {
    const found = judge({ a: scalar }, (N, { a }) =>
      atMost((N as unknown as { readonly twice: (x: unknown) => typeof a }).twice(a), a), () => [])
    expect(found).toMatchObject({ verdict: 'undecided', evidence: nothing })
    expect({ reason: '', ...found }.reason).toMatch(
      /^the formula raised TypeError: N.twice is not a function: N has no `twice`; it has /
    )
  })
  test('names that are none', () => {
    expect(judge({ '2': scalar }, (_, given) => atMost(given['2'], given['2']), () => [])).toEqual({
      verdict: 'undecided', evidence: nothing,
      reason: 'the formula raised Refusal: exactly: expected names of letters and digits, the first a letter, got "2"'
    })
  })
})
