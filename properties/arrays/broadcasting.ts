import fc, { type Arbitrary } from 'fast-check'
import { type Case, type Claim, claim, equal, judgedBy, type Law, type Plain } from '../../src/claim/index.js'
import { type Shape, sizeOf } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { atMostCases } from '../cases/fewer.js'
import { shapeRelations } from '../judges/form.js'
import { sampledFrom } from '../judges/sampledFrom.js'

/** An operation of two arrays, and what it does to two numbers. */
export interface EntrywiseOperation {
  readonly of: (a: Tensor, b: Tensor) => Tensor
  readonly entry: (a: number, b: number) => number
}

/** Operations whose operands meet by broadcasting, as a person might write them. */
export interface BroadcastingSubject {
  readonly name: string
  readonly operations: Readonly<Record<string, EntrywiseOperation>>
  readonly where: (condition: Tensor, a: Tensor, b: Tensor) => Tensor
}

/** A joint shape, and for each operand which of its axes it lacks in front and which of the rest have size 1. */
const shapesThatMeet = (operands: number): Arbitrary<ReadonlyArray<Shape>> =>
  fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }).chain(
    joint => fc.tuple(...Array.from({ length: operands }, () => partOf(joint)))
  )

const partOf = (joint: Shape): Arbitrary<Shape> =>
  fc.tuple(fc.nat({ max: joint.length }), just(joint.length, fc.boolean())).map(([lacking, single]) =>
    joint.map((size, axis) => (single[axis] === true ? 1 : size)).slice(lacking))

const just = <A>(length: number, entry: Arbitrary<A>): Arbitrary<ReadonlyArray<A>> =>
  fc.array(entry, { minLength: length, maxLength: length })

/** Quarters, none of them 0, so that quotients are defined. */
const quarters = fc.integer({ min: 1, max: 39 }).chain(k => fc.constantFrom(k / 4, -k / 4))

const arrays = (shapes: ReadonlyArray<Shape>): Arbitrary<ReadonlyArray<Tensor>> =>
  fc.tuple(...shapes.map(shape => just(sizeOf(shape), quarters).map(entries => T.fromFlat(shape, entries))))

/** A condition of ones and zeros, and the arrays from which it chooses. */
const chosen: Arbitrary<ReadonlyArray<Tensor>> = shapesThatMeet(3).chain(arrays).map(
  ([c, ...rest]) => [...c === undefined ? [] : [T.map(c, a => (a > 0 ? 1 : 0))], ...rest]
)

/** The size of the joint shape along an axis that is counted from the last: the one that is not 1. */
const jointShape = (shapes: ReadonlyArray<Shape>): Shape => {
  const rank = Math.max(...shapes.map(shape => shape.length))
  return Array.from({ length: rank }, (_, axis) =>
    shapes.map(shape => shape[axis - rank + shape.length] ?? 1).reduce((size, other) => (size === 1 ? other : size), 1))
}

/** The entry that meets the others at an index of the joint shape: axes are aligned at the last, and an axis of size 1 has one index. */
const entryAt = ({ shape, data }: Tensor, index: ReadonlyArray<number>): number => {
  const own = index.slice(index.length - shape.length)
  const position = shape.reduce((before, size, axis) => before * size + (size === 1 ? 0 : own[axis] ?? NaN), 0)
  return data[position] ?? NaN
}

/** Every index of a shape, in row-major order. */
const indices = (shape: Shape): ReadonlyArray<ReadonlyArray<number>> =>
  shape.reduce<ReadonlyArray<ReadonlyArray<number>>>((before, size) =>
    before.flatMap(index => Array.from({ length: size }, (_, i) => [...index, i])), [[]])

const metEntryByEntry = (
  found: Tensor, operands: ReadonlyArray<Tensor>, entry: (...values: ReadonlyArray<number>) => number
): Case<Plain> => {
  const shape = jointShape(operands.map(operand => operand.shape))
  const of = shapeRelations(found, shape, 'the result')
  if (found.data.length !== sizeOf(shape)) return of
  return [...of, ...indices(shape).map((index, position) => {
    const known = entry(...operands.map(operand => entryAt(operand, index)))
    return equal<Plain>(found.data[position] ?? NaN, known, () => `entry [${index.join(',')}]`)
  })]
}

const source = 'Notes on CS231n, numpy, broadcasting'

export const broadcastingLaws: Law<BroadcastingSubject> = ({ name, operations, where }): ReadonlyArray<Claim> => [
  atMostCases(200, claim(
    {
      id: `${name}/entries`,
      title: 'Each entry is that of the operands where their indices meet, aligned at the last axis',
      statement: String.raw`(x \circ y)_{i_1 \ldots i_n} = x_{[i]} \circ y_{[i]}`, source
    },
    sampledFrom<{ readonly operation: string; readonly operands: ReadonlyArray<Tensor> }>(
      fc.record({
        operation: fc.constantFrom(...Object.keys(operations)), operands: shapesThatMeet(2).chain(arrays)
      }), ({ operation, operands }) => {
        const [a, b] = operands as readonly [Tensor, Tensor]
        const { of, entry } = operations[operation] as EntrywiseOperation
        return metEntryByEntry(judgedBy(operation, () => of(a, b)), [a, b], (x = NaN, y = NaN) => entry(x, y))
      })
  )),
  atMostCases(100, claim(
    {
      id: `${name}/where`, title: 'A condition chooses between two arrays where the indices of all three meet',
      statement: String.raw`z_i = x_{[i]} \text{ if } c_{[i]} \text{ else } y_{[i]}`, source
    },
    sampledFrom<{ readonly operands: ReadonlyArray<Tensor> }>(fc.record({ operands: chosen }), ({ operands }) => {
      const [c, a, b] = operands as readonly [Tensor, Tensor, Tensor]
      return metEntryByEntry(
        judgedBy('where', () => where(c, a, b)), [c, a, b],
        (condition = NaN, x = NaN, y = NaN) => (condition === 1 ? x : y)
      )
    })
  ))
]
