import { attempt, given } from '../prelude/index.js'
import type { Shape } from '../number/index.js'
import { of, type Random } from '../random/index.js'
import type { Tensor } from '../tensor/index.js'
import { checkedShape } from '../tensor/axes.js'
import { givenTensor } from '../tensor/Tensor.js'
import { givenRecords } from './givenLayer.js'
import type { Layer, Named, Params, Pulled, Traced } from './Layer.js'
import { lazilyPulled } from './lazilyPulled.js'
import { traced } from './traced.js'

/** A layer without state, made of a plain function. */
export interface Primitive<P extends Named> {
  readonly name: string
  /** The output shape of one example; raises a refusal where the layer cannot take the input. */
  readonly output: (input: Shape) => Shape
  readonly init: (input: Shape) => Random<P>
  readonly apply: (params: P) => (x: Tensor) => Traced<{ readonly dx: Tensor; readonly dp: P }>
}

/** The layer of a plain function. It refuses what does not fit in its name: parameters, x that is no tensor, dy of another shape than y. */
export const primitive = <P extends Named>(parts: Primitive<P>): Layer => {
  const { name, output, init, apply } = given.options('primitive', parts, ['name', 'output', 'init', 'apply'])
  for (const [what, part] of Object.entries({ output, init, apply })) given.callable('primitive', what, part)
  const names = [given.text('primitive', 'name', name)]
  const run = (params: Params) => {
    const [own] = givenRecords(name, 'params', params, names)
    const applied = apply(own as P)
    return (x: Tensor) => applied(givenTensor(name, x))
  }
  return {
    names,
    build: input => attempt(() => {
      const own = output(checkedShape(name, input))
      return {
        output: own,
        outputs: [own],
        init: seed => {
          const [params, next] = init(input)(seed)
          return [[params], next]
        },
        state: of([{}])
      }
    }),
    train: (params, state) => {
      const forward = run(params)
      givenRecords(name, 'state', state, names)
      return x => {
        const { y, pullback } = forward(x)
        const back = (dy: Tensor): Pulled => {
          const pulled = pullback(dy)
          return lazilyPulled(() => pulled.dx, [pulled.dp])
        }
        return { ...traced(name, y, back), state }
      }
    },
    infer: params => {
      const forward = run(params)
      return x => forward(x).y
    }
  }
}

/** A layer without parameters or state. */
export const parameterless = (
  name: string,
  output: (input: Shape) => Shape,
  apply: (x: Tensor) => Traced<{ readonly dx: Tensor }>
): Layer => {
  given.text('parameterless', 'name', name)
  given.callable('parameterless', 'output', output)
  given.callable('parameterless', 'apply', apply)
  return primitive<Readonly<Record<never, Tensor>>>({
    name,
    output,
    init: () => seed => [{}, seed],
    apply: () => x => {
      const { y, pullback } = apply(x)
      return { y, pullback: dy => lazilyPulled(() => pullback(dy).dx, {}) }
    }
  })
}
