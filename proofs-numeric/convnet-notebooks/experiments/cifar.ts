import { gratings, type Examples, readCifar10 } from '../../../src/data/index.js'
import { refuse, tabulate } from '../../../src/prelude/index.js'
import { run, type Seed, seedOf, split } from '../../../src/random/index.js'
import { fromFile, type NamedBytes } from '../../../src/study/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'

/** Images as CIFAR-10 has them, a byte an entry, so that all 50000 fit into 154 MB. */
export interface Pictures {
  /** Image by image its 1024 bytes of red, of green and of blue. */
  readonly bytes: Uint8Array
  readonly labels: ReadonlyArray<number>
}

/** What is learned from, and what is only looked at. */
export interface Cifar {
  readonly training: Pictures
  readonly test: Pictures
  /** What they are, in words. */
  readonly kind: string
}

export const classNames: ReadonlyArray<string> = ['plane', 'car', 'bird', 'cat', 'deer', 'dog', 'frog', 'horse', 'ship', 'truck']
export const imageShape: ReadonlyArray<number> = [3, 32, 32]
const size = 3072
// Images are drawn so many at a time; their order of classes fits any multiple of ten.
const drawnAtOnce = 500

/** How many images are wanted of each; fewer are used where a file has fewer. */
export interface Sizes {
  readonly training: number
  readonly test: number
}

/** Images of striped textures in ten classes. */
export const drawnCifar = (sizes: Sizes, seed: number): Cifar => {
  const [forTraining, rest] = split(seedOf(seed))
  return {
    training: drawnPictures(sizes.training, forTraining), test: drawnPictures(sizes.test, run(split, rest)), kind: 'drawn textures'
  }
}

const drawnPictures = (count: number, seed: Seed): Pictures => {
  const bytes = new Uint8Array(count * size)
  const labels: Array<number> = []
  for (let [rest, next] = split(seed); labels.length < count; [rest, next] = split(next)) {
    const some = run(gratings(Math.min(drawnAtOnce, count - labels.length)), rest)
    bytes.set(some.images.data, labels.length * size)
    labels.push(...some.labels)
  }
  return { bytes, labels }
}

export const cifarFiles = 'CIFAR-10 in its binary version: *.bin files, "test" in the name of one, "train" or "data_batch" in all others'

/** The images in files, the first of them if more than wanted. */
export const readCifar = (files: ReadonlyArray<NamedBytes>, sizes: Sizes): Cifar => {
  const all = files.filter(({ name }) => name.endsWith('.bin'))
  const named = (...words: ReadonlyArray<string>): ReadonlyArray<NamedBytes> =>
    all.filter(({ name }) => words.some(word => name.includes(word)))
  return {
    training: picturesIn(named('train', 'data_batch'), sizes.training, 'train'),
    test: picturesIn(named('test'), sizes.test, 'test'), kind: 'images of CIFAR-10'
  }
}

const picturesIn = (files: ReadonlyArray<NamedBytes>, most: number, word: string): Pictures => {
  if (files.length === 0) refuse('input', 'CIFAR-10', `a file *.bin with "${word}" in its name`, 'none')
  const read = files.map(picturesOf)
  const labels = read.flatMap(of => of.labels).slice(0, most)
  const bytes = new Uint8Array(labels.length * size)
  read.reduce((at, of) => {
    bytes.set(of.bytes.subarray(0, Math.max(0, bytes.length - at)), Math.min(at, bytes.length))
    return at + of.bytes.length
  }, 0)
  return { bytes, labels }
}

const picturesOf = (file: NamedBytes): Pictures => {
  const { images, labels } = fromFile(file, readCifar10)
  return { bytes: Uint8Array.from(images.data), labels }
}

/** The first so many. */
export const firstOf = ({ bytes, labels }: Pictures, count: number): Pictures =>
  ({ bytes: bytes.subarray(0, count * size), labels: labels.slice(0, count) })

/** What an entry of an image becomes before it is learned from. */
export type Prepared = (entry: number, position: number) => number

/** The entry less the mean of this entry over all these images, as the notebooks do. */
export const lessMeanImage = ({ bytes, labels }: Pictures): Prepared => {
  const sums = new Float64Array(size)
  for (let i = 0; i < bytes.length; i++) sums[i % size]! += bytes[i]!
  const means = sums.map(sum => sum / labels.length)
  return (entry, position) => entry - means[position]!
}

/** From [0, 255] to [-1, 1], as the assignment does. */
export const toUnit: Prepared = entry => 2 * entry / 255 - 1

/** Images as examples; each is prepared when it is taken. */
export const examplesOf = ({ bytes, labels }: Pictures, prepared: Prepared): Examples<ReadonlyArray<number>> => ({
  count: labels.length, shape: imageShape,
  take: positions => ({
    x: T.reshape(
      T.tabulate([positions.length, size], (i, k) => prepared(bytes[positions[i]! * size + k]!, k)),
      [positions.length, ...imageShape]
    ),
    target: positions.map(i => labels[i]!)
  })
})

/** An image (32, 32, 3) as it is. */
export const pictureAt = ({ bytes }: Pictures, i: number): Tensor =>
  T.tabulate([32, 32, 3], (h, w, c) => bytes[i * size + c * 1024 + h * 32 + w]!)

/** The positions of all. */
export const allOf = ({ count }: { readonly count: number }): ReadonlyArray<number> => tabulate(count, i => i)
