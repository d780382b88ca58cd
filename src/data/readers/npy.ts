import { given, refuse } from '../../prelude/index.js'
import { sizeOf } from '../../number/Shape.js'
import type { Tensor } from '../../tensor/index.js'
import { ofBuffer } from '../../tensor/Tensor.js'
import { columnMajor, givenBytes, givenSizes, holds, utf8 } from './bytes.js'
import * as E from './elements.js'

const place = 'readNpy'

const elements: Readonly<Record<string, E.Element>> = {
  f8: E.float64, f4: E.float32, f2: E.float16, b1: E.bool,
  i8: E.int64, i4: E.int32, i2: E.int16, i1: E.int8, u8: E.uint64, u4: E.uint32, u2: E.uint16, u1: E.uint8
}

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]

/**
 * The tensor of a file that `numpy.save` wrote, as doubles.
 *
 * Versions 1 to 3, little- and big-endian, in the order of C and of Fortran. Types: f2, f4, f8, i1 to i8, u1 to u8, and bool. Refuses other
 * types, a file that is shorter or longer than its header says, and an integer that no double equals. Allocates at most 8 bytes for each
 * byte of entries, twice so in Fortran order.
 *
 * @example
 * const header = "{'descr': '|u1', 'fortran_order': False, 'shape': (2,), }\n"
 * const file = [0x93, ...new TextEncoder().encode(`NUMPY\x01\x00${String.fromCharCode(header.length)}\x00${header}`), 3, 4]
 * T.toNested(readNpy(Uint8Array.from(file))) // [3, 4]
 *
 * @source NumPy, numpy.lib.format
 */
export const readNpy = (bytes: Uint8Array): Tensor => {
  holds(place, 'what begins an npy file', givenBytes(place, bytes), 0, 10)
  if (!magic.every((byte, k) => bytes[k] === byte)) {
    refuse('input', place, '0x93 and NUMPY at byte 0', E.hexadecimal(bytes, 0, magic.length))
  }
  const [major = 0, minor] = bytes.subarray(6)
  if (major < 1 || major > 3 || minor !== 0) {
    refuse('input', place, 'version 1.0, 2.0 or 3.0 at byte 6', `${major}.${minor}`)
  }
  const start = major === 1 ? 10 : 12
  holds(place, 'the size of the header', bytes, 8, start - 8)
  const size = major === 1 ? E.viewOf(bytes).getUint16(8, true) : E.viewOf(bytes).getUint32(8, true)
  holds(place, 'the header', bytes, start, size)
  const from = start + size
  const { element, littleEndian, fortran, shape } = headerOf(utf8(place, 'the header', bytes.subarray(start, from)))
  const count = sizeOf(shape)
  if (count * element.width !== bytes.length - from) {
    refuse('shape', place, `${count * element.width} bytes of entries from byte ${from}`, `${bytes.length - from}`)
  }
  const data = E.decoded(place, bytes, { element, from, count, littleEndian })
  return fortran ? columnMajor(shape, data) : ofBuffer(shape, data)
}

interface Header {
  readonly element: E.Element
  readonly littleEndian: boolean
  readonly fortran: boolean
  readonly shape: ReadonlyArray<number>
}

// The header is a dictionary as Python writes it: {'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }
const keys = ['descr', 'fortran_order', 'shape']
const member = /\s*'(\w+)'\s*:\s*('[^']*'|\w+|\([^()]*\))\s*(?:,|(?=\}))/gy

const headerOf = (text: string): Header => {
  const members = [...text.slice(1).matchAll(member)]
  const length = members.reduce((sum, [whole]) => sum + whole.length, 1)
  const names = members.map(([, name]) => name)
  if (!text.startsWith('{') || !/^\s*\}\s*$/.test(text.slice(length)) || names.sort().join() !== keys.join()) {
    return refuse('input', place, `a header { ${keys.join(', ')} }, each with a value`, given.kindOf(text))
  }
  const [descr = '', order = '', sizes = ''] = keys.map(key => members.find(([, name]) => name === key)?.[2])
  return { ...typeOf(descr), fortran: orderOf(order), shape: shapeOf(sizes) }
}

const typeOf = (descr: string): Pick<Header, 'element' | 'littleEndian'> => {
  const [, endian, type = ''] = /^'([<>|=]?)(\w+)'$/.exec(descr) ?? []
  const element = Object.hasOwn(elements, type) ? elements[type] : undefined
  return element !== undefined && (element.width === 1 || endian === '<' || endian === '>')
    ? { element, littleEndian: endian === '<' }
    : refuse('input', place, `a descr of < or > and a type ${Object.keys(elements).join(', ')}`, descr.slice(0, 40))
}

const orderOf = (order: string): boolean =>
  (order === 'True' || order === 'False' ? order === 'True'
    : refuse('input', place, 'a fortran_order True or False', order.slice(0, 40)))

/** (2, 3), with a last comma allowed, and an L after each size, as Python 2 had it. */
const shapeOf = (sizes: string): ReadonlyArray<number> => {
  const parts = sizes.slice(1, -1).split(',').map(part => part.trim())
  const written = parts.at(-1) === '' ? parts.slice(0, -1) : parts
  return sizes.startsWith('(') && written.every(part => /^\d+L?$/.test(part))
    ? givenSizes(place, 'a shape', written.map(part => parseInt(part, 10)))
    : refuse('input', place, 'a shape (2, 3) of whole sizes from 0', sizes.slice(0, 40))
}
