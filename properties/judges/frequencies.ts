import fc, { type Arbitrary } from 'fast-check'
import type { Evidence, Judge } from '../../src/claim/index.js'
import { asRaised } from '../../src/claim/raised.js'
import { seedFor } from '../../src/claim/seed.js'
import { show } from '../../src/claim/show.js'

/** Something that happens in each independent draw with a probability that is claimed. */
export interface Event<A> {
  readonly name: string
  readonly happens: (outcome: A) => boolean
  readonly probability: number
}

export interface Frequencies<I, A> {
  /** Whose outcomes they are. */
  readonly who: string
  readonly draw: Arbitrary<I>
  readonly outcome: (input: I) => A
  readonly events: ReadonlyArray<Event<A>>
}

// A claim that is true is refuted by chance at most this often.
export const mostFalseAlarms = 1e-9

// As many as show a shuffle that exchanges each place with any other, whose shares are off by a sixth.
const draws = 20000

const part = (q: number, p: number): number => (q === 0 ? 0 : q * Math.log(q / p))

/** Twice the Chernoff bound of a share as far off as q, times the number of events that are looked at: any of them may be off by chance. */
export const tailOf = (n: number, q: number, p: number, events: number): number =>
  Math.min(1, 2 * events * Math.exp(-n * (part(q, p) + part(1 - q, 1 - p))))

/**
 * Judges the probabilities of several events by the same draws, 200 for each run up to 20,000: refuted where the chance of any share as far
 * off as one that was found is below 1e-9, by Chernoff's bound and the sum over all events.
 */
export const frequencies = <I, A>({ who, draw, outcome, events }: Frequencies<I, A>): Judge =>
  ({ seed, runs, cancelled }, id) => {
    const n = Math.min(draws, 200 * runs)
    const hits = events.map(() => 0)
    const nothing: Evidence = {
      strength: 'statistical', scope: `${n} draws`, cases: 0, undecidedCases: 0, slack: null, resolution: null
    }
    for (const input of fc.sample(fc.noBias(draw), { numRuns: n, seed: seedFor(seed, id) })) {
      if (cancelled()) return { verdict: 'undecided', evidence: nothing, reason: 'interrupted' }
      try {
        const found = outcome(input)
        events.forEach(({ happens }, k) => { if (happens(found)) hits[k] = (hits[k] ?? 0) + 1 })
      } catch (error) {
        const slack = { lo: NaN, hi: NaN }
        return { verdict: 'refuted', evidence: nothing, counterexample: {
          input: show(input), slack, detail: asRaised(who, error).message
        } }
      }
    }
    const shares = events.map(({ name, probability }, k) => {
      const share = (hits[k] ?? 0) / n
      return { name, probability, share, tail: tailOf(n, share, probability, events.length) }
    })
    const worst = shares.reduce((a, b) => (b.tail < a.tail ? b : a))
    const noticed = Math.sqrt(Math.log(2 * events.length / mostFalseAlarms) / (2 * n))
    const off = Math.abs(worst.share - worst.probability)
    const scope =
      `${n} draws, ${events.length} events; furthest off is ${worst.name}, tail bound ${worst.tail.toExponential(1)}`
    const slack = { lo: noticed - off, hi: noticed - off }
    const evidence: Evidence = { ...nothing, scope, cases: n, slack, resolution: noticed }
    if (worst.tail < mostFalseAlarms) {
      const detail = `${worst.name}: share ${worst.share}, claimed ${worst.probability.toPrecision(4)}`
      return { verdict: 'refuted', evidence: { ...evidence, slack: { lo: -off, hi: -off } }, counterexample: {
        input: `${n} draws`, slack: { lo: -off, hi: -off }, detail
      } }
    }
    const blind = events.every(
      ({ probability }) => [0, 1].every(share => tailOf(n, share, probability, events.length) >= mostFalseAlarms)
    )
    return blind ? { verdict: 'vacuous', evidence, reason: `${n} draws are too few to refute any share` }
      : { verdict: 'supported', evidence }
  }
