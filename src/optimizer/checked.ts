import { refuse } from '../prelude/index.js'

/** A learning rate is a finite number that is not negative. */
export const checkedRate = (place: string, rate: number): number =>
  rate >= 0 && Number.isFinite(rate) ? rate : refuse('domain', place, 'a learning rate of at least 0', String(rate))

/** A decay keeps a share of what was: at least 0 and below 1. */
export const checkedDecay = (place: string, name: string, decay: number): number =>
  decay >= 0 && decay < 1 ? decay : refuse('domain', place, `${name} at least 0 and below 1`, String(decay))
