import { type Divisible, type Grid, sizes, sum } from '../number/index.js'
import { at } from '../prelude/index.js'
import type { ClassWeights } from './softmaxCrossEntropy.js'

/** sum_{j != y} max(0, s_ij - s_{i,y} + margin) of example i with the label y. */
const missed = <A>(N: Divisible<A>, margin: number, scores: Grid<A>, i: number, y: number): A =>
  sum(N)([sizes(scores, 2)[1]], j =>
    (j === y ? N.of(0) : N.max(N.of(0), N.add(N.sub(scores.at(i, j), scores.at(i, y)), N.of(margin)))))

/** The mean over examples i of sum_{j != y_i} max(0, s_ij - s_{i,y_i} + margin). */
export const multiclassSvm = <A>(N: Divisible<A>, margin = 1) =>
  (labels: ReadonlyArray<number>) => (scores: Grid<A>): A => {
    const [examples] = sizes(scores, 2)
    return N.div(sum(N)([examples], i => missed(N, margin, scores, i, at(labels, i))), N.of(examples))
  }

/** The weighted mean sum_i w_{y_i} L_i / sum_i w_{y_i} of the same, over the examples i whose label is not the ignored one. */
export const weightedSvm = <A>(N: Divisible<A>, margin = 1) => ({ weights, ignored }: ClassWeights) =>
  (labels: ReadonlyArray<number>) => (scores: Grid<A>): A => {
    const counted = labels.flatMap((y, i) => (y === ignored ? [] : [{ i, y, weight: N.of(at(weights, y)) }]))
    const total = (terms: ReadonlyArray<A>): A => terms.reduce(N.add)
    return N.div(
      total(counted.map(({ i, y, weight }) => N.mul(weight, missed(N, margin, scores, i, y)))),
      total(counted.map(({ weight }) => weight)))
  }
