import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import type { Traced } from './Layer.js'
import { recurrent, type RecurrentParams, type RecurrentPulled, type Stepped } from './recurrent.js'
import { sigmoid } from './sigmoid.js'
import { tanh } from './tanh.js'

/** The cell c' = f c + i g and the state h = o tanh(c'), of the gates in four blocks of a. */
const step = (a: Tensor, c: Tensor): Stepped<Tensor> => {
  const [, columns = 0] = a.shape
  const units = columns / 4
  const block = (k: number): Tensor => T.slice(a, [{}, { start: k * units, stop: (k + 1) * units }])
  const [i, f, o, g] = [sigmoid(block(0)), sigmoid(block(1)), sigmoid(block(2)), tanh(block(3))]
  const cell = T.add(T.mul(f.y, c), T.mul(i.y, g.y))
  const shown = tanh(cell)
  return {
    h: T.mul(o.y, shown.y),
    kept: cell,
    pullback: (dh, dkept) => {
      const dc = T.add(dkept, shown.pullback(T.mul(dh, o.y)).dx)
      const da = T.concatenate([
        i.pullback(T.mul(dc, g.y)).dx, f.pullback(T.mul(dc, c)).dx, o.pullback(T.mul(dh, shown.y)).dx,
        g.pullback(T.mul(dc, i.y)).dx
      ], 1)
      return { da, dkept: T.mul(dc, f.y) }
    }
  }
}

/**
 * A long short-term memory along sequences. With a_t = x_t wx + h_{t-1} wh + b in four blocks of H columns, i, f, o = sigmoid of the first
 * three and g = tanh of the fourth: c_t = f c_{t-1} + i g and h_t = o tanh(c_t), entry by entry, from h0 and c_0 = 0; y has all h_t.
 *
 * Pullback, from the last step to the first: dh_t = dy_t + da_{t+1} wh^T and dc_t = dh_t o (1 - tanh(c_t)^2) + dc_{t+1} f_{t+1};
 * of these di = dc_t g, df = dc_t c_{t-1}, do = dh_t tanh(c_t) and dg = dc_t i, each times the slope of its gate, make the blocks of da_t.
 * Then dx_t = da_t wx^T, dwx = sum_t x_t^T da_t, dwh = sum_t h_{t-1}^T da_t, db = the sum of da over steps and examples, and
 * dh0 = da_1 wh^T. Gates and slopes are computed as sigmoid and tanh do it: nothing overflows.
 * Domain: all finite numbers; over up to three steps x, parameters and dy up to 1e60 in size give finite results. Each step multiplies what
 * goes back by wh: over many steps it may overflow, or vanish.
 * Shapes: x (N, T, D), wx (D, 4H), wh (H, 4H), b (4H), h0 (N, H), y (N, T, H). Others are refused, and dy of another shape than y.
 *
 * @example
 * const open = { wx: T.fromNested([[0, 0, 0, 1000]]), wh: T.zeros([1, 4]), b: T.fromNested([1000, 1000, 1000, 0]), h0: T.zeros([1, 1]) }
 * T.toNested(lstm(open)(T.fromNested([[[1], [-1]]])).y) // [[[0.7615941559557649], [0]]]
 * T.toNested(lstm(open)(T.zeros([1, 2, 1])).pullback(T.ones([1, 2, 1])).dp.b) // [0, 0, 0, 3]
 *
 * @source The usual definition
 */
export const lstm: (params: RecurrentParams) => (x: Tensor) => Traced<RecurrentPulled> =
  recurrent({ place: 'lstm', blocks: 4, nothing: T.zeros, step })
