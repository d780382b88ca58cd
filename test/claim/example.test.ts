import { expect, test } from 'vitest'
import { effort } from '../../src/claim/Claim.js'
import { example } from '../../src/claim/example.js'
import { atMost, between, equal, type Relation } from '../../src/claim/Relation.js'
import type { Analytic } from '../../src/number/Arithmetic.js'
import { interval } from '../../src/number/intervalArithmetic.js'
import { point } from '../../src/number/Interval.js'

const judged = (relation: <A>(N: Analytic<A>) => Relation<A>) => example(relation)(effort(), 'x')
const seen = {
  strength: 'example', scope: 'a single example', cases: 1, undecidedCases: 0, slack: null, resolution: null
}
const unseen = { ...seen, cases: 0 }
const open = { ...seen, undecidedCases: 1 }

/** The square of the root of 2, which no number of bits tells from 2. */
const two = <A>(N: Analytic<A>): A => N.square(N.sqrt(N.of(2)))
const aboutTwo = '[1.9999999999999998, 2.0000000000000004]'

test('what holds is proved', () => {
  expect(judged(N => atMost(N.of(1), N.of(3)))).toEqual(
    { verdict: 'proved', evidence: { ...seen, slack: point(2), resolution: 0 } }
  )
  expect(judged(N => equal(N.of(1), N.of(1)))).toEqual(
    { verdict: 'proved', evidence: { ...seen, slack: point(0), resolution: 0 } }
  )
})

test('what does not hold is refuted', () => {
  expect(judged(N => between('sum', 'bound', atMost(N.of(3), N.of(1), 'y')))).toEqual({
    verdict: 'refuted', evidence: { ...seen, slack: point(-2), resolution: 0 },
    counterexample: { input: 'none: a single example', slack: point(-2), detail: 'y: sum 3, bound 1' }
  })
})

test('what agrees to 1600 bits is supported', () => {
  const { verdict, evidence } = judged(N => equal(two(N), N.of(2)))
  // to about 2^-1600 of its size, of which doubles tell no more than that it is not 0
  expect([verdict, evidence.cases, evidence.undecidedCases, evidence.resolution]).toEqual(
    ['supported', 1, 0, 2 ** -1074]
  )
  expect(evidence.slack).toEqual({ lo: -(2 ** -1074), hi: 0 })
})

test('a side that is undefined leaves nothing to judge', () => {
  expect(judged(N => equal(N.div(N.of(1), N.of(0)), N.of(1)))).toEqual({
    verdict: 'vacuous', evidence: unseen, reason: 'a side is undefined: left NaN, right 1'
  })
})

test('a side that may be undefined is not judged', () => {
  expect(judged(N => equal(N.log(N.sub(two(N), N.of(2))), N.of(1), 'y'))).toEqual({
    verdict: 'undecided', evidence: open, reason: 'a side may be undefined: y: left [-Infinity, Infinity], right 1'
  })
})

test('an inequality of equal sides is too close to call', () => {
  expect(judged(N => atMost(N.of(2), two(N)))).toEqual({
    verdict: 'undecided', evidence: open, reason: `too close to call: left 2, right ${aboutTwo}`
  })
})

test('so is an equality of which nothing is known', () => {
  // of an angle of 2^234806 radians, so many bits tell nothing
  expect(judged(N => equal(N.sin(N.exp(N.exp(N.of(12)))), N.of(0.5)))).toEqual({
    verdict: 'undecided', evidence: open, reason: 'too close to call: left [-1, 1], right 0.5'
  })
})

test('no relation, or several, are no example', () => {
  const list = (...relations: ReadonlyArray<unknown>) => judged(() => relations as unknown as Relation<never>)
  expect(list()).toEqual({ verdict: 'vacuous', evidence: unseen, reason: 'nothing is related' })
  expect(judged(
    N => [equal(N.of(1), N.of(1)), equal(N.of(1), N.of(1)), equal(N.of(1), N.of(1))] as unknown as Relation<never>
  )).toEqual({
    verdict: 'undecided', evidence: { ...unseen, undecidedCases: 1 },
    reason: 'the formula raised Refusal: example: expected one relation; several are several examples, got 3'
  })
})

test('what a formula raises is told, with the functions that N has', () => {
  expect(judged(N => equal((N as unknown as { root: (x: unknown) => never }).root(2), N.of(1)))).toEqual({
    verdict: 'undecided', evidence: { ...unseen, undecidedCases: 1 },
    reason: `the formula raised TypeError: N.root is not a function: N has no \`root\`; it has ${Object.keys(interval)
      .join(', ')}`
  })
})
