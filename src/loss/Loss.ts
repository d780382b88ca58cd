import type { Tensor } from '../tensor/index.js'

/** What a model is judged by: a value, and its gradient by the scores. */
export interface Assessed {
  readonly value: number
  readonly gradient: Tensor
}

export type Loss<Target> = (target: Target) => (scores: Tensor) => Assessed
