import { stretched } from '../../../src/data/index.js'
import { panels } from '../../../src/drawing/index.js'
import { conv2d, maxPool2d, relu } from '../../../src/layer/index.js'
import { mapRecord, refuse } from '../../../src/prelude/index.js'
import { run, type Seed, seedOf, split, uniforms } from '../../../src/random/index.js'
import { type Drawn, everyCase, type Finding, type Study, studyOf, timed, told } from '../../../src/study/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'
import { batchOfOne, channelOf, drawnPicture, picturesIn, readPicture, shownAt } from './photographs.js'

const documented = { height: 384, width: 512, filters: 10, size: 5, stride: 16, window: 15 }

/** What the assignment shows of convolutions, rectifiers and pooling, on a picture. */
export const experiment: Study = studyOf({
  name: 'convolution-blocks', document: 'object-recognition-2', place: 'question 2', title: 'The blocks of a convolutional network',
  about: 'Random filters, with a stride and with padding, a Laplacian, a rectifier behind two opposite filters, and a moving maximum.',
  reported: 'Filters of 5 x 5 make 384 x 512 pixels 380 x 508, "preserving the resolution"; the Laplacian "detects high gradients"; pooling of 15 x 15 "down-samples".',
  documented, short: documented, seconds: { short: 3, documented: 3 },
  files: 'one picture, PNG or JPEG, such as the peppers, whose size is taken', draw: ({ height, width }, seed) => drawnPicture(height, width, seed),
  read: files => {
    const [picture, ...more] = picturesIn(files)
    return picture === undefined || more.length > 0
      ? refuse('input', 'convolution-blocks', 'one PNG or JPEG file', `${more.length + (picture === undefined ? 0 : 1)}`)
      : readPicture(picture)
  },
  run: function* ({ settings, data, seed }) {
    const { filters, size, stride, window } = settings
    const x = batchOfOne(data)
    const [first, after] = split(seedOf(seed))
    const [second, last] = split(after)
    const bank = (drawn: Seed): Tensor =>
      T.div(T.sub(T.mul(2, run(uniforms([filters, 3, size, size]), drawn)), 1), Math.sqrt(3 * size * size))
    yield* told(`a picture of ${shapeOf(data)}; entries are whole numbers from 0 to 255, so that sums of them are exact`)
    const { value: of, milliseconds } = yield* timed(() => ({
      plain: filtered(x, bank(first)), strided: filtered(x, bank(second), { stride }),
      padded: filtered(x, bank(run(split, last)), { pad: (size - 1) / 2 }),
      laplacian: filtered(x, laplacian(3), { pad: 1 }),
      grey: filtered(T.sum(x, { axis: 1, keepdims: true }), laplacian(1), { pad: 1 }),
      split: filtered(x, opposite), pooled: maxPool2d({ height: window, width: window, stride: 1 })(x).y
    }))
    const rectified = relu(of.split).y
    yield* told(`seven filters and poolings took ${(milliseconds / 1000).toFixed(2)} s`)
    return {
      results: { picture: x.shape, ...mapRecord(of, ({ shape }) => shape) },
      tables: [{
        title: 'shapes', columns: ['block', 'input', 'output'],
        rows: [
          [`${filters} filters of ${size} x ${size}`, of.plain], [`with stride ${stride}`, of.strided],
          [`with padding ${(size - 1) / 2}`, of.padded], ['Laplacian with padding 1', of.laplacian],
          ['two opposite filters of 3 x 1', of.split], [`maxima of ${window} x ${window}, stride 1`, of.pooled]
        ].map(([name, y]) => [name as string, shapeOf(x), shapeOf(y as Tensor)])
      }],
      pictures: [
        drawn('picture', 'The picture', 'What all blocks are applied to.', [['', data]], 1),
        featureMaps('filters', 'Random filters', `The outputs of ${filters} random filters.`, of.plain),
        featureMaps('stride', 'With a stride', `The same with other filters, at every ${stride}th place: fewer pixels.`, of.strided),
        featureMaps('padding', 'With padding', 'The same with zeros around the picture, as large as the picture.', of.padded),
        drawn('laplacian', 'The Laplacian', 'The output, and minus its size: dark is where the picture bends.', [
          ['output', stretched(channelOf(of.laplacian, 0, 0))],
          ['-|output|', stretched(T.neg(T.abs(channelOf(of.laplacian, 0, 0))))]
        ], 2),
        drawn('rectifier', 'Two opposite filters', 'The difference down the picture and its opposite, before and after a rectifier.', [
          ...halves('before', of.split), ...halves('after', rectified)
        ], 2),
        drawn('pooling', 'A moving maximum', `The picture, and the maxima of ${window} x ${window} pixels around each.`, [
          ['picture', data], ['maxima', T.moveaxis(T.row(of.pooled, 0), 0, 2)]
        ], 2)
      ],
      findings: [...sizesFound(x, of, settings), ...valuesFound(of, rectified)]
    }
  }
})

const filtered = (x: Tensor, w: Tensor, steps: { readonly stride?: number; readonly pad?: number } = {}): Tensor =>
  conv2d(steps)({ w, b: T.zeros([w.shape[0] ?? 0]) })(x).y

const laplacian = (channels: number): Tensor =>
  T.tile(T.fromNested([[[[0, 1, 0], [1, -4, 1], [0, 1, 0]]]]), [1, channels, 1, 1])

