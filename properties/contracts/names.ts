import { nameOf, namesIn, readSignature, type Slot } from '../../src/bridge/signature.js'
import { didYouMean, refuse } from '../../src/prelude/index.js'
import type { Contract } from './Contract.js'

/** What a function is called with and, if it is a method, what its object is made with. */
export const argumentsOf = (text: string): ReadonlyArray<Slot> => {
  const { arguments: own, of } = readSignature(text)
  return [...of?.arguments ?? [], ...own]
}

/** `batchnorm` for batchnorm_forward. */
export const shortName = ({ forward }: Contract): string => nameOf(readSignature(forward)).replace('_forward', '')

/** What names of signatures can mean. */
export interface Meanings {
  /** Arguments of the forward function. */
  readonly given: ReadonlyArray<string>
  /** Those that are arrays: x has a gradient, dx. */
  readonly arrays: ReadonlyArray<string>
  readonly results: ReadonlyArray<string>
}

const gradientOf = (name: string): string => `d${name}`

/** Refuses a name that means nothing: it would be passed as a word, or no result would be compared with anything. */
const known = (place: string, what: string, names: ReadonlyArray<string>, words: ReadonlyArray<string>): void => {
  const odd = names.find(name => !words.includes(name))
  if (odd !== undefined) refuse('input', place, `${what}: ${words.join(', ')}`, `${odd}${didYouMean(odd, words)}`)
}

/** Refuses signatures in which a name means nothing. */
export const givenMeanings = (
  { forward, backward }: { readonly forward: string; readonly backward?: string }, { given, arrays, results }: Meanings
): void => {
  const gradients = arrays.map(gradientOf)
  const answers = namesIn(readSignature(forward).results)
  known('forward', 'names of arguments', namesIn(argumentsOf(forward)), given)
  known('forward', 'names of results', answers, [...results, ...gradients, 'cache'])
  if (backward === undefined) return
  const { arguments: taken, results: pulled } = readSignature(backward)
  const cotangents = answers.filter(name => results.includes(name)).map(gradientOf)
  const kept = answers.includes('cache') ? ['cache'] : []
  known('backward', `names that forward gives it`, namesIn(taken), [...cotangents, ...kept, ...given])
  known('backward', 'names of gradients', namesIn(pulled), gradients)
}
