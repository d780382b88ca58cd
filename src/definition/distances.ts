import { type Arithmetic, type Grid, grid, minus, normSquared, type Radical, sizes, sum } from '../number/index.js'

/** sum_p |a_p - b_p|: the L1 norm of the difference. */
export const l1Distance = <A>(N: Arithmetic<A>) => (a: Grid<A>, b: Grid<A>): A =>
  sum(N)([a.entries.length], p => {
    const difference = N.sub(a.at(p), b.at(p))
    return N.max(difference, N.sub(N.of(0), difference))
  })

/** sum_p (a_p - b_p)^2. */
export const squaredDistance = <A>(N: Arithmetic<A>) => (a: Grid<A>, b: Grid<A>): A => normSquared(N)(minus(N)(a, b))

/** sqrt(sum_p (a_p - b_p)^2): the L2 norm of the difference. */
export const l2Distance = <A>(N: Radical<A>) => (a: Grid<A>, b: Grid<A>): A => N.sqrt(squaredDistance(N)(a, b))

/** d(x_i, t_j) for each row of x and each row of t. */
export const pairwise = <A>(d: (a: Grid<A>, b: Grid<A>) => A) => (x: Grid<A>, t: Grid<A>): Grid<A> => {
  const [[m, width], [n]] = [sizes(x, 2), sizes(t, 2)]
  const row = (of: Grid<A>, i: number): Grid<A> => grid([width], p => of.at(i, p))
  return grid([m, n], (i, j) => d(row(x, i), row(t, j)))
}
