import fc, { type Arbitrary } from 'fast-check'
import type { Argument, Flags, Wholes } from '../../src/bridge/Value.js'
import { fromEntries, type Grid, type Shape, sizeOf } from '../../src/number/index.js'
import { at } from '../../src/prelude/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { hashed } from '../cases/hashed.js'
import { changes, closeNumbers, longNumbers, numerators, tensors } from '../cases/numbers.js'
import { type Axes, type DrawnSizes, shapeOf, type Sizes, sizesFor } from '../cases/shapes.js'
import type { Named } from '../layers/subject.js'
import type { Case } from './Contract.js'

/** Other arguments, once the sizes are known. */
export type Others = (sizes: Sizes) => Readonly<Record<string, Arbitrary<Argument | undefined>>>

const none: Others = () => ({})

/** Arrays of doubles by their axes, letters for sizes from 1 to 4 and the same wherever they stand, and other arguments. */
export const casesOf = (
  axes: Readonly<Record<string, Axes>>, others: Others = none, sizes: DrawnSizes = {}
): Arbitrary<Case> => sizesFor(Object.values(axes), sizes).chain(drawn => casesWith(
  Object.fromEntries(Object.entries(axes).map(([name, of]) => [name, shapeOf(of, drawn)])), others(drawn)
))

/** The same, where shapes are known. */
export const casesWith = (
  shapes: Readonly<Record<string, Shape>>, others: Readonly<Record<string, Arbitrary<Argument | undefined>>>
): Arbitrary<Case> => fc.tuple(doubles(shapes), fc.record(others)).map(([arrays, rest]) => ({ ...arrays, ...rest }))

/**
 * Quarters. Of thirty cases four have an array with more bits than single precision, three one with something special, zeros or ties or
 * -0 or 53 bits, and one has an array of large numbers close together.
 */
const doubles = (shapes: Readonly<Record<string, Shape>>): Arbitrary<Named> => {
  const names = Object.keys(shapes)
  if (names.length === 0) return fc.constant({})
  const plain: Arbitrary<Named> = fc.record(
    Object.fromEntries(names.map(name => [name, tensors(shapes[name] ?? [], numerators)]))
  )
  const changed = (draw: (shape: Shape) => Arbitrary<Tensor>): Arbitrary<Named> => fc.constantFrom(...names).chain(
    name => fc.tuple(plain, draw(shapes[name] ?? [])).map(([all, t]) => ({ ...all, [name]: t }))
  )
  const special = fc.tuple(plain, fc.constantFrom(...names), fc.constantFrom(...changes), fc.nat(999))
    .map(([all, name, change, seed]) => ({ ...all, [name]: change(all[name] as Tensor, seed) }))
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 22, arbitrary: plain },
    { weight: 4, arbitrary: changed(shape => longNumbers(shape, 28)) },
    { weight: 3, arbitrary: special },
    { weight: 1, arbitrary: changed(closeNumbers) }
  )
}

/** A size from 1 up. */
export const upTo = (most: number): Arbitrary<number> => fc.integer({ min: 1, max: most })

/** Whole numbers below `below`: labels, or places in a table. */
export const wholes = (shape: Shape, below: number): Arbitrary<Argument> =>
  fc.array(fc.nat(below - 1), { minLength: sizeOf(shape), maxLength: sizeOf(shape) }).map(
    data => ({ kind: 'wholes', shape, data })
  )

/** True and false, as a mask; the first is true. */
export const flags = (shape: Shape): Arbitrary<Argument> =>
  fc.array(fc.boolean(), { minLength: sizeOf(shape), maxLength: sizeOf(shape) }).map(
    data => ({ kind: 'flags', shape, data: data.map((flag, i) => flag || i === 0) })
  )

/** Multiples of a quarter above 0, as variances and averages of squares are. */
export const positive = (shape: Shape): Arbitrary<Tensor> =>
  tensors(shape, fc.integer({ min: 1, max: 24 }))

/** Large numbers of whole hundreds, of either sign, that are no two alike in a row. */
export const hundreds = (shape: Shape, most: number): Arbitrary<Tensor> => fc.nat(9999).map(seed =>
  T.fromFlat(shape, Array.from({ length: sizeOf(shape) }, (_, i) =>
    100 * (hashed(seed, 'hundreds', i) % (2 * most + 1) - most))))

/** In each row numbers near each other, a thousand or two above 0 or below: exp of them is beyond all doubles, or 0. */
export const thousands = (shape: Shape): Arbitrary<Tensor> => fc.nat(9999).map(seed => {
  const base = (row: number): number => at([-2000, -1000, 1000, 2000], hashed(seed, 'row', row) % 4)
  return T.fromFlat(shape, Array.from({ length: sizeOf(shape) }, (_, i) =>
    base(Math.floor(i / (shape.at(-1) ?? 1))) + (hashed(seed, 'thousands', i) % 49 - 24) / 4))
})

/** The number that a case gives to a name, or its default. */
export const numberIn = (given: Case, name: string, otherwise: number = NaN): number =>
  (typeof given[name] === 'number' ? given[name] : otherwise)

/** The array of whole numbers that a case gives to a name. */
export const wholeGrid = (given: Case, name: string): Grid<number> => {
  const { shape, data } = given[name] as Wholes
  return fromEntries(shape, data)
}

/** Its entries, as of labels. */
export const wholesIn = (given: Case, name: string): ReadonlyArray<number> => wholeGrid(given, name).entries

/** The array of true and false that a case gives to a name. */
export const flagsIn = (given: Case, name: string): Grid<boolean> => {
  const { shape, data } = given[name] as Flags
  return fromEntries(shape, data)
}
