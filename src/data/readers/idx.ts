import { refuse } from '../../prelude/index.js'
import { sizeOf } from '../../number/Shape.js'
import type { Tensor } from '../../tensor/index.js'
import { ofBuffer } from '../../tensor/Tensor.js'
import { givenBytes, holds } from './bytes.js'
import * as E from './elements.js'

const place = 'readIdx'

const elements: Readonly<Record<number, E.Element>> = {
  0x08: E.uint8, 0x09: E.int8, 0x0b: E.int16, 0x0c: E.int32, 0x0d: E.float32, 0x0e: E.float64
}

/**
 * The tensor of an IDX file, the format of MNIST.
 *
 * The file, big-endian: two bytes 0; a byte for the type: 0x08 unsigned and 0x09 signed bytes, 0x0b and 0x0c integers of 2 and 4 bytes,
 * 0x0d and 0x0e floats of 4 and 8; a byte for the number of axes; 4 bytes for the size of each; the entries, row-major. Refuses a file
 * that is shorter or longer. Allocates at most 8 bytes for each byte of entries.
 *
 * @example
 * T.toNested(readIdx(Uint8Array.of(0, 0, 0x08, 2, 0, 0, 0, 2, 0, 0, 0, 1, 5, 255))) // [[5], [255]]
 *
 * @source MNIST, the IDX file format
 */
export const readIdx = (bytes: Uint8Array): Tensor => {
  holds(place, 'what begins an IDX file', givenBytes(place, bytes), 0, 4)
  const [first, second, type = 0, rank = 0] = bytes
  if (first !== 0 || second !== 0) refuse('input', place, '0x00 0x00 at byte 0', E.hexadecimal(bytes, 0, 2))
  const element = elements[type]
  if (element === undefined) return refuse(
    'input', place, 'a type 0x08, 0x09, or 0x0b to 0x0e at byte 2', E.hexadecimal(bytes, 2, 1)
  )
  holds(place, `the sizes of ${rank} axes`, bytes, 4, 4 * rank)
  const view = E.viewOf(bytes)
  const shape = Array.from({ length: rank }, (_, axis) => view.getUint32(4 + 4 * axis))
  const from = 4 + 4 * rank
  const count = sizeOf(shape)
  if (count * element.width !== bytes.length - from) {
    refuse('shape', place, `${count * element.width} bytes of entries from byte ${from}`, `${bytes.length - from}`)
  }
  return ofBuffer(shape, E.decoded(place, bytes, { element, from, count, littleEndian: false }))
}
