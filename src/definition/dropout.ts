import { type Divisible, type Grid, zipGrid } from '../number/index.js'

/** Which entries stay (1) and which go (0), and the probability with which one stays. */
export interface Dropped<A> {
  readonly keepProbability: A
  readonly mask: Grid<A>
}

/** y = m x / p, entry by entry: what stays is enlarged, so that the expectation of y over masks is x. */
export const dropout = <A>(N: Divisible<A>) => ({ keepProbability, mask }: Dropped<A>) => (x: Grid<A>): Grid<A> =>
  zipGrid((m: A, a: A) => N.div(N.mul(m, a), keepProbability))(mask, x)
