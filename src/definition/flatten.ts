import { type Grid, grid, indexAt, sizeOf } from '../number/index.js'

/** y_np = the entry of example n at row-major position p: each example of any shape as one row. */
export const flatten = <A>(x: Grid<A>): Grid<A> => {
  const [examples = 0, ...example] = x.shape
  return grid([examples, sizeOf(example)], (n = 0, p = 0) => x.at(n, ...indexAt(example, p)))
}
