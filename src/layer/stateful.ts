import { attempt } from '../prelude/index.js'
import type { Shape } from '../number/index.js'
import { map, of, type Random } from '../random/index.js'
import type { Tensor } from '../tensor/index.js'
import type { Layer, Named, Traced } from './Layer.js'

/** A layer that keeps something while it trains: running statistics, or the state of a generator, which starts at random. */
export interface Stateful<P extends Named, S extends Named> {
  readonly name: string
  /** What it starts from; raises a refusal where the layer cannot take the input. */
  readonly start: (input: Shape) => { readonly params: P; readonly state: Random<S> }
  readonly train: (params: P, state: S) => (x: Tensor) => Traced<{ readonly dx: Tensor; readonly dp: P }> & { readonly state: S }
  readonly infer: (params: P, state: S) => (x: Tensor) => Tensor
}

/** The layer, whose output has the shape of its input. */
export const stateful = <P extends Named, S extends Named>({ name, start, train, infer }: Stateful<P, S>): Layer => ({
  names: [name],
  build: input => attempt(() => {
    const { params, state } = start(input)
    return { output: input, init: of([params]), state: map((kept: S) => [kept])(state) }
  }),
  train: ([params], [state]) => x => {
    const { y, pullback, state: after } = train(params as P, state as S)(x)
    return {
      y,
      state: [after],
      pullback: dy => {
        const { dx, dp } = pullback(dy)
        return { dx, dp: [dp] }
      }
    }
  },
  infer: ([params], [state]) => infer(params as P, state as S)
})
