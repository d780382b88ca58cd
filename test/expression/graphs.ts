import fc, { type Arbitrary } from 'fast-check'
import type { Graph } from '../../src/expression/index.js'

/** The same graphs at every run. */
export const drawn = (graphs: Arbitrary<Graph>, count: number, seed: number): ReadonlyArray<Graph> =>
  fc.sample(graphs, { numRuns: count, seed })
