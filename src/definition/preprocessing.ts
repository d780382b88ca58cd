import { type Arithmetic, type Divisible, type Grid, grid, maximum, type Radical, sizes, sum } from '../number/index.js'

// Data are rows of features, x (N, D); what is learned of a feature is learned over its column.

/** mu_d = (1/N) sum_i x_id. */
const columnMeans = <A>(N: Divisible<A>) => (x: Grid<A>): Grid<A> => {
  const [count, features] = sizes(x, 2)
  return grid([features], d => N.div(sum(N)([count], i => x.at(i, d)), N.of(count)))
}

/** x_id - mu_d. */
export const meanSubtracted = <A>(N: Divisible<A>) => (x: Grid<A>): Grid<A> => {
  const means = columnMeans(N)(x)
  return grid(x.shape, (i, d) => N.sub(x.at(i, d), means.at(d)))
}

/** C_de = (1/N) sum_i (x_id - mu_d) (x_ie - mu_e). */
export const covariance = <A>(N: Divisible<A>) => (x: Grid<A>): Grid<A> => {
  const [count, features] = sizes(x, 2)
  const centred = meanSubtracted(N)(x)
  return grid([features, features], (d, e) =>
    N.div(sum(N)([count], i => N.mul(centred.at(i, d), centred.at(i, e))), N.of(count)))
}

/** A column without spread is divided by 1. */
const orOne = <A>(N: Arithmetic<A>, spread: A): A => N.where(N.of(0), spread, N.of(1), spread)

/** (x_id - mu_d) / sigma_d with sigma_d^2 = C_dd; a constant column becomes 0. */
export const standardised = <A>(N: Radical<A>) => (x: Grid<A>): Grid<A> => {
  const [centred, c] = [meanSubtracted(N)(x), covariance(N)(x)]
  return grid(x.shape, (i, d) => N.div(centred.at(i, d), orOne(N, N.sqrt(c.at(d, d)))))
}

/** ((x_id - min_d) - (max_d - x_id)) / (max_d - min_d): from -1 to 1 in each column; a constant column becomes 0. */
export const minMaxScaled = <A>(N: Divisible<A>) => (x: Grid<A>): Grid<A> => {
  const [count] = sizes(x, 2)
  const most = (of: (a: A) => A, d: number): A => maximum(N)(Array.from({ length: count }, (_, i) => of(x.at(i, d))))
  return grid(x.shape, (i, d) => {
    const [above, below] = [N.sub(most(a => a, d), x.at(i, d)), N.add(x.at(i, d), most(a => N.sub(N.of(0), a), d))]
    return N.div(N.sub(below, above), orOne(N, N.add(below, above)))
  })
}
