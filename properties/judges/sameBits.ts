import { equal, equalEntries, type Relation } from '../../src/claim/index.js'
import { sameShape, showShape } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'

/**
 * That two tensors have the same shape and entries: as one relation where they have the same bits, else entry by entry, to say where they
 * differ. There 0 equals -0, and of two entries that are no numbers nothing is said.
 */
export const sameEntries = (left: Tensor, right: Tensor, name: string): ReadonlyArray<Relation<number>> =>
  T.identical(left, right) ? [equal(0, 0, name)]
    : sameShape(left.shape, right.shape) ? equalEntries(left, right, name)
      : [equal(left.data.length, NaN, `${name} has the shape ${showShape(left.shape)}, not ${showShape(right.shape)}`)]

/** The same to the last bit: the signs of 0 count, and so do infinities and NaN. */
export const sameBits = (left: Tensor, right: Tensor, name: string): ReadonlyArray<Relation<number>> => [
  ...sameEntries(left, right, name),
  ...!T.identical(left, right) && sameShape(left.shape, right.shape)
  && [...left.data].some((a, i) => isOtherUnseen(a, right.data[i] ?? NaN)) ? [equal(0, 1, `${name}: the signs of 0, infinities and NaN`)] : []
]

/** Whether two numbers have other bits that an equality does not see. */
const isOtherUnseen = (a: number, b: number): boolean =>
  !Object.is(a, b) && (a === b || (!Number.isFinite(a) && !Number.isFinite(b)))

/** The same numbers in a tensor of its own. */
export const copy = (t: Tensor): Tensor => T.fromFlat(t.shape, [...t.data])

export const copies = (named: Readonly<Record<string, Tensor>>): Readonly<Record<string, Tensor>> =>
  Object.fromEntries(Object.entries(named).map(([name, t]) => [name, copy(t)]))
