import { equal, equalEntries, type Relation } from '../../src/claim/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'

/** That two tensors have the same entries: as one relation where they have the same bits, else entry by entry, to say where they differ. */
export const sameBits = (left: Tensor, right: Tensor, name: string): ReadonlyArray<Relation<number>> =>
  T.identical(left, right) ? [equal(0, 0, name)] : equalEntries(left, right, name)

/** The same numbers in a tensor of its own. */
export const copy = (t: Tensor): Tensor => T.fromFlat(t.shape, [...t.data])

export const copies = (named: Readonly<Record<string, Tensor>>): Readonly<Record<string, Tensor>> =>
  Object.fromEntries(Object.entries(named).map(([name, t]) => [name, copy(t)]))
