import { given } from '../prelude/index.js'

/**
 * The state with the highest score, the earliest of equals; where there is none with a score, the start. A state of a training is kept
 * whole, so that running statistics stay with the parameters that they belong to. The states are looked at one at a time, as `epochs` gives
 * them.
 *
 * @example
 * best(x => -x * x)(5, [3, -1, 1, 2]) // -1
 * best(x => -x * x)(5, []) // 5
 *
 * @source Notes on CS231n, solver
 */
export const best = <State>(score: (state: State) => number): ((start: State, later: Iterable<State>) => State) => {
  given.callable('best', 'a score', score)
  return (start, later) => bestOf(score, start, given.iterable('best', 'later states', later))
}

const bestOf = <State>(score: (state: State) => number, start: State, later: Iterable<State>): State => {
  let [kept, highest] = [start, -Infinity]
  for (const state of later) {
    const scored = score(state)
    if (scored > highest) [kept, highest] = [state, scored]
  }
  return kept
}
