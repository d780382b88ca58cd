import type { State } from '../prelude/index.js'
import type { Named } from '../layer/index.js'

/**
 * Descent as a pair of pure functions. `init` gives the memory of a fresh start, `update` takes a gradient to the step that is to be
 * added to the parameters, and the memory to the next.
 */
export interface Optimizer<P, S> {
  readonly init: (params: P) => S
  readonly update: (gradient: P) => (params: P) => State<S, P>
}

/** What an optimizer remembers of one tensor, by name: a velocity, a count of steps. */
export type Memory = Named
