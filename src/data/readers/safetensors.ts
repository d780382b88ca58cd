import { given, refuse } from '../../prelude/index.js'
import { sizeOf } from '../../number/Shape.js'
import type { Tensor } from '../../tensor/index.js'
import { givenTensor, ofBuffer } from '../../tensor/Tensor.js'
import { givenBytes, holds, utf8 } from './bytes.js'
import * as E from './elements.js'
import { viewOf } from './elements.js'
import { parsedJson } from './json.js'

/** Tensors by name, and what the file says of itself. */
export interface Safetensors {
  readonly tensors: Readonly<Record<string, Tensor>>
  readonly metadata: Readonly<Record<string, string>>
}

const elements: Readonly<Record<string, E.Element>> = {
  F64: E.float64, F32: E.float32, F16: E.float16, BF16: E.bfloat16,
  I64: E.int64, I32: E.int32, I16: E.int16, I8: E.int8,
  U64: E.uint64, U32: E.uint32, U16: E.uint16, U8: E.uint8, BOOL: E.bool
}

interface Entry {
  readonly name: string
  readonly element: E.Element
  readonly shape: ReadonlyArray<number>
  readonly from: number
  readonly to: number
}

const read = 'readSafetensors'
const metadataKey = '__metadata__'
/** The header's size, a 64-bit integer, comes first. */
const sizeWidth = 8

const refused = (expected: string, got: unknown): never => refuse('input', read, expected, given.kindOf(got))

/**
 * The tensors of a safetensors file, as doubles.
 *
 * The file: 8 bytes that say how long the header is; the header, a JSON object that gives each tensor its type, its shape, and where its
 * entries lie; the entries, row-major and little-endian. Types: F64, F32, F16, BF16, I8 to I64, U8 to U64, and BOOL. Refuses a file that is
 * shorter or longer than its header says, entries that overlap or leave a gap, a name that comes twice, and an integer that no double
 * equals. Allocates at most 8 bytes for each byte of entries, besides the header.
 *
 * @example
 * const file = writeSafetensors({ w: T.fromNested([[1, 2], [3, -0]]) }, { epoch: '7' })
 * T.toNested(readSafetensors(file).tensors.w) // [[1, 2], [3, 0]]
 * readSafetensors(file).metadata // { epoch: '7' }
 *
 * @source safetensors, Format
 */
export const readSafetensors = (bytes: Uint8Array): Safetensors => {
  holds(read, 'the size of the header', givenBytes(read, bytes), 0, sizeWidth)
  const declared = viewOf(bytes).getBigUint64(0, true)
  const left = bytes.length - sizeWidth
  if (declared > BigInt(left)) {
    refuse('input', read, `a header of ${declared} bytes, as bytes 0 to 7 say`, `${left} bytes`)
  }
  const start = sizeWidth + Number(declared)
  const { [metadataKey]: metadata, ...described } = headerOf(bytes.subarray(sizeWidth, start))
  const entries = Object.entries(described).map(([name, value]) => entryOf(name, value))
  adjoining(entries, bytes.length - start)
  return {
    tensors: Object.fromEntries(entries.map(({ name, element, shape, from }) => [name, ofBuffer(shape, E.decoded(
      read, bytes, { element, from: start + from, count: sizeOf(shape), littleEndian: true }
    ))])),
    metadata: metadata === undefined ? {} : givenMetadata(read, metadata as Readonly<Record<string, string>>)
  }
}

