import type { Tensor } from '../tensor/index.js'
import type { Traced } from './Layer.js'
import { recurrent, type RecurrentParams, type RecurrentPulled } from './recurrent.js'
import { tanh } from './tanh.js'

/**
 * A recurrent net along sequences: h_t = tanh(x_t wx + h_{t-1} wh + b) for t = 1, ..., T, from the state h0; y has all states.
 *
 * Pullback, from the last step to the first: da_t = (dy_t + da_{t+1} wh^T) (1 - h_t^2) with da_{T+1} = 0, entry by entry; then
 * dx_t = da_t wx^T, dwx = sum_t x_t^T da_t, dwh = sum_t h_{t-1}^T da_t, db = the sum of da over steps and examples, and dh0 = da_1 wh^T.
 * The slope 1 - h^2 is computed as tanh does it.
 * Domain: all finite numbers; over up to three steps x, parameters and dy up to 1e60 in size give finite results. Each step multiplies what
 * goes back by wh: over many steps it may overflow, or vanish.
 * Shapes: x (N, T, D), wx (D, H), wh (H, H), b (H), h0 (N, H), y (N, T, H). Others are refused, and dy of another shape than y.
 *
 * @example
 * const params = { wx: T.fromNested([[1]]), wh: T.fromNested([[-1000]]), b: T.fromNested([0]), h0: T.fromNested([[0]]) }
 * T.toNested(rnn(params)(T.fromNested([[[1000], [0], [0]]])).y) // [[[1], [-1], [1]]]
 * T.toNested(rnn(params)(T.zeros([1, 2, 1])).pullback(T.ones([1, 2, 1])).dp.h0) // [[999000]]
 *
 * @source The usual definition
 */
export const rnn: (params: RecurrentParams) => (x: Tensor) => Traced<RecurrentPulled> = recurrent({
  place: 'rnn',
  blocks: 1,
  nothing: () => undefined,
  step: a => {
    const { y, pullback } = tanh(a)
    return { h: y, kept: undefined, pullback: dh => ({ da: pullback(dh).dx, dkept: undefined }) }
  }
})
