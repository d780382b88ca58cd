import fc, { type Arbitrary } from 'fast-check'
import { type Shape, sizeOf } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { shapesDrawn } from '../cases/drawnShapes.js'
import type { Options, Subject } from './subject.js'

/** A descent of some tensors: where it begins, and gradients that come again in turn until all steps are taken. */
export interface Given {
  readonly options?: Options
  readonly w: ReadonlyArray<Tensor>
  /** Of each step, the gradient of each tensor. */
  readonly gradients: ReadonlyArray<ReadonlyArray<Tensor>>
  readonly steps: number
}

// The smallest doubles are multiples of 4.9e-324.
const least = -322

/** Sizes of gradients, as powers of ten: ordinary ones, and those whose squares overflow or vanish. */
const exponents = (upTo: number | undefined): Arbitrary<number> => {
  const largest = upTo === undefined ? 307 : Math.floor(Math.log10(upTo))
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(0, 0, ...[-6, 6].filter(e => Math.abs(e) < largest)) },
    { weight: 1, arbitrary: fc.constantFrom(-largest, largest, ...largest >= 300 ? [least] : []) },
    { weight: 1, arbitrary: fc.integer({ min: -largest, max: largest }) })
}

/** Shapes of parameters: that of a single number too. */
const shapesOfParameters: Arbitrary<Shape> =
  fc.oneof({ weight: 6, arbitrary: shapesDrawn }, { weight: 1, arbitrary: fc.constant<Shape>([]) })

const digits = fc.integer({ min: -39, max: 39 })

/** The number k/4 times a power of ten, as large as `upTo` at most: so that the ends of what doubles hold are drawn. */
const sized = (e: number, upTo = Number.MAX_VALUE) => (k: number): number =>
  (10 ** e < upTo / 10 ? Number(`${k / 4}e${e}`) : upTo / 40 * k)

const tensorOf = (shape: Shape, entries: Arbitrary<number>): Arbitrary<Tensor> =>
  fc.array(entries, { minLength: sizeOf(shape), maxLength: sizeOf(shape) }).map(data => T.fromFlat(shape, data))

/** Gradients of all tensors for some steps, of one size each. */
const gradientsFor = (
  shapes: ReadonlyArray<Shape>, e: number, upTo: number | undefined
): Arbitrary<ReadonlyArray<Tensor>> =>
  fc.tuple(...shapes.map(shape => tensorOf(shape, digits.map(sized(e, upTo)))))

/** Descents with these numbers of steps, on tensors of shapes that are drawn. */
export const descentsOf = (
  { options, gradientsUpTo, tensors }: Subject, steps: Arbitrary<number>, besides: number = tensors,
  shapes: Arbitrary<Shape> = shapesOfParameters
): Arbitrary<Given> => fc
  .tuple(fc.array(shapes, { minLength: besides, maxLength: besides }), exponents(gradientsUpTo))
  .chain(([each, e]) => fc.record({
    ...options === undefined ? {} : { options },
    w: fc.tuple(...each.map(shape => tensorOf(shape, digits.map(k => k / 4)))),
    gradients: fc.array(gradientsFor(each, e, gradientsUpTo), { minLength: 1, maxLength: 6 }),
    steps
  }) as Arbitrary<Given>)

/** As many steps as there are gradients, and no more. */
export const shortDescents = (subject: Subject, besides: number = subject.tensors): Arbitrary<Given> =>
  descentsOf(subject, fc.constant(0), besides).map(given => ({ ...given, steps: given.gradients.length }))

/** The gradients of step t, from 0. */
export const gradientsAt = ({ gradients }: Given, t: number): ReadonlyArray<Tensor> =>
  gradients[t % gradients.length] ?? []

/** Two descents with the same options, half of the time on tensors of the same shapes. */
export const pairsOf = (subject: Subject): Arbitrary<{ readonly a: Given; readonly b: Given }> =>
  fc.tuple(shortDescents(subject), fc.boolean()).chain(([a, alike]) =>
    (alike ? descentsLike(subject, a) : shortDescents(subject)).map(
      b => ({ a, b: a.options === undefined ? b : { ...b, options: a.options } })
    ))

/** Short descents on tensors of the shapes of these. */
const descentsLike = ({ tensors }: Subject, { w }: Given): Arbitrary<Given> => {
  const shapes = w.slice(0, tensors).map(({ shape }) => shape)
  return fc.record({
    w: fc.tuple(...shapes.map(shape => tensorOf(shape, digits.map(k => k / 4)))),
    gradients: fc.array(gradientsFor(shapes, 0, undefined), { minLength: 1, maxLength: 6 })
  }).map(given => ({ ...given, steps: given.gradients.length }))
}
