import { type Arithmetic, type Divisible, dot, type Grid, grid, normSquared, sizes, sum } from '../number/index.js'

/** A matrix m and a vector b. */
export interface QuadraticData<A> {
  readonly m: Grid<A>
  readonly b: Grid<A>
}

/** m x, entry by entry sum_k m_ik x_k. */
export const applied = <A>(N: Arithmetic<A>) => (m: Grid<A>, x: Grid<A>): Grid<A> => {
  const [rows, columns] = sizes(m, 2)
  return grid([rows], i => sum(N)([columns], k => N.mul(m.at(i, k), x.at(k))))
}

/** f(w) = ||m w||^2 / 2 + <b, w>. Its Hessian is m^T m: but for a constant, every convex quadratic is one of these. */
export const quadratic = <A>(N: Divisible<A>) => ({ m, b }: QuadraticData<A>) => (w: Grid<A>): A =>
  N.add(N.div(normSquared(N)(applied(N)(m, w)), N.of(2)), dot(N)(b, w))
