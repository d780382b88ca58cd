import fc from 'fast-check'
import {
  atMost, type Claim, claim, equal, judgedBy, type Law, type Plain, type Relation, sampled
} from '../../src/claim/index.js'
import type { heatMap, imageUri, panels } from '../../src/drawing/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { seldom } from '../cases/sparsely.js'
import { sameBits } from '../judges/sameBits.js'
import { boxOf, reads } from './framed.js'
import { imageAt, imageIn, images } from './images.js'
import { type Element, numberOf, type Place, read } from './svg.js'
import { texts } from './texts.js'

interface PictureDrawingSubject {
  readonly name: string
  readonly imageUri: typeof imageUri
  readonly panels: typeof panels
  readonly heatMap: typeof heatMap
}

interface Panelled {
  readonly all: ReadonlyArray<{ readonly title: string; readonly image: Tensor }>
  readonly columns: number
  readonly title: string
}

interface Mapped {
  readonly values: Tensor
  readonly words: ReadonlyArray<string>
}

const childrenOf = (svg: Element, name: string): ReadonlyArray<Element> =>
  svg.children.filter(child => child.name === name)

/** Width and height of a drawing, as its view box says. */
const sizeOf = ({ attributes: { viewBox = '' } }: Element): readonly [number, number] => {
  const [, , wide = NaN, high = NaN] = viewBox.split(' ').map(Number)
  return [wide, high]
}

/** That panels stand in a grid: as wide as each other, square pixels, a column below a column, a row below the last one's images. */
const inGrid = (svg: Element, { all, columns }: Panelled): ReadonlyArray<Relation<Plain>> => {
  const [boxes, labels] = [childrenOf(svg, 'image').map(boxOf), childrenOf(svg, 'text')]
  const [wide, high] = sizeOf(svg)
  const width = (k: number): number => (boxes[k]?.right ?? NaN) - (boxes[k]?.left ?? NaN)
  return all.flatMap(({ image: { shape: [rows = NaN, across = NaN] } }, k) => {
    const [box, label, what] = [boxes[k], labels[k], `panel ${k}`]
    if (box === undefined || label === undefined) return [equal<Plain>(boxes.length, all.length, 'panels')]
    const above = boxes.slice(0, k - k % columns).map(({ bottom }) => bottom)
    return [
      atMost<Plain>(0, box.left, `${what}, from the left`), atMost<Plain>(box.right, wide + 0.02, `${what}, to the right`),
      atMost<Plain>(box.bottom, high + 0.02, `${what}, to the bottom`),
      // all three are printed in hundredths, the difference of two of them in two
      atMost<Plain>(Math.abs(width(k) - width(0)), 0.02, `the width of ${what}`),
      atMost<Plain>(Math.abs(box.bottom - box.top - width(k) * rows / across), 0.02 + 0.02 * rows / across, `the height of ${what}`),
      k % columns === 0 ? equal<Plain>(box.left, 0, `the left edge of ${what}`)
        : atMost<Plain>((boxes[k - 1]?.right ?? NaN) + 10, box.left, `room before ${what}`),
      ...k % columns === 0 ? [] : [equal<Plain>(box.top, boxes[k - 1]?.top ?? NaN, `the top of ${what}`)],
      equal<Plain>(numberOf(label, 'x'), box.left, `x of the title of ${what}`),
      atMost<Plain>(numberOf(label, 'y'), box.top, `the title of ${what} is above it`),
      // a line of letters that are 20 high has room
      atMost<Plain>(Math.max(0, ...above), box.top - 20, `room above ${what}`)
    ]
  })
}

const maps = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([rows, columns]) =>
  fc.array(fc.integer({ min: -99, max: 99 }), { minLength: rows * columns, maxLength: rows * columns })
    .map(entries => T.fromFlat([rows, columns], entries)))

