import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import type { Interruption } from './interrupt.js'

// As many numbers in a hidden layer as are computed in a few milliseconds.
const atOnce = 2 ** 19

/** What a net makes of each row of x, some rows at a time; undefined where there was no time to end it. */
export const scoresOf = async (
  infer: (x: Tensor) => Tensor, hidden: number, x: Tensor, { overdue, pause }: Interruption
): Promise<Tensor | undefined> => {
  const [rows = 0] = x.shape
  const step = Math.max(1, Math.floor(atOnce / hidden))
  const parts: Array<Tensor> = []
  for (let from = 0; from < rows; from += step) {
    if (overdue()) return undefined
    parts.push(infer(T.slice(x, [{ start: from, stop: Math.min(rows, from + step) }])))
    await pause()
  }
  return T.concatenate(parts)
}
