import type { Analytic } from '../number/Arithmetic.js'
import type { Evidence, Judge } from './Claim.js'
import type { Relation } from './Relation.js'
import { show } from './show.js'
import { balls, measure } from './System.js'

/** Judges one relation between numbers, enclosed with as many bits as it takes. A single example proves itself and nothing more. */
export const example = (relation: <A>(N: Analytic<A>) => Relation<A>): Judge => () => {
  const looks = [80, 160, 640].map(bits => {
    const system = balls(bits)
    return measure(system)(relation(system.N))
  })
  const found = looks.find(m => m.outcome !== 'undecided' && m.outcome !== 'agrees') ?? looks[looks.length - 1]
  const measured = found ?? { outcome: 'undecided' as const, slack: { lo: NaN, hi: NaN }, resolution: Infinity, left: { lo: NaN, hi: NaN }, right: { lo: NaN, hi: NaN }, place: '', sides: ['left', 'right'] as const }
  const evidence: Evidence = {
    strength: 'example', scope: 'a single example', cases: 1, undecidedCases: measured.outcome === 'undecided' ? 1 : 0,
    slack: measured.slack, resolution: measured.resolution
  }
  const detail = `left ${show(measured.left)}, right ${show(measured.right)}`
  switch (measured.outcome) {
    case 'violated': return { verdict: 'refuted', evidence, counterexample: { input: 'none: a single example', slack: measured.slack, detail } }
    case 'holds': return { verdict: 'proved', evidence }
    case 'agrees': return { verdict: 'supported', evidence }
    case 'undecided': return { verdict: 'undecided', evidence, reason: `too close to call: ${detail}` }
  }
}
