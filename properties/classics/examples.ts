import fc, { type Arbitrary } from 'fast-check'
import { atMost, claim, equal, judgedBy, type Law, type Plain, sampled } from '../../src/claim/index.js'
import type {
  batches, centredByChannel, centredByPixel, channelsFirst, channelsLast, imagesFrom, labelled, split
} from '../../src/data/index.js'
import { writePng } from '../../src/data/index.js'
import { run, seedOf } from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { reads } from '../drawings/framed.js'
import { sameBits } from '../judges/sameBits.js'

/** Examples that are taken, split and dealt, and images of which some are made. */
interface ExamplesSubject {
  readonly name: string
  readonly batches: typeof batches
  readonly split: typeof split
  readonly labelled: typeof labelled
  readonly imagesFrom: typeof imagesFrom
  readonly channelsFirst: typeof channelsFirst
  readonly channelsLast: typeof channelsLast
  readonly centredByPixel: typeof centredByPixel
  readonly centredByChannel: typeof centredByChannel
}

/** Whole numbers in a tensor of four axes, of which some sizes are chosen from. */
const fours = (first: Arbitrary<number>, others: Arbitrary<number>): Arbitrary<Tensor> =>
  fc.tuple(first, others, others, others).chain(shape => {
    const length = shape.reduce((a, b) => a * b, 1)
    return fc.array(fc.integer({ min: -99, max: 99 }), { minLength: length, maxLength: length })
      .map(entries => T.fromFlat(shape, entries))
  })

const anySize = fc.integer({ min: 1, max: 3 })
const powers = fc.constantFrom(1, 2, 4)

interface Folder {
  readonly images: ReadonlyArray<ReadonlyArray<number>>
  readonly labels: ReadonlyArray<number>
  readonly named: boolean
}

const classes = ['left', 'middle', 'right']
const spoken = 'it is about code, files or time' as const

