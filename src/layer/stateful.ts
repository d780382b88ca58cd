import { attempt, given } from '../prelude/index.js'
import type { Shape } from '../number/index.js'
import { map, of, type Random } from '../random/index.js'
import { checkedShape } from '../tensor/axes.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'
import { givenRecords } from './givenLayer.js'
import type { Layer, Named, Params, Pulled, Traced } from './Layer.js'
import { traced } from './traced.js'

/** A layer that keeps something while it trains: running statistics, or the state of a generator, which starts at random. */
export interface Stateful<P extends Named, S extends Named> {
  readonly name: string
  /** What it starts from; raises a refusal where the layer cannot take the input. */
  readonly start: (input: Shape) => { readonly params: P; readonly state: Random<S> }
  readonly train: (params: P, state: S) => (
    x: Tensor
  ) => Traced<{ readonly dx: Tensor; readonly dp: P }> & { readonly state: S }
  readonly infer: (params: P, state: S) => (x: Tensor) => Tensor
}

/** The layer, whose output has the shape of its input. It refuses what does not fit in its name, as that of `primitive` does. */
export const stateful = <P extends Named, S extends Named>(parts: Stateful<P, S>): Layer => {
  const { name, start, train, infer } = given.options('stateful', parts, ['name', 'start', 'train', 'infer'])
  for (const [what, part] of Object.entries({ start, train, infer })) given.callable('stateful', what, part)
  const names = [given.text('stateful', 'name', name)]
  const own = (params: Params, state: Params): readonly [P, S] =>
    [givenRecords(name, 'params', params, names)[0] as P, givenRecords(name, 'state', state, names)[0] as S]
  return {
    names,
    build: input => attempt(() => {
      const { params, state } = start(checkedShape(name, input))
      return { output: input, outputs: [input], init: of([params]), state: map((kept: S) => [kept])(state) }
    }),
    train: (params, state) => {
      const [p, s] = own(params, state)
      const forward = train(p, s)
      return x => {
        const { y, pullback, state: after } = forward(givenTensor(name, x))
        const back = (dy: Tensor): Pulled => {
          const { dx, dp } = pullback(dy)
          return { dx, dp: [dp] }
        }
        return { ...traced(name, y, back), state: [after] }
      }
    },
    infer: (params, state) => {
      const [p, s] = own(params, state)
      const forward = infer(p, s)
      return x => forward(givenTensor(name, x))
    }
  }
}
