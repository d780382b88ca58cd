import { refuse } from '../prelude/index.js'
import { sameShape, showShape, type Shape } from '../number/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor, givenTensors } from '../tensor/Tensor.js'
import type { Traced } from './Layer.js'
import { traced } from './traced.js'

// What the layers that go along a sequence share: each step is one of a_t = x_t wx + h_{t-1} wh + b.

/**
 * The weights wx (D, M) of the input and wh (H, M) of the state, the bias b (M), and the state h0 (N, H) before the first step; M is H, or
 * 4 H for the gates of an lstm.
 */
export interface RecurrentParams {
  readonly wx: Tensor
  readonly wh: Tensor
  readonly b: Tensor
  readonly h0: Tensor
}

export type RecurrentPulled = {
  readonly dx: Tensor
  readonly dp: { readonly wx: Tensor; readonly wh: Tensor; readonly b: Tensor; readonly h0: Tensor }
}

/** The state that a step shows, what it keeps beside, and the map from cotangents of both to those of a and of what was kept before. */
export interface Stepped<K> {
  readonly h: Tensor
  readonly kept: K
  readonly pullback: (dh: Tensor, dkept: K) => { readonly da: Tensor; readonly dkept: K }
}

export interface Cell<K> {
  readonly place: string
  /** How many blocks of H columns a has. */
  readonly blocks: number
  /** What is kept before the first step, for states of this shape; and the cotangent of what is kept after the last. */
  readonly nothing: (state: Shape) => K
  readonly step: (a: Tensor, kept: K) => Stepped<K>
}

/** The first two axes exchanged: a batch of sequences as what it has at each time, and back. */
const byTime = (x: Tensor): Tensor => T.transpose(x, [1, 0, 2])

/** Matrices with so many columns, of which there may be none, one below the other. */
const below = (columns: number, matrices: ReadonlyArray<Tensor>): Tensor =>
  T.concatenate([T.zeros([0, columns]), ...matrices])

const givenParams = (place: string, blocks: number, params: RecurrentParams): RecurrentParams => {
  const { wx, wh, b, h0 } = givenTensors(place, 'params', params, ['wx', 'wh', 'b', 'h0'])
  const [units = 0, outputs = 0] = wh.shape
  const fits = wh.shape.length === 2 && outputs === blocks * units && sameShape(b.shape, [outputs])
    && wx.shape.length === 2 && wx.shape[1] === outputs && h0.shape.length === 2 && h0.shape[1] === units
  const columns = blocks === 1 ? 'H' : `${blocks}H`
  return fits ? params : refuse(
    'shape', place, `wx of shape (D, ${columns}), wh (H, ${columns}), b (${columns}) and h0 (N, H)`,
    `wx ${showShape(wx.shape)}, wh ${showShape(wh.shape)}, b ${showShape(b.shape)} and h0 ${showShape(h0.shape)}`
  )
}

const givenSequences = (place: string, { wx, h0 }: RecurrentParams, x: Tensor): Tensor => {
  const [examples, , features] = givenTensor(place, x).shape
  return x.shape.length === 3 && examples === h0.shape[0] && features === wx.shape[0] ? x : refuse(
    'shape', place, `x of shape (${h0.shape[0]}, T, ${wx.shape[0]}), as h0 and wx have it`, showShape(x.shape)
  )
}

/** The states (N, T, H) of a cell that goes along x (N, T, D), and their pullback, which goes back from the last step. */
export const recurrent = <K>({ place, blocks, nothing, step }: Cell<K>) =>
  (params: RecurrentParams): ((x: Tensor) => Traced<RecurrentPulled>) => {
    const { wx, wh, b, h0 } = givenParams(place, blocks, params)
    const [outputs = 0] = b.shape
    return x => {
      const [examples = 0, times = 0, features = 0] = givenSequences(place, params, x).shape
      const [, units = 0] = h0.shape
      const inputs = T.reshape(byTime(x), [times * examples, features])
      const fromInputs = T.reshape(T.add(T.matmul(inputs, wx), b), [times, examples, outputs])
      const steps = Array.from({ length: times }).reduce<ReadonlyArray<Stepped<K>>>((before, _, t) => {
        const { h, kept } = before.at(-1) ?? { h: h0, kept: nothing(h0.shape) }
        return [...before, step(T.add(T.row(fromInputs, t), T.matmul(h, wh)), kept)]
      }, [])
      const states = below(units, steps.map(({ h }) => h))
      const y = byTime(T.reshape(states, [times, examples, units]))
      return traced(place, y, dy => {
        const shown = byTime(dy)
        const { das, dh } = steps.reduceRight<Back<K>>((after, { pullback }, t) => {
          const { da, dkept } = pullback(T.add(T.row(shown, t), after.dh), after.dkept)
          return { das: [da, ...after.das], dh: T.matmulNT(da, wh), dkept }
        }, { das: [], dh: T.zeros(h0.shape), dkept: nothing(h0.shape) })
        const da = below(outputs, das)
        const before = below(units, [h0, ...steps.map(({ h }) => h)].slice(0, times))
        return {
          dx: byTime(T.reshape(T.matmulNT(da, wx), [times, examples, features])),
          dp: { wx: T.matmulTN(inputs, da), wh: T.matmulTN(before, da), b: T.sum(da, { axis: 0 }), h0: dh }
        }
      })
    }
  }

/** What goes back: the cotangents of a at the steps so far, and those of the state and of what is kept before them. */
interface Back<K> {
  readonly das: ReadonlyArray<Tensor>
  readonly dh: Tensor
  readonly dkept: K
}
