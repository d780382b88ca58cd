import { type Divisible, type Grid, sum } from '../number/index.js'

/** The mean over examples i of sum_{j != y_i} max(0, s_ij - s_{i,y_i} + margin). */
export const multiclassSvm = <A>(N: Divisible<A>, margin = 1) => (labels: ReadonlyArray<number>) => (scores: Grid<A>): A => {
  const [examples = 0, classes = 0] = scores.shape
  const hinge = (i: number, j: number, y: number): A =>
    j === y ? N.of(0) : N.max(N.of(0), N.add(N.sub(scores.at(i, j), scores.at(i, y)), N.of(margin)))
  return N.div(sum(N)([examples, classes], (i = 0, j = 0) => hinge(i, j, labels[i] ?? -1)), N.of(examples))
}
