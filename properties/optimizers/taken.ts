import { judgedBy, type Plain, type Relation } from '../../src/claim/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { inWords, isOfShape, isTensor, shapeRelations, wrongForm } from '../judges/form.js'
import { type Given, gradientsAt } from './descents.js'
import type { Answer, Descending } from './subject.js'

/** A descent that was taken: the parameters before each step, the steps, and the memory after the last. */
export interface Taken {
  readonly ws: ReadonlyArray<ReadonlyArray<Tensor>>
  readonly steps: ReadonlyArray<ReadonlyArray<Tensor>>
  readonly memory: unknown
}

/** Where an answer had another form or shape: what is wrong with it. */
export interface Broken {
  readonly wrong: ReadonlyArray<Relation<Plain>>
  /** Whether the answer could not be read at all. */
  readonly unreadable: boolean
}

/** What is wrong with the answer to one step, if anything; form first, shapes then. */
export const wrongWith = ({ steps, wrong }: Answer, ws: ReadonlyArray<Tensor>): Broken | undefined => {
  const expected = '[step, memory], the step a tensor of the shape of the parameter'
  if (wrong !== undefined) return { wrong: wrongForm(expected, wrong), unreadable: true }
  const strange = ws.findIndex((_, i) => !isTensor(steps[i]))
  if (strange >= 0) return { wrong: wrongForm(expected, `a step that is ${inWords(steps[strange])}`), unreadable: true }
  const other = ws.findIndex(({ shape }, i) => !isOfShape(steps[i] as Tensor, shape))
  return other < 0 ? undefined
    : { wrong: shapeRelations(steps[other] as Tensor, ws[other]?.shape ?? [], 'the step'), unreadable: false }
}

/** Takes a descent of so many steps; ends early where an answer is of another form or shape. */
export const take = (
  name: string, descending: Descending, given: Given, steps: number = given.steps
): Taken | Broken => {
  const taken: { ws: Array<ReadonlyArray<Tensor>>; steps: Array<ReadonlyArray<Tensor>> } = { ws: [], steps: [] }
  let w = given.w
  let memory = judgedBy(name, () => descending.init(w))
  for (let t = 0; t < steps; t++) {
    const answer = judgedBy(name, () => descending.update(gradientsAt(given, t), w, memory))
    const broken = wrongWith(answer, w)
    if (broken !== undefined) return broken
    const step = answer.steps as ReadonlyArray<Tensor>
    taken.ws.push(w)
    taken.steps.push(step)
    w = w.map((a, i) => T.add(a, step[i] as Tensor))
    memory = answer.memory
  }
  return { ...taken, memory }
}
