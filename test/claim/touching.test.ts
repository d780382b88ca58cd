import { expect, test } from 'vitest'
import { atMost, effort, equal, type Formula, type Lifted, positive, type Relation, scalar, vector, within } from '../../src/claim/index.js'
import { touchingAtCorners } from '../../src/claim/touching.js'
import type { Analytic } from '../../src/number/index.js'

const below = <A>(N: Analytic<A>, x: A, y: A): ReadonlyArray<Relation<A>> =>
  [atMost(x, y), equal(N.where(x, y, N.of(0), N.of(1)), N.of(1))]

const variables = { x: vector(8), c: positive }
type Law = Formula<typeof variables>
const first = <A>({ entries }: Lifted<typeof variables, A>['x']): A => entries[0] as A
const placeOf = (law: Law): string | undefined => {
  const found = touchingAtCorners(variables, law)(effort(), 'corner')
  return found.verdict === 'refuted' ? found.counterexample.input : undefined
}

test('equal sides are found where numbers are 0, 1 and -1, of any number of them, and where they are not 0 first', () => {
  const square: Law = (N, { x, c }) =>
    below(N, N.mul(N.of(2), N.mul(first(x), c)), N.add(N.square(first(x)), N.square(c)))
  expect(placeOf(square)).toBe('x = [1, 0, 0, 0, 0, 0, 0, 0], c = 1')
  const sum: Law = (N, { x }) => below(N, N.of(0), N.sum(x.entries.map(N.square)))
  expect(placeOf(sum)).toBe('x = [0, 0, 0, 0, 0, 0, 0, 0], c = 1')
})

test('none is told where sides are equal in doubles alone, or nowhere', () => {
  const apart: Law = (N, { x, c }) =>
    below(N, N.square(first(x)), N.add(N.square(first(x)), N.mul(N.of(2 ** -80), c)))
  expect(placeOf(apart)).toBeUndefined()
  expect(placeOf((N, { c }) => below(N, N.of(0), c))).toBeUndefined()
})

test('no place is outside of a range', () => {
  const at = (from: string, to: string, ends: 'both' | 'none') => touchingAtCorners({ x: within(from, to, ends), y: scalar },
    (N, { x }) => below(N, N.of(0), N.mul(x, N.sub(N.of(1), x))))(effort(), 'corner').verdict
  expect([at('0', '1', 'both'), at('0', '1', 'none'), at('0.1', '0.10000000000000000001', 'both')]).toEqual(['refuted', 'undecided', 'undecided'])
})
