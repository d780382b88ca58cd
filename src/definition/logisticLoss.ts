import { type Analytic, type Grid, sum } from '../number/index.js'
import { at } from '../prelude/index.js'

/** The mean over examples i of log(1 + exp(-y_i s_i)), with labels y_i of -1 and +1: minus the log of the probability sigma(y_i s_i). */
export const logisticLoss = <A>(N: Analytic<A>) => (labels: ReadonlyArray<number>) => (scores: Grid<A>): A => {
  const total = sum(N)([labels.length], i =>
    N.log(N.add(N.of(1), N.exp(N.mul(N.of(-at(labels, i)), at(scores.entries, i))))))
  return N.div(total, N.of(labels.length))
}
