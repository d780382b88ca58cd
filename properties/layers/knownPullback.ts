import { floatRun } from '../../src/number/assumptions.js'
import { type Analytic, dual, type Dual, dualAnalytic, fromEntries, type Interval, sizeOf } from '../../src/number/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { byDifferences } from '../judges/byDifferences.js'
import { inAnyOrder } from '../judges/inAnyOrder.js'
import { lift } from '../cases/quarters.js'
import type { Define, Named, NamedGrids, Subject } from './subject.js'

export const liftAll = <A>(of: (x: number) => A, inputs: Named): NamedGrids<A> =>
  Object.fromEntries(Object.entries(inputs).map(([name, t]) => [name, lift(of, t)]))

export type Direction = (name: string, position: number) => number

/** The inputs as duals that vary along given directions. */
const varied = <A>(N: Analytic<A>, inputs: Named, direction: Direction): NamedGrids<Dual<A>> =>
  Object.fromEntries(Object.entries(inputs).map(([name, t]) =>
    [name, fromEntries(t.shape, Array.from(t.data, (x, i) => dual(N.of(x), N.of(direction(name, i)))))]))

/** A direction whose entries are odd, and so never 0: no entry of a pullback is multiplied away. Constants do not vary. */
export const directionOf = (subject: Subject, v: number): Direction => {
  const names = Object.keys(subject.varying)
  return (name, i) => (names.includes(name) ? 2 * ((v + 7 * names.indexOf(name) + i * (v + 3 * i + 1)) % 12) - 11 : 0)
}

/** <dy, J v>: the derivative of the definition along v, with no step size. */
export const along = <A>(N: Analytic<A>, define: Define, inputs: Named, dy: Tensor, direction: Direction): A => {
  const { entries } = define(dualAnalytic(N))(varied(N, inputs, direction))
  return entries.map(({ tangent }, i) => N.mul(N.of(dy.data[i] ?? NaN), tangent)).reduce(N.add, N.of(0))
}

/** Where the cotangent of each input lies, for each cotangent of the output. */
export type KnownPullback = (dy: Tensor) => NamedGrids<Interval>

/**
 * By the printed pullback if there is one, in whose interval run its doubles lie; else by the definition with its sums in any order; else
 * by differences of the layer's own values.
 */
export const knownPullback = (subject: Subject, inputs: Named): KnownPullback => {
  const { printed, define } = subject
  if (printed !== undefined) {
    const { pullback } = printed(floatRun)(liftAll(floatRun.of, inputs))
    return dy => pullback(lift(floatRun.of, dy))
  }
  return define === undefined ? byDifferences(subject, inputs) : dy => entryByEntry(subject, define, inputs, dy)
}

const entryByEntry = ({ varying }: Subject, define: Define, inputs: Named, dy: Tensor): NamedGrids<Interval> =>
  Object.fromEntries(Object.entries(varying).map(([name, shape]) =>
    [name, inAnyOrder(N => fromEntries(shape, Array.from({ length: sizeOf(shape) }, (_, i) =>
      along(N, define, inputs, dy, (other, k) => (other === name && k === i ? 1 : 0)))))]))
