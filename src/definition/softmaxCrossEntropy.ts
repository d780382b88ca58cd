import { type Analytic, type Grid, sum } from '../number/index.js'

/** The mean over examples i of log(sum_j exp(s_ij)) - s_{i,y_i}: minus the log of the probability given to the right label. */
export const softmaxCrossEntropy = <A>(N: Analytic<A>) => (labels: ReadonlyArray<number>) => (scores: Grid<A>): A => {
  const [examples = 0, classes = 0] = scores.shape
  const total = sum(N)([examples], (i = 0) =>
    N.sub(N.log(sum(N)([classes], (j = 0) => N.exp(scores.at(i, j)))), scores.at(i, labels[i] ?? -1)))
  return N.div(total, N.of(examples))
}
