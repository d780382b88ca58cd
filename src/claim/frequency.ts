import fc, { type Arbitrary } from 'fast-check'
import type { Evidence, Judge } from './Claim.js'
import { seedFor } from './seed.js'

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
 * most 2 exp(-n KL(q, p)); the claim is refuted where that is below 1e-9.
 */
export const frequency = <I>({ draw, event, probability, drawsPerRun = 10 }: Frequency<I>): Judge => ({ seed, runs }, id) => {
  const n = runs * drawsPerRun
  // the runner's own draws prefer small and extreme values
  const hits = fc.sample(fc.noBias(draw), { numRuns: n, seed: seedFor(seed, id) }).filter(event).length
  const share = hits / n
  const tail = Math.min(1, 2 * Math.exp(-n * divergence(share, probability)))
  const noticed = Math.sqrt(Math.log(2 / mostFalseAlarms) / (2 * n))
  const off = Math.abs(share - probability)
  const evidence: Evidence = {
    strength: 'statistical',
    scope: `${hits} of ${n} draws, claimed probability ${probability}; tail bound ${tail.toExponential(1)}`,
    cases: n,
    undecidedCases: 0,
    slack: { lo: noticed - off, hi: noticed - off },
    resolution: noticed
  }
  if (tail >= mostFalseAlarms) return { verdict: 'supported', evidence }
  const slack = { lo: -off, hi: -off }
  return { verdict: 'refuted', evidence: { ...evidence, slack }, counterexample: { input: `${n} draws`, slack, detail: `share ${share}, claimed ${probability}` } }
}

/** Kullback-Leibler divergence of two coins, with 0 log 0 = 0. */
const divergence = (q: number, p: number): number => part(q, p) + part(1 - q, 1 - p)
const part = (q: number, p: number): number => (q === 0 ? 0 : p === 0 ? Infinity : q * Math.log(q / p))
