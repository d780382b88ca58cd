import {
  type Analytic, ball, float64, fromEntries, type Grid, type Interval, sizeOf, toInterval, vectorOf
} from '../../src/number/index.js'
import { refuse } from '../../src/prelude/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import type { Case, Define } from '../contracts/Contract.js'
import { type Formulas, inAnyOrder, withRoundings, withRoundingsOfSums } from '../judges/inAnyOrder.js'
import { double } from '../judges/precision.js'
import { withUnitErrors } from '../judges/unitErrors.js'
import type { Bound } from '../layers/bound.js'
import { along, liftAll, unit } from '../layers/derivative.js'
import { branching } from '../layers/kinks.js'
import { entryByEntry } from '../layers/knownPullback.js'
import type { Named, NamedGrids } from '../layers/subject.js'
import type { Shapes } from './called.js'

// What a definition says: where results lie whose sums are added in any order, and the results themselves, to as many digits as are wanted.

// Beside the roundings of doubles those of such numbers are of no account.
const wide = ball(160)

/** How a definition is asked where its results lie. */
type Enclose = (formulas: Formulas) => Grid<Interval>

/** The arrays of a case and all else that is given: what a definition is asked about. */
export interface Question {
  readonly define: Define
  readonly inputs: Named
  readonly given: Case
}

const defined = <A>(N: Analytic<A>, { define, inputs, given }: Question): NamedGrids<A> =>
  define(N)(liftAll(N.of, inputs), given)

/** The shapes of the results. */
export const shapesOf = (question: Question): Shapes =>
  Object.fromEntries(Object.entries(defined(float64, question)).map(([name, { shape }]) => [name, shape]))

/** Where each result lies; by `withRoundings` where it would lie if nothing were exact. */
export const knownValues = (
  question: Question, shapes: Shapes, enclose: Enclose = inAnyOrder
): NamedGrids<Interval> => {
  const names = Object.keys(shapes)
  const all = enclose(N => {
    const results = defined(N, question)
    return vectorOf(names.flatMap(name => results[name]?.entries ?? []))
  })
  return split(all.entries, shapes)
}

/** Arrays all of whose entries are as large as the largest. */
const asLarge = (all: Named): Named => Object.fromEntries(Object.entries(all).map(([name, { shape, data }]) => {
  const largest = Array.from(data).reduce((most, a) => Math.max(most, Math.abs(a)), 0)
  return [name, T.fromFlat(shape, Array.from(data, () => largest))]
}))

const half = ({ lo, hi }: Interval): number => (hi - lo) / 2

/**
 * How wide the rooms of other formulas are, which take other steps: nothing is exact; sums may mix all entries of an array, as those of a
 * Fourier transform do, so that each errs as if it were as large as the largest; and numbers of size 1 may be subtracted from each other.
 */
export const widths = (
  enclosures: (inputs: Named, enclose: Enclose) => NamedGrids<Interval>, inputs: Named
): NamedGrids<number> => {
  const own = enclosures(inputs, withRoundings)
  const others = [enclosures(asLarge(inputs), withRoundingsOfSums), enclosures(inputs, withUnitErrors)]
  // an entry on which no input has an influence is still a sum of products of them for a formula that mixes all
  const least = 2 ** -53 * Object.values(inputs).reduce((product, { data }) =>
    product * Array.from(data).reduce((most, a) => Math.max(most, Math.abs(a)), 1), 1)
  const widthOf = (name: string) => (each: Interval, i: number): number => {
    const width = [each, ...others.map(other => other[name]?.entries[i] ?? each)].map(half).filter(Number.isFinite)
      .reduce((most, a) => Math.max(most, a), 0)
    return width > 0 ? width : least
  }
  return Object.fromEntries(Object.entries(own).map(([name, { shape, entries }]) =>
    [name, fromEntries(shape, entries.map(widthOf(name)))]))
}

const split = <A>(entries: ReadonlyArray<A>, shapes: Shapes): NamedGrids<A> => {
  const names = Object.keys(shapes)
  const sizes = names.map(name => sizeOf(shapes[name] ?? []))
  const startOf = (k: number): number => sizes.slice(0, k).reduce((a, b) => a + b, 0)
  return Object.fromEntries(names.map((name, k) =>
    [name, fromEntries(shapes[name] ?? [], entries.slice(startOf(k), startOf(k) + (sizes[k] ?? 0)))]))
}

/** By how much a double is too large, enclosed. */
const residual = (x: number, exact: ReturnType<typeof wide.of>): Interval =>
  (Number.isFinite(x) ? toInterval(wide.sub(wide.of(x), exact)) : { lo: -Infinity, hi: Infinity })

/** By how much these entries of the results are too large. */
export const valueResiduals = (
  question: Question, results: Named, entries: ReadonlyArray<{ readonly name: string; readonly position: number }>
): ReadonlyArray<Interval> => {
  const exact = defined(wide, question)
  return entries.map(({ name, position }) =>
    residual(results[name]?.data[position] ?? NaN, exact[name]?.entries[position] ?? wide.of(NaN)))
}

/** The results to which cotangents belong, side by side, as the output of one layer: what is known of layers is known of it. */
export const asLayer = (question: Question, varying: ReadonlyArray<string>, outputs: ReadonlyArray<string>): Bound => ({
  name: 'the definition', varying, precision: double, atKinks: 'any', printed: undefined,
  run: () => refuse('input', 'the definition', 'a look at the definition alone', 'a call'),
  define: <A>(N: Analytic<A>) => (inputs: NamedGrids<A>) => {
    const results = question.define(N)(inputs, question.given)
    return vectorOf<A>(outputs.flatMap(name => results[name]?.entries ?? []))
  }
})

/** Cotangents side by side. */
export const joined = (cotangents: ReadonlyArray<Tensor>): Tensor => {
  const entries = cotangents.flatMap(({ data }) => Array.from(data))
  return T.fromFlat([entries.length], entries)
}

/** Where each gradient lies, likewise. */
export const knownGradients = (
  bound: Bound, inputs: Named, dy: Tensor, enclose: Enclose = inAnyOrder
): NamedGrids<Interval> => entryByEntry(bound, definitionOf(bound), inputs, dy, enclose)

/** The same definition, whose branches take the other side where both are equal. */
export const otherwiseAtTies = (bound: Bound): Bound =>
  ({ ...bound, define: N => definitionOf(bound)(branching(N, (a, b, x, y) => N.where(b, a, y, x))) })

/** By how much these entries of the gradients are too large. */
export const gradientResiduals = (
  bound: Bound, inputs: Named, dy: Tensor, pulled: Named,
  entries: ReadonlyArray<{ readonly name: string; readonly position: number }>
): ReadonlyArray<Interval> => entries.map(({ name, position }) => {
  const exact = along(wide, definitionOf(bound), inputs, dy, unit(name, position))
  return residual(pulled[name]?.data[position] ?? NaN, exact)
})

const definitionOf = ({ define }: Bound): NonNullable<Bound['define']> => define as NonNullable<Bound['define']>
