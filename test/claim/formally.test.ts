import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atMost, drawn, effort, equal, type FormalIdentity, formally, type Scalar } from '../../src/claim/index.js'
import { dual, dualAnalytic } from '../../src/number/index.js'

const small: Scalar = drawn(fc.integer({ min: -8, max: 8 }).map(k => k / 4))
const judge = <V extends Readonly<Record<string, Scalar>>>(variables: V, identity: FormalIdentity<V>) =>
  formally(variables, identity)(effort(), 'a/claim')

test('the chain rule is proved: what is left is an identity in the values of the functions', () => {
  const judgement = judge({ x: small }, (N, { x }) => {
    const D = dualAnalytic(N)
    return equal(D.sin(D.exp(dual(x, N.of(1)))).tangent, N.mul(N.cos(N.exp(x)), N.exp(x)))
  })
  const scope = 'every real x where both sides are defined; 3 values of exp, sin, cos taken as unknown'
  expect(judgement).toMatchObject({ verdict: 'proved', evidence: { strength: 'exact', scope } })
})

test('the same function of two variables is two unknowns', () => {
  expect(judge({ x: small, y: small }, (N, { x, y }) => equal(N.exp(x), N.exp(y)))).toMatchObject({ verdict: 'refuted' })
})

test('two functions of one variable are two unknowns', () => {
  expect(judge({ x: small }, (N, { x }) => equal(N.sin(x), N.cos(x)))).toMatchObject({ verdict: 'refuted' })
})

test('what needs more than the chain rule is not proved, and is not refuted either', () => {
  expect(judge({ x: small }, (N, { x }) => equal(N.exp(N.add(x, x)), N.mul(N.exp(x), N.exp(x))))).toMatchObject({ verdict: 'undecided' })
})

test('branches are unknowns too', () => {
  const proved = judge({ x: small, y: small }, (N, { x, y }) => equal(N.add(N.max(x, y), x), N.add(x, N.max(x, y))))
  expect(proved).toMatchObject({ verdict: 'proved' })
  expect(judge({ x: small, y: small }, (N, { x, y }) => equal(N.max(x, y), x))).toMatchObject({ verdict: 'refuted' })
})

test('an inequality is refused', () => {
  expect(judge({ x: small }, (N, { x }) => atMost(N.exp(x), N.add(N.exp(x), N.of(1)))))
    .toMatchObject({ verdict: 'undecided', reason: expect.stringContaining('expected equalities') as string })
})