const headerOf = (bytes: Uint8Array): Readonly<Record<string, unknown>> => {
  const text = utf8(read, 'the header', bytes)
  return text.startsWith('{') ? parsedJson(read, 'the header', text) as Readonly<Record<string, unknown>>
    : refused('a header that begins with {, at byte 8', text.slice(0, 1))
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

const keys = ['dtype', 'shape', 'data_offsets']

const entryOf = (name: string, value: unknown): Entry => {
  const what = `tensor ${given.kindOf(name)}`
  const { dtype, shape, data_offsets: offsets } = given.record(read, what, value as Readonly<Record<string, unknown>>)
  const odd = Object.keys(value as object).find(key => !keys.includes(key))
  if (odd !== undefined) refused(`${what} with ${keys.join(', ')} alone`, odd)
  const element = typeof dtype === 'string' && Object.hasOwn(elements, dtype) ? elements[dtype] : undefined
  if (element === undefined) return refused(`${what} of dtype ${Object.keys(elements).join(', ')}`, dtype)
  if (!Array.isArray(shape) || !shape.every(isWhole)) return refused(`${what} with a shape of whole sizes from 0`, shape)
  const [from, to] = Array.isArray(offsets) && offsets.length === 2 ? offsets as ReadonlyArray<unknown> : []
  if (!isWhole(from) || !isWhole(to)) return refused(`${what} with two whole data_offsets from 0`, offsets)
  const size = sizeOf(shape) * element.width
  return size === to - from ? { name, element, shape, from, to }
    : refuse('shape', read, `${what} with ${size} bytes for its shape`, `data_offsets ${from} to ${to}`)
}

/** Refuses entries that do not follow one another from the first byte to the last. */
const adjoining = (entries: ReadonlyArray<Entry>, length: number): void => {
  const ordered = [...entries].sort((a, b) => a.from - b.from || a.to - b.to)
  const end = ordered.reduce((at, { name, from, to }) => (from === at ? to : refuse(
    'input', read, `tensor ${given.kindOf(name)} from byte ${at} of the data, where another ends`, `byte ${from}`)), 0)
  if (end !== length) refuse('input', read, `${end} bytes of data, as the header says`, `${length}`)
}

/** A text of which every other program can read the UTF-8. */
const givenName = (place: string, what: string, name: string): string =>
  (/\p{Surrogate}/u.test(given.text(place, what, name))
    ? refuse('input', place, `${what} without half a surrogate pair`, given.kindOf(name)) : name)

const givenMetadata = (place: string, metadata: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  for (const [key, value] of Object.entries(given.record(place, 'metadata', metadata))) {
    givenName(place, 'a key of the metadata', key)
    givenName(place, `metadata ${given.kindOf(key)}`, value)
  }
  return metadata
}

/** What a record holds, in the order of the code units of its names: the same record gives the same bytes. */
const sorted = <A>(record: Readonly<Record<string, A>>): ReadonlyArray<readonly [string, A]> =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))

/**
 * The bytes of a safetensors file that holds these tensors in F64, bit for bit, and these texts.
 *
 * Tensors and texts are in the order of their names, so that the same ones give the same bytes; spaces fill the header up to a multiple of
 * 8 bytes. Refuses the name `__metadata__`, which the format keeps for the texts.
 *
 * @example
 * const file = writeSafetensors({ b: T.ones([3]) })
 * new TextDecoder().decode(file.slice(8, 64)) // '{"b":{"dtype":"F64","shape":[3],"data_offsets":[0,24]}} '
 * file.length // 88
 *
 * @source safetensors, Format
 */
export const writeSafetensors = (
  tensors: Readonly<Record<string, Tensor>>, metadata: Readonly<Record<string, string>> = {}
): Uint8Array => {
  const place = 'writeSafetensors'
  const named = sorted(given.record(place, 'tensors', tensors))
  for (const [name, tensor] of named) {
    if (givenName(place, 'the name of a tensor', name) === metadataKey) {
      refuse('input', place, `another name of a tensor than ${metadataKey}`, given.kindOf(name))
    }
    givenTensor(place, tensor, `tensors.${name}`)
  }
  const texts = sorted(givenMetadata(place, metadata))
  const header = new TextEncoder().encode(headerText(named, texts))
  const start = sizeWidth + 8 * Math.ceil(header.length / 8)
  const size = named.reduce((total, [, { data }]) => total + 8 * data.length, 0)
  const bytes = new Uint8Array(start + size).fill(space, 0, start)
  const view = viewOf(bytes)
  view.setBigUint64(0, BigInt(start - sizeWidth), true)
  bytes.set(header, sizeWidth)
  named.reduce((at, [, { data }]) => {
    for (let i = 0; i < data.length; i++) view.setFloat64(at + 8 * i, data[i] ?? NaN, true)
    return at + 8 * data.length
  }, start)
  return bytes
}

const space = 0x20

const headerText = (
  named: ReadonlyArray<readonly [string, Tensor]>, texts: ReadonlyArray<readonly [string, string]>
): string => {
  let at = 0
  const members = named.map(([name, { shape, data }]) => {
    const from = at
    at += 8 * data.length
    return member(name, { dtype: 'F64', shape, data_offsets: [from, at] })
  })
  return `{${[...(texts.length === 0 ? [] : [member(metadataKey, Object.fromEntries(texts))]), ...members].join(',')}}`
}

const member = (name: string, value: object): string => `${JSON.stringify(name)}:${JSON.stringify(value)}`
