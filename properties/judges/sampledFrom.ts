import type { Arbitrary } from 'fast-check'
import { type Case, type Judge, outside, type Plain, relationsOf } from '../../src/claim/index.js'
import { measurePlain } from '../../src/claim/plain.js'
import { runCases } from '../../src/claim/runCases.js'

/** As `sampled`, where inputs are drawn together, for the shape of one is that of another. */
export const sampledFrom = <I extends object>(
  inputs: Arbitrary<I>, law: (input: I) => Case<Plain>, coarsest?: number
): Judge => runCases(inputs, {
  measure: input => {
    const found = law(input)
    return found === outside ? outside : relationsOf(found).map(measurePlain)
  },
  who: 'the law',
  ...coarsest === undefined ? {} : { coarsest }
})
