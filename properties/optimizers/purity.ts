import { type Case, equal, judgedBy, outside, type Plain, type Relation } from '../../src/claim/index.js'
import { show } from '../../src/claim/show.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { copy, sameBits } from '../judges/sameBits.js'
import { type Given, gradientsAt } from './descents.js'
import type { Descending, Subject } from './subject.js'
import { wrongWith } from './taken.js'

/** What is seen of one step: what was given and answered, and how it was written then. */
interface Noted {
  readonly given: ReadonlyArray<unknown>
  readonly before: string
  readonly steps: ReadonlyArray<Tensor>
  readonly memory: unknown
  readonly answered: string
}

/** A descent that goes on one step at a time, with copies of what was drawn. */
const begun = (name: string, descending: Descending, drawn: Given) => {
  let w = drawn.w.map(copy)
  let memory = judgedBy(name, () => descending.init(w))
  return (t: number): Noted | undefined => {
    const gradients = gradientsAt(drawn, t).map(copy)
    const given = [gradients, w, memory]
    const before = show(given)
    const answer = judgedBy(name, () => descending.update(gradients, w, memory))
    if (wrongWith(answer, w) !== undefined) return undefined
    const steps = answer.steps as ReadonlyArray<Tensor>
    const answered = show([steps, answer.memory])
    w = w.map((a, i) => T.add(a, steps[i] as Tensor))
    memory = answer.memory
    return { given, before, steps, memory, answered }
  }
}

/** A descent taken alone: its steps as they are at the end. */
const takenAlone = (name: string, descending: Descending, drawn: Given): ReadonlyArray<Noted | undefined> => {
  const next = begun(name, descending, drawn)
  return Array.from({ length: drawn.steps }, (_, t) => next(t))
}

const kept = (now: ReadonlyArray<unknown>, before: string, what: string): Relation<Plain> =>
  equal<Plain>(Number(show(now) === before), 1, `${what} stays as it was`)

/**
 * That two descents taken in turn are those taken one after the other; and that gradients, parameters and memories that were given, and
 * steps and memories that were answered, stay as they were.
 */
export const purityRelations = ({ name, alone: optimizer }: Subject, a: Given, b: Given): Case<Plain> => {
  // one optimizer for all descents, as people have it
  const descending = judgedBy(name, () => optimizer(a.options ?? {}))
  const [nextOfA, nextOfB] = [begun(name, descending, a), begun(name, descending, b)]
  const turns = Array.from({ length: Math.max(a.steps, b.steps) }, (_, t) =>
    [t < a.steps ? nextOfA(t) : undefined, t < b.steps ? nextOfB(t) : undefined] as const)
  const inTurn = [turns.slice(0, a.steps).map(([noted]) => noted), turns.slice(0, b.steps).map(([, noted]) => noted)]
  const alone = [takenAlone(name, descending, a), takenAlone(name, descending, b)]
  if (inTurn.flat().includes(undefined) || alone.flat().includes(undefined)) return outside
  return inTurn.flatMap((descent, k) => descent.flatMap((noted, t) => {
    const [{ given, before, steps, memory, answered }, single] = [noted as Noted, alone[k]?.[t] as Noted]
    const place = `step ${t + 1} of descent ${k + 1}`
    return [
      ...steps.flatMap(
        (step, i) => sameBits(step, single.steps[i] as Tensor, `${place}, taken in turn with another and alone`)
      ),
      kept(given, before, `what is given to ${place}`),
      kept([steps, memory], answered, `what is answered at ${place}`)
    ]
  }))
}
