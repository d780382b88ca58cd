import type { Arbitrary } from 'fast-check'
import * as fc from 'fast-check'
import { refuse } from '../prelude/index.js'
import type { Evidence, Judge, Judgement } from './Claim.js'
import { asRaised } from './raised.js'
import { seedFor } from './seed.js'
import { written } from './thrown.js'

/** An event, and the probability that it is claimed to have in each independent draw. */
export interface Frequency<I> {
  readonly draw: Arbitrary<I>
  readonly event: (input: I) => boolean
  readonly probability: number
  /** How many draws for each run of the effort. */
  readonly drawsPerRun?: number
}

// A claim that is true is refuted by chance at most this often.
const mostFalseAlarms = 1e-9

/**
 * Judges a probability p by the share q of draws in which the event happens. By Chernoff, a share as far from p as q has probability at
 * most 2 exp(-n KL(q, p)); the claim is refuted where that is below 1e-9. Draws too few to refute any share are no evidence.
 *
 * @example
 * const six = { draw: fc.integer({ min: 1, max: 6 }), event: n => n === 6, probability: 1 / 6 }
 * frequency(six)(effort(), 'die/six').verdict // 'supported'
 */
export const frequency = <I>({ draw, event, probability, drawsPerRun = 10 }: Frequency<I>): Judge => {
  if (!(probability >= 0 && probability <= 1)) refuse(
    'domain', 'frequency', 'a probability from 0 to 1', String(probability)
  )
  return ({ seed, runs, cancelled }, id) => {
    const n = runs * drawsPerRun
    let hits = 0
    try {
      // the runner's own draws prefer small and extreme values
      for (const input of fc.sample(fc.noBias(draw), { numRuns: n, seed: seedFor(seed, id) })) {
        if (cancelled()) return { verdict: 'undecided', evidence: nothing(`${n} draws`), reason: 'interrupted' }
        if (happened(event(input))) hits += 1
      }
    } catch (error) {
      return { verdict: 'undecided', evidence: nothing(`${n} draws`), reason: asRaised('the event', error).message }
    }
    return judgementOf(hits, n, probability)
  }
}

/** An answer that is not true or false is a slip: a promise, or a forgotten return. */
const happened = (answer: unknown): boolean =>
  (typeof answer === 'boolean' ? answer
    : refuse('input', 'frequency', 'an event that answers true or false', written(answer)))

const nothing = (scope: string): Evidence =>
  ({ strength: 'statistical', scope, cases: 0, undecidedCases: 0, slack: null, resolution: null })

const tailOf = (n: number, share: number, probability: number): number =>
  Math.min(1, 2 * Math.exp(-n * divergence(share, probability)))

const judgementOf = (hits: number, n: number, probability: number): Judgement => {
  const share = hits / n
  const tail = tailOf(n, share, probability)
  const noticed = Math.sqrt(Math.log(2 / mostFalseAlarms) / (2 * n))
  const off = Math.abs(share - probability)
  const scope = `${hits} of ${n} draws, claimed probability ${probability}; tail bound ${tail.toExponential(1)}`
  const evidence: Evidence = {
    ...nothing(scope), cases: n, slack: { lo: noticed - off, hi: noticed - off }, resolution: noticed
  }
  if (tail < mostFalseAlarms) {
    const slack = { lo: -off, hi: -off }
    const counterexample = { input: `${n} draws`, slack, detail: `share ${share}, claimed ${probability}` }
    return { verdict: 'refuted', evidence: { ...evidence, slack }, counterexample }
  }
  const blind = [0, 1].every(most => tailOf(n, most, probability) >= mostFalseAlarms)
  return blind ? { verdict: 'vacuous', evidence, reason: `${n} draws are too few to refute any share` }
    : { verdict: 'supported', evidence }
}

/** Kullback-Leibler divergence of two coins, with 0 log 0 = 0. */
const divergence = (q: number, p: number): number => part(q, p) + part(1 - q, 1 - p)
const part = (q: number, p: number): number => (q === 0 ? 0 : p === 0 ? Infinity : q * Math.log(q / p))
