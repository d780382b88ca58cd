import { type Grid, grid, indexAt, sizeOf } from '../number/index.js'

/** y_np = the entry of example n at row-major position p: each example of any shape as one row. */
export const flatten = <A>(x: Grid<A>): Grid<A> => {
  const [examples, example] = [x.shape.slice(0, 1), x.shape.slice(1)]
  return grid([sizeOf(examples), sizeOf(example)], (n, p) => x.at(n, ...indexAt(example, p)))
}
