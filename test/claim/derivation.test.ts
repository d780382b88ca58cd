import { expect, test } from 'vitest'
import { derivation, effort, type Line, scalar, type Side } from '../../src/claim/index.js'

const variables = { a: scalar }
type V = typeof variables
const from: Side<V> = (N, { a }) => N.square(N.add(a, N.of(1)))
const expanded: Side<V> = (N, { a }) => N.add(N.square(a), N.add(N.mul(N.of(2), a), N.of(1)))
const larger: Side<V> = (N, { a }) => N.add(N.mul(N.of(2), N.square(a)), N.add(N.mul(N.of(2), a), N.of(1)))
const line = (name: string, side: Side<V>): Line<V> =>
  ({ name, statement: `to ${name}`, reason: `rule of ${name}`, side })
const bounded: Line<V> = { ...line('bounded', larger), rows: ['a row'], gains: (N, { a }) => [[N.of(1), a]] }
const claims = (lines: ReadonlyArray<Line<V>>) =>
  derivation({ id: 'square', source: 'algebra', variables, from, lines })
const verdicts = (lines: ReadonlyArray<Line<V>>) => claims(lines).map(({ judge }) => judge(effort()).verdict)

test('one claim a line says what it is about', () => {
  expect(claims([line('expanded', expanded), bounded]).map(({ judge: _, ...said }) => said)).toEqual([
    { id: 'square/expanded', title: 'Line 1: rule of expanded', statement:
      'to expanded', source: 'algebra', rows: [], expected: 'holds' },
    {
      id: 'square/bounded', title: 'Line 2: rule of bounded', statement: 'to bounded', source: 'algebra',
      rows: ['a row'], expected: 'holds'
    }
  ])
})

test('each line is compared with the one before it: a wrong one breaks the step to it and the step from it', () => {
  expect(verdicts([line('expanded', expanded), line('back', from)])).toEqual(['proved', 'proved'])
  expect(verdicts([line('wrong', larger), line('back', from)])).toEqual(['refuted', 'refuted'])
  expect(verdicts([line('expanded', expanded), line('wrong', larger), line('same', larger)])).toEqual(
    ['proved', 'refuted', 'proved']
  )
})

test('a line with gains is at least the one before, by the squares given', () => {
  const found = claims([line('expanded', expanded), bounded])[1]?.judge(effort())
  // larger - expanded = a^2, of degree 2
  expect(found).toEqual({
    verdict: 'proved',
    evidence: {
      strength: 'exact', scope: 'every real a, by lattice (3 points); the slack is a sum of squares', cases: 3,
      undecidedCases: 0,
      slack: { lo: 0, hi: 0 }, resolution: 0
    }
  })
  // less than the line before, by the same square
  expect(verdicts([line('larger', larger), { ...bounded, side: expanded }])).toEqual(['refuted', 'refuted'])
})

test('the step says its sides, the line before on the left', () => {
  expect(claims([line('wrong', (N, { a }) => N.mul(N.of(3), a))])[0]?.judge(effort()))
    .toMatchObject({ verdict: 'refuted', counterexample: { input: 'a = 0', detail: 'left 1, right 0' } })
})
