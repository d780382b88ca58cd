import { equal, type Relation } from '../../src/claim/index.js'
import { attempt, isLeft, Refusal } from '../../src/prelude/index.js'

/** What a call raises; nothing, where it answers. */
const raisedBy = (call: () => unknown): unknown => {
  try {
    call()
    return undefined
  } catch (error) {
    return error
  }
}

/** That a call is refused, with a message that names the function. Another error is no refusal. */
export const refuses = (call: () => unknown, named: string): Relation<number> => {
  const raised = raisedBy(call)
  return equal(
    raised instanceof Refusal && raised.message.startsWith(`${named}: expected`) ? 1 : 0, 1, `${named} refuses`
  )
}

/** What the refusal of a call says; nothing, where it is not refused. */
export const refusalOf = (call: () => unknown): string => {
  const found = attempt(call)
  return isLeft(found) ? found.left.message : ''
}

/** The number that a call answers; NaN where it raises. */
export const answerOf = (call: () => number): number => {
  try {
    return call()
  } catch {
    return NaN
  }
}
