import { type Analytic, type Grid, sizes, sum } from '../number/index.js'
import { at } from '../prelude/index.js'

/** The mean over examples i of log(sum_j exp(s_ij)) - s_{i,y_i}: minus the log of the probability given to the right label. */
export const softmaxCrossEntropy = <A>(N: Analytic<A>) => (labels: ReadonlyArray<number>) => (scores: Grid<A>): A => {
  const [examples, classes] = sizes(scores, 2)
  const total = sum(N)([examples], i =>
    N.sub(N.log(sum(N)([classes], j => N.exp(scores.at(i, j)))), scores.at(i, at(labels, i))))
  return N.div(total, N.of(examples))
}