/** That each value is written in the middle of its cell, legibly, and each name beside its row or below its column. */
const inCells = (svg: Element, { values, words }: Mapped): ReadonlyArray<Relation<Plain>> => {
  const [rows = 0, columns = 0] = values.shape
  const [image, labels] = [childrenOf(svg, 'image')[0] as Element, childrenOf(svg, 'text')]
  const [box, shades] = [boxOf(image), judgedBy('heatMap', () => imageIn(image))]
  const [wide, high] = [(box.right - box.left) / columns, (box.bottom - box.top) / rows]
  const middle = (i: number, j: number): Place =>
    [box.left + (j + 0.5) * wide, box.top + (i + 0.5) * high]
  const [low, top] = [Math.min(...values.data), Math.max(...values.data)]
  const [cells, names] = [labels.slice(0, rows * columns), labels.slice(rows * columns)]
  return [
    ...[...values.data].flatMap((value, k) => {
      const [cell, shade] = [cells[k] as Element, shades.data[k] ?? NaN]
      const [x, y] = middle(Math.floor(k / columns), k % columns)
      return [
        reads(cell.text, `<${value}>`, `what stands in cell ${k}`), equal<Plain>(numberOf(cell, 'x'), x, `x of cell ${k}`),
        // a line of letters stands on its base, a third of their height below the middle of the cell
        equal<Plain>(numberOf(cell, 'y'), y + 4, `y of cell ${k}`),
        reads(cell.attributes['style'] ?? '', `fill: ${shade < 128 ? '#fff' : '#000'}`, `the colour of cell ${k}`),
        // whole shades: the nearest to its share of the range
        ...low === top ? [equal<Plain>(shade, 128, `the shade of cell ${k}`)]
          : [atMost<Plain>(
            Math.abs(2 * (top - low) * shade - 2 * 255 * (value - low)), top - low, `the shade of cell ${k}`)]
      ]
    }),
    ...Array.from({ length: rows }, (_, i) => [
      reads(names[i]?.text ?? '', words[i] ?? '', `the name of row ${i}`),
      equal<Plain>(numberOf(names[i] as Element, 'y'), middle(i, 0)[1] + 4, `y of the name of row ${i}`),
      atMost<Plain>(numberOf(names[i] as Element, 'x'), box.left, `x of the name of row ${i}`)
    ]).flat(),
    ...Array.from({ length: columns }, (_, j) => [
      reads(names[rows + j]?.text ?? '', words[3 + j] ?? '', `the name of column ${j}`),
      equal<Plain>(numberOf(names[rows + j] as Element, 'x'), middle(0, j)[0], `x of the name of column ${j}`),
      atMost<Plain>(box.bottom, numberOf(names[rows + j] as Element, 'y'), `y of the name of column ${j}`)
    ]).flat(),
    reads(names[rows + columns]?.text ?? '', words[6] ?? '', 'the label of the columns'),
    reads(names[rows + columns + 1]?.text ?? '', words[7] ?? '', 'the label of the rows'),
    reads(svg.children[0]?.text ?? '', words[8] ?? '', 'the title'), reads(svg.attributes['aria-label'] ?? '', words[8] ?? '', 'what is read out')
  ]
}

export const pictureDrawingLaws: Law<PictureDrawingSubject> = ({
  name, imageUri: uriOf, panels: draw, heatMap: map
}): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${name}/image-address`, title: 'An image that is its own address is read back from it, entry by entry',
      statement: String.raw`\mathrm{read}(\mathrm{address}(x)) = x`, source: 'The data URL scheme, RFC 2397'
    },
    sampled<{ readonly image: Tensor }>({ image: images(fc.integer({ min: 1, max: 4 })) }, ({ image }) => [
      ...sameBits(judgedBy('imageUri', () => imageAt(uriOf(image))), image, 'the image'),
      ...image.shape[2] !== 1 ? []
        : sameBits(judgedBy('imageUri', () => imageAt(uriOf(T.reshape(image, image.shape.slice(0, 2))))), image, 'the grey image')
    ])
  ),
  seldom(claim(
    {
      id: `${name}/panels`, title: 'Panels stand row by row, as wide as each other, each with its image and its title above it',
      statement: String.raw`x_{k + 1} \ge x_k + w,\quad h_k / w = H_k / W_k`, source: 'Standard practice'
    },
    sampled<Panelled>({
      all: fc.array(fc.record({ title: texts, image: images(fc.constantFrom(1, 3)) }), { minLength: 1, maxLength: 5 }),
      columns: fc.integer({ min: 1, max: 3 }), title: texts
    }, input => {
      const { all, columns, title } = input
      const svg = judgedBy('panels', () => read(draw({ title, panels: all, columns })))
      const [shown, labels] = [childrenOf(svg, 'image'), childrenOf(svg, 'text')]
      return [
        equal<Plain>(shown.length, all.length, 'images'), ...inGrid(svg, input),
        ...all.flatMap(({ image }, k) => (shown[k] === undefined ? []
          : sameBits(judgedBy('panels', () => imageIn(shown[k] as Element)), image, `image ${k}`))),
        ...all.map((panel, k) => reads(labels[k]?.text ?? '', panel.title, `title ${k}`)),
        reads(svg.children[0]?.text ?? '', title, 'the title'), reads(svg.attributes['aria-label'] ?? '', title, 'what is read out')
      ]
    })
  )),
  seldom(claim(
    {
      id: `${name}/heat-map`, title: 'A value of a heat map stands in the middle of its cell, whose shade is its share of the range',
      statement: String.raw`g_{ij} = \left\lfloor 255\, \frac{x_{ij} - \min x}{\max x - \min x} + \tfrac12 \right\rfloor`, source: 'Standard practice'
    },
    sampled<Mapped>({ values: maps, words: fc.array(texts, { minLength: 9, maxLength: 9 }) }, input => {
      const { values, words } = input
      const [rows = 0, columns = 0] = values.shape
      return inCells(judgedBy('heatMap', () => read(map({
        title: words[8] ?? '', values, rows: { label: words[7] ?? '', names: words.slice(0, rows) },
        columns: { label: words[6] ?? '', names: words.slice(3, 3 + columns) }, written: value => `<${value}>`
      }))), input)
    })
  ))
]
