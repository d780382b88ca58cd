import { readSignature } from '../../src/bridge/signature.js'
import { attempt, didYouMean, given as door, isLeft, refuse, refusedIn } from '../../src/prelude/index.js'
import type { Axes } from '../cases/shapes.js'
import type { Contract } from './Contract.js'
import { ofFormula } from './ofFormula.js'
import { ofLike } from './ofLike.js'

const keys = ['like', 'forward', 'backward', 'shapes', 'definition'] as const

type Entry = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value)

const textAt = (entry: Entry, key: string): string => {
  const value = entry[key]
  return typeof value === 'string' ? value : refuse('input', key, 'a text', door.kindOf(value))
}

const axesIn = (value: unknown): Axes =>
  (Array.isArray(value) && value.every(axis => typeof axis === 'string' || (Number.isInteger(axis) && axis > 0))
    ? value as Axes : refuse('input', 'shapes', 'lists of letters and sizes, such as ["N", "D"] or []', JSON.stringify(value)))

const contractIn = (name: string, value: unknown, shipped: ReadonlyArray<Contract>): Contract => {
  if (!isRecord(value)) return refuse('input', 'a contract', `{ ${keys.join(', ')} }`, door.kindOf(value))
  const odd = Object.keys(value).find(key => !(keys as ReadonlyArray<string>).includes(key))
  if (odd !== undefined) return refuse('input', 'a contract', `no other keys than ${keys.join(', ')}`, `${odd}${didYouMean(odd, keys)}`)
  const signatures = {
    forward: textAt(value, 'forward'), ...value['backward'] === undefined ? {} : { backward: textAt(value, 'backward') }
  }
  Object.values(signatures).forEach(readSignature)
  if (value['like'] !== undefined) return ofLike(name, { ...signatures, like: textAt(value, 'like') }, shipped)
  const shapes = value['shapes']
  if (!isRecord(shapes)) return refuse('input', 'shapes', 'the axes of each array, { "x": ["N", "D"] }', door.kindOf(shapes))
  return ofFormula(name, {
    ...signatures, definition: textAt(value, 'definition'),
    shapes: Object.fromEntries(Object.entries(shapes).map(([each, axes]) => [each, axesIn(axes)]))
  })
}

/**
 * Contracts as a user writes them in JSON: signatures with what they are like, `{ "my_bn": { "like": "batchnorm", "forward": ... } }`, or
 * with the axes of their arrays and a formula.
 */
export const readContracts = (text: string, shipped: ReadonlyArray<Contract>): ReadonlyArray<Contract> => {
  const found = attempt(() => parsed(text))
  const all = isLeft(found) ? refuse('input', 'contracts', 'JSON', found.left.got) : found.right
  if (!isRecord(all)) return refuse('input', 'contracts', 'an object of contracts by name', door.kindOf(all))
  return Object.entries(all).map(([name, value]) => refusedIn(name, () => contractIn(name, value, shipped)))
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    return refuse('input', 'JSON', 'JSON', error instanceof Error ? error.message : 'something else')
  }
}
