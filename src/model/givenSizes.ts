import { given } from '../prelude/index.js'

/** The options that nets share, each refused in the name of the net: counts are whole numbers from 1, the scale of weights is finite. */
export interface Sizes {
  readonly hidden?: number
  readonly classes?: number
  readonly filterSize?: number
  readonly weightScale?: number
}

export const givenSizes = <O extends Sizes>(place: string, options: O): O => {
  const { hidden = 1, classes = 1, filterSize = 1, weightScale = 0 } = options
  given.whole(place, 'hidden', hidden, 1)
  given.whole(place, 'classes', classes, 1)
  given.number(place, 'an odd filterSize', filterSize, Number.isSafeInteger(filterSize) && filterSize > 0
    && filterSize % 2 === 1)
  given.finite(place, 'weightScale', weightScale)
  return options
}

/** The numbers of filters of two layers. */
export const givenPair = (place: string, filters: readonly [number, number]): readonly [number, number] => {
  given.number(place, 'the length of filters: 2', given.list(place, 'filters', filters).length, filters.length === 2)
  for (const count of filters) given.whole(place, 'filters', count, 1)
  return filters
}
