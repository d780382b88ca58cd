import { judgedBy, type Plain, type Relation } from '../../src/claim/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { inWords, isTensor, shapeRelations, wrongForm } from '../judges/form.js'
import { type Given, gradientsAt } from './descents.js'
import type { Subject } from './subject.js'
import { wrongWith } from './taken.js'
import * as T from '../../src/tensor/index.js'

/** The tensors that a memory consists of, however they are nested, by name. */
const slotsOf = (memory: unknown, name = 'memory'): ReadonlyArray<readonly [string, Tensor]> =>
  isTensor(memory) ? [[name, memory]]
    : typeof memory === 'object' && memory !== null
      ? Object.entries(memory).flatMap(([key, inner]) => slotsOf(inner, `${name}.${key}`)) : []

/** That a slot which was there before is a tensor of the shape that it had. */
const sameSlots = (before: unknown, after: unknown): ReadonlyArray<Relation<Plain>> => {
  const found = new Map(slotsOf(after))
  return slotsOf(before).flatMap(([name, { shape }]) => {
    const slot = found.get(name)
    return slot === undefined ? [] : shapeRelations(slot, shape, name)
  })
}

/** That each step is of the shape of its parameter, and each slot of the memory keeps its shape. */
export const formRelations = ({ name, alone, beside }: Subject, drawn: Given): ReadonlyArray<Relation<Plain>> => {
  const descending = judgedBy(name, () => alone(drawn.options ?? {}))
  const relations: Array<Relation<Plain>> = []
  let w = drawn.w
  let memory = judgedBy(name, () => descending.init(w))
  for (let t = 0; t < drawn.steps; t++) {
    // what a whole model's optimizer remembers is its own affair
    if (beside !== undefined && (typeof memory !== 'object' || memory === null)) return wrongForm(
      'a memory that is a record of tensors', inWords(memory)
    )
    const answer = judgedBy(name, () => descending.update(gradientsAt(drawn, t), w, memory))
    const broken = wrongWith(answer, w)
    if (broken !== undefined) return broken.wrong
    const steps = answer.steps as ReadonlyArray<Tensor>
    relations.push(
      ...w.flatMap(({ shape }, i) => shapeRelations(steps[i] as Tensor, shape, `step ${t + 1}`)),
      ...sameSlots(memory, answer.memory))
    w = w.map((a, i) => T.add(a, steps[i] as Tensor))
    memory = answer.memory
  }
  return relations
}
