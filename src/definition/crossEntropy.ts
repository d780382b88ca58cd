import { type Analytic, type Grid, sizes, sum } from '../number/index.js'

/** The mean over rows i of H(p_i, q_i) = -sum_j p_ij log q_ij, where 0 log 0 is 0. */
export const crossEntropy = <A>(N: Analytic<A>) => (p: Grid<number>) => (q: Grid<A>): A => {
  const [rows, classes] = sizes(q, 2)
  const total = sum(N)([rows, classes], (i, j) => {
    const weight = p.at(i, j)
    return weight === 0 ? N.of(0) : N.mul(N.of(-weight), N.log(q.at(i, j)))
  })
  return N.div(total, N.of(rows))
}
