import { type Examples, eyes, labelled } from '../../../src/data/index.js'
import { run, seedOf, split } from '../../../src/random/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'

/** How many images are drawn to train on, and to look at. */
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
  const examples = ({ images, labels }: typeof seen) => labelled(T.map(images, x => (x - 128) / 128), labels)
  return {
    training: examples(seen), validation: examples(unseen),
    samples: classes.map(k => T.reshape(T.slice(seen.images, [{ start: k, stop: k + 1 }]), [36, 120]))
  }
}

/** How many images there are, in words. */
export const sizesOf = ({ training, validation }: Gaze): string =>
  `${training.count} training and ${validation.count} validation images`

export const classes: ReadonlyArray<number> = [0, 1, 2, 3]
