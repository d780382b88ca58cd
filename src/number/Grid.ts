import { refuse } from '../prelude/index.js'
import { indicesOf, type Shape, sameShape, showShape, sizeOf, stridesOf } from './Shape.js'

/** An immutable array of anything: a definition reads `x.at(i, j)` as a book reads x_ij. Entries are in row-major order. */
export interface Grid<A> {
  readonly shape: Shape
  readonly entries: ReadonlyArray<A>
  readonly at: (...index: ReadonlyArray<number>) => A
}

/** The array with these entries, in row-major order. */
export const fromEntries = <A>(shape: Shape, entries: ReadonlyArray<A>): Grid<A> => {
  if (entries.length !== sizeOf(shape)) refuse('shape', 'grid', `${sizeOf(shape)} entries for shape ${showShape(shape)}`, `${entries.length}`)
  const strides = stridesOf(shape)
  const at = (...index: ReadonlyArray<number>): A => {
    let position = 0
    for (let axis = 0; axis < strides.length; axis++) {
      const i = index[axis] ?? -1
      if (!(i >= 0 && i < (shape[axis] ?? 0))) refuse('shape', 'grid', `an index below ${showShape(shape)}`, `(${index.join(', ')})`)
      position += i * (strides[axis] ?? 0)
    }
    return entries[position] as A
  }
  return { shape, entries, at }
}

/** The array whose entry at (i, j, ...) the rule gives: `grid([2, 2], (i, j) => i === j ? 1 : 0)` is an identity matrix. */
export const grid = <A>(shape: Shape, rule: (...index: ReadonlyArray<number>) => A): Grid<A> => {
  const index = indicesOf(shape)
  return fromEntries(shape, Array.from({ length: sizeOf(shape) }, (_, position) => rule(...index(position))))
}

export const vectorOf = <A>(entries: ReadonlyArray<A>): Grid<A> => fromEntries([entries.length], entries)

export const mapGrid = <A, B>(f: (a: A) => B) => (x: Grid<A>): Grid<B> => fromEntries(x.shape, x.entries.map(a => f(a)))

/** Combines two arrays of the same shape entry by entry. */
export const zipGrid = <A, B, C>(f: (a: A, b: B) => C) => (x: Grid<A>, y: Grid<B>): Grid<C> => {
  if (!sameShape(x.shape, y.shape)) refuse('shape', 'zipGrid', `two arrays of shape ${showShape(x.shape)}`, showShape(y.shape))
  return fromEntries(x.shape, x.entries.map((a, i) => f(a, y.entries[i] as B)))
}
