import type { Evidence, Judge, Judgement } from './Claim.js'

/** One of several statements that a claim makes together, such as that for T = 7. */
export interface Part {
  readonly label: string
  readonly judge: Judge
}

/** Judges a family of statements as one claim: it holds when each does; the first that does not is the verdict, under its label. */
export const allOf = (scope: string, parts: ReadonlyArray<Part>): Judge => (effort, id) => {
  const found: Array<Judgement> = []
  for (const { label, judge } of parts) {
    const judgement = judge(effort, `${id}/${label}`)
    if (judgement.verdict !== 'proved' && judgement.verdict !== 'supported') return labelled(label, judgement)
    found.push(judgement)
  }
  const evidence = found.map(j => j.evidence).reduce(weaker)
  return { verdict: found.every(j => j.verdict === 'proved') ? 'proved' : 'supported', evidence: { ...evidence, scope } }
}

const labelled = (label: string, judgement: Judgement): Judgement =>
  judgement.verdict === 'refuted'
    ? { ...judgement, counterexample: { ...judgement.counterexample, detail: `${label}: ${judgement.counterexample.detail}` } }
    : judgement

const strengths = ['example', 'statistical', 'sampled', 'enclosed', 'exact']

/** Evidence for both together: as strong as the weaker, with the smaller slack and the coarser resolution. */
const weaker = (a: Evidence, b: Evidence): Evidence => ({
  strength: strengths.indexOf(a.strength) <= strengths.indexOf(b.strength) ? a.strength : b.strength,
  scope: a.scope,
  cases: a.cases + b.cases,
  undecidedCases: a.undecidedCases + b.undecidedCases,
  slack: a.slack === null || (b.slack !== null && b.slack.lo < a.slack.lo) ? b.slack : a.slack,
  resolution: a.resolution === null || b.resolution === null ? null : Math.max(a.resolution, b.resolution)
})
