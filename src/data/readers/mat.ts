import { given, refuse } from '../../prelude/index.js'
import type { Tensor } from '../../tensor/index.js'
import { givenBytes, holds } from './bytes.js'
import { hexadecimal, viewOf } from './elements.js'
import { inflated } from './inflate.js'
import { headingOf, type Part, partAt, place, type Source, tensorOf, types } from './matElements.js'

/** How much a file may unpack to. */
export interface MatOptions {
  /** The most bytes that compressed variables may have, all together; 1 MiB and 100 for each byte of the file if left out. */
  readonly mostUnpacked?: number
}

const headerSize = 128

/**
 * The variables of these names in a MAT file of MATLAB, level 5, which versions 5 to 7 write: numeric arrays of any class, compressed or
 * not, as doubles in row-major order.
 *
 * Refuses a name that is not there, or that is no array of real numbers, and all that does not follow the format, at its byte. What other
 * names hold is passed over. Allocates in proportion to the file, and to what it unpacks to, which `mostUnpacked` bounds: for each byte of
 * them at most two doubles, one in the order of the file, and one by rows.
 *
 * @example
 * const word = n => [n, 0, 0, 0]
 * const tag = (type, size) => [...word(type), ...word(size)]
 * const heading = [...tag(6, 8), ...word(6), ...word(0), ...tag(5, 8), ...word(1), ...word(2), 1, 0, 1, 0, 88, 0, 0, 0]
 * const array = [...tag(14, 48), ...heading, 2, 0, 2, 0, 7, 9, 0, 0]
 * const { X } = readMat(Uint8Array.from([...new Uint8Array(124), 0, 1, 73, 77, ...array]), ['X'])
 * T.toNested(X) // [[7, 9]]
 *
 * @source MATLAB, MAT-File Format, level 5
 */
export const readMat = <const Name extends string>(
  bytes: Uint8Array, names: ReadonlyArray<Name>, options: MatOptions = {}
): Readonly<Record<Name, Tensor>> => {
  const littleEndian = endianness(givenBytes(place, bytes))
  given.list(place, 'names', names).forEach(name => given.text(place, 'a name', name))
  const { mostUnpacked = 2 ** 20 + 100 * bytes.length } = given.options(place, options, ['mostUnpacked'])
  given.whole(place, 'mostUnpacked', mostUnpacked, 0)
  const found = new Map<string, Tensor>()
  const others: Array<string> = []
  for (const { source, array } of arrays({ bytes, littleEndian, within: '' }, mostUnpacked)) {
    const heading = headingOf(source, array)
    const { name, other } = heading
    if (!(names as ReadonlyArray<string>).includes(name)) {
      others.push(name)
      continue
    }
    if (found.has(name)) refuse('input', place, `one variable ${name}`, 'another of that name')
    if (other !== undefined) refuse('input', place, `${name}, an array of real numbers`, other)
    found.set(name, tensorOf(source, heading))
  }
  return Object.fromEntries(names.map(name => [name, found.get(name) ?? refuse(
    'input', place, `a variable ${given.kindOf(name)}`, given.kindOf([...found.keys(), ...others].join(', '))
  )])) as Record<Name, Tensor>
}

/** Whether a header is that of a little-endian file; refuses what is no header. */
const endianness = (bytes: Uint8Array): boolean => {
  holds(place, 'the header of a MAT file', bytes, 0, headerSize)
  const mark = String.fromCharCode(bytes[126] ?? 0, bytes[127] ?? 0)
  if (mark !== 'IM' && mark !== 'MI') refuse('input', place, 'IM or MI at byte 126', hexadecimal(bytes, 126, 2))
  const version = viewOf(bytes).getUint16(124, mark === 'IM')
  if (version !== 0x0100) {
    refuse('input', place, 'version 0x0100 at byte 124, as level 5 has it', `0x${version.toString(16).padStart(4, '0')}`)
  }
  return mark === 'IM'
}

interface Stored {
  readonly source: Source
  readonly array: Part
}

function * arrays(file: Source, most: number): Generator<Stored> {
  const { bytes, littleEndian } = file
  let left = most
  for (let at = headerSize; at < bytes.length;) {
    const part = partAt(file, at, bytes.length)
    if (part.type === types.compressed) {
      const unpacked = inflated(place, `a variable at byte ${at}`, bytes.subarray(part.from, part.to), left)
      left -= unpacked.length
      const source = { bytes: unpacked, littleEndian, within: ` of what is unpacked from byte ${part.from}` }
      yield { source, array: arrayIn(source, partAt(source, 0, unpacked.length), unpacked.length) }
    } else yield { source: file, array: arrayIn(file, part, part.next) }
    at = part.next
  }
}

/** An array that fills the bytes up to an end. */
const arrayIn = ({ within }: Source, part: Part, end: number): Part => {
  if (part.type !== types.matrix) {
    refuse('input', place, `an array, of type ${types.matrix}, in the tag before byte ${part.from}${within}`, `type ${part.type}`)
  }
  return part.next === end ? part : refuse('input', place, `the end of the array at byte ${part.next}${within}`, `byte ${end}`)
}
