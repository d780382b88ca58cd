import { given, largest, refuse, tabulate } from '../prelude/index.js'
import type { Tensor } from '../tensor/index.js'
import { escape } from './escape.js'
import { imageUri } from './imageUri.js'
import { place } from './place.js'

/** An image with a line above it. */
export interface Panel {
  readonly title: string
  /** (H, W) or (H, W, C), whole numbers from 0 to 255. */
  readonly image: Tensor
}

export interface Panels {
  readonly title: string
  readonly panels: ReadonlyArray<Panel>
  /** How many stand side by side; all unless said. */
  readonly columns?: number
}

const width = 680
const gap = 12
// room for a line that is 20 high, as on a phone
const lineHeight = 26

/**
 * Images in a grid, row by row, as inline SVG. All are as wide as each other, and a pixel that is enlarged stays a square.
 *
 * Refuses no panel at all, and images that imageUri refuses.
 *
 * @example
 * const panel = { title: 'noise', image: T.fromNested([[0, 255]]) }
 * panels({ title: 'two', panels: [panel, panel] }).split('<image x="').length // 3
 *
 * @source Standard practice
 */
export const panels = (settings: Panels): string => {
  const { title, panels: all, columns = all.length } = settings
  if (all.length === 0) refuse('input', 'panels', 'a panel at least', 'none')
  given.whole('panels', 'columns', columns, 1)
  const wide = (width - gap * (columns - 1)) / columns
  const rows = tabulate(
    Math.ceil(all.length / columns), row => all.slice(row * columns, (row + 1) * columns)
  )
  const heights = rows.map(row => lineHeight + gap + largest(row.map(({ image }) => highAt(wide, image))))
  const tops = heights.map((_, row) => heights.slice(0, row).reduce((a, b) => a + b, 0))
  return [
    `<svg class="plot" viewBox="0 0 ${width} ${place(heights.reduce((a, b) => a + b, 0))}" role="img" aria-label="${escape(title)}">`,
    `<title>${escape(title)}</title>`,
    ...rows.flatMap((row, i) => row.map((panel, j) => panelAt(j * (wide + gap), tops[i] ?? 0, wide, panel))),
    '</svg>'
  ].join('\n')
}

const highAt = (wide: number, { shape: [height = 0, across = 1] }: Tensor): number => wide * height / across

const panelAt = (x: number, y: number, wide: number, { title, image }: Panel): string =>
  `<text class="tick" x="${place(x)}" y="${place(y + 19)}">${escape(title)}</text>`
  + `<image x="${place(x)}" y="${place(y + lineHeight)}" width="${place(wide)}" height="${place(highAt(wide, image))}" `
  + `preserveAspectRatio="none" style="image-rendering: pixelated" href="${imageUri(image)}"/>`
