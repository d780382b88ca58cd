import { atMost, type Relation } from '../../src/claim/index.js'
import { indicesOf } from '../../src/number/index.js'
import type { Tensor } from '../../src/tensor/index.js'

/** That every entry is a finite double; names the entries that are not. */
export const finiteEntries = ({ shape, data }: Tensor, name: string): ReadonlyArray<Relation<number>> => {
  const index = indicesOf(shape)
  const sizes = Array.from(data, Math.abs)
  return sizes.every(Number.isFinite)
    ? [atMost(sizes.reduce((a, b) => Math.max(a, b), 0), Number.MAX_VALUE, name)]
    : sizes.flatMap(
      (size, i) => (Number.isFinite(size) ? [] : [atMost(size, Number.MAX_VALUE, `${name}[${index(i).join(',')}]`)])
    )
}
