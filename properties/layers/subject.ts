import fc, { type Arbitrary } from 'fast-check'
import { type Analytic, type Grid, type Shape, sizeOf } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'

/** Tensors by name, as a layer takes its parameters and gives back their cotangents. */
export type Named = Readonly<Record<string, Tensor>>

export type NamedGrids<A> = Readonly<Record<string, Grid<A>>>

/** The output and the cotangents of x and of each parameter, by the steps that an implementation takes. */
export interface Printed<A> {
  readonly y: Grid<A>
  readonly pullback: (dy: Grid<A>) => NamedGrids<A>
}

export interface SubjectOptions {
  /** The inputs to draw, x and the parameters by name, where quarters will not do. */
  readonly inputs?: Arbitrary<Named>
  /** Inputs that multiply the output when they are multiplied together, as x and b in x w + b: they are drawn at scales 2^-40 to 2^40. */
  readonly homogeneousIn?: ReadonlyArray<string>
  /**
   * Value and pullback as they are implemented, over any number system. They are then compared with the definition, and what the layer
   * gives must lie where this gives intervals: that resolves errors of some units in the last place.
   */
  readonly printed?: <A>(N: Analytic<A>) => (inputs: NamedGrids<A>) => Printed<A>
  /**
   * The size up to which x, parameters and cotangents give finite outputs, where the layer's description says so: a law of its own. Numbers
   * from there down to the smallest are drawn.
   */
  readonly finiteUpTo?: number
  /** The rows of a ledger that a law settles, by the name of the law: { pullback: ['N231-LAY-05'] }. */
  readonly rows?: Readonly<Record<string, ReadonlyArray<string>>>
}

/** A layer of anyone's own without parameters, and the textbook formula that it should compute, if there is one. */
export interface LayerSubject extends SubjectOptions {
  readonly name: string
  readonly layer: (x: Tensor) => { readonly y: Tensor; readonly pullback: (dy: Tensor) => { readonly dx: Tensor } }
  readonly definition?: <A>(N: Analytic<A>) => (x: Grid<A>) => Grid<A>
  /** The shape of the inputs to draw; (2, 3) unless said. */
  readonly x?: Shape
}

/** A layer with parameters of given shapes. */
export interface ParametricSubject extends SubjectOptions {
  readonly name: string
  readonly layer: (params: never) => (x: Tensor) => {
    readonly y: Tensor
    readonly pullback: (dy: Tensor) => { readonly dx: Tensor; readonly dp: Named }
  }
  readonly definition?: <A>(N: Analytic<A>) => (params: never) => (x: Grid<A>) => Grid<A>
  readonly x: Shape
  readonly params: Readonly<Record<string, Shape>>
  /** Parameters that stay as they are, such as running statistics: no cotangent belongs to them. */
  readonly constants?: Readonly<Record<string, Shape>>
}

/** A definition as a function of all inputs. */
export type Define = <A>(N: Analytic<A>) => (inputs: NamedGrids<A>) => Grid<A>

/** Any layer as a function of all its inputs, x among them: what the laws are about. */
export interface Subject {
  readonly run: (inputs: Named) => { readonly y: Tensor; readonly pullback: (dy: Tensor) => Named }
  readonly define: Define | undefined
  readonly printed: SubjectOptions['printed']
  readonly inputs: Arbitrary<Named>
  /** The inputs to draw where outputs should be finite, if that is said. */
  readonly extremes: Arbitrary<Named> | undefined
  /** The shapes of the inputs to which cotangents belong. */
  readonly varying: Readonly<Record<string, Shape>>
}

export const subjectOf = (given: LayerSubject | ParametricSubject): Subject => {
  const [varying, constants] = 'params' in given ? [{ x: given.x, ...given.params }, given.constants ?? {}] : [{ x: given.x ?? [2, 3] }, {}]
  const { printed, finiteUpTo, inputs = drawn({ ...varying, ...constants }, given.homogeneousIn ?? []) } = given
  const extremes = finiteUpTo === undefined ? undefined : fc.tuple(inputs, named(varying, shape => sizesUpTo(finiteUpTo, shape)))
    .map(([usual, large]) => ({ ...usual, ...large }))
  if ('params' in given) {
    const { layer, definition } = given
    return {
      run: ({ x: input, ...rest }) => {
        const { y, pullback } = layer(rest as never)(input as Tensor)
        return {
          y,
          pullback: dy => {
            const { dx, dp } = pullback(dy)
            return { x: dx, ...dp }
          }
        }
      },
      define: definition === undefined ? undefined : N => ({ x: input, ...rest }) => definition(N)(rest as never)(input as never),
      printed, inputs, extremes, varying
    }
  }
  const { layer, definition } = given
  return {
    run: all => {
      const { y, pullback } = layer(all['x'] as Tensor)
      return { y, pullback: dy => ({ x: pullback(dy).dx }) }
    },
    define: definition === undefined ? undefined : N => all => definition(N)(all['x'] as never),
    printed, inputs, extremes, varying
  }
}

/** Tensors of multiples of a quarter, with a power of two of their own: few digits to print, and sums and products are exact. */
export const tensors = (shape: Shape, numerators: Arbitrary<number>): Arbitrary<Tensor> =>
  fc.tuple(fc.array(numerators, { minLength: sizeOf(shape), maxLength: sizeOf(shape) }), fc.integer({ min: -2, max: 2 }))
    .map(([entries, e]) => T.fromFlat(shape, entries.map(k => (k / 4) * 2 ** e)))

export const quarters: Arbitrary<number> = fc.integer({ min: -24, max: 24 })

/** Numerators of three digits: two of them are seldom equal, and sums of them seldom 0. */
export const wholeNumbers: Arbitrary<number> = fc.integer({ min: -999, max: 999 })

/** Numerators that are never zero. */
export const odd: Arbitrary<number> = fc.integer({ min: -12, max: 11 }).map(k => 2 * k + 1)

/** Tensors of one digit with any power of ten, from the least to those near `largest`, where they shrink to. */
export const sizesUpTo = (largest: number, shape: Shape): Arbitrary<Tensor> => {
  const exponent = Math.floor(Math.log10(largest)) - 1
  return fc.tuple(
    fc.array(fc.integer({ min: -9, max: 9 }), { minLength: sizeOf(shape), maxLength: sizeOf(shape) }),
    fc.oneof(fc.constant(0), fc.nat(3), fc.nat(exponent + 320))
  ).map(([digits, down]) => T.fromFlat(shape, digits.map(k => Number(`${k}e${exponent - down}`))))
}

/** Tensors of these shapes, by name. */
const named = (shapes: Readonly<Record<string, Shape>>, draw: (shape: Shape) => Arbitrary<Tensor>): Arbitrary<Named> =>
  fc.record(Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, draw(shape)])))

const drawn = (shapes: Readonly<Record<string, Shape>>, together: ReadonlyArray<string>): Arbitrary<Named> => {
  const unscaled = named(shapes, shape => tensors(shape, quarters))
  return together.length === 0 ? unscaled : fc.tuple(unscaled, fc.integer({ min: -38, max: 38 })).map(([all, e]) =>
    Object.fromEntries(Object.entries(all).map(([name, t]) => [name, together.includes(name) ? T.mul(t, 2 ** e) : t])))
}
