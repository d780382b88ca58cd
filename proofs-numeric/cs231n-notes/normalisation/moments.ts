import { allOf, type Judge } from '../../../src/claim/index.js'
import * as definition from '../../../src/definition/index.js'
import type { Moments } from '../../../src/definition/index.js'
import { type Divisible, type Grid, grid } from '../../../src/number/index.js'

const sizes = [2, 3, 4]

export const momentsOf = <A>(N: Divisible<A>, x: Grid<A>): Moments<A> =>
  definition.moments(N)(x.shape, i => x.at(i ?? 0))

export const perSize = (scope: string, judge: (n: number) => Judge): Judge =>
  allOf(scope, sizes.map(n => ({ label: `n = ${n}`, judge: judge(n) })))

/** The scale and shift that change nothing. */
export const withoutScale = <A>(N: Divisible<A>, features: number): definition.ScaleAndShift<A> =>
  ({ gamma: grid([features], () => N.of(1)), beta: grid([features], () => N.of(0)) })
