import { refuse } from '../../prelude/index.js'
import { sizeOf } from '../../number/Shape.js'
import type { Tensor } from '../../tensor/index.js'
import { columnMajor, givenSizes } from './bytes.js'
import * as E from './elements.js'

// The elements of a MAT file of level 5: a tag of a type and a size, and the data.

export const place = 'readMat'

/** Bytes that elements stand in: those of the file, or what a compressed element unpacks to. */
export interface Source {
  readonly bytes: Uint8Array
  readonly littleEndian: boolean
  /** What a byte is a byte of: nothing, or " of what is unpacked from byte 128". */
  readonly within: string
}

/** An element: its type, where its data are, and where the next one begins. */
export interface Part {
  readonly type: number
  readonly from: number
  readonly to: number
  readonly next: number
}

const numeric: ReadonlyMap<number, E.Element> = new Map([
  [1, E.int8], [2, E.uint8], [3, E.int16], [4, E.uint16], [5, E.int32], [6, E.uint32], [7, E.float32], [9, E.float64],
  [12, E.int64], [13, E.uint64]
])
export const types = { int8: 1, int32: 5, uint32: 6, matrix: 14, compressed: 15 } as const

/** The classes of arrays, from number 1; those from double to uint64 are numeric. */
const classes = [
  'cell', 'struct', 'object', 'char', 'sparse', 'double', 'single', 'int8', 'uint8', 'int16', 'uint16', 'int32',
  'uint32', 'int64', 'uint64', 'function', 'opaque', 'object'
]
const isNumeric = (code: number): boolean => code >= 6 && code <= 15
const complex = 0x0800

/** The element at a byte. One of at most 4 bytes may stand in its tag; others fill a multiple of 8 bytes, unless they are compressed. */
export const partAt = ({ bytes, littleEndian, within }: Source, at: number, end: number): Part => {
  if (end - at < 8) return refuse('input', place, `a tag of 8 bytes at byte ${at}${within}`, `${end - at} bytes`)
  const view = E.viewOf(bytes)
  const first = view.getUint32(at, littleEndian)
  const small = first > 0xffff
  const type = first % 0x10000
  const size = small ? Math.floor(first / 0x10000) : view.getUint32(at + 4, littleEndian)
  const from = small ? at + 4 : at + 8
  const left = small ? 4 : end - from
  if (size > left) refuse('input', place, `${size} bytes from byte ${from}${within}, as the tag says`, `${left} bytes`)
  const to = from + size
  const filled = type === types.compressed ? to : from + 8 * Math.ceil(size / 8)
  return { type, from, to, next: small ? at + 8 : Math.min(end, filled) }
}

/** A part that has to be of this type. */
const typed = (source: Source, what: string, at: number, end: number, type: number): Part => {
  const part = partAt(source, at, end)
  return part.type === type ? part
    : refuse('input', place, `${what}, of type ${type}, at byte ${at}${source.within}`, `type ${part.type}`)
}

/** What an array says of itself before its data. */
export interface Heading {
  readonly name: string
  /** What it is that is no tensor, such as a cell; nothing of a numeric array. */
  readonly other: string | undefined
  readonly sizes: Part
  /** Where its data begin and end. */
  readonly from: number
  readonly to: number
}

/** The heading of an array. */
export const headingOf = (source: Source, { from, to }: Part): Heading => {
  const { bytes, within, littleEndian } = source
  const flags = typed(source, 'the flags of an array', from, to, types.uint32)
  if (flags.to - flags.from !== 8) {
    refuse('input', place, `flags of 8 bytes at byte ${flags.from}${within}`, `${flags.to - flags.from} bytes`)
  }
  const word = E.viewOf(bytes).getUint32(flags.from, littleEndian)
  const code = word % 0x100
  const kind = classes[code - 1] ?? refuse(
    'input', place, `a class from 1 to ${classes.length} at byte ${flags.from}${within}`, `${code}`
  )
  // such objects have no sizes, and are of no use here
  if (kind === 'opaque') return { name: '', other: kind, sizes: flags, from: to, to }
  const sizes = typed(source, 'the sizes of an array', flags.next, to, types.int32)
  const name = typed(source, 'the name of an array', sizes.next, to, types.int8)
  return {
    name: new TextDecoder('latin1').decode(bytes.slice(name.from, name.to)), sizes, from: name.next, to,
    other: isNumeric(code) ? (word & complex) === 0 ? undefined : 'complex' : kind
  }
}

/** The entries of a numeric array, which are stored column by column, in any numeric type that holds them. */
export const tensorOf = (source: Source, { name, sizes, from, to }: Heading): Tensor => {
  const { bytes, littleEndian, within } = source
  const rank = (sizes.to - sizes.from) / 4
  if (!Number.isInteger(rank) || rank < 2) {
    refuse('input', place, `two sizes or more of ${name} at byte ${sizes.from}${within}`, `${sizes.to - sizes.from} bytes`)
  }
  const view = E.viewOf(bytes)
  const shape = givenSizes(place, `${name}, a shape`, Array.from(
    { length: rank }, (_, axis) => view.getInt32(sizes.from + 4 * axis, littleEndian)))
  const part = partAt(source, from, to)
  const element = numeric.get(part.type) ?? refuse(
    'input', place, `numbers at byte ${from}${within}, a type of ${[...numeric.keys()].join(', ')}`, `type ${part.type}`
  )
  const [count, size] = [sizeOf(shape), part.to - part.from]
  if (count * element.width !== size) {
    refuse('shape', place, `${count * element.width} bytes of ${name} from byte ${part.from}${within}`, `${size}`)
  }
  if (part.next !== to) refuse('input', place, `the end of ${name} at byte ${part.next}${within}`, `byte ${to}`)
  return columnMajor(shape, E.decoded(place, bytes, { element, from: part.from, count, littleEndian, within }))
}
