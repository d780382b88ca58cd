import { given, refuse } from '../prelude/index.js'
import { map, permutation, type Random } from '../random/index.js'

/**
 * The positions 0 .. n - 1 in random order, dealt into parts of the sizes given, such as training, validation and test; what is left
 * over is left out. Refuses more than n.
 *
 * @example
 * const [train, test] = R.run(split(5, [3, 2]), R.seedOf(1))
 * [train.length, test.length] // [3, 2]
 * [...train, ...test].sort() // [0, 1, 2, 3, 4]
 *
 * @source Notes on CS231n, validation sets
 */
export const split = (n: number, sizes: ReadonlyArray<number>): Random<ReadonlyArray<ReadonlyArray<number>>> => {
  given.whole('split', 'n', n, 0)
  const total = given.list('split', 'sizes', sizes).reduce((sum, size) => sum + size, 0)
  if (total > n || !sizes.every(size => Number.isSafeInteger(size) && size >= 0)) {
    refuse('domain', 'split', `whole sizes of at most ${n} together`, sizes.join(' + '))
  }
  const starts = sizes.map((_, k) => sizes.slice(0, k).reduce((sum, size) => sum + size, 0))
  return map((order: ReadonlyArray<number>) => sizes.map((size, k) => order.slice(starts[k], (starts[k] ?? 0) + size)))(
    permutation(n)
  )
}

/**
 * Positions in batches of this size; the last may be smaller. Refuses a size below 1.
 *
 * @example
 * batches([4, 2, 0, 1, 3], 2) // [[4, 2], [0, 1], [3]]
 *
 * @source Notes on CS231n, minibatches
 */
export const batches = <A>(positions: ReadonlyArray<A>, size: number): ReadonlyArray<ReadonlyArray<A>> => {
  given.list('batches', 'positions', positions)
  given.whole('batches', 'size', size, 1)
  return Array.from({ length: Math.ceil(positions.length / size) }, (_, k) => positions.slice(k * size, (k + 1) * size))
}
