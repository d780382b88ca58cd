import { equal, type Relation } from '../../src/claim/index.js'
import { attempt, isLeft } from '../../src/prelude/index.js'

/** That a call is refused, with a message that names the function. */
export const refuses = (call: () => unknown, named: string): Relation<number> => {
  const outcome = attempt(call)
  return equal(isLeft(outcome) && outcome.left.message.startsWith(`${named}: expected`) ? 1 : 0, 1, `${named} refuses`)
}
