import { floatRun } from '../../src/number/assumptions.js'
import {
  type Analytic, dual, dualsAlongAll, fromEntries, type Grid, type Interval, sizeOf, vectorOf
} from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { byDifferences } from '../judges/byDifferences.js'
import { exactDoubles, type SumOfProducts } from '../judges/exactDoubles.js'
import { type Formulas, inAnyOrder, unsaid } from '../judges/inAnyOrder.js'
import { double, type Precision } from '../judges/precision.js'
import type { Bound } from './bound.js'
import { liftAll } from './derivative.js'
import type { Define, Named, NamedGrids, PrintedForm } from './subject.js'

/** Where the cotangent of each input lies, for each cotangent of the output. */
export type KnownPullback = (dy: Tensor) => NamedGrids<Interval>

/**
 * By the printed pullback if there is one, in whose interval run its doubles lie; else by the definition with its sums in any order; else
 * by differences of the layer's own values.
 */
export const knownPullback = (bound: Bound, inputs: Named): KnownPullback => {
  const { printed, define, precision, varying } = bound
  if (printed !== undefined && precision === double) {
    const { pullback } = printed(floatRun)(liftAll(floatRun.of, inputs))
    const reached = isModest(inputs) ? undefined : printed(exactDoubles)(liftAll(exactDoubles.of, inputs)).pullback
    return dy => {
      const reaches = reached?.(T.liftGrid(exactDoubles.of)(dy))
      return Object.fromEntries(Object.entries(pullback(T.liftGrid(floatRun.of)(dy))).map(
        ([name, known]) => [name, saidOf(known, reaches?.[name])]
      ))
    }
  }
  if (printed !== undefined) {
    return dy => Object.fromEntries(varying.map(name =>
      [name, inAnyOrder(
        N => printed(N)(liftAll(N.of, inputs)).pullback(T.liftGrid(N.of)(dy))[name] as never, precision
      )]))
  }
  return define === undefined ? differences(bound, inputs) : dy => entryByEntry(bound, define, inputs, dy)
}

/** Differences of the layer's own values, which may have lost what cancels: numbers of the size given. */
export const differences = (bound: Bound, inputs: Named, cancelled = 0): KnownPullback =>
  byDifferences(
    { run: bound.run, varying: Object.fromEntries(bound.varying.map(name => [name, inputs[name]?.shape ?? []])) },
    inputs, cancelled)

/** The derivatives by all entries of all inputs at once, so that what they share is computed once. */
export const entryByEntry = (
  { varying, precision }: Pick<Bound, 'varying' | 'precision'>, define: Define, inputs: Named, dy: Tensor,
  enclose: (formulas: Formulas, precision: Precision) => Grid<Interval> = inAnyOrder
): NamedGrids<Interval> => {
  const sizes = varying.map(name => sizeOf(inputs[name]?.shape ?? []))
  const starts = varying.map((_, k) => sizes.slice(0, k).reduce((a, b) => a + b, 0))
  const count = sizes.reduce((a, b) => a + b, 0)
  const found = enclose(N => vectorOf(allAlong(N, define, inputs, dy, varying, starts, count)), precision)
  return Object.fromEntries(varying.map((name, k) => [
    name, fromEntries(inputs[name]?.shape ?? [], found.entries.slice(starts[k], (starts[k] ?? 0) + (sizes[k] ?? 0)))
  ]))
}

const allAlong = <A>(
  N: Analytic<A>, define: Define, inputs: Named, dy: Tensor, varying: ReadonlyArray<string>,
  starts: ReadonlyArray<number>, count: number
): ReadonlyArray<A> => {
  const [zero, one] = [N.of(0), N.of(1)]
  const units = (at: number): ReadonlyArray<A> => Array.from({ length: count }, (_, k) => (k === at ? one : zero))
  const lifted = Object.fromEntries(Object.entries(inputs).map(([name, t]) =>
    [name, fromEntries(t.shape, Array.from(t.data, (x, i) =>
      dual<A, ReadonlyArray<A>>(N.of(x), varying.includes(name) ? units((starts[varying.indexOf(name)] ?? 0) + i)
        : [])))]))
  const tangents = define(dualsAlongAll(N))(lifted).entries.map(({ tangent }) => tangent)
  return Array.from({ length: count }, (_, k) =>
    tangents.map((tangent, i) => N.mul(N.of(dy.data[i] ?? NaN), tangent[k] ?? zero))
      .reduce(N.add, zero))
}

// Squares and their sums stay doubles.
const isModest = (inputs: Named): boolean =>
  Object.values(inputs).every(({ data }) => Array.from(data).every(a => Math.abs(a) < 2 ** 500))

/** The enclosures, but for those on whose way numbers may leave the range of doubles. */
const saidOf = (known: Grid<Interval>, reaches: Grid<SumOfProducts> | undefined): Grid<Interval> =>
  fromEntries(known.shape, known.entries.map((enclosure, i) => {
    const isInRange = reaches === undefined || (reaches.entries[i]?.reach ?? NaN) < double.largest
    return isInRange && Number.isFinite(enclosure.hi - enclosure.lo) ? enclosure : unsaid
  }))

/** Where the output lies by its printed form. */
export const printedValue = (printed: PrintedForm, inputs: Named): Grid<Interval> => saidOf(
  printed(floatRun)(liftAll(floatRun.of, inputs)).y,
  isModest(inputs) ? undefined : printed(exactDoubles)(liftAll(exactDoubles.of, inputs)).y)
