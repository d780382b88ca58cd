import { point } from '../number/Interval.js'
import { interval } from '../number/intervalArithmetic.js'
import { attempt, isLeft } from '../prelude/index.js'
import type { Effort, Evidence, Judge, Judgement } from './Claim.js'
import { type Comparison, comparedFormally, type FormalIdentity, withoutFunctions } from './comparedFormally.js'
import { whereDefined } from './divisors.js'
import { exactlyIn } from './exactly.js'
import { forAll } from './forAll.js'
import { fewLooks, ifDefined } from './ifDefined.js'
import { asRaised } from './raised.js'
import { relationsOf } from './Relation.js'
import { everyValue, liftBy } from './positions.js'
import { checked, type Variables } from './Variable.js'
import { Interrupted } from './watched.js'

export type { FormalIdentity } from './comparedFormally.js'

/**
 * Proves an equality whose elementary functions may be any functions at all: exp(w), sin(w) and the like become unknowns beside the
 * variables, and the equality of rational functions that is left is proved for all values of them. With duals this is the chain rule at
 * work. Where that is not enough, the laws of exp, log, roots, sines and cosines are used. What is not proved by these is looked for a
 * counterexample on drawn values.
 *
 * @example
 * const quotient = (N, { a, b }) => equal(N.exp(N.sub(a, b)), N.div(N.exp(a), N.exp(b)))
 * formally({ a: scalar, b: scalar }, quotient)(effort(), 'exp/quotient').verdict // 'proved'
 */
export const formally = <V extends Variables>(variables: V, identity: FormalIdentity<V>): Judge => (effort, id) => {
  checked('formally', variables)
  const sought = forAll(variables, identity)
  const first = (runs: number): Judgement => sought({ ...effort, runs: Math.min(effort.runs, runs) }, id)
  // What is false is seen on a few cases sooner than by its normal form.
  const few = first(veryFew)
  if (few.verdict === 'refuted') return few
  const { found: proof, isRational } = proofOf(variables, identity, effort, id)
  if (typeof proof === 'string') {
    const found = sought(effort, id)
    const reason = `${proof}, and no counterexample was found`
    return found.verdict === 'refuted' || found.verdict === 'vacuous' ? found
      : { verdict: 'undecided', evidence: found.evidence, reason }
  }
  // What holds of unknown functions says nothing where the functions themselves are undefined.
  return proof.verdict !== 'proved' || isRational ? proof : ifDefined(proof, first(fewLooks))
}

// The sides of what is false agree in hardly any case, and what is true is looked at in vain.
const veryFew = 1

type Found = (found: Judgement | string) => { readonly found: Judgement | string; readonly isRational: boolean }

/** A proof, or why there is none, and whether no function is called. */
const proofOf = <V extends Variables>(
  variables: V, identity: FormalIdentity<V>, effort: Effort, id: string
): ReturnType<Found> => {
  try {
    const compared = (laws: boolean): Comparison => comparedFormally(variables, identity, laws, effort.cancelled)
    const byUnknowns = compared(false)
    const { found, functions } = byUnknowns
    if (functions.length === 0) {
      if (typeof found !== 'object') return rational(judgementOf(byUnknowns, scopeOfQuotients(variables, identity)))
      const onPoints = exactlyIn(variables, (N, given) => identity(withoutFunctions(N), given))(effort, id)
      return rational(onPoints.verdict === 'refuted' ? notEqual
        : onPoints.verdict === 'undecided' ? `${tooLarge}${found.most}` : onPoints)
    }
    const about = `${everyValue(variables)} where both sides are defined; `
    if (found === 'same' || found === 'nowhere' || found === 'nothing') {
      return transcendental(judgementOf(byUnknowns, `${about}${asUnknown(byUnknowns)}`))
    }
    const byLaws = compared(true)
    return transcendental(byLaws.found === 'nowhere' ? notEqual
      : judgementOf(byLaws, `${about}by the laws of ${functions.join(', ')}`))
  } catch (error) {
    const reason = error instanceof Interrupted ? 'interrupted' : asRaised('the formula', error, interval).message
    return transcendental({
      verdict: 'undecided', evidence: { ...evidence('nothing was judged')(0), slack: null, resolution: null }, reason
    })
  }
}

const [rational, transcendental] = [true, false].map(
  isRational => (found: Judgement | string) => ({ found, isRational })
) as [Found, Found]

const notEqual = 'not an identity by what is known of its functions'
const tooLarge = 'too large: the normal form takes more than '

const judgementOf = ({ found }: Comparison, scope: string): Judgement | string => {
  if (typeof found === 'object') return `${tooLarge}${found.most}`
  switch (found) {
    case 'different': return notEqual
    case 'nowhere': return vacuous(scope, 'a divisor is 0 for all values: a side is undefined')
    case 'nothing': return vacuous(scope, 'nothing is related')
    case 'same': return { verdict: 'proved', evidence: evidence(scope)(1) }
  }
}

const vacuous = (scope: string, reason: string): Judgement =>
  ({ verdict: 'vacuous', evidence: evidence(scope)(0), reason })

const evidence = (scope: string) => (cases: number): Evidence =>
  ({ strength: 'exact', scope, cases, undecidedCases: 0, slack: point(0), resolution: 0 })

const asUnknown = ({ functions, values }: Comparison): string =>
  `${values} ${values === 1 ? 'value' : 'values'} of ${functions.join(', ')} taken as unknown`

/** Where no function is called, the divisors that may be 0 can be told. */
const scopeOfQuotients = <V extends Variables>(variables: V, identity: FormalIdentity<V>): string => {
  const where = attempt(
    () => whereDefined(variables, (N, rule) => relationsOf(identity(withoutFunctions(N), liftBy(variables, rule))))
  )
  return `${everyValue(variables)}${isLeft(where) ? '' : where.right}, by normal form`
}
