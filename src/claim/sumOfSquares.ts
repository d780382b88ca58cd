import type { Divisible } from '../number/Arithmetic.js'
import { rational } from '../number/rational.js'
import { type Sign, sign } from '../number/sign.js'
import { sum } from '../number/sum.js'
import type { Judge, Judgement } from './Claim.js'
import { exactly } from './exactly.js'
import { equal, type Relation } from './Relation.js'
import { runCases } from './sampled.js'
import { fractions, measure } from './System.js'
import { drawAll, type Lifted, liftBy, liftDrawn, positivesOf, type Variables } from './Variable.js'

/** An inequality between rational functions of the variables. */
export type Inequality<V extends Variables> = <A>(N: Divisible<A>, given: Lifted<V, A>) => Relation<A>

/** Coefficients that cannot be negative, each with the number whose square it multiplies. */
export type Squares<V extends Variables> = <A>(N: Divisible<A>, given: Lifted<V, A>) => ReadonlyArray<readonly [A, A]>

/**
 * Proves an inequality for all values of the variables: right minus left is shown to equal a sum of squares with coefficients that are
 * seen to be positive, because they are made of variables that are. Where it is not that sum, a counterexample is looked for.
 */
export const sumOfSquares = <V extends Variables>(variables: V, inequality: Inequality<V>, squares: Squares<V>): Judge => (effort, id) => {
  const coefficients = squares(sign, liftBySign(variables)).map(([coefficient]) => coefficient)
  const unsigned = coefficients.some(s => s === '-' || s === '?')
  const gapIsSum: Judgement = exactly(variables, (N, given) => {
    const { left, right } = inequality(N, given)
    const parts = squares(N, given).map(([coefficient, base]) => N.mul(coefficient, N.mul(base, base)))
    return equal(N.sub(right, left), sum(N)([parts.length], i => parts[i] ?? N.of(0)))
  })(effort, id)
  if (!unsigned && gapIsSum.verdict === 'proved') {
    return { verdict: 'proved', evidence: { ...gapIsSum.evidence, scope: `${gapIsSum.evidence.scope}; the slack is a sum of squares` } }
  }
  const sought = runCases(drawAll(variables), drawn =>
    [measure(fractions)(inequality(rational, liftDrawn(variables, rational.of)(drawn)))])(effort, id)
  if (sought.verdict === 'refuted') return sought
  const reason = 'the slack is not the sum of squares given, and no counterexample was found'
  return { verdict: 'undecided', evidence: sought.evidence, reason }
}

const liftBySign = <V extends Variables>(variables: V): Lifted<V, Sign> => {
  const positive = new Set(positivesOf(variables))
  return liftBy(variables, position => (positive.has(position) ? '+' : '?'))
}
