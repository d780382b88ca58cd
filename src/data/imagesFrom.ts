import { given, refuse, refusedIn } from '../prelude/index.js'
import { sameShape, showShape } from '../number/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { channelsFirst } from './images.js'
import { givenImage } from './pictures/givenImage.js'
import type { LabelledImages } from './readers/cifar10.js'
import { labelsOf } from './readers/labelFile.js'
import { readPng } from './readers/png.js'

/** A file of a folder: its name, and what is in it. */
export interface NamedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ImagesOptions {
  /** The names of the classes, in their order; labels are numbers from 0 if left out. */
  readonly classes?: ReadonlyArray<string>
  /** Gives the image (H, W, C) of the bytes of a file; `readPng` if left out. */
  readonly read?: (bytes: Uint8Array) => Tensor
  /** What is done to each image, such as `image => resize(image, 32, 32)`; nothing if left out. */
  readonly prepare?: (image: Tensor) => Tensor
}

const place = 'imagesFrom'

/**
 * The images (N, C, H, W) of the files that a text of labels names, in its order, and the class of each.
 *
 * The text: comma-separated values, the header `file,label`, then for each image the name of its file and its class: a whole number from 0,
 * or one of `classes`, whose position is its number. Refuses a label that is none, a name twice or without a file, files without a label,
 * and images of different shapes, each by its name, which also begins what `read` refuses.
 *
 * @example
 * const bytes = writePng(T.fromNested([[[7], [8]]]))
 * const files = [{ name: 'a.png', bytes }, { name: 'b.png', bytes }]
 * const { images, labels } = imagesFrom(files, 'file,label\nb.png,dog\na.png,cat\n', { classes: ['cat', 'dog'] })
 * images.shape // [2, 1, 1, 2]
 * labels // [1, 0]
 *
 * @source A folder of images with a file of labels
 */
export const imagesFrom = (
  files: ReadonlyArray<NamedFile>, labels: string, options: ImagesOptions = {}
): LabelledImages => {
  const { classes, read = readPng, prepare = (image: Tensor) => image } =
    given.options(place, options, ['classes', 'read', 'prepare'])
  given.callable(place, 'read', read)
  given.callable(place, 'prepare', prepare)
  const bytesOf = new Map(given.list(place, 'files', files).map(file => {
    const { name, bytes } = given.record(place, 'a file { name, bytes }', file)
    return [given.text(place, 'the name of a file', name), bytes]
  }))
  const labelled = labelsOf(place, given.text(place, 'labels', labels), classes)
  const named = new Set(labelled.map(({ file }) => file))
  const unlabelled = [...bytesOf.keys()].find(name => !named.has(name))
  if (unlabelled !== undefined) refuse('input', place, `a label for file ${given.kindOf(unlabelled)}`, 'none')
  const images = labelled.map(({ file }) => {
    const bytes = bytesOf.get(file) ?? refuse('input', place, `a file ${given.kindOf(file)}`, 'none')
    const image = prepare(refusedIn(file, () => read(bytes)))
    givenImage(place, image)
    return image
  })
  const shape = images[0]?.shape ?? []
  const other = images.findIndex(image => !sameShape(image.shape, shape))
  if (other >= 0) {
    refuse('shape', place, `images of shape ${showShape(shape)}, as ${given.kindOf(labelled[0]?.file)} is (\`prepare\` may resize them)`,
      `${given.kindOf(labelled[other]?.file)} of shape ${showShape(images[other]?.shape ?? [])}`)
  }
  return { images: channelsFirst(T.stack(images)), labels: labelled.map(({ label }) => label) }
}
