import type { State } from '../prelude/index.js'
import type { Tensor } from '../tensor/index.js'

/**
 * Descent as a pair of pure functions. `init` gives the memory of a fresh start, `update` takes a gradient to the step that is to be
 * added to the parameters, and the memory to the next.
 */
export interface Optimizer<P, S> {
  readonly init: (params: P) => S
  readonly update: (gradient: P) => (params: P) => State<S, P>
}

/** What an optimizer remembers of one tensor, a tensor in each of its slots: `Memory<'velocity'>` is { velocity }. */
export type Memory<Slot extends string = string> = Readonly<Record<Slot, Tensor>>

/** An optimizer, whatever it remembers: what its `init` and its `update` give is for its own `update` alone. */
export interface AnyOptimizer<P, S = unknown> {
  readonly init: (params: P) => S
  readonly update: (gradient: P) => (params: P) => (memory: never) => readonly [P, S]
}
