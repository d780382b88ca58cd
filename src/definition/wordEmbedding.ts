import { type Grid, grid, sizes } from '../number/index.js'

/** y_ntd = w_{i_nt, d}: for each word, whose number is i_nt, its row of w (V, D). The numbers may have any shape. */
export const wordEmbedding = (indices: Grid<number>) => <A>(w: Grid<A>): Grid<A> => {
  const [, features] = sizes(w, 2)
  const rank = indices.shape.length
  return grid([...indices.shape, features], (...place) => {
    const index = place.slice(0, rank)
    return w.at(indices.at(...index), place[rank] ?? -1)
  })
}
