import { refuse } from '../prelude/index.js'
import { showShape } from '../number/index.js'
import { stretched } from '../data/pictures/stretched.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'
import { escape } from './escape.js'
import { imageUri } from './imageUri.js'
import { place } from './place.js'

/** A table of numbers as shades, with what stands beside its rows, below a label, and below its columns. */
export interface HeatMap {
  readonly title: string
  /** (H, W), finite. */
  readonly values: Tensor
  readonly rows: { readonly label: string; readonly names: ReadonlyArray<string> }
  readonly columns: { readonly label: string; readonly names: ReadonlyArray<string> }
  /** How a value is written into its cell. */
  readonly written: (value: number) => string
}

/** As wide as other plots at least, so that letters are as large. */
const usual = 680
// letters and digits have room where they are 20 high, as on a phone
const [left, top, cell, high] = [112, 36, 96, 40]

/**
 * A table as inline SVG: the largest number is white, the smallest black, and each stands in its cell. Equal ones are all of one grey.
 *
 * Shapes: values (H, W), finite, with a name for each row and each column. Refuses others.
 *
 * @example
 * const rates = { label: 'rate', names: ['1e-3'] }
 * const values = T.fromNested([[10, 20]])
 * const svg = heatMap({ title: 'errors', values, rows: rates, columns: { label: 'penalty', names: ['0', '1'] }, written: a => `${a} %` })
 * svg.includes('>20 %</text>') // true
 *
 * @source Standard practice
 */
export const heatMap = ({ title, values, rows, columns, written }: HeatMap): string => {
  const [height = 0, width = 0] = givenTensor('heatMap', values).shape
  if (values.shape.length !== 2 || rows.names.length !== height || columns.names.length !== width) {
    refuse('shape', 'heatMap', `values (${rows.names.length}, ${columns.names.length}), as the names say`, showShape(values.shape))
  }
  const shades = stretched(values)
  const [wide, tall] = [width * cell, height * high]
  return [
    `<svg class="plot" viewBox="0 0 ${Math.max(usual, left + wide + 8)} ${top + tall + 64}" role="img" aria-label="${escape(title)}">`,
    `<title>${escape(title)}</title>`,
    `<image x="${left}" y="${top}" width="${wide}" height="${tall}" preserveAspectRatio="none" `
    + `style="image-rendering: pixelated" href="${imageUri(shades)}"/>`,
    ...Array.from(values.data, (value, k) =>
      cellText(k % width, Math.floor(k / width), written(value), (shades.data[k] ?? 0) < 128)),
    `<rect class="frame" x="${left}" y="${top}" width="${wide}" height="${tall}"/>`,
    ...rows.names.map((name, i) => text(left - 8, top + (i + 0.5) * high + 4, 'end', name)),
    ...columns.names.map((name, j) => text(left + (j + 0.5) * cell, top + tall + 24, 'middle', name)),
    `<text class="axis" x="${left + wide / 2}" y="${top + tall + 52}" text-anchor="middle">${escape(columns.label)}</text>`,
    `<text class="axis" x="4" y="${top - 12}">${escape(rows.label)}</text>`,
    '</svg>'
  ].join('\n')
}

const text = (x: number, y: number, anchor: string, name: string): string =>
  `<text class="tick" x="${place(x)}" y="${place(y)}" text-anchor="${anchor}">${escape(name)}</text>`

const cellText = (j: number, i: number, value: string, isDark: boolean): string =>
  `<text x="${left + (j + 0.5) * cell}" y="${top + (i + 0.5) * high + 4}" text-anchor="middle" style="fill: ${isDark ? '#fff' : '#000'}">`
  + `${escape(value)}</text>`
