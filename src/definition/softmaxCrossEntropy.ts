import { type Analytic, fromEntries, type Grid, sizes, sum } from '../number/index.js'
import { at } from '../prelude/index.js'

/** log(sum_j exp(s_ij)) - s_{i,y}: minus the log of the probability given to the label y of example i. */
const surprise = <A>(N: Analytic<A>, scores: Grid<A>, i: number, y: number): A =>
  N.sub(N.log(sum(N)([sizes(scores, 2)[1]], j => N.exp(scores.at(i, j)))), scores.at(i, y))

/** The mean over examples i of log(sum_j exp(s_ij)) - s_{i,y_i}: minus the log of the probability given to the right label. */
export const softmaxCrossEntropy = <A>(N: Analytic<A>) => (labels: ReadonlyArray<number>) => (scores: Grid<A>): A => {
  const [examples] = sizes(scores, 2)
  return N.div(sum(N)([examples], i => surprise(N, scores, i, at(labels, i))), N.of(examples))
}

/** How much each class counts, and the label of examples that do not count. */
export interface ClassWeights {
  readonly weights: ReadonlyArray<number>
  readonly ignored: number
}

/** The weighted mean sum_i w_{y_i} L_i / sum_i w_{y_i} of the same, over the examples i whose label is not the ignored one. */
export const weightedCrossEntropy = <A>(N: Analytic<A>) => ({ weights, ignored }: ClassWeights) =>
  (labels: ReadonlyArray<number>) => (scores: Grid<A>): A => {
    const counted = labels.flatMap((y, i) => (y === ignored ? [] : [{ i, y, weight: N.of(at(weights, y)) }]))
    const total = (terms: ReadonlyArray<A>): A => terms.reduce(N.add)
    return N.div(
      total(counted.map(({ i, y, weight }) => N.mul(weight, surprise(N, scores, i, y)))),
      total(counted.map(({ weight }) => weight)))
  }

/**
 * Of scores (N, T, V) at each time: (1/N) sum_nt m_nt (log(sum_j exp(s_ntj)) - s_{n, t, y_nt}), where the mask m is true at the times that
 * count. The label of one that does not may be anything.
 */
export const temporalSoftmaxCrossEntropy = <A>(N: Analytic<A>) =>
  (labels: Grid<number>, mask: Grid<boolean>) => (scores: Grid<A>): A => {
    const [examples, times, classes] = sizes(scores, 3)
    const rows = fromEntries([examples * times, classes], scores.entries)
    return N.div(sum(N)([examples, times], (n, t) =>
      (mask.at(n, t) ? surprise(N, rows, n * times + t, labels.at(n, t)) : N.of(0))), N.of(examples))
  }
