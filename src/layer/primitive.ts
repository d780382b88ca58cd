import { attempt } from '../prelude/index.js'
import type { Shape } from '../number/index.js'
import { of, type Random } from '../random/index.js'
import type { Tensor } from '../tensor/index.js'
import type { Layer, Named, Traced } from './Layer.js'

/** A layer without state, made of a plain function. */
export interface Primitive<P extends Named> {
  readonly name: string
  /** The output shape of one example; raises a refusal where the layer cannot take the input. */
  readonly output: (input: Shape) => Shape
  readonly init: (input: Shape) => Random<P>
  readonly apply: (params: P) => (x: Tensor) => Traced<{ readonly dx: Tensor; readonly dp: P }>
}

export const primitive = <P extends Named>({ name, output, init, apply }: Primitive<P>): Layer => ({
  names: [name],
  build: input => attempt(() => ({
    output: output(input),
    init: seed => {
      const [params, next] = init(input)(seed)
      return [[params], next]
    },
    state: of([{}])
  })),
  train: ([params], state) => x => {
    const { y, pullback } = apply(params as P)(x)
    return {
      y,
      state,
      pullback: dy => {
        const pulled = pullback(dy)
        return { get dx() { return pulled.dx }, dp: [pulled.dp] }
      }
    }
  },
  infer: ([params]) => x => apply(params as P)(x).y
})

/** A layer without parameters or state. */
export const parameterless = (
  name: string,
  output: (input: Shape) => Shape,
  apply: (x: Tensor) => Traced<{ readonly dx: Tensor }>
): Layer => primitive<Readonly<Record<never, Tensor>>>({
  name,
  output,
  init: () => seed => [{}, seed],
  apply: () => x => {
    const { y, pullback } = apply(x)
    return { y, pullback: dy => ({ get dx() { return pullback(dy).dx }, dp: {} }) }
  }
})
