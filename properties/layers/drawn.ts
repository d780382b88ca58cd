import fc, { type Arbitrary } from 'fast-check'
import type { Shape } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import {
  changes, closeNumbers, largeNumbers, longNumbers, numerators, scaled, sizesUpTo, tensors
} from '../cases/numbers.js'
import { type Axes, shapeOf, type Sizes, sizesFor } from '../cases/shapes.js'
import type { AnyLayerSubject, Named } from './subject.js'

/** What the laws draw: options, if there are any, and inputs. */
export interface Given {
  readonly options?: object
  readonly inputs: Named
}

/** The cases of a layer. */
export interface Drawing {
  readonly cases: Arbitrary<Given>
  /** Two cases with the same options and shapes; where inputs are drawn here, no entry is the same. */
  readonly pairs: Arbitrary<readonly [Given, Given]>
  /** Cases of sizes up to which outputs should be finite, if that is said. */
  readonly extremes: Arbitrary<Given> | undefined
}

type Shapes = Readonly<Record<string, Shape>>

/** Options and inputs of a layer that says no more than its axes: quarters, at times longer numbers, and what is special. */
export const drawing = <O>(given: AnyLayerSubject<O>): Drawing => {
  const varying = { x: given.x ?? [2, 3], ...given.params }
  const axes: Readonly<Record<string, Axes>> = { ...varying, ...given.params === undefined ? {} : given.constants }
  const shapes = sizesFor(Object.values(axes), given.sizes).map(sizes => shapesOf(axes, sizes))
  const options: Arbitrary<object | undefined> = given.options === undefined ? fc.constant(undefined)
    : fc.record(given.options)
  const own = given.inputs as Arbitrary<Named> | ((chosen: object | undefined) => Arbitrary<Named>) | undefined
  const drawn = usual(given)
  const inputs = (chosen: object | undefined): Arbitrary<Named> =>
    own === undefined ? shapes.chain(drawn) : typeof own === 'function' ? own(chosen) : own
  const twice = (chosen: object | undefined): Arbitrary<readonly [Named, Named]> =>
    own === undefined ? shapes.chain(of => fc.tuple(drawn(of), drawn(of)).map(([a, b]) => [a, apart(a, b)] as const))
      : inputs(chosen).map(a => [a, turned(a)] as const)
  const withOptions = (chosen: object | undefined, all: Named): Given =>
    (chosen === undefined ? { inputs: all } : { options: chosen, inputs: all })
  const largest = given.finiteUpTo
  const cases = options.chain(chosen => inputs(chosen).map(all => withOptions(chosen, all)))
  return {
    cases,
    pairs: options.chain(
      chosen => twice(chosen).map(([a, b]) => [withOptions(chosen, a), withOptions(chosen, b)] as const)
    ),
    extremes: largest === undefined ? undefined : cases.chain(usually =>
      named(shapesIn(usually.inputs, Object.keys(varying)), shape => sizesUpTo(largest, shape))
        .map(large => ({ ...usually, inputs: { ...usually.inputs, ...large } })))
  }
}

const shapesOf = (axes: Readonly<Record<string, Axes>>, sizes: Sizes): Shapes =>
  Object.fromEntries(Object.entries(axes).map(([name, of]) => [name, shapeOf(of, sizes)]))

const shapesIn = (all: Named, names: ReadonlyArray<string>): Shapes =>
  Object.fromEntries(names.map(name => [name, all[name]?.shape ?? []]))

/** Tensors of these shapes, by name. */
const named = (shapes: Shapes, draw: (shape: Shape) => Arbitrary<Tensor>): Arbitrary<Named> =>
  fc.record(Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, draw(shape)])))

/** The second tensors, where an entry is that of the first a quarter more. */
const apart = (a: Named, b: Named): Named => Object.fromEntries(Object.entries(b).map(([name, t]) =>
  [name, T.fromFlat(t.shape, Array.from(t.data, (x, i) => (x === a[name]?.data[i] ? x + 0.25 : x)))]))

/** The same numbers at other places, each in the tensor where it was: what is allowed there still is. */
export const turned = (all: Named): Named =>
  Object.fromEntries(Object.entries(all).map(
    ([name, t]) => [name, T.fromFlat(t.shape, [...[...t.data].slice(1), ...[...t.data].slice(0, 1)])]
  ))

/**
 * Quarters; in about three cases of twenty one tensor has more bits than single precision, so that what is rounded to that shows; in one of
 * twenty something special; in two of twenty large numbers, of many sizes or close together.
 */
const usual = <O>({ homogeneousIn = [], precision, definition }: AnyLayerSubject<O>) =>
  (shapes: Shapes): Arbitrary<Named> => {
    const names = Object.keys(shapes)
    const isSingle = precision === 'single'
    const plain = named(shapes, shape => tensors(shape, numerators))
    const reach = isSingle ? 20 : 38
    const scales = homogeneousIn.length === 0 ? fc.constant(0) : fc.integer({ min: -reach, max: reach })
    const common = fc.tuple(plain, scales).map(([all, e]) => only(all, homogeneousIn, t => T.mul(t, 2 ** e)))
    const long = fc.constantFrom(...names).chain(
      name => fc.tuple(plain, longNumbers(shapes[name] ?? [], isSingle ? 24 : 28))
        .map(([all, t]) => ({ ...all, [name]: t }))
    )
    // differences of values know nothing at such scales
    const all = isSingle ? changes.slice(0, -1)
      : definition === undefined ? changes : [...changes, scaled(2 ** 300), scaled(2 ** -300)]
    const special = fc.tuple(plain, fc.constantFrom(...names), fc.constantFrom(...all), fc.nat(999))
      .map(([drawn, name, change, seed]) => only(drawn, [name], t => change(t, seed)))
    // of such numbers differences of values know little
    const large = [largeNumbers, ...isSingle ? [] : [closeNumbers]].map(draw => fc.constantFrom(...names).chain(name =>
      fc.tuple(plain, draw(shapes[name] ?? [], isSingle ? 16 : 40)).map(([all, t]) => ({ ...all, [name]: t }))))
    const weighted = [common, long, special, ...definition === undefined ? [] : large].map((arbitrary, k) =>
      ({ weight: [31, 6, 2, 3, 2][k] ?? 1, arbitrary }))
    return fc.oneof({ withCrossShrink: true }, ...weighted)
  }

const only = (all: Named, names: ReadonlyArray<string>, change: (t: Tensor) => Tensor): Named =>
  Object.fromEntries(Object.entries(all).map(([name, t]) => [name, names.includes(name) ? change(t) : t]))
