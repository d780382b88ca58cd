import { atMost, between, equal, type Plain, type Relation } from '../../src/claim/index.js'
import { attempt, isLeft } from '../../src/prelude/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { directionFrom, extremeFrom } from '../cases/hashed.js'
import { finiteEntries } from '../judges/finite.js'
import type { Call } from '../judges/interleaved.js'
import { copies, copy, sameBits } from '../judges/sameBits.js'
import { derivativeRelations, valueRelations } from './againstDefinition.js'
import { cotangentName, isFormless, mustReturn } from './answer.js'
import type { Bound } from './bound.js'
import type { Named } from './subject.js'

// What laws ask of a layer that need no definition: the form of its answers, what its calls keep, and that they stay finite.

type Relations = ReadonlyArray<Relation<Plain>>

/** That it answers in the form of an answer: what else it answers is said in a sentence. */
export const formRelations = (bound: Bound, inputs: Named, dyFor: (y: Tensor) => Tensor): Relations => {
  const found = attempt(() => {
    const { y, pullback } = bound.run(inputs)
    return pullback(dyFor(y))
  })
  if (!isLeft(found)) {
    return Object.entries(found.right).map(([name, { data }]) =>
      equal<Plain>(data.length, inputs[name]?.data.length ?? NaN, `entries of ${cotangentName(name)}`))
  }
  if (isFormless(bound.name, found.left)) return [mustReturn(bound.name, found.left.expected, found.left.got)]
  throw found.left
}

/** A call of the layer, and of its pullback when what it kept is asked for. */
export const callOf = (bound: Bound, inputs: Named, dyFor: (y: Tensor) => Tensor): Call => ({
  inputs: { ...inputs, dy: dyFor(bound.run(copies(inputs)).y) },
  run: ({ dy, ...rest }) => {
    const { y, pullback } = bound.run(rest)
    return {
      now: { y },
      later: () => Object.fromEntries(
        Object.entries(pullback(dy as Tensor)).map(([name, d]) => [cotangentName(name), d])
      )
    }
  }
})

/**
 * That a function made once by parameters and options answers each x by itself: a second x as a function made afresh does, and the
 * cotangents of the first as before.
 */
export const reusedRelations = (
  bound: Bound, inputs: Named, second: Tensor, dyFor: (y: Tensor) => Tensor
): Relations => {
  if (bound.begin === undefined) return []
  const [first, other] = [inputs['x'] as Tensor, copy(second)]
  const once = bound.begin(copies(inputs))
  const answered = once(first)
  const dy = dyFor(answered.y)
  const between = once(other)
  const alone = bound.run(copies(inputs)).pullback(dy)
  return [
    ...sameBits(between.y, bound.run({ ...copies(inputs), x: other }).y, 'y of a second x'),
    ...Object.entries(answered.pullback(dy)).flatMap(
      ([name, d]) => sameBits(d, alone[name] as Tensor, `${cotangentName(name)} after a second x`)
    )
  ]
}

/**
 * An equality with an enclosure as two inequalities, as far as it has ends: near the ends of the doubles little may be known of a number,
 * and this law asks for no more than that it be finite.
 */
const withinEnds = (relation: Relation<Plain>): Relations => {
  const { left, right, sides: [judged, judge] = ['left', 'right'], place } = relation
  if (typeof right === 'number' || !('lo' in right)) return [relation]
  return [
    ...Number.isFinite(right.lo) ? [between(judge, judged, atMost(right.lo, left, place))] : [],
    ...Number.isFinite(right.hi) ? [between(judged, judge, atMost(left, right.hi, place))] : []
  ]
}

// Intervals know of underflow; with a printed form outputs are known to be right as well.
export const finiteRelations = (bound: Bound, inputs: Named, seed: number, largest: number): Relations => {
  const { define, printed } = bound
  const { y, pullback } = bound.run(inputs)
  const dy = extremeFrom(seed, y.shape, largest)
  const pulled = pullback(dy)
  return [
    ...finiteEntries(y, 'y'),
    ...Object.entries(pulled).flatMap(([name, d]) => finiteEntries(d, cotangentName(name))),
    ...define === undefined || printed === undefined
      ? []
      : [...valueRelations(bound, define, inputs, y), ...derivativeRelations(
        bound, inputs, dy, pulled, directionFrom(seed)
      )].flatMap(withinEnds)
  ]
}
