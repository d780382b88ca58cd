import { type Shape, sameShape, showShape } from '../number/index.js'
import { given, refuse } from '../prelude/index.js'
import { scalar, type Tensor, zeros } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'
import { givenGradient, givenParameter } from './checked.js'
import type { Memory, Optimizer } from './Optimizer.js'

/** How a slot of a memory starts: as zeros in the shape of w, or as a scalar. */
export type Slot = 'zeros' | 0 | 1

export type Slots = Readonly<Record<string, Slot>>

const fresh = (slots: Slots, w: Tensor): Memory =>
  Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, slot === 'zeros' ? zeros(w.shape) : scalar(slot)]))

/** A memory with these slots, in their shapes, and no other: that of another optimizer would start afresh in silence. */
export const givenMemory = (place: string, memory: Memory, slots: Slots, w: Tensor): Memory => {
  const names = Object.keys(slots)
  const wanted = names.length === 0 ? 'a memory without slots, {}' : `a memory { ${names.join(', ')} }, such as init gives`
  const found = Object.keys(given.record(place, wanted, memory))
  if (found.length !== names.length || !names.every(name => found.includes(name))) refuse('input', place, wanted, given.kindOf(memory))
  for (const [name, slot] of Object.entries(slots)) {
    const shape: Shape = slot === 'zeros' ? w.shape : []
    const kept = givenTensor(place, memory[name] as Tensor, `memory.${name}`).shape
    if (!sameShape(kept, shape)) refuse('shape', place, `memory.${name} of shape ${showShape(shape)}`, showShape(kept))
  }
  return memory
}

/**
 * An optimizer of one tensor that is given what fits: w a tensor, a gradient of its shape, and a memory with these slots. `step` gives what
 * is to be added to w, and the memory to go on with.
 */
export const ofOne = (
  place: string, slots: Slots, step: (gradient: Tensor, memory: Memory, w: Tensor) => [Tensor, Memory]
): Optimizer<Tensor, Memory> => ({
  init: w => fresh(slots, givenParameter(place, w)),
  update: gradient => w => memory => {
    givenGradient(place, gradient, w)
    return step(gradient, givenMemory(place, memory, slots, w), w)
  }
})

/** The tensor in a slot of a memory that was found to have it. */
export const slotOf = (memory: Memory, name: string): Tensor => memory[name] as Tensor
