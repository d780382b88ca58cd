import { refuse } from '../prelude/index.js'
import type { Tensor } from '../tensor/index.js'
import type { Named, Params } from '../layer/index.js'
import { alike, entryOf, givenParams } from './addParams.js'
import { givenOptimizer } from './checked.js'
import type { AnyOptimizer, Memory, Optimizer } from './Optimizer.js'

/**
 * An optimizer of one tensor, applied to each tensor of a model. Its memory is a record for each layer, in which the slots of a parameter
 * w are called "w.velocity". Refuses gradients that differ from the parameters in a name or in a shape, and the memory of another model.
 *
 * @example
 * const rule = onEach(momentum({ learningRate: 0.5 }))
 * Object.keys(rule.init([{ w: T.zeros([2]), b: T.zeros([1]) }])[0]) // ['w.velocity', 'b.velocity']
 */
export const onEach = (optimizer: AnyOptimizer<Tensor, Memory>): Optimizer<Params, Params> => {
  givenOptimizer('onEach', optimizer)
  return {
    init: params => givenParams('onEach', 'params', params).map(named => prefixed(named, w => optimizer.init(w))),
    update: gradient => params => memory => {
      alike('onEach', 'a gradient', gradient, params)
      ofModel('onEach', memory, params)
      const results = params.map((named, i) => Object.entries(named).map(([name, w]) => {
        const [step, next] = optimizer.update(entryOf(gradient, i, name))(w)(unprefixed(memory[i] ?? {}, name))
        return { name, step, next }
      }))
      return [
        results.map(layer => Object.fromEntries(layer.map(({ name, step }) => [name, step]))),
        results.map(layer => Object.fromEntries(
          layer.flatMap(({ name, next }) => Object.entries(next).map(([slot, t]) => [`${name}.${slot}`, t]))
        ))
      ]
    }
  }
}

/** Refuses a memory that has another number of records than the model, or slots of a parameter that the model has not. */
const ofModel = (place: string, memory: Params, params: Params): void => {
  givenParams(place, 'memory', memory)
  if (memory.length !== params.length) refuse(
    'shape', place, `a memory with ${params.length} records, as params has`, `${memory.length}`
  )
  memory.forEach((kept, i) => {
    const names = Object.keys(params[i] ?? {})
    const odd = Object.keys(kept).find(key => !names.some(name => key.startsWith(`${name}.`)))
    if (odd !== undefined) refuse(
      'input', place, `slots of ${names.join(', ') || 'nothing'} in layer ${i + 1} of the memory`, odd
    )
  })
}

const prefixed = (named: Named, memory: (w: Tensor) => Memory): Named =>
  Object.fromEntries(Object.entries(named).flatMap(
    ([name, w]) => Object.entries(memory(w)).map(([slot, t]) => [`${name}.${slot}`, t])
  ))

/** The memory of one tensor; the optimizer itself refuses one that has not its slots. */
const unprefixed = (memory: Named, name: string): never =>
  Object.fromEntries(Object.entries(memory).filter(([key]) => key.startsWith(`${name}.`))
    .map(([key, t]) => [key.slice(name.length + 1), t])) as never
