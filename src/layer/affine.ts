import { given, refuse } from '../prelude/index.js'
import { type Shape, showShape, sizeOf } from '../number/index.js'
import { normals } from '../random/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor, givenTensors } from '../tensor/Tensor.js'
import type { Layer, Traced } from './Layer.js'
import { lazilyPulled } from './lazilyPulled.js'
import { primitive } from './primitive.js'
import { traced } from './traced.js'

/** The weights w (inputs x outputs) and the bias b (outputs) of an affine map. */
export interface AffineParams {
  readonly w: Tensor
  readonly b: Tensor
}

export type AffinePulled = { readonly dx: Tensor; readonly dp: { readonly w: Tensor; readonly b: Tensor } }

/**
 * The affine map y = x w + b of each example; an example of any shape is read as one row.
 *
 * Pullback: dx = dy w^T, dw = x^T dy, db = the sum of dy over examples.
 * Domain: all finite numbers; x, w, b and dy up to 1e150 in size give finite results.
 * Shapes: x (N, d_1, ..., d_k), w (d_1 ... d_k, M), b (M), y (N, M).
 * Refuses x whose examples do not have as many entries as w has rows, b that does not fit w, and dy of another shape than y.
 *
 * @example
 * const w = T.fromNested([[1, 0], [0, 1], [1, 1]])
 * const b = T.fromNested([10, 20])
 * const { y, pullback } = affine({ w, b })(T.fromNested([[1, 2, 3]]))
 * T.toNested(y) // [[14, 25]]
 * T.toNested(pullback(T.fromNested([[1, 0]])).dx) // [[1, 0, 1]]
 *
 * @source Notes on CS231n, affine layer
 */
export const affine = (params: AffineParams): ((x: Tensor) => Traced<AffinePulled>) => {
  const { w, b } = givenTensors('affine', 'params', params, ['w', 'b'])
  const [inputs = 0, outputs = 0] = w.shape
  if (w.shape.length !== 2 || b.shape.length !== 1 || b.shape[0] !== outputs) {
    refuse('shape', 'affine', 'w of shape (inputs, outputs) and b of shape (outputs)', `w ${showShape(w.shape)} and b ${showShape(b.shape)}`)
  }
  return x => {
    const [examples = 0, ...example] = givenTensor('affine', x).shape
    if (sizeOf(example) !== inputs || x.shape.length === 0) {
      refuse('shape', 'affine', `examples with ${inputs} entries, the rows of w`, `x of shape ${showShape(x.shape)}`)
    }
    const rows = T.reshape(x, [examples, inputs])
    return traced('affine', T.add(T.matmul(rows, w), b), dy => lazilyPulled(
      () => T.reshape(T.matmulNT(dy, w), x.shape), { w: T.matmulTN(rows, dy), b: T.sum(dy, { axis: 0 }) }
    ))
  }
}

export interface AffineOptions {
  /** The standard deviation of the weights at the start; biases start at 0. */
  readonly weightScale?: number
}

/** What an affine layer is made of, at the door of a function that makes one. */
export const givenAffine = (place: string, outputs: number, options: AffineOptions): Required<AffineOptions> => {
  const { weightScale = 0.01 } = given.options(place, options, ['weightScale'])
  given.whole(place, 'outputs', outputs, 1)
  return { weightScale: given.finite(place, 'weightScale', weightScale) }
}

/**
 * An affine layer with this many outputs, its weights drawn from a normal distribution. Refuses outputs that are no whole number from 1,
 * and options that it does not know.
 *
 * @example
 * Affine(10).build([3, 8, 8]).right.output // [10]
 */
export const Affine = (outputs: number, options: AffineOptions = {}): Layer => {
  const { weightScale } = givenAffine('affine', outputs, options)
  return primitive<{ w: Tensor; b: Tensor }>({
    name: 'affine',
    output: () => [outputs],
    init: (input: Shape) => seed => {
      const [draws, next] = normals([sizeOf(input), outputs])(seed)
      return [{ w: T.mul(draws, weightScale), b: T.zeros([outputs]) }, next]
    },
    apply: affine
  })
}
