import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  atMost, effort, equal, forAll, type Formula, outside, positive, type Scalar, type Variables
} from '../../src/claim/index.js'

const judge = <V extends Variables>(variables: V, formula: Formula<V>, runs = 100) =>
  forAll(variables, formula)(effort(runs), 'a/claim')
const constant = (x: number, every: boolean): Scalar =>
  ({ kind: 'scalar', draw: fc.constant(x), positive: false, every })
const x = constant(2, false)

test('supports what holds on what is drawn', () => {
  expect(judge({ x }, (N, given) => atMost(given.x, N.of(5)))).toEqual({
    verdict: 'supported',
    evidence: {
      strength: 'sampled', scope: '100 drawn cases, 1 distinct; x = 2', cases: 100, undecidedCases: 0,
      slack: { lo: 3, hi: 3 }, resolution: 0, observed: 'smaller side at most 0.4000 of the larger', ratio: 0.4
    }
  })
})

test('refutes what does not', () => {
  expect(judge({ x }, (N, given) => [atMost(given.x, N.of(2)), equal(given.x, N.of(3), 'y')])).toMatchObject({
    verdict: 'refuted', counterexample: { input: 'x = 2', slack: { lo: -1, hi: -1 }, detail: 'y: left 2, right 3' }
  })
})

test('counts what is outside the premise', () => {
  expect(judge({ x }, () => outside))
    .toMatchObject({ verdict: 'vacuous', reason: 'the premise is not met in 100 of 100 cases' })
})

test('says what is known of the variables by construction', () => {
  expect(judge({ eta: positive }, (N, { eta }) => atMost(N.of(0), eta)).evidence.scope).toMatch(/; eta > 0, eta from /)
})

test('what a formula raises is the formula\'s, with help', () => {
  const found = judge({ x }, (N, given) =>
    equal((N as unknown as { readonly twice: (a: unknown) => typeof given.x }).twice(given.x), given.x))
  expect(found.verdict).toBe('undecided')
  expect({ reason: '', ...found }.reason).toContain(
    'something was raised in 100 of 100 cases, first at x = 2: the formula raised ' +
      'TypeError: N.twice is not a function: N has no `twice`; it has '
  )
})

test('names are checked before anything is drawn', () => {
  expect(() => forAll({ 'x[0]': x }, (_, given) => equal(given['x[0]'], given['x[0]'])))
    .toThrow('forAll: expected names of letters and digits, the first a letter, got "x[0]"')
})

// A visit may go where the two sides of a comparison are equal, on the way to a number from 1/4 to 10. In eleven rounds one variable is
// so visited six times: x, which is drawn as -20, then is 0.7 but for rounding.
describe('goes to where a formula branches', () => {
  const moved = constant(-20, true)
  const metBy = (branches: Formula<{ readonly x: Scalar }>): ReadonlyArray<number> => {
    const met = new Set<number>()
    judge({ x: moved }, (N, given) => {
      const { lo, hi } = given.x as { readonly lo?: number; readonly hi?: number }
      if (lo !== undefined && lo === hi) met.add(lo)
      return branches(N, given)
    }, 1100)
    return [...met]
  }
  const isNear = (value: number): boolean => Math.abs(value - 0.7) < 2 ** -40
  test('by max, by where, and by neither', () => {
    const holds = <A>(left: A) => equal(left, left)
    expect(metBy((N, given) => holds(N.max(given.x, N.of(0.7)))).some(isNear)).toBe(true)
    expect(metBy((N, given) => holds(N.where(given.x, N.of(0.7), given.x, N.of(1)))).some(isNear)).toBe(true)
    expect(metBy((N, given) => holds(N.sub(given.x, N.of(0.7)))).some(isNear)).toBe(false)
  })
  test('with what a comparison before gave', () => {
    // the larger of x and -1000 is x
    expect(metBy((N, { x: of }) => atMost(N.of(0), N.max(N.max(of, N.of(-1000)), N.of(0.7)))).some(isNear)).toBe(true)
  })
  test('but not where the formula raises over doubles, which is no fault of its own', () => {
    const overDoubles: Formula<{ readonly x: Scalar }> = (N, given) => {
      if (typeof given.x === 'number') throw new RangeError('doubles')
      return equal(N.max(given.x, given.x), given.x)
    }
    expect(judge({ x: moved }, overDoubles, 1100)).toMatchObject(
      { verdict: 'supported', evidence: { cases: 1100, undecidedCases: 0 } }
    )
  })
})
