import { namesIn, type Signature, type Slot } from '../../src/bridge/signature.js'
import type { Argument } from '../../src/bridge/Value.js'
import type { Shape } from '../../src/number/index.js'
import type { Case } from '../contracts/Contract.js'
import { callText } from './callText.js'

/** Numbers as nested lists. */
const nested = (shape: Shape, entries: ReadonlyArray<string>): string => {
  const [size, ...rest] = shape
  if (size === undefined) return entries[0] ?? ''
  const each = entries.length / Math.max(1, size)
  const rows = Array.from({ length: size }, (_, i) => nested(rest, entries.slice(i * each, (i + 1) * each)))
  return `[${rows.join(', ')}]`
}

const float = (x: number): string => (Number.isInteger(x) && Math.abs(x) < 1e16 ? `${Object.is(x, -0) ? '-0' : x}.` : String(x))

const valueText = (value: Argument): string => {
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'number') return value !== 0 && Math.abs(value) < 1e-4 ? value.toExponential() : String(value)
  if (typeof value === 'string') return `'${value}'`
  if (!('data' in value)) return '...'
  const { shape, data } = value as { readonly shape: Shape; readonly data: ArrayLike<number | boolean> }
  const entries = Array.from(data)
  if (shape.length === 0) return String(entries[0])
  const texts = entries.map(each => (typeof each === 'boolean' ? (each ? 'True' : 'False') : 'kind' in value ? String(each) : float(each)))
  // an array without entries says its shape
  return entries.length === 0 ? `np.zeros((${shape.join(', ')}))` : `np.array(${nested(shape, texts)})`
}

/** A case as a few lines for numpy, to paste: its arguments, the attributes of an object, and the calls. */
export const asNumpy = (given: Case, forward: Signature, backward?: Signature, set?: Slot): string => {
  const calls = [forward, ...backward === undefined ? [] : [backward]]
  const slots = calls.flatMap(({ arguments: own, of }) => [...own, ...of?.arguments ?? []])
  const used = namesIn([...slots, ...set === undefined ? [] : [set]])
  const arrays = Object.entries(given).flatMap(([name, value]) =>
    (typeof value === 'object' && value !== null && 'data' in value && used.includes(name) ? [`${name} = ${valueText(value)}`] : []))
  return [...arrays, ...calls.flatMap(call => callText(given, call, valueText, set))].join('\n')
}
