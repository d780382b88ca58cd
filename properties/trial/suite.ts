import type { Claim, Judge, Judgement } from '../../src/claim/index.js'

/**
 * All laws of a suite as one judge: the first law that is refuted, else one that was not decided, else that which knows least. Where a law
 * is named, it alone is judged: it is the one that should notice.
 */
export const suite = (laws: () => ReadonlyArray<Claim>, named = ''): Judge => effort => {
  const found: Array<Judgement> = []
  for (const law of laws().filter(({ id }) => id.endsWith(named))) {
    const judgement = law.judge(effort)
    if (judgement.verdict === 'refuted') return aboutLaw(law.id, judgement)
    found.push(judgement)
  }
  return found.find(({ verdict }) => verdict === 'undecided' || verdict === 'vacuous')
    ?? found.find(({ verdict }) => verdict === 'supported') ?? found[0] ?? nothing
}

const aboutLaw = (id: string, judgement: Judgement): Judgement => (judgement.verdict === 'refuted'
  ? { ...judgement, counterexample:
    { ...judgement.counterexample, detail: `${id}: ${judgement.counterexample.detail}` } } : judgement)

const nothing: Judgement = {
  verdict: 'vacuous', reason: 'there are no laws',
  evidence: { strength: 'example', scope: 'nothing', cases: 0, undecidedCases: 0, slack: null, resolution: null }
}
