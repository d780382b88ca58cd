import type { Claim } from '../../src/claim/index.js'

/** The claim judged beside estimates: where these are wrong, so may the verdict be. */
export const estimated = (subject: Claim): Claim => ({
  ...subject,
  judge: effort => {
    const judgement = subject.judge(effort)
    const { evidence } = judgement
    return { ...judgement, evidence: { ...evidence, strength: 'estimated', scope: `${evidence.scope}, beside extrapolated differences` } }
  }
})
