import { fromFlat } from '../tensor/index.js'
import { isTensor } from '../tensor/Tensor.js'
import type { Argument, Result } from './Value.js'

// A frame is two numbers of 32 bits, the length of a head in JSON and how many doubles follow it; then the head, and the doubles.

/** An argument as it is sent: arrays say where among the doubles their entries begin. */
interface Sent { readonly [key: string]: unknown }

/** A head in which `encode` puts arguments, and the doubles of their arrays behind it. */
export const frame = (head: (encode: (value: Argument) => Sent) => object): Buffer => {
  const doubles: Array<number> = []
  const put = (kind: string, shape: ReadonlyArray<number>, entries: Iterable<number>): Sent => {
    const at = doubles.length
    for (const entry of entries) doubles.push(entry)
    return { kind, shape, at }
  }
  const encode = (value: Argument): Sent => {
    if (value === null) return { kind: 'nothing' }
    if (typeof value === 'number') return { kind: Number.isInteger(value) ? 'whole' : 'number', is: value }
    if (typeof value === 'boolean') return { kind: 'flag', is: value }
    if (typeof value === 'string') return { kind: 'text', is: value }
    if (isTensor(value)) return value.shape.length === 0 ? { kind: 'number', is: value.data[0] }
      : put('doubles', value.shape, value.data)
    if (isOf(value, 'wholes')) return put('wholes', value.shape, value.data)
    if (isOf(value, 'flags')) return put('flags', value.shape, value.data.map(Number))
    if (isOf(value, 'kept')) return { ...value }
    return {
      kind: 'record', of: Object.fromEntries(Object.entries(value as Readonly<Record<string, Argument>>).map(
        ([key, each]) => [key, encode(each)]
      ))
    }
  }
  const text = Buffer.from(JSON.stringify(head(encode)))
  const lengths = Buffer.alloc(8)
  lengths.writeUInt32LE(text.length, 0)
  lengths.writeUInt32LE(doubles.length, 4)
  return Buffer.concat([lengths, text, Buffer.from(Float64Array.from(doubles).buffer)])
}

const isOf = <K extends 'wholes' | 'flags' | 'kept'>(value: object, kind: K): value is Extract<Argument, { kind: K }> =>
  'kind' in value && value.kind === kind

/** How long the frame is that begins here; undefined while not even that has come. */
export const lengthOf = (bytes: Uint8Array): number | undefined => {
  if (bytes.length < 8) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return 8 + view.getUint32(0, true) + 8 * view.getUint32(4, true)
}

/** The head of a frame, with tensors in place of what it says of doubles. */
export const opened = (bytes: Uint8Array): unknown => {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  const head: unknown = JSON.parse(Buffer.from(bytes.subarray(8, 8 + length)).toString())
  const doubles = new Float64Array(bytes.slice(8 + length).buffer)
  return withTensors(head, doubles)
}

const withTensors = (value: unknown, doubles: Float64Array): unknown => {
  if (Array.isArray(value)) return value.map(each => withTensors(each, doubles))
  if (typeof value !== 'object' || value === null) return value
  const record = value as Readonly<Record<string, unknown>>
  if (record['kind'] === 'doubles') return tensorOf(record as unknown as SentArray, doubles)
  return Object.fromEntries(Object.entries(record).map(([key, each]) => [key, withTensors(each, doubles)]))
}

interface SentArray {
  readonly shape: ReadonlyArray<number>
  readonly at: number
  readonly of: string
}

const tensorOf = ({ shape, at, of }: SentArray, doubles: Float64Array): Result => {
  const size = shape.reduce((a, b) => a * b, 1)
  return { kind: 'doubles', tensor: fromFlat(shape, [...doubles.subarray(at, at + size)]), of }
}
