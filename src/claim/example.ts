import type { Analytic } from '../number/Arithmetic.js'
import { interval } from '../number/intervalArithmetic.js'
import { refuse } from '../prelude/index.js'
import type { Evidence, Judge, Judgement } from './Claim.js'
import { looksAt } from './looks.js'
import { describe, type Measured } from './Measured.js'
import { asRaised } from './raised.js'
import { outside, type Relation, relationsOf } from './Relation.js'

/**
 * Judges one relation between numbers, enclosed with as many bits as it takes. A single example proves itself and nothing more.
 *
 * @example
 * example(N => atMost(N.sqrt(N.of(2)), N.decimal('1.4143')))(effort(), 'roots/two').verdict // 'proved'
 */
export const example = (relation: <A>(N: Analytic<A>) => Relation<A>): Judge => () => {
  try {
    const found = looksAt(N => relationsOf(relation(N)), 'utmost')
    const [measured, ...more] = found === outside ? [] : found
    if (measured === undefined) return { verdict: 'vacuous', evidence: none, reason: 'nothing is related' }
    return more.length === 0 ? judgementOf(measured)
      : refuse('input', 'example', 'one relation; several are several examples', `${more.length + 1}`)
  } catch (error) {
    return { verdict: 'undecided', evidence:
      { ...none, undecidedCases: 1 }, reason: asRaised('the formula', error, interval).message }
  }
}

const none: Evidence = {
  strength: 'example', scope: 'a single example', cases: 0, undecidedCases: 0, slack: null, resolution: null
}

const judgementOf = (measured: Measured): Judgement => {
  const seen: Evidence = { ...none, cases: 1, slack: measured.slack, resolution: measured.resolution }
  const detail = describe(measured)
  const open = { ...none, cases: 1, undecidedCases: 1 }
  switch (measured.outcome) {
    case 'violated': {
      return { verdict: 'refuted', evidence: seen, counterexample: {
        input: 'none: a single example', slack: measured.slack, detail
      } }
    }
    case 'holds': return { verdict: 'proved', evidence: seen }
    case 'agrees': return { verdict: 'supported', evidence: seen }
    case 'nowhere': return { verdict: 'vacuous', evidence: none, reason: `a side is undefined: ${detail}` }
    case 'perhaps': return { verdict: 'undecided', evidence: open, reason: `a side may be undefined: ${detail}` }
    case 'wide':
    case 'open': return { verdict: 'undecided', evidence: open, reason: `too close to call: ${detail}` }
  }
}
