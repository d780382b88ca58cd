import { orThrow } from '../prelude/index.js'
import { solve } from '../solver/index.js'
import type { Answer, Request, Steps } from './Study.js'

/**
 * Where an experiment leads, with nobody watching: every training is run to its end, nothing is told, and the clock stands.
 *
 * @example
 * answered(eachOf('squares', [1, 2, 3], n => n * n)) // [1, 4, 9]
 *
 * @source Standard practice
 */
export const answered = <A>(steps: Steps<A>): A => {
  let next = steps.next()
  while (next.done !== true) next = steps.next(answerTo(next.value))
  return next.value
}

const answerTo = (request: Request): Answer =>
  (request.tag === 'train' ? solve(request.solver)(orThrow(request.solver.begin(request.seed)))
    : request.tag === 'clock' ? 0 : undefined)
