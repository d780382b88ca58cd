import { given, refuse } from '../../prelude/index.js'
import { showShape } from '../../number/Shape.js'
import * as T from '../../tensor/index.js'
import type { Tensor } from '../../tensor/index.js'
import { givenTensor } from '../../tensor/Tensor.js'
import { stretchedIn } from './stretched.js'

export interface GridOptions {
  /** Whether all filters are stretched by their common range, so that weak ones look weak; each by its own if left out. */
  readonly together?: boolean
  /** How many pixels lie between two filters; 1 if left out. */
  readonly gap?: number
}

const place = 'filterGrid'

/**
 * Filters (F, C, H, W) as one picture (height, width, C) of whole entries from 0 to 255: row by row in a grid as near to a square as
 * can be, and never higher than wide in filters.
 *
 * Each filter is `stretched`, on its own or all together. The gaps between them, and places without a filter, are 0. Refuses C other than 1
 * and 3, filters without an entry, and entries that are not finite.
 *
 * @example
 * const picture = filterGrid(T.fromFlat([3, 1, 1, 2], [0, 1, 5, 3, 7, 7]))
 * T.toNested(T.reshape(picture, [3, 5])) // [[0, 255, 0, 255, 0], [0, 0, 0, 0, 0], [128, 128, 0, 0, 0]]
 *
 * @source Convolutional networks notebook, visualized filters
 */
export const filterGrid = (filters: Tensor, options: GridOptions = {}): Tensor => {
  const [count = 0, channels = 0, height = 0, width = 0] = givenTensor(place, filters).shape
  const { together = false, gap = 1 } = given.options(place, options, ['together', 'gap'])
  given.flag(place, 'together', together)
  given.whole(place, 'gap', gap, 0)
  if (filters.shape.length !== 4 || filters.data.length === 0 || (channels !== 1 && channels !== 3)) {
    return refuse('shape', place, 'filters (F, C, H, W) with an entry and C 1 or 3', showShape(filters.shape))
  }
  const shown = together ? stretchedIn(place, filters)
    : T.stack(Array.from({ length: count }, (_, f) => stretchedIn(place, T.row(filters, f))))
  const columns = Math.ceil(Math.sqrt(count))
  const size = (filtersInLine: number, pixels: number): number => filtersInLine * (pixels + gap) - gap
  return T.tabulate([size(Math.ceil(count / columns), height), size(columns, width), channels], (y, x, c) => {
    const [row, h] = [Math.floor(y / (height + gap)), y % (height + gap)]
    const [column, w] = [Math.floor(x / (width + gap)), x % (width + gap)]
    const f = row * columns + column
    return h < height && w < width && f < count ? T.at(shown, [f, c, h, w]) : 0
  })
}
