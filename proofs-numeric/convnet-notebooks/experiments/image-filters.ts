import { cropCentre, resize, stretched } from '../../../src/data/index.js'
import { panels } from '../../../src/drawing/index.js'
import { conv2d } from '../../../src/layer/index.js'
import { refuse } from '../../../src/prelude/index.js'
import { everyCase, type Study, studyOf, timed, told } from '../../../src/study/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'
import { channelOf, drawnPicture, picturesIn, readPicture } from '../../object-recognition-2/experiments/photographs.js'

const documented = { size: 200 }

/** Two filters made by hand, on two pictures. */
export const experiment: Study = studyOf({
  name: 'image-filters', document: 'convnet-notebooks', place: 'convolutional networks, image processing', title: 'Filters made by hand',
  about: 'A filter that makes grey of colours, and one that finds horizontal edges in the blue channel, on two pictures of 200 x 200.',
  reported: 'The first makes .3 R + .6 G + .1 B; the second finds edges, and a bias of 128 is added "so that nothing is negative".',
  documented, short: documented, seconds: { short: 2, documented: 2 },
  files: 'two pictures, such as kitten and puppy, whose middles are taken',
  draw: (_, seed) => [drawnPicture(266, 400, seed), drawnPicture(300, 300, seed + 1)],
  read: files => {
    const pictures = picturesIn(files)
    return pictures.length === 2 ? pictures.map(readPicture)
      : refuse('input', 'image-filters', 'two pictures', pictures.map(({ name }) => name).join(', ') || 'none')
  },
  run: function* ({ settings: { size }, data }) {
    const pictures = data.map(image => squareOf(image, size))
    const x = T.stack(pictures.map(image => T.moveaxis(image, 2, 0)))
    const { value: y, milliseconds } = yield* timed(() => conv2d({ pad: 1 })({ w, b: T.fromNested([0, bias]) })(x).y)
    yield* told(`two pictures of ${size} x ${size} took ${milliseconds.toFixed(0)} ms`)
    const [low, high] = [leastEdge(0, 255), leastEdge(255, 0)]
    return {
      results: {
        shape: y.shape, edges: pictures.map((_, n) => extremes(channelOf(y, n, 1))),
        darkAboveBright: low, brightAboveDark: high
      },
      tables: [{
        title: 'outputs', columns: ['picture', 'filter', 'least', 'largest'],
        rows: pictures.flatMap((_, n) => ['grey', 'edges'].map((name, c) =>
          [`${n + 1}`, name, ...extremes(channelOf(y, n, c)).map(value => value.toFixed(1))]))
      }],
      pictures: [{
        name: 'filters', title: 'Grey, and edges', caption: 'Each picture, and what the two filters make of it, stretched to what can be shown.',
        svg: panels({
          title: 'Two pictures and two filters', columns: 3,
          panels: pictures.flatMap((image, n) => [
            { title: n === 0 ? 'Original image' : '', image },
            { title: n === 0 ? 'Greyscale' : '', image: stretched(channelOf(y, n, 0)) },
            { title: n === 0 ? 'Edges' : '', image: stretched(channelOf(y, n, 1)) }
          ])
        })
      }],
      findings: [
        everyCase({
          id: 'image-filters/vertical', rows: ['C231-IMG-02'],
          statement: 'the edge filter finds horizontal edges: a vertical one leaves the bias alone'
        }, [{
          name: 'inner points', holds: extremes(edgesOf(vertical)).every(value => value === bias), found: extremes(edgesOf(vertical)).join(' to ')
        }]),
        everyCase({
          id: 'image-filters/bias', rows: ['C231-IMG-03'], expected: 'erratum',
          statement: 'with a bias of 128 no output of the edge filter is negative'
        }, [{ name: 'a dark upper half, a bright lower one', holds: low >= 0, found: `least output ${low}` }]),
        everyCase({
          id: 'image-filters/bias-unseen', rows: ['C231-IMG-03'],
          statement: 'the bias makes no difference to the pictures, for they are stretched'
        }, pictures.map((_, n) => {
          const edges = channelOf(y, n, 1)
          return {
            name: `picture ${n + 1}`, holds: T.equal(stretched(edges), stretched(T.sub(edges, bias))), found: extremes(edges).join(' to ')
          }
        }))
      ]
    }
  }
})

const bias = 128

/** Three channels of 3 x 3: the grey filter, then Sobel's in the blue channel. */
const w = T.tabulate([2, 3, 3, 3], (f, c, k, l) => {
  if (f === 0) return k === 1 && l === 1 ? [0.3, 0.6, 0.1][c] ?? NaN : 0
  return c === 2 ? (1 - k) * (l === 1 ? 2 : 1) : 0
})

const squareOf = (image: Tensor, size: number): Tensor => {
  const side = Math.min(image.shape[0] ?? 0, image.shape[1] ?? 0)
  return T.map(resize(cropCentre(image, side, side), size, size), Math.round)
}

const extremes = (x: Tensor): readonly [number, number] => [T.item(T.min(x)), T.item(T.max(x))]

/** The edge filter on a picture (H, W) of blue, where no border is near. */
const edgesOf = (blue: Tensor): Tensor => {
  const [height = 0, width = 0] = blue.shape
  const image = T.tabulate([1, 3, height, width], (_, c, h, at) => (c === 2 ? T.at(blue, [h, at]) : 0))
  return channelOf(conv2d()({ w, b: T.fromNested([0, bias]) })(image).y, 0, 1)
}

const vertical = T.tabulate([6, 6], (_, at) => (at < 3 ? 0 : 255))

const leastEdge = (above: number, below: number): number =>
  extremes(edgesOf(T.tabulate([6, 6], h => (h < 3 ? above : below))))[above < below ? 0 : 1]
