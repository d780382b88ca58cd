import { readSafetensors, writeSafetensors } from '../data/readers/safetensors.js'
import type { Layer, Params } from '../layer/index.js'
import { givenLayer, givenRecords } from '../layer/givenLayer.js'
import { type Shape } from '../number/index.js'
import { attempt, type Either, given, orThrow, type Refusal, refuse } from '../prelude/index.js'
import { run, seedOf } from '../random/index.js'
import type { Tensor } from '../tensor/index.js'
import { checkedShape } from '../tensor/axes.js'
import { entriesOf, type Entry, filled, fitting, recordOf, sizesOf } from './namedTensors.js'

/** What a model answers by: what was learned, and what the layers keep besides. */
export interface Learned {
  readonly params: Params
  readonly state: Params
}

/** What is in a file: parameters, a training, or what a solver has done. */
export type Kind = 'parameters' | 'training' | 'solver'

const version = '1'

/** A file of tensors that says what it is. */
export const packed = (place: string, kind: Kind, entries: ReadonlyArray<Entry>): Uint8Array =>
  writeSafetensors(recordOf(place, entries), { lemmata: kind, version })

/** The tensors of a file, if it does not say that it is something else. */
export const opened = (place: string, wanted: Kind, bytes: Uint8Array): Readonly<Record<string, Tensor>> => {
  if (!(bytes as unknown instanceof Uint8Array)) refuse('input', place, 'the bytes of a file, a Uint8Array', given.kindOf(bytes))
  const { tensors, metadata: { lemmata: kind = wanted, version: found = version } } = readSafetensors(bytes)
  if (kind !== wanted) refuse('input', place, `a file of kind ${wanted}`, kind)
  return found === version ? tensors : refuse('input', place, `a file of version ${version}`, found)
}

/** Parameters by their names, then what is kept: "hidden.w", "state/norm.mean". */
export const learnedEntries = (place: string, { names }: Layer, { params, state }: Learned): ReadonlyArray<Entry> => [
  ...entriesOf(place, names, givenRecords(place, 'params', params, names)),
  ...entriesOf(place, names, givenRecords(place, 'state', state, names), keptAs)
]

/** The same, filled with the tensors of those names. */
export const learnedFrom = (
  { names }: Layer, { params, state }: Learned, tensors: Readonly<Record<string, Tensor>>
): Learned => ({ params: filled(names, params, tensors), state: filled(names, state, tensors, keptAs) })

const keptAs = 'state/'

/**
 * What a model has learned as the bytes of a safetensors file, in doubles: parameters by their names, such as "hidden.w", and what layers
 * keep, such as "state/norm.mean". `load` gives it back bit for bit.
 *
 * A training, or the `best` of a solver, can be given as it is. Refuses parameters of another model, and a model in which two tensors have
 * one name, as those of two layers joined by `andThen` can.
 *
 * @example
 * const net = linearClassifier({ classes: 2 })
 * const bytes = save(net, { params: [{ w: T.eye(2), b: T.fromNested([3, 4]) }], state: [{}] })
 * T.toNested(load(net, [2], bytes).right.params[0].b) // [3, 4]
 *
 * @source safetensors, Format
 */
export const save = (model: Layer, learned: Learned): Uint8Array => {
  givenLayer('save', model, 'a model')
  const { params, state } = given.record('save', 'params and state, such as a training has', learned)
  return packed('save', 'parameters', learnedEntries('save', model, { params, state }))
}

/**
 * What `save` wrote, for a model and the shape of an example; or why the file is none of this model: a name that is missing or unknown, a
 * shape, a version. A file by another program will do, if its names and shapes fit; smaller types of numbers become doubles.
 *
 * @example
 * const bytes = save(linearClassifier({ classes: 2 }), { params: [{ w: T.eye(2), b: T.ones([2]) }], state: [{}] })
 * load(linearClassifier({ classes: 3 }), [2], bytes).left.message // 'load: expected scores.w of shape 2x3, got 2x2'
 *
 * @source safetensors, Format
 */
export const load = (model: Layer, example: Shape, bytes: Uint8Array): Either<Refusal, Learned> => attempt(() => {
  const { init, state } = orThrow(givenLayer('load', model, 'a model').build(checkedShape('load', example)))
  const fresh: Learned = { params: run(init, seedOf(0)), state: run(state, seedOf(0)) }
  const wanted = sizesOf(learnedEntries('load', model, fresh))
  return learnedFrom(model, fresh, fitting('load', wanted, opened('load', 'parameters', bytes)))
})
