import { type Analytic, type Grid, sum } from '../number/index.js'

/** The mean over rows i of H(p_i, q_i) = -sum_j p_ij log q_ij, where 0 log 0 is 0. */
export const crossEntropy = <A>(N: Analytic<A>) => (p: Grid<number>) => (q: Grid<A>): A => {
  const [rows = 0, classes = 0] = q.shape
  const total = sum(N)([rows, classes], (i = 0, j = 0) => {
    const weight = p.at(i, j)
    return weight === 0 ? N.of(0) : N.mul(N.of(-weight), N.log(q.at(i, j)))
  })
  return N.div(total, N.of(rows))
}
