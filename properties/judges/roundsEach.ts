import { type Plain, type Relation, roundsTo } from '../../src/claim/index.js'
import type { Tensor } from '../../src/tensor/index.js'

/** That each entry rounds to what is printed with so many decimals. */
export const roundsEach = (
  found: Tensor, printed: ReadonlyArray<number | string>, decimals: number, name: string
): ReadonlyArray<Relation<Plain>> =>
  printed.flatMap((one, i) => roundsTo(found.data[i] ?? NaN, one, decimals, `${name}[${i}]`))
