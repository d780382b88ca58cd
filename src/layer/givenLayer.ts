import { given, refuse } from '../prelude/index.js'
import type { Layer, Params } from './Layer.js'

const isLayer = (value: unknown): value is Layer => {
  const { names, build, train, infer } = (value ?? {}) as Partial<Layer>
  return Array.isArray(names) && [build, train, infer].every(f => typeof f === 'function')
}

/** A layer at the door of a function: "sequence: expected relu, a layer such as Relu or Affine(10), got the function relu". */
export const givenLayer = (place: string, layer: Layer, what: string): Layer =>
  isLayer(layer) ? layer : refuse('input', place, `${what}, a layer such as Relu or Affine(10)`, given.kindOf(layer))

/** Parameters or state at the door of a layer: one record for each of its primitive layers. */
export const givenRecords = (
  place: string, what: 'params' | 'state', records: Params, names: ReadonlyArray<string>
): Params => {
  const length = given.list(place, what, records).length
  if (length !== names.length) refuse(
    'shape', place, `${what} with a record for each of ${names.length} layers (${names.join(', ')})`, `${length}`
  )
  for (const one of records) given.record(place, `each record of ${what}`, one)
  return records
}
