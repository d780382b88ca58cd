import { given, refuse } from '../prelude/index.js'
import { sameShape, showShape } from '../number/index.js'
import { add, type Tensor } from '../tensor/index.js'
import { givenTensors } from '../tensor/Tensor.js'
import type { Params } from '../layer/index.js'

/**
 * The sum of two lists of records of the same tensors: parameters and a step, or two gradients. Refuses records that differ in their names,
 * and tensors that differ in their shapes.
 *
 * @example
 * T.toNested(addParams([{ w: T.fromNested([1, 2]) }], [{ w: T.fromNested([10, 20]) }])[0].w) // [11, 22]
 */
export const addParams = (params: Params, step: Params): Params => {
  alike('addParams', 'a step', step, params)
  return params.map(
    (named, i) => Object.fromEntries(Object.entries(named).map(([name, w]) => [name, add(w, entryOf(step, i, name))]))
  )
}

/** A tensor that `alike` has found. */
export const entryOf = (of: Params, i: number, name: string): Tensor => of[i]?.[name] as Tensor

/** The parameters of a model at the door of a function: a list of records of tensors. */
export const givenParams = (place: string, what: string, params: Params): Params => {
  for (const named of given.list(place, what, params)) {
    givenTensors(place, `a record of ${what}`, given.record(place, `each record of ${what}`, named), Object.keys(named))
  }
  return params
}

/**
 * Refuses what differs from the parameters in a name or in a shape:
 * "addParams: expected w of layer 1 of a step of shape 2x3, got 5x2x3".
 */
export const alike = (place: string, what: string, other: Params, params: Params): void => {
  givenParams(place, what, other)
  givenParams(place, 'params', params)
  if (other.length !== params.length) refuse(
    'shape', place, `${what} with ${params.length} records, as params has`, `${other.length}`
  )
  params.forEach((named, i) => {
    const [names, found] = [Object.keys(named), Object.keys(other[i] ?? {})]
    if (names.length !== found.length || !names.every(name => found.includes(name))) {
      refuse('shape', place, `${names.join(', ') || 'no names'} in layer ${i + 1} of ${what}`, found.join(', ')
        || 'no names')
    }
    for (const [name, w] of Object.entries(named)) {
      const { shape } = entryOf(other, i, name)
      if (!sameShape(shape, w.shape)) {
        refuse('shape', place, `${name} of layer ${i + 1} of ${what} of shape ${showShape(w.shape)}`, showShape(shape))
      }
    }
  })
}
