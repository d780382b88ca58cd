import type { Arbitrary } from 'fast-check'
import type { Analytic, Grid } from '../../src/number/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import type { Axes, DrawnSizes } from '../cases/shapes.js'
import type { PrecisionName } from '../judges/precision.js'

/** Tensors by name, as a layer takes its parameters and gives back their cotangents. */
export type Named = Readonly<Record<string, Tensor>>

export type NamedGrids<A> = Readonly<Record<string, Grid<A>>>

/** The output and the cotangents of x and of each parameter, by the steps that an implementation takes. */
export interface Printed<A> {
  readonly y: Grid<A>
  readonly pullback: (dy: Grid<A>) => NamedGrids<A>
}

export type PrintedForm = <A>(N: Analytic<A>) => (inputs: NamedGrids<A>) => Printed<A>

/** A definition as a function of all inputs. */
export type Define = <A>(N: Analytic<A>) => (inputs: NamedGrids<A>) => Grid<A>

export interface SubjectOptions {
  /** Where the sizes come from that the letters in x and params stand for; each from 1 to 4 unless said. */
  readonly sizes?: DrawnSizes
  /**
   * The inputs to draw, x and the parameters by name and of any shapes, where quarters will not do; or where they come from once the
   * options are drawn, as where a window must fit on an image.
   */
  readonly inputs?: Arbitrary<Named> | ((options: never) => Arbitrary<Named>)
  /** Inputs that multiply the output when they are multiplied together, as x and b in x w + b: they are drawn at scales 2^-40 to 2^40. */
  readonly homogeneousIn?: ReadonlyArray<string>
  /** The numbers in which the layer computes, if not doubles: single precision, every operation rounded by Math.fround. */
  readonly precision?: PrecisionName
  /**
   * Which slope the pullback may take at a kink: that of the definition unless said; `any` accepts what lies between the slopes on either
   * side, tied entries being judged together.
   */
  readonly atKinks?: 'definition' | 'any'
  /**
   * The size up to which x, parameters and cotangents give finite outputs, where the layer's description says so: a law of its own. Numbers
   * from there down to the smallest are drawn.
   */
  readonly finiteUpTo?: number
  /** The rows of a ledger that a law settles, by the name of the law: { pullback: ['N231-LAY-05'] }. */
  readonly rows?: Readonly<Record<string, ReadonlyArray<string>>>
  /** Where the layer is described: the definition unless said. */
  readonly source?: string
}

type Traced<Pulled> = { readonly y: Tensor; readonly pullback: (dy: Tensor) => Pulled }

type Simple = (x: Tensor) => Traced<{ readonly dx: Tensor }>

type Parametric = (params: never) => (x: Tensor) => Traced<{ readonly dx: Tensor; readonly dp: Named }>

interface Plain {
  readonly options?: undefined
  /**
   * Value and pullback as they are implemented, over any number system. They are then compared with the definition, and what the layer
   * gives must lie where this gives intervals: that resolves errors of some units in the last place.
   */
  readonly printed?: PrintedForm
}

interface Drawn<O> {
  /** Where each option comes from; layer, definition and printed form are given the drawn ones first. */
  readonly options: { readonly [K in keyof O]: Arbitrary<O[K]> }
  readonly printed?: <A>(N: Analytic<A>) => (options: O) => (inputs: NamedGrids<A>) => Printed<A>
}

interface WithoutParams extends SubjectOptions {
  readonly name: string
  readonly params?: undefined
  /** The axes of the inputs to draw, letters for sizes that are drawn; (2, 3) unless said. */
  readonly x?: Axes
}

interface WithParams extends SubjectOptions {
  readonly name: string
  /** The axes of the inputs to draw, letters for sizes that are drawn: x: ['N', 'D']. */
  readonly x?: Axes
  /** Those of each parameter: { w: ['D', 'M'], b: ['M'] }. Where inputs are drawn otherwise, their names count. */
  readonly params: Readonly<Record<string, Axes>>
  /** Parameters that stay as they are, such as running statistics: no cotangent belongs to them. */
  readonly constants?: Readonly<Record<string, Axes>>
}

/** A layer of anyone's own without parameters, and the textbook formula that it should compute, if there is one. */
export interface LayerSubject extends WithoutParams, Plain {
  readonly layer: Simple
  readonly definition?: <A>(N: Analytic<A>) => (x: Grid<A>) => Grid<A>
}

/** A layer with parameters. */
export interface ParametricSubject extends WithParams, Plain {
  readonly layer: Parametric
  readonly definition?: <A>(N: Analytic<A>) => (params: never) => (x: Grid<A>) => Grid<A>
}

/** A layer without parameters whose options are drawn. */
export interface OptionedSubject<O> extends WithoutParams, Drawn<O> {
  readonly layer: (options: O) => Simple
  readonly definition?: <A>(N: Analytic<A>) => (options: O) => (x: Grid<A>) => Grid<A>
}

/** A layer with parameters whose options are drawn. */
export interface OptionedParametricSubject<O> extends WithParams, Drawn<O> {
  readonly layer: (options: O) => Parametric
  readonly definition?: <A>(N: Analytic<A>) => (options: O) => (params: never) => (x: Grid<A>) => Grid<A>
}

/** What the suite of laws takes. */
export type AnyLayerSubject<O> = LayerSubject | ParametricSubject | OptionedSubject<O> | OptionedParametricSubject<O>
