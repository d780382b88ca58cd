import type { Evidence, Judgement } from '../claim/index.js'
import { relationsOf } from '../claim/Relation.js'
import { withoutFunctions } from '../claim/comparedFormally.js'
import { type Analytic, type Rational, rational } from '../number/index.js'
import { attempt, isLeft, refuse } from '../prelude/index.js'
import type { Formulated } from './formulated.js'

/**
 * The proof of a line of numbers alone that are all fractions, by computing them; none where there are variables, where
 * something is undefined or no fraction, and where it does not hold: then a counterexample is told elsewhere.
 */
export const inFractions = ({ variables, formula }: Formulated): Judgement | undefined => {
  if (Object.keys(variables).length > 0) return undefined
  const holds = attempt(() => {
    const all = relationsOf(formula(fractions, {}))
    return all.length > 0 && all.every(({ kind, left, right }) => {
      const order = rational.compare(left, right)
      return kind === '=' ? order === 0 : order <= 0
    })
  })
  return isLeft(holds) || !holds.right ? undefined : { verdict: 'proved', evidence }
}

const evidence: Evidence = {
  strength: 'exact', scope: 'as it stands, in fractions', cases: 1, undecidedCases: 0, slack: null, resolution: 0
}

const abs = (a: Rational): Rational => rational.max(a, rational.sub(rational.of(0), a))

const whole = withoutFunctions(rational)

/** Fractions, with those functions that give fractions. */
const fractions: Analytic<Rational> = {
  ...whole,
  abs,
  sqrt: rational.sqrt,
  hypot: entries => rational.sqrt(whole.sum(entries.map(rational.square))),
  min: (a, b) => rational.sub(rational.add(a, b), rational.max(a, b)),
  relu: a => rational.max(rational.of(0), a),
  power: (a, n) => (Math.abs(n) <= largestPower ? whole.power(a, n)
    : refuse('undecided', 'a power of a fraction', `an exponent up to ${largestPower}`, String(n)))
}

// the digits of larger powers fill the memory
const largestPower = 4096
