import type { Either, Refusal } from '../prelude/index.js'
import type { Shape } from '../number/index.js'
import type { Random } from '../random/index.js'
import type { Tensor } from '../tensor/index.js'

/** The tensors of one primitive layer, by name: `{ w, b }`. */
export type Named = Readonly<Record<string, Tensor>>

/** One record for each primitive layer of a model, in order. Models compose by concatenation, so their type never grows. */
export type Params = ReadonlyArray<Named>

/** An output, and the map that takes a cotangent of it back to the inputs. */
export interface Traced<Pulled> {
  readonly y: Tensor
  readonly pullback: (dy: Tensor) => Pulled
}

export interface Pulled {
  /** Computed when it is asked for: the first layer of a net under training is never asked. */
  readonly dx: Tensor
  readonly dp: Params
}

/** What a layer is once the shape of one example is known. */
export interface Built {
  /** The shape of the output of one example. */
  readonly output: Shape
  /** The output of each primitive layer within, of one example, in the order of their names. */
  readonly outputs: ReadonlyArray<Shape>
  readonly init: Random<Params>
  /** Where that starts which changes while training but is not learned: running statistics, and generators, each with a seed of its own. */
  readonly state: Random<Params>
}

/** A map with parameters and state, as plain data. Batches are the first axis of x and y, and are no part of the shapes given to build. */
export interface Layer {
  /** The name of each primitive layer within; params and state have one record for each. */
  readonly names: ReadonlyArray<string>
  readonly build: (input: Shape) => Either<Refusal, Built>
  readonly train: (params: Params, state: Params) => (x: Tensor) => Traced<Pulled> & { readonly state: Params }
  readonly infer: (params: Params, state: Params) => (x: Tensor) => Tensor
}
