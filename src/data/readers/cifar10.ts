import { refuse } from '../../prelude/index.js'
import type { Tensor } from '../../tensor/index.js'
import { ofBuffer } from '../../tensor/Tensor.js'
import { givenBytes } from './bytes.js'

/** Images (N, C, H, W) of entries from 0 to 255, and the class of each. */
export interface LabelledImages {
  readonly images: Tensor
  readonly labels: ReadonlyArray<number>
}

const place = 'readCifar10'
const image = [3, 32, 32]
const size = 3072
const record = 1 + size
const classes = 10

/**
 * The images (N, 3, 32, 32) of a file of CIFAR-10 in its binary version, with entries from 0 to 255, and their labels from 0 to 9.
 *
 * The file: for each image the byte of its label, then 1024 bytes of red, of green and of blue, each a row-major plane of 32 x 32. Refuses
 * what is no whole number of records of 3073 bytes, one at least, and a label from 10. Allocates 8 bytes for each byte of images.
 *
 * @example
 * const { images, labels } = readCifar10(new Uint8Array(3073).fill(7))
 * images.shape // [1, 3, 32, 32]
 * T.at(images, [0, 2, 31, 31]) // 7
 * labels // [7]
 *
 * @source CIFAR-10, binary version
 */
export const readCifar10 = (bytes: Uint8Array): LabelledImages => {
  const count = Math.floor(givenBytes(place, bytes).length / record)
  const left = bytes.length - count * record
  if (left !== 0 || count === 0) {
    refuse('input', place, `record ${count}: ${record} bytes from byte ${count * record}`, `${left} bytes`)
  }
  const labels = Array.from({ length: count }, (_, k) => labelOf(bytes, k))
  const data = new Float64Array(count * size)
  for (let k = 0; k < count; k++) data.set(bytes.subarray(k * record + 1, (k + 1) * record), k * size)
  return { images: ofBuffer([count, ...image], data), labels }
}

const labelOf = (bytes: Uint8Array, k: number): number => {
  const label = bytes[k * record] ?? NaN
  return label < classes ? label
    : refuse('input', place, `record ${k}: a label from 0 to ${classes - 1} at byte ${k * record}`, `${label}`)
}
