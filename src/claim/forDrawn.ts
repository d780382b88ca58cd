import type { Arbitrary } from 'fast-check'
import * as fc from 'fast-check'
import type { Analytic } from '../number/Arithmetic.js'
import { interval } from '../number/intervalArithmetic.js'
import type { Judge } from './Claim.js'
import { looksAt } from './looks.js'
import { type Case, outside, relationsOf } from './Relation.js'
import { runCases } from './runCases.js'
import type { Draws } from './sampled.js'

/** A relation between real functions of drawn inputs of any kind, such as tensors and labels, over any number system. */
export type DrawnFormula<I> = <A>(N: Analytic<A>, input: I) => Case<A>

/**
 * Judges a formula on drawn inputs as `forAll` does: over intervals, and where these leave it open with more bits, until sides agree to
 * 2^-40 of their size or cannot be equal.
 *
 * @example
 * const draws = { x: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 4 }) }
 * const largest = (N, { x }) => atMost(x.map(N.of).reduce(N.max), N.hypot(x.map(N.of)))
 * forDrawn(draws, largest)(effort(), 'norms/largest').verdict // 'supported'
 */
export const forDrawn = <I extends object>(draws: Draws<I>, formula: DrawnFormula<I>): Judge =>
  runCases(fc.record(draws) as Arbitrary<I>, {
    measure: (input, care) => looksAt(N => {
      const found = formula(N, input)
      return found === outside ? outside : relationsOf(found)
    }, care),
    who: 'the formula',
    N: interval
  })
