import { type Divisible, type Grid, sizes, sum } from '../number/index.js'
import { at } from '../prelude/index.js'

/** The mean over examples i of sum_{j != y_i} max(0, s_ij - s_{i,y_i} + margin). */
export const multiclassSvm = <A>(N: Divisible<A>, margin = 1) =>
  (labels: ReadonlyArray<number>) => (scores: Grid<A>): A => {
    const [examples, classes] = sizes(scores, 2)
    const hinge = (i: number, j: number, y: number): A =>
      j === y ? N.of(0) : N.max(N.of(0), N.add(N.sub(scores.at(i, j), scores.at(i, y)), N.of(margin)))
    return N.div(sum(N)([examples, classes], (i, j) => hinge(i, j, at(labels, i))), N.of(examples))
  }