export const examplesLaws: Law<ExamplesSubject> = subject => {
  const { name } = subject
  return [
    claim(
      {
        id: `${name}/channels`, title: 'Channels first and channels last are each other\'s inverses, entry by entry',
        statement: String.raw`y_{nchw} = x_{nhwc}`, source: 'The axis orders NHWC and NCHW'
      },
      sampled<{ readonly x: Tensor }>({ x: fours(fc.nat(2), anySize) }, ({ x }) => {
        const [n = 0, h = 0, w = 0, c = 0] = x.shape
        const first = judgedBy('channelsFirst', () => subject.channelsFirst(x))
        return [
          ...sameBits(first, T.tabulate([n, c, h, w], (i, channel, row, column) => T.at(x, [i, row, column, channel])), 'first'),
          ...sameBits(judgedBy('channelsLast', () => subject.channelsLast(first)), x, 'last')
        ]
      })
    ),
    claim(
      {
        id: `${name}/mean-images`, title: 'Images less their mean image, and less their mean colour, have what the means of each say',
        statement: String.raw`y_{nchw} = x_{nchw} - \frac1N \sum_m x_{mchw}`, source: 'Notes on CS231n, data preprocessing'
      },
      // sizes are powers of two and entries whole: sums and means are exact
      sampled<{ readonly fit: Tensor; readonly more: number }>(
        { fit: fours(powers, powers), more: fc.integer({ min: -9, max: 9 }) }, ({ fit, more }) => {
          const x = T.add(fit, more)
          const less = (axes: ReadonlyArray<number>): Tensor => {
            const sums = axes.reduce((sum, axis) => T.sum(sum, { axis, keepdims: true }), fit)
            return T.sub(x, T.div(sums, fit.data.length / sums.data.length))
          }
          return [
            ...sameBits(judgedBy('centredByPixel', () => subject.centredByPixel(fit)(x)), less([0]), 'by pixel'),
            ...sameBits(judgedBy('centredByChannel', () => subject.centredByChannel(fit)(x)), less([0, 2, 3]), 'by channel')
          ]
        })
    ),
    claim(
      {
        id: `${name}/taken`, title: 'Examples that are taken have the rows and the targets of their positions, in this order',
        statement: String.raw`(x, y)_k = (x_{p_k}, y_{p_k})`, source: 'Standard practice'
      },
      sampled<{ readonly rows: ReadonlyArray<number>; readonly at: ReadonlyArray<number> }>(
        { rows: fc.array(fc.nat(9), { minLength: 1, maxLength: 5 }), at: fc.array(fc.nat(99), { maxLength: 6 }) },
        ({ rows, at }) => {
          const positions = at.map(k => k % rows.length)
          const all = judgedBy('labelled', () => subject.labelled(T.fromNested(rows.map(a => [a, -a])), rows.map(a => `target ${a}`)))
          const { x, target } = judgedBy('labelled', () => all.take(positions))
          return [
            equal<Plain>(all.count, rows.length, 'the count'), reads(all.shape.join(), '2', 'the shape of one'),
            ...sameBits(x, T.fromFlat([positions.length, 2], positions.flatMap(k => [rows[k] ?? NaN, -(rows[k] ?? NaN)])), 'x'),
            reads(target.join(), positions.map(k => `target ${rows[k]}`).join(), 'targets')
          ]
        })
    ),
    claim(
      {
        id: `${name}/batches`, title: 'Batches are of one size, the last one at most, and one after the other are the list',
        statement: String.raw`b_1 b_2 \dots b_m = p`, source: 'Notes on CS231n, minibatches'
      },
      sampled<{ readonly list: ReadonlyArray<number>; readonly size: number }>(
        { list: fc.array(fc.nat(99), { maxLength: 12 }), size: fc.integer({ min: 1, max: 5 }) }, ({ list, size }) => {
          const found = judgedBy('batches', () => subject.batches(list, size))
          return [
            reads(found.flat().join(), list.join(), 'the list'),
            ...found.slice(0, -1).map(({ length }, k) => equal<Plain>(length, size, `batch ${k}`)),
            ...found.slice(-1).flatMap(({ length }) =>
              [atMost<Plain>(1, length, 'the last batch'), atMost<Plain>(length, size, 'the last batch')])
          ]
        })
    ),
    claim(
      {
        id: `${name}/split`, title: 'Parts of a split have their sizes, and no position twice',
        statement: String.raw`S_i \cap S_j = \emptyset,\quad \lvert S_i \rvert = n_i`, source: 'Notes on CS231n, validation sets'
      },
      sampled<{ readonly sizes: ReadonlyArray<number>; readonly more: number; readonly seed: number }>(
        { sizes: fc.array(fc.nat(4), { maxLength: 4 }), more: fc.nat(3), seed: fc.nat(9999) },
        ({ sizes, more, seed }) => {
          const n = sizes.reduce((a, b) => a + b, more)
          const parts = judgedBy('split', () => run(subject.split(n, sizes), seedOf(seed)))
          const all = parts.flat()
          return [
            reads(parts.map(({ length }) => length).join(), sizes.join(), 'the sizes'),
            equal<Plain>(new Set(all).size, n - more, 'positions that differ'),
            equal<Plain>(all.filter(k => Number.isInteger(k) && k >= 0 && k < n).length, n - more, `positions from 0 to ${n - 1}`)
          ]
        })
    ),
    claim(
      {
        id: `${name}/files`, title: 'Images of files come in the order of their labels, with the class of each, channels first',
        statement: String.raw`x_{kchw} = f_{k, hwc}`, spoken, source: 'A folder of images with a file of labels'
      },
      sampled<Folder>({
        images: fc.array(fc.array(fc.nat(255), { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
        labels: fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }), named: fc.boolean()
      }, ({ images, labels, named }) => {
        const own = images.map((_, k) => labels[k] ?? 0)
        const files = images.map((pixels, k) => ({ name: `${k}.png`, bytes: writePng(T.fromFlat([1, 2, 3], pixels)) }))
        const lines = own.map((label, k) => `${k}.png,${named ? classes[label] : label}`)
        const found = judgedBy('imagesFrom', () =>
          subject.imagesFrom([...files].reverse(), ['file,label', ...lines].join('\n'), named ? { classes } : {}))
        return [
          reads(found.labels.join(), own.join(), 'labels'),
          ...sameBits(found.images, T.tabulate([images.length, 3, 1, 2], (k, c, _, w) => images[k]?.[3 * w + c] ?? NaN), 'images')
        ]
      })
    )
  ]
}
