import { refuse, tabulate } from '../prelude/index.js'
import { type Index, indicesOf, type Shape, sameShape, showShape, sizeOf } from './Shape.js'

/** An immutable array of anything: a definition reads `x.at(i, j)` as a book reads x_ij. Entries are in row-major order. */
export interface Grid<A> {
  readonly shape: Shape
  readonly entries: ReadonlyArray<A>
  readonly at: (...index: ReadonlyArray<number>) => A
}

/** The array with these entries, in row-major order. */
export const fromEntries = <A>(shape: Shape, entries: ReadonlyArray<A>): Grid<A> => {
  if (entries.length !== sizeOf(shape)) refuse(
    'shape', 'grid', `${sizeOf(shape)} entries for shape ${showShape(shape)}`, `${entries.length}`
  )
  const at = (...index: ReadonlyArray<number>): A => {
    let position = 0
    for (let axis = 0; axis < shape.length; axis++) {
      const [i, size] = [index[axis] ?? -1, shape[axis] ?? 0]
      if (!(i >= 0 && i < size)) refuse('shape', 'grid', `an index below ${showShape(shape)}`, `(${index.join(', ')})`)
      position = position * size + i
    }
    return entries[position] as A
  }
  return { shape, entries, at }
}

/** The sizes of arrays by their number of axes. */
interface Sizes {
  readonly 1: readonly [number]
  readonly 2: readonly [number, number]
  readonly 3: readonly [number, number, number]
  readonly 4: readonly [number, number, number, number]
}

/** The sizes of an array of this many axes, each with its type; an array of another rank is refused. */
export const sizes = <Rank extends keyof Sizes>(x: { readonly shape: Shape }, rank: Rank): Sizes[Rank] =>
  x.shape.length === rank
    ? x.shape as Sizes[Rank]
    : refuse('shape', 'sizes', `an array of rank ${rank}`, showShape(x.shape))

/** The array whose entry at (i, j, ...) the rule gives: `grid([2, 2], (i, j) => i === j ? 1 : 0)` is an identity matrix. */
export const grid = <A, const S extends Shape>(shape: S, rule: (...index: Index<S>) => A): Grid<A> => {
  const index = indicesOf(shape)
  return fromEntries(shape, tabulate(sizeOf(shape), position => rule(...index(position))))
}

/** The rows of a matrix, each a vector. */
export const rowsOf = <A>(x: Grid<A>): ReadonlyArray<Grid<A>> => {
  const [rows, columns] = sizes(x, 2)
  return tabulate(rows, i => grid([columns], j => x.at(i, j)))
}

export const vectorOf = <A>(entries: ReadonlyArray<A>): Grid<A> => fromEntries([entries.length], entries)

export const mapGrid = <A, B>(f: (a: A) => B) => (x: Grid<A>): Grid<B> => fromEntries(x.shape, x.entries.map(a => f(a)))

/** Combines two arrays of the same shape entry by entry. */
export const zipGrid = <A, B, C>(f: (a: A, b: B) => C) => (x: Grid<A>, y: Grid<B>): Grid<C> => {
  if (!sameShape(x.shape, y.shape)) refuse(
    'shape', 'zipGrid', `two arrays of shape ${showShape(x.shape)}`, showShape(y.shape)
  )
  return fromEntries(x.shape, x.entries.map((a, i) => f(a, y.entries[i] as B)))
}
