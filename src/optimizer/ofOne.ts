import { type Shape, sameShape, showShape } from '../number/index.js'
import { given, mapRecord, refuse } from '../prelude/index.js'
import { scalar, type Tensor, zeros } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'
import { givenGradient, givenParameter } from './checked.js'
import type { Memory, Optimizer } from './Optimizer.js'

/** How a slot of a memory starts: as zeros in the shape of w, or as a scalar. */
type Start = 'zeros' | 0 | 1

type Slots<Slot extends string> = Readonly<Record<Slot, Start>>

const fresh = <Slot extends string>(slots: Slots<Slot>, w: Tensor): Memory<Slot> =>
  mapRecord(slots, start => (start === 'zeros' ? zeros(w.shape) : scalar(start)))

/** A memory with these slots, in their shapes, and no other: that of another optimizer would start afresh in silence. */
export const givenMemory = <Slot extends string>(
  place: string, memory: Memory<Slot>, slots: Slots<Slot>, w: Tensor
): Memory<Slot> => {
  const names = Object.keys(slots)
  const wanted = names.length === 0 ? 'a memory without slots, {}'
    : `a memory { ${names.join(', ')} }, such as init gives`
  const found = Object.keys(given.record(place, wanted, memory))
  if (found.length !== names.length || !names.every(name => found.includes(name))) refuse(
    'input', place, wanted, given.kindOf(memory)
  )
  return mapRecord(slots, (start, name) => {
    const shape: Shape = start === 'zeros' ? w.shape : []
    const kept = givenTensor(place, memory[name], `memory.${name}`)
    return sameShape(kept.shape, shape) ? kept
      : refuse('shape', place, `memory.${name} of shape ${showShape(shape)}`, showShape(kept.shape))
  })
}

/**
 * An optimizer of one tensor that is given what fits: w a tensor, a gradient of its shape, and a memory with these slots. `step` gives what
 * is to be added to w, and the memory to go on with.
 */
export const ofOne = <Slot extends string>(
  place: string, slots: Slots<Slot>, step: (gradient: Tensor, memory: Memory<Slot>, w: Tensor) => [Tensor, Memory<Slot>]
): Optimizer<Tensor, Memory<Slot>> => ({
  init: w => fresh(slots, givenParameter(place, w)),
  update: gradient => w => memory => {
    givenGradient(place, gradient, w)
    return step(gradient, givenMemory(place, memory, slots, w), w)
  }
})
