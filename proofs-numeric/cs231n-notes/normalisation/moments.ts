import { allOf, type Judge } from '../../../src/claim/index.js'
import * as definition from '../../../src/definition/index.js'
import type { Moments } from '../../../src/definition/index.js'
import { type Divisible, type Grid, grid, mapGrid, type Radical } from '../../../src/number/index.js'

const sizes = [2, 3, 4]

export const momentsOf = <A>(N: Divisible<A>, x: Grid<A>): Moments<A> =>
  definition.moments(N)(x.shape, i => x.at(i ?? 0))

export const standardised = <A>(N: Radical<A>, x: Grid<A>, eps: A): Grid<A> =>
  mapGrid(definition.standardiser(N)(momentsOf(N, x), eps))(x)

export const perSize = (scope: string, judge: (n: number) => Judge): Judge =>
  allOf(scope, sizes.map(n => ({ label: `n = ${n}`, judge: judge(n) })))

/** A number system whose square root is a number given, to be used where it is the root of what is asked for. */
export const withRoot = <A>(N: Divisible<A>, root: A): Radical<A> => ({ ...N, sqrt: () => root })

// Any sigma whatever is the root of variance + eps for eps = sigma^2 - variance, so that no root need be taken.
export const epsFor = <A>(N: Divisible<A>, x: Grid<A>, sigma: A): A =>
  N.sub(N.mul(sigma, sigma), momentsOf(N, x).variance)

/** The scale and shift that change nothing. */
export const withoutScale = <A>(N: Divisible<A>, features: number): definition.ScaleAndShift<A> =>
  ({ gamma: grid([features], () => N.of(1)), beta: grid([features], () => N.of(0)) })
