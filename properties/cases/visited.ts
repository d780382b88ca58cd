import type { Optimizer } from '../../src/optimizer/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'

/** The points w^1, ..., w^{T+1} that an optimizer visits in T steps, given the gradient at each. */
export const visited = <S>(
  optimizer: Optimizer<Tensor, S>, w1: Tensor, steps: number, gradient: (w: Tensor, t: number) => Tensor
): ReadonlyArray<Tensor> =>
  Array.from({ length: steps }).reduce<{ readonly ws: ReadonlyArray<Tensor>; readonly memory: S }>((
    { ws, memory }, _, t
  ) => {
    const w = ws[t] ?? w1
    const [step, next] = optimizer.update(gradient(w, t))(w)(memory)
    return { ws: [...ws, T.add(w, step)], memory: next }
  }, { ws: [w1], memory: optimizer.init(w1) }).ws
