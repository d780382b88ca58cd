import { type Examples, eyes, imagesFrom, type LabelledImages, labelled, resize } from '../../../src/data/index.js'
import { refuse } from '../../../src/prelude/index.js'
import { run, seedOf, split } from '../../../src/random/index.js'
import { fileWith, fromFile, type NamedBytes } from '../../../src/study/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'
import { isPicture, pictureOf } from '../../object-recognition-2/experiments/photographs.js'

/** How many images there are to train on, and to look at. */
export interface Sizes {
  readonly training: number
  readonly validation: number
}

/** Images of eyes in four classes of gaze, their entries as (x - 128) / 128. */
export interface Gaze {
  readonly training: Examples<ReadonlyArray<number>>
  readonly validation: Examples<ReadonlyArray<number>>
  /** The first images of each class, from 0 to 255. */
  readonly samples: ReadonlyArray<Tensor>
}

/** Drawn in place of the assignment's photographs, which are not public: so figures differ from those that it reports. */
export const drawnGaze = ({ training, validation }: Sizes, seed: number): Gaze => {
  const [forTraining, rest] = split(seedOf(seed))
  const [seen, unseen] = [run(eyes(training), forTraining), run(eyes(validation), run(split, rest))]
  return gazeOf(seen, unseen)
}

/** What a folder given as --data holds. */
export const gazeFiles: string = 'pictures of eyes, PNG or JPEG, and labels.csv: file,label in its first line, then the name of each picture with a label '
  + 'from 0 to 3. The first are trained on, the next are for validation'

/** Photographs, made grey and 36 x 120. */
export const readGaze = (files: ReadonlyArray<NamedBytes>, { training, validation }: Sizes): Gaze => {
  const place = 'a folder of pictures of eyes'
  const pictures = files.filter(isPicture)
  const { images, labels } = fromFile(fileWith(place, files, '.csv'), bytes =>
    imagesFrom(pictures, new TextDecoder().decode(bytes), { classes: classes.map(String), read: readGrey }))
  const count = labels.length
  if (count < training + validation) refuse('input', place,
    `${training} + ${validation} pictures with labels (--set training=N,validation=M asks for other numbers)`, String(count))
  const from = (start: number, stop: number): LabelledImages =>
    ({ images: T.slice(images, [{ start, stop }]), labels: labels.slice(start, stop) })
  return gazeOf(from(0, training), from(training, training + validation))
}

const readGrey = (bytes: Uint8Array): Tensor => {
  const small = resize(pictureOf(bytes), 36, 120)
  return T.map(T.mean(small, { axis: 2, keepdims: true }), Math.round)
}

const gazeOf = (seen: LabelledImages, unseen: LabelledImages): Gaze => {
  const examples = ({ images, labels }: LabelledImages) => labelled(T.map(images, x => (x - 128) / 128), labels)
  const firsts = classes.map(k => seen.labels.indexOf(k))
  return {
    training: examples(seen), validation: examples(unseen),
    samples: firsts.filter(k => k >= 0).map(k => T.row(T.row(seen.images, k), 0))
  }
}

/** How many images there are, in words. */
export const sizesOf = ({ training, validation }: Gaze): string =>
  `${training.count} training and ${validation.count} validation images`

export const classes: ReadonlyArray<number> = [0, 1, 2, 3]
