import { given, refuse } from '../prelude/index.js'
import { showShape, sizeOf } from '../number/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor, givenTensors } from '../tensor/Tensor.js'
import { givenOptions } from './givenOptions.js'
import type { Traced } from './Layer.js'
import { traced } from './traced.js'

// What batch, layer and group normalisation share: groups of entries are standardised, then features are scaled and shifted.

/** The scale gamma and the shift beta, with one entry for each feature (axis 1 of x). */
export interface NormParams {
  readonly gamma: Tensor
  readonly beta: Tensor
}

export type NormPulled = { readonly dx: Tensor; readonly dp: { readonly gamma: Tensor; readonly beta: Tensor } }

export interface NormOptions {
  /** Added to each variance, so that no group is divided by 0; above 0, and 1e-5 unless said. */
  readonly eps?: number
}

/** Standardised values and their pullback, and the moments that were used. */
export interface Standardised {
  readonly y: Tensor
  readonly mean: Tensor
  readonly variance: Tensor
  readonly pullback: (dy: Tensor) => Tensor
}

export const checkedEps = (place: string, eps: number): number =>
  given.number(place, 'an eps above 0', eps, eps > 0 && eps < Infinity)

/**
 * (x - mean) / sqrt(variance + eps) over some axes, which stay with size 1 in the moments. The first entry of each group is taken off
 * before anything is averaged: what a large mean would drown stays exact, and equal entries give exactly 0.
 */
export const standardise = (place: string, x: Tensor, axis: ReadonlyArray<number>, eps: number): Standardised => {
  const over = { axis, keepdims: true }
  const count = sizeOf(axis.map(a => x.shape[a] ?? 1))
  if (count === 0) refuse('domain', place, 'at least one entry to standardise', `x of shape ${showShape(x.shape)}`)
  const first = T.slice(x, x.shape.map((_, a) => (axis.includes(a) ? { stop: 1 } : {})))
  const apart = T.sub(x, first)
  const offset = T.mean(apart, over)
  const centred = T.sub(apart, offset)
  const variance = T.mean(T.mul(centred, centred), over)
  const deviation = T.sqrt(T.add(variance, eps))
  const y = T.div(centred, deviation)
  return {
    y,
    mean: T.add(first, offset),
    variance,
    pullback: g => {
      const along = T.mul(y, T.sum(T.mul(g, y), over))
      return T.div(T.sub(T.sub(T.mul(g, count), T.sum(g, over)), along), T.mul(deviation, count))
    }
  }
}

/** gamma y + beta for standardised values y, with one gamma and one beta for each feature. */
export const scaledAndShifted = (
  place: string, { gamma, beta }: NormParams, { y, pullback }: Pick<Standardised, 'y' | 'pullback'>
): Traced<NormPulled> => {
  const [, features = 0, ...pixels] = y.shape
  for (const p of [gamma, beta]) {
    if (showShape(p.shape) !== `${features}`) refuse(
      'shape', place, `gamma and beta of shape ${features}`, showShape(p.shape)
    )
  }
  const perFeature = (p: Tensor): Tensor => T.reshape(p, [features, ...pixels.map(() => 1)])
  const others = { axis: [0, ...pixels.map((_, i) => i + 2)] }
  const scale = perFeature(gamma)
  return traced(place, T.add(T.mul(y, scale), perFeature(beta)), dy => ({
    dx: pullback(T.mul(dy, scale)),
    dp: { gamma: T.sum(T.mul(dy, y), others), beta: T.sum(dy, others) }
  }))
}

/** The eps of a normalisation that has no other option, at its door. */
export const givenEps = (
  place: string, options: NormOptions, params: ReadonlyArray<string> = ['gamma', 'beta']
): number => {
  const { eps = 1e-5 } = givenOptions(place, options, ['eps'], params)
  return checkedEps(place, eps)
}

/** The parameters of a normalisation at its door. */
export const givenNorm = <P extends NormParams>(place: string, params: P): P =>
  givenTensors(place, 'params', params, ['gamma', 'beta'])

/** Refuses x of another rank: "batchNorm: expected x of shape (N, D), got 2x3x4". */
export const checkedRank = (place: string, axes: string, x: Tensor): void => {
  if (givenTensor(place, x).shape.length !== axes.split(',').length) refuse(
    'shape', place, `x of shape (${axes})`, showShape(x.shape)
  )
}
