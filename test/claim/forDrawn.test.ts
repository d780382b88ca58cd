import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atMost, type DrawnFormula, effort, equal, forDrawn, outside } from '../../src/claim/index.js'

interface Input {
  readonly x: ReadonlyArray<number>
}
const judge = (formula: DrawnFormula<Input>) =>
  forDrawn<Input>({ x: fc.constant([3, 4]) }, formula)(effort(20), 'a/claim')

test('supports what holds on what is drawn', () => {
  expect(judge((N, { x }) => atMost(N.hypot(x.map(N.of)), N.of(6)))).toMatchObject({
    verdict: 'supported',
    evidence: {
      strength: 'sampled', scope: '20 drawn cases, 1 distinct; x (2) from 3 to 4', cases: 20, undecidedCases: 0
    }
  })
})

test('refutes what does not, whichever relation it is', () => {
  expect(judge((N, { x }) => [equal(N.of(x.length), N.of(2)), equal(N.of(x[0] ?? 0), N.of(x[1] ?? 0), 'x')]))
    .toMatchObject({
      verdict: 'refuted', evidence: { slack: { lo: -1, hi: -1 } },
      counterexample: { input: 'x = [3, 4]', detail: 'x: left 3, right 4' }
    })
})

test('counts what is outside the premise', () => {
  expect(judge(() => outside)).toMatchObject({ verdict: 'vacuous', reason: 'the premise is not met in 20 of 20 cases' })
})

test('what a formula raises is the formula\'s, with help', () => {
  const found = judge(
    N => equal((N as unknown as { readonly twice: (a: unknown) => ReturnType<typeof N.of> }).twice(1), N.of(1))
  )
  expect(found.verdict).toBe('undecided')
  expect({ reason: '', ...found }.reason).toContain(
    'something was raised in 20 of 20 cases, first at x = [3, 4]: the formula raised ' +
      'TypeError: N.twice is not a function: N has no `twice`; it has '
  )
})
