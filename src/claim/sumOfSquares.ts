import type { Divisible } from '../number/Arithmetic.js'
import { rational } from '../number/rational.js'
import { type Sign, sign } from '../number/sign.js'
import { sum } from '../number/sum.js'
import { refuse } from '../prelude/index.js'
import type { Evidence, Judge, Judgement } from './Claim.js'
import { exactly } from './exactly.js'
import { measure } from './Measured.js'
import { asRaised } from './raised.js'
import { equal, type Relation } from './Relation.js'
import { runCases } from './runCases.js'
import { fractions } from './System.js'
import { conditionsOf, liftBy, liftDrawn, positivesOf } from './positions.js'
import type { Lifted, Variables } from './Variable.js'
import { drawAll } from './visits.js'

/** An inequality between rational functions of the variables. */
export type Inequality<V extends Variables> = <A>(N: Divisible<A>, given: Lifted<V, A>) => Relation<A>

/** Coefficients that cannot be negative, each with the number whose square it multiplies. */
export type Squares<V extends Variables> = <A>(N: Divisible<A>, given: Lifted<V, A>) => ReadonlyArray<readonly [A, A]>

/**
 * Proves an inequality for all values of the variables: right minus left is shown to equal a sum of squares with coefficients that are
 * seen to be positive, because they are made of variables that are. Where it is not that sum, a counterexample is looked for.
 *
 * @example
 * const inequality = (N, { a, b }) => atMost(N.mul(N.of(2), N.mul(a, b)), N.add(N.square(a), N.square(b)))
 * const squares = (N, { a, b }) => [[N.of(1), N.sub(a, b)]]
 * sumOfSquares({ a: scalar, b: scalar }, inequality, squares)(effort(), 'means/two').verdict // 'proved'
 */
export const sumOfSquares = <V extends Variables>(
  variables: V, inequality: Inequality<V>, squares: Squares<V>
): Judge => (effort, id) => {
  const proof = certificate(variables, inequality, squares)(effort, id)
  if (proof.verdict !== 'refuted') return proof
  const lift = liftDrawn(variables)
  const sought = runCases(drawAll(variables), {
    measure: drawn => [measure(fractions)(anInequality(inequality(rational, lift(rational, drawn))))],
    who: 'the formula', N: rational, conditions: conditionsOf(variables)
  })(effort, id)
  if (sought.verdict === 'refuted') return sought
  return { verdict: 'undecided', evidence:
    sought.evidence, reason: `${proof.counterexample.detail}, and no counterexample was found` }
}

const anInequality = <A>(relation: Relation<A>): Relation<A> =>
  (relation.kind === '<=' ? relation
    : refuse('undecided', 'sumOfSquares', 'an inequality, by atMost; exactly proves equalities', 'an equality'))

/** Proved where the slack is the sum given, and its coefficients are not negative; refuted, as a certificate, where it is not. */
const certificate = <V extends Variables>(variables: V, inequality: Inequality<V>, squares: Squares<V>): Judge =>
  (effort, id) => {
    try {
      anInequality(inequality(sign, liftBySign(variables)))
      const gapIsSum = exactly(variables, (N, given) => {
        const { left, right } = inequality(N, given)
        const parts = squares(N, given).map(([coefficient, base]) => N.mul(coefficient, N.mul(base, base)))
        return equal(N.sub(right, left), sum(N)([parts.length], i => parts[i] ?? N.of(0)))
      })(effort, id)
      if (gapIsSum.verdict === 'refuted') return because(gapIsSum, 'the slack is not the sum of squares given')
      if (gapIsSum.verdict !== 'proved') return gapIsSum
      const unsigned = squares(sign, liftBySign(variables)).some(
        ([coefficient]) => coefficient === '-' || coefficient === '?'
      )
      return unsigned ? because(gapIsSum, 'a coefficient is not seen to be at least 0')
        : { verdict: 'proved', evidence: {
          ...gapIsSum.evidence, scope: `${gapIsSum.evidence.scope}; the slack is a sum of squares`
        } }
    } catch (error) {
      return { verdict: 'undecided', evidence: nothing, reason: asRaised('the formula', error, rational).message }
    }
  }

const nothing: Evidence = {
  strength: 'exact', scope: 'nothing was judged', cases: 0, undecidedCases: 0, slack: null, resolution: null
}

const because = ({ evidence }: Judgement, detail: string): Judgement =>
  ({ verdict: 'refuted', evidence, counterexample: { input: 'the certificate', slack: { lo: NaN, hi: NaN }, detail } })

const liftBySign = <V extends Variables>(variables: V): Lifted<V, Sign> => {
  const positive = new Set(positivesOf(variables))
  return liftBy(variables, position => (positive.has(position) ? '+' : '?'))
}
