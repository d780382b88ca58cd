import { refuse, type State } from '../prelude/index.js'
import { add, type Tensor } from '../tensor/index.js'
import type { Named, Params } from '../layer/index.js'

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

/** The sum of two records of the same tensors: parameters and a step, or two gradients. Refuses records that differ in their names. */
export const addParams = (params: Params, step: Params): Params =>
  params.map((named, i) => Object.fromEntries(Object.entries(named).map(([name, w]) => [name, add(w, entryOf(step, i, name))])))

const entryOf = (of: Params, i: number, name: string): Tensor =>
  of[i]?.[name] ?? refuse('shape', 'parameters', `"${name}" in layer ${i + 1}`, `${Object.keys(of[i] ?? {}).join(', ') || 'nothing'}`)

/** An optimizer of one tensor, applied to each tensor of a model; its memory is called "w.velocity". */
export const onEach = (optimizer: Optimizer<Tensor, Memory>): Optimizer<Params, Params> => ({
  init: params => params.map(named => prefixed(named, w => optimizer.init(w))),
  update: gradient => params => memory => {
    const results = params.map((named, i) => Object.entries(named).map(([name, w]) => {
      const [step, next] = optimizer.update(entryOf(gradient, i, name))(w)(unprefixed(memory[i] ?? {}, name))
      return { name, step, next }
    }))
    return [
      results.map(layer => Object.fromEntries(layer.map(({ name, step }) => [name, step]))),
      results.map(layer => Object.fromEntries(layer.flatMap(({ name, next }) => Object.entries(next).map(([slot, t]) => [`${name}.${slot}`, t]))))
    ]
  }
})

const prefixed = (named: Named, memory: (w: Tensor) => Memory): Named =>
  Object.fromEntries(Object.entries(named).flatMap(([name, w]) => Object.entries(memory(w)).map(([slot, t]) => [`${name}.${slot}`, t])))

const unprefixed = (memory: Named, name: string): Memory =>
  Object.fromEntries(Object.entries(memory).filter(([key]) => key.startsWith(`${name}.`)).map(([key, t]) => [key.slice(name.length + 1), t]))
