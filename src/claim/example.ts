import type { Analytic } from '../number/Arithmetic.js'
import type { Evidence, Judge } from './Claim.js'
import type { Relation } from './Relation.js'
import { show } from './show.js'
import { balls, measure, type Measured } from './System.js'

/** Judges one relation between numbers, enclosed with as many bits as it takes. A single example proves itself and nothing more. */
export const example = (relation: <A>(N: Analytic<A>) => Relation<A>): Judge => () => {
  const look = (bits: number): Measured => {
    const system = balls(bits)
    return measure(system)(relation(system.N))
  }
  const isOpen = ({ outcome }: Measured): boolean => outcome === 'undecided' || outcome === 'agrees'
  const measured = [160, 640].reduce((found, bits) => (isOpen(found) ? look(bits) : found), look(80))
  const evidence: Evidence = {
    strength: 'example', scope: 'a single example', cases: 1, undecidedCases: measured.outcome === 'undecided' ? 1 : 0,
    slack: measured.slack, resolution: measured.resolution
  }
  const detail = `left ${show(measured.left)}, right ${show(measured.right)}`
  switch (measured.outcome) {
    case 'violated': {
      return { verdict: 'refuted', evidence, counterexample: { input: 'none: a single example', slack: measured.slack, detail } }
    }
    case 'holds': return { verdict: 'proved', evidence }
    case 'agrees': return { verdict: 'supported', evidence }
    case 'undecided': return { verdict: 'undecided', evidence, reason: `too close to call: ${detail}` }
  }
}
