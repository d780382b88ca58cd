import { equal, equalEntries, type Relation } from '../../src/claim/index.js'
import { sameShape, showShape } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'

/**
 * That two tensors have the same shape and entries: as one relation where they have the same bits, else entry by entry, to say where they
 * differ.
 */
export const sameBits = (left: Tensor, right: Tensor, name: string): ReadonlyArray<Relation<number>> =>
  T.identical(left, right) ? [equal(0, 0, name)]
    : sameShape(left.shape, right.shape) ? equalEntries(left, right, name)
      : [equal(left.data.length, NaN, `${name} has the shape ${showShape(left.shape)}, not ${showShape(right.shape)}`)]

/** The same numbers in a tensor of its own. */
export const copy = (t: Tensor): Tensor => T.fromFlat(t.shape, [...t.data])

export const copies = (named: Readonly<Record<string, Tensor>>): Readonly<Record<string, Tensor>> =>
  Object.fromEntries(Object.entries(named).map(([name, t]) => [name, copy(t)]))
