import type { Params } from '../layer/index.js'
import type { Seed } from '../random/index.js'

/** Everything a training depends on from here on; the same state gives the same future, bit for bit. */
export interface Training<Memory = Params> {
  /** How many steps were taken. */
  readonly step: number
  readonly params: Params
  /** Running statistics and the like: what the layers keep. */
  readonly state: Params
  /** What the optimizer keeps. */
  readonly memory: Memory
  /** The order in which the rest of this pass takes the examples. */
  readonly waiting: ReadonlyArray<number>
  readonly seed: Seed
}
