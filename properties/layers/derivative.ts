import { type Analytic, dual, type Dual, dualAnalytic, fromEntries, type Grid } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import type { Define, Named, NamedGrids } from './subject.js'

export const liftAll = <A>(of: (x: number) => A, inputs: Named): NamedGrids<A> =>
  Object.fromEntries(Object.entries(inputs).map(([name, t]) => [name, T.liftGrid(of)(t)]))

export type Direction = (name: string, position: number) => number

/** The direction in which the inputs that are named vary, and no other. */
export const varyingAlong = (varying: ReadonlyArray<string>, direction: Direction): Direction =>
  (name, position) => (varying.includes(name) ? direction(name, position) : 0)

export const unit = (of: string, at: number): Direction => (name, position) => (name === of && position === at ? 1 : 0)

/** The inputs as duals that vary along given directions. */
const varied = <A>(N: Analytic<A>, inputs: Named, direction: Direction): NamedGrids<Dual<A>> =>
  Object.fromEntries(Object.entries(inputs).map(([name, t]) =>
    [name, fromEntries(t.shape, Array.from(t.data, (x, i) => dual(N.of(x), N.of(direction(name, i)))))]))

/** J v: the derivative of the definition along v, with no step size. */
export const tangentsAlong = <A>(
  N: Analytic<A>, define: Define, inputs: Named, direction: Direction, duals: Analytic<Dual<A>> = dualAnalytic(N)
): Grid<A> => {
  const { shape, entries } = define(duals)(varied(N, inputs, direction))
  return fromEntries(shape, entries.map(({ tangent }) => tangent))
}

/** <dy, J v>. */
export const along = <A>(
  N: Analytic<A>, define: Define, inputs: Named, dy: Tensor, direction: Direction,
  duals: Analytic<Dual<A>> = dualAnalytic(N)
): A => tangentsAlong(N, define, inputs, direction, duals).entries
  .map((tangent, i) => N.mul(N.of(dy.data[i] ?? NaN), tangent)).reduce(N.add, N.of(0))
