import { readSignature } from '../../src/bridge/signature.js'
import { didYouMean, given as door, mapRecord, refuse, refusedIn } from '../../src/prelude/index.js'
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

const axesIn = (name: string, value: unknown): Axes =>
  (Array.isArray(value) && value.every(axis => typeof axis === 'string' || (Number.isInteger(axis) && axis > 0))
    ? value as Axes
    : refuse(
      'input', `shapes: ${name}`, 'a list of letters and sizes from 1, such as ["N", "D"] or []', JSON.stringify(value)
    ))

// Each entry is judged in exact arithmetic, at a hundred cases and at 32 neighbours of some.
const mostEntries = 256

const givenSmall = (name: string, axes: Axes): Axes => {
  const size = axes.reduce((product: number, axis) => product * (typeof axis === 'number' ? axis : 4), 1)
  return size <= mostEntries ? axes : refuse(
    'input', `shapes: ${name}`, `at most ${mostEntries} entries, where a letter stands for up to 4: small arrays show what is wrong`,
    `${size} of ${JSON.stringify(axes)}`
  )
}

const contractIn = (name: string, value: unknown, shipped: ReadonlyArray<Contract>): Contract => {
  if (!isRecord(value)) return refuse('input', 'the contract', `an object with ${keys.join(', ')}`, door.kindOf(value))
  const odd = Object.keys(value).find(key => !(keys as ReadonlyArray<string>).includes(key))
  if (odd !== undefined) return refuse(
    'input', 'the contract', `no other keys than ${keys.join(', ')}`, `${odd}${didYouMean(odd, keys)}`
  )
  const signatures = {
    forward: textAt(value, 'forward'), ...value['backward'] === undefined ? {} : { backward: textAt(value, 'backward') }
  }
  Object.entries(signatures).forEach(([key, signature]) => refusedIn(key, () => readSignature(signature)))
  const both = ['shapes', 'definition'].find(key => value[key] !== undefined)
  if (value['like'] !== undefined) return both === undefined
    ? ofLike(name, { ...signatures, like: textAt(value, 'like') }, shipped)
    : refuse('input', 'the contract', 'like, or shapes and definition', `like and ${both}`)
  const shapes = value['shapes']
  if (!isRecord(shapes)) return refuse(
    'input', 'shapes', 'the axes of each array, as { "x": ["N", "D"] }; or what it is like', door.kindOf(shapes)
  )
  return ofFormula(name, {
    ...signatures, definition: textAt(value, 'definition'),
    shapes: mapRecord(shapes, (axes, each) => givenSmall(each, axesIn(each, axes)))
  })
}

/**
 * Contracts as a user writes them in JSON: signatures with what they are like, `{ "my_bn": { "like": "batchnorm", "forward": ... } }`, or
 * with the axes of their arrays and a formula.
 */
export const readContracts = (text: string, shipped: ReadonlyArray<Contract>): ReadonlyArray<Contract> => {
  const all = parsed(text)
  if (!isRecord(all)) return refuse('input', 'contracts', 'an object of contracts by name', door.kindOf(all))
  return Object.entries(all).map(([name, value]) => refusedIn(name, () => contractIn(name, value, shipped)))
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    return refuse('input', 'contracts', 'JSON', (error as SyntaxError).message)
  }
}
