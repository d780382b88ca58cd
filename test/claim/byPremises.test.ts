import { describe, expect, test } from 'vitest'
import {
  atMost, byPremises, effort, forAll, type Formula, fractional, onRanges, positive, type Premises, scalar,
  type Variables, within
} from '../../src/claim/index.js'

// examples that speak against nothing: what is proved rests on the premises alone
const silent = forAll({ t: scalar }, (_, { t }) => atMost(t, t))
const judge = <V extends Variables>(variables: V, formula: Formula<V>, premises: Premises<V>) =>
  byPremises(variables, formula, premises, silent)(effort(), 'a/claim')

const three = { a: scalar, b: scalar, c: scalar, p: fractional, eta: positive }
const apart: Premises<typeof three> = (N, { a, b, c }) => [[a, b], [b, c]].map(([above, below], k) => ({
  told: `arc ${k}`, amount: N.sub(above as typeof a, below as typeof a), above: above as typeof a,
  below: below as typeof a
}))

describe('from a >= b >= c', () => {
  test.each<[string, Formula<typeof three>, string]>([
    ['a >= c', (_, { a, c }) => atMost(c, a), 'arc 0, times 1; arc 1, times 1'],
    ['eta a >= eta c - 1', (
      N, { a, c, eta }
    ) => atMost(N.sub(N.mul(eta, c), N.of(1)), N.mul(eta, a)), 'arc 0, times eta; arc 1, times eta'],
    ['a >= p b + (1 - p) c', (
      N, { a, b, c, p }
    ) => atMost(N.add(N.mul(p, b), N.mul(N.sub(N.of(1), p), c)), a), 'arc 0, times 1; arc 1, times 1 - p']
  ])('%s follows', (_, formula, uses) => {
    expect(judge(three, formula, apart)).toMatchObject({ verdict: 'proved', evidence: { observed: uses } })
  })
  test.each<[string, Formula<typeof three>]>([
    ['c >= a', (_, { a, c }) => atMost(a, c)],
    ['a >= b + 1', (N, { a, b }) => atMost(N.add(b, N.of(1)), a)],
    ['p b + (1 - p) c >= a', (N, { a, b, c, p }) => atMost(a, N.add(N.mul(p, b), N.mul(N.sub(N.of(1), p), c)))],
    ['a >= 2 c', (N, { a, c }) => atMost(N.mul(N.of(2), c), a)],
    ['(p - eta) a >= (p - eta) c', (N, { a, c, p, eta }) => atMost(N.mul(N.sub(p, eta), c), N.mul(N.sub(p, eta), a))],
    ['a b >= b c', (N, { a, b, c }) => atMost(N.mul(b, c), N.mul(a, b))]
  ])('%s does not', (_, formula) => {
    expect(judge(three, formula, apart).verdict).toBe('undecided')
  })
})

test('an end that is no double is no counterexample', () => {
  const x = within('0.1', '0.9')
  const onX = (isStrict: boolean) =>
    onRanges({ x }, (N, { x }) => atMost(x, N.decimal('0.9')), { isStrict })(effort(), 'a/claim').verdict
  expect([onX(false), onX(true)]).toEqual(['undecided', 'undecided'])
  expect(forAll({ x }, (
    N, { x }
  ) => [atMost(N.decimal('0.1'), x), atMost(x, N.decimal('0.9'))])(effort(), 'a/claim').verdict).toBe('supported')
})
