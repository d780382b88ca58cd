import type { Claim, Evidence } from '../../src/claim/index.js'

/** A claim about doubles that were run once: they are evidence, and no proof for other inputs, roundings or draws. */
export const measured = (subject: Claim): Claim => ({
  ...subject,
  judge: effort => {
    const judgement = subject.judge(effort)
    const evidence: Evidence = {
      ...judgement.evidence, strength: 'example', scope: `${judgement.evidence.scope}, measured once`
    }
    return judgement.verdict === 'proved' ? { verdict: 'supported', evidence } : { ...judgement, evidence }
  }
})