const down = T.tile(T.fromNested([[[[1], [0], [-1]]]]), [1, 3, 1, 1])
const opposite = T.concatenate([down, T.neg(down)])

const shapeOf = ({ shape }: Tensor): string => shape.join(' x ')

const drawn = (
  name: string, title: string, caption: string, images: ReadonlyArray<readonly [string, Tensor]>, columns: number
): Drawn => ({
  name, title, caption,
  svg: panels({ title, columns, panels: images.map(([of, image]) => ({ title: of, image: shownAt(image, 340) })) })
})

/** All outputs on one scale, as the assignment shows them. */
const featureMaps = (name: string, title: string, caption: string, y: Tensor): Drawn => {
  const shown = stretched(y)
  const images = Array.from({ length: y.shape[1] ?? 0 }, (_, c) =>
    ({ title: `filter ${c + 1}`, image: shownAt(channelOf(shown, 0, c), 160) }))
  return { name, title, caption, svg: panels({ title, columns: 5, panels: images }) }
}

const halves = (when: string, y: Tensor): ReadonlyArray<readonly [string, Tensor]> =>
  ['w', '-w'].map((name, c) => [`${when}: ${name}`, channelOf(stretched(y), 0, c)])

interface Blocks {
  readonly plain: Tensor
  readonly strided: Tensor
  readonly padded: Tensor
  readonly laplacian: Tensor
  readonly grey: Tensor
  readonly split: Tensor
  readonly pooled: Tensor
}

const sizesFound = (
  x: Tensor, of: Blocks, { size, stride, window }: Readonly<typeof documented>
): ReadonlyArray<Finding> => {
  const [height = 0, width = 0] = x.shape.slice(2)
  const isOf = (y: Tensor, rows: number, columns: number): boolean => y.shape[2] === rows && y.shape[3] === columns
  const of1 = (y: Tensor, holds: boolean) => [{ name: 'output', holds, found: shapeOf(y) }]
  const places = (all: number): number => Math.floor((all - size) / stride) + 1
  return [
    everyCase({
      id: 'convolution-blocks/resolution', rows: ['A2-CV-06'], expected: 'erratum',
      statement: 'filters without padding preserve the resolution'
    }, of1(of.plain, isOf(of.plain, height, width))),
    everyCase({
      id: 'convolution-blocks/smaller', rows: ['A2-CV-04', 'A2-CV-08'],
      statement: 'filters of K x K make each side smaller by K - 1'
    }, of1(of.plain, isOf(of.plain, height - size + 1, width - size + 1))),
    everyCase({
      id: 'convolution-blocks/stride', rows: ['A2-CV-07'],
      statement: 'with stride s a side of M pixels becomes floor((M - K) / s) + 1'
    }, of1(of.strided, isOf(of.strided, places(height), places(width)))),
    everyCase({
      id: 'convolution-blocks/padding', rows: ['A2-CV-09'], statement: 'padding of (K - 1) / 2 keeps the size of the picture'
    }, of1(of.padded, isOf(of.padded, height, width))),
    everyCase({
      id: 'convolution-blocks/pooling', rows: ['A2-CV-19'], expected: 'erratum',
      statement: 'the pooling down-samples: an entry is left of each square of the picture'
    }, of1(of.pooled, isOf(of.pooled, Math.floor(height / window), Math.floor(width / window)))),
    everyCase({
      id: 'convolution-blocks/moving-maximum', rows: ['A2-CV-18'], statement: 'a maximum that moves by 1 loses the border alone'
    }, of1(of.pooled, isOf(of.pooled, height - window + 1, width - window + 1)))
  ]
}

/** A ramp: its gradient is 9 everywhere. */
const ramp = T.tabulate([1, 3, 6, 8], (_, __, i) => 9 * i)

const valuesFound = (of: Blocks, rectified: Tensor): ReadonlyArray<Finding> => {
  const onRamp = filtered(ramp, laplacian(3))
  const y = channelOf(of.split, 0, 0)
  const [z, opposed] = [channelOf(rectified, 0, 0), channelOf(rectified, 0, 1)]
  return [
    everyCase({
      id: 'convolution-blocks/gradient', rows: ['A2-CV-12'], expected: 'erratum',
      statement: 'the Laplacian answers where the gradient is high'
    }, [{
      name: 'a ramp with gradient 9', holds: T.item(T.max(T.abs(onRamp))) > 0, found: `answers from ${range(onRamp)}`
    }]),
    everyCase({
      id: 'convolution-blocks/channels', rows: ['A2-CV-10', 'A2-CV-13'],
      statement: 'the Laplacian of three channels is that of their sum'
    }, [{
      name: 'each entry', holds: T.equal(of.laplacian, of.grey), found: `${of.grey.data.length} entries, from ${range(of.grey)}`
    }]),
    everyCase({
      id: 'convolution-blocks/split', rows: ['A2-CV-15', 'A2-CV-16'],
      statement: 'behind a rectifier two opposite filters are the two parts of a derivative: their difference is it, their sum its size'
    }, [{
      name: 'each entry', holds: T.equal(T.sub(z, opposed), y) && T.equal(T.add(z, opposed), T.abs(y)),
      found: `${y.data.length} entries, from ${range(y)}`
    }])
  ]
}

const range = (x: Tensor): string => `${T.item(T.min(x))} to ${T.item(T.max(x))}`
