import fc, { type Arbitrary } from 'fast-check'
import { type Shape, sizeOf } from '../../src/number/index.js'
import { refuse } from '../../src/prelude/index.js'

/** The axes of a tensor: a number is a size that stays, a letter one that is drawn, the same wherever the letter stands. */
export type Axes = ReadonlyArray<number | string>

/** The sizes that letters stand for. */
export type Sizes = Readonly<Record<string, number>>

/** Where the sizes of letters come from, if not from 1 to 4. */
export type DrawnSizes = Readonly<Record<string, Arbitrary<number>>>

export const shapeOf = (axes: Axes, sizes: Sizes): Shape =>
  axes.map(
    axis => (typeof axis === 'number' ? axis : sizes[axis] ?? refuse('input', 'shapes', 'a size for each letter', axis))
  )

const mostEntries = 24

const usual = fc.integer({ min: 1, max: 4 })

/**
 * Sizes for the letters of these tensors: each from 1 to 4, all alike in a quarter of the draws, where what mistakes one axis for another
 * passes unless its entries are looked at; and of 24 entries a tensor at most, the largest letters being halved until they fit.
 */
export const sizesFor = (tensors: ReadonlyArray<Axes>, given: DrawnSizes = {}): Arbitrary<Sizes> => {
  const letters = [...new Set(tensors.flat().filter(axis => typeof axis === 'string'))]
  const free = letters.filter(letter => given[letter] === undefined)
  const apart = fc.record(Object.fromEntries(letters.map(letter => [letter, given[letter] ?? usual])))
  const alike = fc.tuple(apart, usual).map(
    ([sizes, size]) => ({ ...sizes, ...Object.fromEntries(free.map(letter => [letter, size])) })
  )
  return fc.oneof({ withCrossShrink: true }, { weight: 3, arbitrary: apart }, { weight: 1, arbitrary: alike })
    .map(sizes => fitting(tensors, free, sizes))
}

const fitting = (tensors: ReadonlyArray<Axes>, free: ReadonlyArray<string>, sizes: Sizes): Sizes => {
  const tooLarge = tensors.find(axes => sizeOf(shapeOf(axes, sizes)) > mostEntries) ?? []
  const size = (letter: string | undefined): number => sizes[letter ?? ''] ?? 1
  const largest = free.filter(letter => tooLarge.includes(letter)).reduce<string | undefined>(
    (best, letter) => (size(letter) > size(best) ? letter : best), undefined)
  return largest === undefined ? sizes : fitting(tensors, free, { ...sizes, [largest]: Math.floor(size(largest) / 2) })
}
