import type { Arbitrary } from 'fast-check'
import * as fc from 'fast-check'
import type { Judge } from './Claim.js'
import { measurePlain, type Plain } from './plain.js'
import { type Case, outside, relationsOf } from './Relation.js'
import { refuse } from '../prelude/index.js'
import { runCases, usualCoarsest } from './runCases.js'

/** Where each input of a case comes from. */
export type Draws<I> = { readonly [K in keyof I]: Arbitrary<I[K]> }

export interface SampledOptions {
  /** An entry whose enclosure is no narrower than this, beside its size, is coarse: 2^-26 unless said, at most 2^-10. */
  readonly coarsest?: number
}

/**
 * Judges a law of exported functions on drawn inputs. The measure calls the function and compares what comes out: doubles and
 * fractions exactly, intervals by what they enclose. What the function itself raises refutes it where the call stands in `judgedBy`.
 *
 * @example
 * const twice = ({ x }) => equal(judgedBy('relu', () => Math.max(0, Math.max(0, x))), Math.max(0, x))
 * sampled({ x: fc.integer() }, twice)(effort(), 'relu/twice').verdict // 'supported'
 */
export const sampled = <I extends object>(
  draws: Draws<I>, law: (input: I) => Case<Plain>, { coarsest = usualCoarsest }: SampledOptions = {}
): Judge => {
  if (!(coarsest > 0 && coarsest <= 2 ** -10)) refuse(
    'input', 'sampled', 'coarsest above 0 and at most 2^-10', String(coarsest)
  )
  return runCases(fc.record(draws) as Arbitrary<I>, {
    measure: input => {
      const found = law(input)
      return found === outside ? outside : relationsOf(found).map(measurePlain)
    },
    who: 'the law',
    coarsest
  })
}
