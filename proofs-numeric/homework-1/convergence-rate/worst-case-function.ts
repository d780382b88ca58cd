import { type Arithmetic, type Grid, maximum, type Ordered, vectorOf } from '../../../src/number/index.js'
import { at } from '../../../src/prelude/index.js'

export interface WorstCase<A> {
  /** The Lipschitz constant. */
  readonly rho: A
  /** Every coordinate of the minimiser. */
  readonly c: A
}

/** f(w) = rho max(0, max_i (c - w_i)): no descent from 0 along subgradients finds its minimum in fewer steps than it has coordinates. */
export const worstCase = <A>(N: Arithmetic<A>) => ({ rho, c }: WorstCase<A>) => (w: Grid<A>): A =>
  N.mul(rho, maximum(N)([N.of(0), ...w.entries.map(x => N.sub(c, x))]))

/** The subgradient that tells least: -rho along the first of the smallest coordinates, and 0 where f is. */
export const worstCaseSubgradient = <A>(N: Arithmetic<A> & Ordered<A>) =>
  ({ rho, c }: WorstCase<A>) => (w: Grid<A>): Grid<A> => {
    const smallest = w.entries.reduce((first, x, i, all) => (N.compare(x, at(all, first)) < 0 ? i : first), 0)
    return vectorOf(w.entries.map((x, i) => (i === smallest && N.compare(x, c) < 0 ? N.sub(N.of(0), rho) : N.of(0))))
  }
